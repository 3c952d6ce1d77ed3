import type { SessionAudience } from '@forum/domain/programme/session';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../../identity/entities/person.entity.ts';
import { MeetingEntity } from '../../meetings/entities/meeting.entity.ts';
import { SessionEntity } from '../../programme/entities/session.entity.ts';

/** An entry that must leave calendars, as it was when it left. */
@Entity('calendar_withdrawal')
@Check('calendar_withdrawal_audience', '(audience is null) = (session_id is null)')
@Check('calendar_withdrawal_ends', 'ends_at > starts_at')
@Check('calendar_withdrawal_of_one', 'num_nonnulls(session_id, meeting_id) = 1')
@Check('calendar_withdrawal_whose', 'person_id is not null or session_id is not null')
@ForeignKey(() => MeetingEntity, ['editionId', 'meetingId'], ['editionId', 'id'], {
  name: 'calendar_withdrawal_of_meeting',
  onDelete: 'CASCADE',
})
@ForeignKey(() => SessionEntity, ['editionId', 'sessionId'], ['editionId', 'id'], {
  name: 'calendar_withdrawal_of_session',
  onDelete: 'CASCADE',
})
@Index('calendar_withdrawal_by_person', ['personId', 'at'], { where: 'person_id is not null' })
@Index('calendar_withdrawal_by_session', ['sessionId', 'at'], { where: 'session_id is not null' })
export class CalendarWithdrawalEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('uuid', { nullable: true })
  sessionId: string | null;

  @Column('uuid', { nullable: true })
  meetingId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'calendar_withdrawal_from' })
  personId: string | null;

  @Column('text', { nullable: true })
  audience: SessionAudience | null;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('integer')
  sequence: number;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}
