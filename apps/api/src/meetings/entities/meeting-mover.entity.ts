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
import { MeetingEntity } from './meeting.entity.ts';

/** A person who asked for a meeting, proposed times of it or agreed to it, and so does not release it alone. */
@Entity('meeting_mover')
@Index('meeting_mover_of_person', ['personId'])
export class MeetingMoverEntity {
  @Column('uuid')
  editionId: string;

  @PrimaryColumn('uuid')
  meetingId: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => PersonEntity, { name: 'meeting_mover_is' })
  personId: string;

  @ManyToOne(() => MeetingEntity)
  @JoinColumn([
    { name: 'edition_id', referencedColumnName: 'editionId', foreignKeyConstraintName: 'meeting_mover_of' },
    { name: 'meeting_id', referencedColumnName: 'id' },
  ])
  meeting: Relation<MeetingEntity>;
}
