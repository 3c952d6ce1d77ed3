import {
  type MeetingEnd,
  meetingEnds,
  meetingParties,
  type MeetingParty,
  type MeetingState,
  meetingStates,
} from '@forum/domain/meetings/meeting-state';
import { type Misfit, misfits } from '@forum/domain/meetings/halls/misfit';
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
  Unique,
  VersionColumn,
} from 'typeorm';
import { oneOf } from '../../database/one-of.ts';
import { EditionEntity } from '../../editions/entities/edition.entity.ts';
import { TeamEntity } from '../../firms/entities/team.entity.ts';
import { PersonEntity } from '../../identity/entities/person.entity.ts';
import { PlanRunEntity } from '../../matchmaking/planning/entities/plan-run.entity.ts';
import { InterpreterEntity } from '../interpreters/entities/interpreter.entity.ts';
import { MeetingTableEntity } from './meeting-table.entity.ts';

/** A meeting of two teams, from the request to its end. */
@Entity('meeting')
@Check(
  'meeting_accepted_has_place',
  `state <> 'accepted' or (starts_at is not null and ends_at > starts_at and table_id is not null)`,
)
@Check('meeting_between_two', 'from_team_id <> to_team_id')
@Check('meeting_ended_by', oneOf('ended_by', meetingEnds))
@Check('meeting_ended_by_when', `ended_by is null or state in ('declined', 'withdrawn', 'cancelled')`)
@Check('meeting_help_since', 'help_called = (help_called_at is not null)')
@Check('meeting_help_taken', 'help_taken_by is null or help_called')
@Check('meeting_interpreted_when_accepted', `interpreter_id is null or state = 'accepted'`)
@Check('meeting_place_lost', oneOf('place_lost', misfits))
@Check('meeting_place_lost_while_accepted', `place_lost is null or state = 'accepted'`)
@Check('meeting_state', oneOf('state', meetingStates))
@Check('meeting_topic_ko_of_planned', 'topic_ko is null or planned_by is not null')
@Check('meeting_turn', oneOf('turn', meetingParties))
@Check(
  'meeting_turn_while_open',
  `case state when 'requested' then turn is not null when 'accepted' then true else turn is null end`,
)
@ForeignKey(() => PlanRunEntity, ['editionId', 'closedByPlan'], ['editionId', 'id'], {
  name: 'meeting_closed_by_plan',
})
@ForeignKey(() => TeamEntity, ['editionId', 'fromTeamId'], ['editionId', 'id'], { name: 'meeting_from' })
@ForeignKey(() => PlanRunEntity, ['editionId', 'plannedBy'], ['editionId', 'id'], {
  name: 'meeting_planned_by',
})
@ForeignKey(() => TeamEntity, ['editionId', 'toTeamId'], ['editionId', 'id'], { name: 'meeting_to' })
@Unique('meeting_of_edition', ['editionId', 'id'])
@Index('meeting_by_time', ['editionId', 'startsAt', 'id'])
@Index('meeting_calling', ['editionId', 'helpCalledAt'], { where: 'help_called' })
@Index('meeting_from_team', ['fromTeamId'])
@Index('meeting_of_interpreter', ['interpreterId'], { where: 'interpreter_id is not null' })
@Index('meeting_open', ['expiresAt'], { where: `state = 'requested'` })
@Index('meeting_to_team', ['toTeamId'])
@Index('meeting_without_place', ['editionId', 'startsAt'], { where: 'place_lost is not null' })
export class MeetingEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EditionEntity, { name: 'meeting_in_edition' })
  editionId: string;

  @Column('uuid')
  fromTeamId: string;

  @Column('uuid')
  toTeamId: string;

  @Column('text')
  topic: string;

  @Column('text', { default: '' })
  message: string;

  @Column('text', { default: 'requested' })
  state: MeetingState;

  @Column('text', { nullable: true })
  turn: MeetingParty | null;

  @Column('timestamptz', { array: true, default: [] })
  suggested: Date[];

  @Column('timestamptz', { nullable: true })
  startsAt: Date | null;

  @Column('timestamptz', { nullable: true })
  endsAt: Date | null;

  @Column('uuid', { nullable: true })
  tableId: string | null;

  @Column('integer', { default: 0 })
  sequence: number;

  @Column('boolean', { default: false })
  helpCalled: boolean;

  @Column('uuid')
  @ForeignKey(() => PersonEntity, { name: 'meeting_by' })
  requestedBy: string;

  @Column('timestamptz', { nullable: true })
  remindAt: Date | null;

  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;

  @VersionColumn({ default: 1 })
  version: number;

  @Column('uuid', { nullable: true })
  plannedBy: string | null;

  @Column('text', { array: true, default: [] })
  controlEntries: string[];

  @Column('uuid', { nullable: true })
  interpreterId: string | null;

  @Column('uuid', { nullable: true })
  closedByPlan: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  entryChangedAt: Date;

  @Column('integer', { default: 0 })
  entrySequence: number;

  @Column('text', { nullable: true })
  endedBy: MeetingEnd | null;

  @Column('text', { nullable: true })
  placeLost: Misfit | null;

  @Column('timestamptz', { nullable: true })
  helpCalledAt: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'meeting_help_taken_by' })
  helpTakenBy: string | null;

  @Column('timestamptz', { nullable: true })
  movedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  movedFromStartsAt: Date | null;

  @Column('uuid', { nullable: true })
  movedFromTableId: string | null;

  @Column('text', { nullable: true })
  topicKo: string | null;

  @Column('text', { default: '' })
  foldedTopic: string;

  @Column('timestamptz', { nullable: true })
  agreedAt: Date | null;

  @ManyToOne(() => MeetingTableEntity)
  @JoinColumn([
    { name: 'edition_id', referencedColumnName: 'editionId', foreignKeyConstraintName: 'meeting_at' },
    { name: 'table_id', referencedColumnName: 'id' },
  ])
  table: Relation<MeetingTableEntity> | null;

  @ManyToOne(() => InterpreterEntity)
  @JoinColumn([
    {
      name: 'edition_id',
      referencedColumnName: 'editionId',
      foreignKeyConstraintName: 'meeting_interpreted_by',
    },
    { name: 'interpreter_id', referencedColumnName: 'id' },
  ])
  interpreter: Relation<InterpreterEntity> | null;

  @ManyToOne(() => MeetingTableEntity, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'moved_from_table_id', foreignKeyConstraintName: 'meeting_moved_from_table_id_fkey' })
  movedFromTable: Relation<MeetingTableEntity> | null;
}
