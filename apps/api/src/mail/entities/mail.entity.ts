import { urgencies, type Urgency } from '@forum/domain/mail/urgency';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
  Unique,
} from 'typeorm';
import { oneOf } from '../../database/one-of.ts';
import { NoticeEntity } from './notice.entity.ts';

/** A mail that waits, is sent, has failed or was overtaken by newer news. */
@Entity('mail')
@Check('mail_about', '(about_thing is null) = (about_version is null)')
@Check('mail_calendar', '(calendar_method is null) = (calendar is null)')
@Check('mail_ended_once', 'num_nonnulls(sent_at, given_up_at, overtaken_at) <= 1')
@Check(
  'mail_lease_while_waiting',
  'leased_until is null or num_nonnulls(sent_at, given_up_at, overtaken_at) = 0',
)
@Check('mail_urgency', oneOf('urgency', urgencies))
@Unique('mail_once', ['once'])
@Index('mail_about', ['aboutThing', 'recipient', 'aboutVersion'], { where: 'about_thing is not null' })
@Index('mail_by_age', ['createdAt'])
@Index('mail_by_notice', ['noticeId'], { where: 'notice_id is not null' })
@Index('mail_given_up', ['givenUpAt'], { where: 'given_up_at is not null' })
@Index('mail_leased', ['leasedUntil'], { where: 'leased_until is not null' })
@Index('mail_leased_once', ['recipient'], {
  unique: true,
  where: `leased_until is not null and urgency <> 'code'`,
})
@Index('mail_sent_to_new_address', ['sentAt'], { where: 'new_address' })
@Index('mail_waiting', ['urgency', 'newAddress', 'nextAttemptAt'], {
  where: 'sent_at is null and given_up_at is null and overtaken_at is null',
})
export class MailEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  recipient: string;

  @Column('text')
  subject: string;

  @Column('text')
  body: string;

  @Column('text', { nullable: true })
  calendarMethod: string | null;

  @Column('text', { nullable: true })
  calendar: string | null;

  @Column('text', { nullable: true })
  once: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;

  @Column('integer', { default: 0 })
  attempts: number;

  @Column('timestamptz', { default: () => 'now()' })
  nextAttemptAt: Date;

  @Column('timestamptz', { default: () => `now() + interval '5 days'` })
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  givenUpAt: Date | null;

  @Column('text', { nullable: true })
  trouble: string | null;

  @Column('text', { default: 'bulk' })
  urgency: Urgency;

  @Column('boolean', { default: false })
  newAddress: boolean;

  @Column('text', { nullable: true })
  aboutThing: string | null;

  @Column('bigint', { nullable: true })
  aboutVersion: string | null;

  @Column('timestamptz', { nullable: true })
  leasedUntil: Date | null;

  @Column('timestamptz', { nullable: true })
  overtakenAt: Date | null;

  @Column('uuid', { nullable: true })
  noticeId: string | null;

  @Column('text', { nullable: true })
  fromName: string | null;

  @Column('text', { nullable: true })
  replyTo: string | null;

  @Column('text', { nullable: true })
  html: string | null;

  @ManyToOne(() => NoticeEntity, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'notice_id', foreignKeyConstraintName: 'mail_of_notice' })
  notice: Relation<NoticeEntity> | null;
}
