import {
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { PersonEntity } from '../../identity/entities/person.entity.ts';
import { SessionEntity } from './session.entity.ts';

/** A session that a person has marked. */
@Entity('star')
@Index('star_of_session', ['sessionId'])
export class StarEntity {
  @Column('uuid')
  editionId: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => PersonEntity, { name: 'star_by' })
  personId: string;

  @PrimaryColumn('uuid')
  sessionId: string;

  @Column('timestamptz', { default: () => 'now()' })
  starredAt: Date;

  @Column('timestamptz', { nullable: true })
  freedAt: Date | null;

  @ManyToOne(() => SessionEntity)
  @JoinColumn([
    { name: 'edition_id', referencedColumnName: 'editionId', foreignKeyConstraintName: 'star_on' },
    { name: 'session_id', referencedColumnName: 'id' },
  ])
  session: Relation<SessionEntity>;
}
