import { meetingParties, type MeetingParty } from '@forum/domain/meetings/meeting-state';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { oneOf } from '../../../database/one-of.ts';
import { DelegateEntity } from '../../../delegations/entities/delegate.entity.ts';
import { PersonEntity } from '../../../identity/entities/person.entity.ts';
import { MeetingEntity } from '../../entities/meeting.entity.ts';

/** One side's release of topics for a meeting; it is never deleted, it lapses. */
@Entity('topic_release')
@Check('topic_release_side', oneOf('side', meetingParties))
@ForeignKey(() => DelegateEntity, ['editionId', 'officerId'], ['editionId', 'id'], {
  name: 'topic_release_by',
})
@Index('topic_release_of', ['meetingId', 'releasedAt'])
@Index('topic_release_standing_once', ['meetingId', 'side'], { unique: true, where: 'lapsed_at is null' })
export class TopicReleaseEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('uuid')
  meetingId: string;

  @Column('text')
  side: MeetingParty;

  @Column('uuid')
  officerId: string;

  @Column('text', { array: true })
  entries: string[];

  @Column('text', { array: true })
  nationalities: string[];

  @Column('timestamptz')
  releasedAt: Date;

  @Column('timestamptz', { nullable: true })
  lapsedAt: Date | null;

  @Column('boolean', { default: false })
  alone: boolean;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'topic_release_confirmed_by' })
  confirmedBy: string | null;

  @ManyToOne(() => MeetingEntity)
  @JoinColumn([
    { name: 'edition_id', referencedColumnName: 'editionId', foreignKeyConstraintName: 'topic_release_for' },
    { name: 'meeting_id', referencedColumnName: 'id' },
  ])
  meeting: Relation<MeetingEntity>;
}
