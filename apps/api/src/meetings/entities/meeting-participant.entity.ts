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
import { oneOf } from '../../database/one-of.ts';
import { DelegateEntity } from '../../delegations/entities/delegate.entity.ts';
import { MeetingEntity } from './meeting.entity.ts';

/** A delegate who takes part in a meeting, and on which side. */
@Entity('meeting_participant')
@Check('meeting_participant_side', oneOf('side', meetingParties))
@ForeignKey(() => DelegateEntity, ['editionId', 'delegateId'], ['editionId', 'id'], {
  name: 'meeting_participant_is',
})
@Index('meeting_participant_of', ['delegateId'])
export class MeetingParticipantEntity {
  @Column('uuid')
  editionId: string;

  @PrimaryColumn('uuid')
  meetingId: string;

  @PrimaryColumn('uuid')
  delegateId: string;

  @Column('text')
  side: MeetingParty;

  @ManyToOne(() => MeetingEntity)
  @JoinColumn([
    {
      name: 'edition_id',
      referencedColumnName: 'editionId',
      foreignKeyConstraintName: 'meeting_participant_in',
    },
    { name: 'meeting_id', referencedColumnName: 'id' },
  ])
  meeting: Relation<MeetingEntity>;
}
