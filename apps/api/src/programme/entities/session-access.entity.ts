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
import { DelegateEntity } from '../../delegations/entities/delegate.entity.ts';
import { SessionEntity } from './session.entity.ts';

/** A delegate who may see a restricted session. */
@Entity('session_access')
@ForeignKey(() => DelegateEntity, ['editionId', 'delegateId'], ['editionId', 'id'], {
  name: 'session_access_of',
})
@Index('session_access_by', ['delegateId'])
export class SessionAccessEntity {
  @Column('uuid')
  editionId: string;

  @PrimaryColumn('uuid')
  sessionId: string;

  @PrimaryColumn('uuid')
  delegateId: string;

  @ManyToOne(() => SessionEntity)
  @JoinColumn([
    { name: 'edition_id', referencedColumnName: 'editionId', foreignKeyConstraintName: 'session_access_to' },
    { name: 'session_id', referencedColumnName: 'id' },
  ])
  session: Relation<SessionEntity>;
}
