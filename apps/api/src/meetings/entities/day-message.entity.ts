import type { DayMessageCode } from '@forum/domain/meetings/day-messages';
import type { MeetingParty } from '@forum/domain/meetings/meeting-state';
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

/** A short message between the two sides of a meeting on its day. */
@Entity('day_message')
@Index('day_message_of', ['meetingId', 'sentAt'])
export class DayMessageEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('uuid')
  meetingId: string;

  @Column('uuid')
  @ForeignKey(() => PersonEntity, { name: 'day_message_by' })
  personId: string;

  @Column('text')
  side: MeetingParty;

  @Column('text')
  code: DayMessageCode;

  @Column('integer', { nullable: true })
  minutes: number | null;

  @Column('timestamptz', { default: () => 'now()' })
  sentAt: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'day_message_for' })
  principalId: string | null;

  @ManyToOne(() => MeetingEntity)
  @JoinColumn([
    { name: 'edition_id', referencedColumnName: 'editionId', foreignKeyConstraintName: 'day_message_in' },
    { name: 'meeting_id', referencedColumnName: 'id' },
  ])
  meeting: Relation<MeetingEntity>;
}
