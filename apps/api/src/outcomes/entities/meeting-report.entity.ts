import { meetingParties, type MeetingParty } from '@forum/domain/meetings/meeting-state';
import { type MeetingView, meetingViews } from '@forum/domain/outcomes/meeting-report';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import { oneOf } from '../../database/one-of.ts';
import { PersonEntity } from '../../identity/entities/person.entity.ts';
import { MeetingEntity } from '../../meetings/entities/meeting.entity.ts';

/** What one side says about a meeting after it. */
@Entity('meeting_report')
@Check('meeting_report_rating', 'rating between 1 and 5')
@Check('meeting_report_side', oneOf('side', meetingParties))
@Check('meeting_report_view', oneOf('view', meetingViews))
@ForeignKey(() => MeetingEntity, ['editionId', 'meetingId'], ['editionId', 'id'], {
  name: 'meeting_report_of',
})
@Index('meeting_report_in', ['editionId', 'meetingId'])
export class MeetingReportEntity {
  @Column('uuid')
  editionId: string;

  @PrimaryColumn('uuid')
  meetingId: string;

  @PrimaryColumn('text')
  side: MeetingParty;

  @Column('text')
  view: MeetingView;

  @Column('integer', { nullable: true })
  rating: number | null;

  @Column('text', { default: '' })
  note: string;

  @Column('jsonb', { default: [] })
  followUps: unknown;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'meeting_report_by' })
  reportedBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  reportedAt: Date;

  @VersionColumn({ default: 1 })
  version: number;
}
