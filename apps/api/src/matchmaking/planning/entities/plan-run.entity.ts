import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { PersonEntity } from '../../../identity/entities/person.entity.ts';
import { HallEntity } from '../../../meetings/entities/hall.entity.ts';

/** One run of the planner: what it was given, how far it is, what it found. */
@Entity('plan_run')
@Check('plan_run_done_has_result', `state <> 'done' or result is not null`)
@Check('plan_run_kind', `kind in ('plan', 'repair')`)
@Check('plan_run_state', `state in ('running', 'done', 'infeasible', 'failed')`)
@ForeignKey(() => PlanRunEntity, ['editionId', 'follows'], ['editionId', 'id'], { name: 'plan_run_follows' })
@ForeignKey(() => HallEntity, ['editionId', 'hallId'], ['editionId', 'id'], { name: 'plan_run_in_hall' })
@Unique('plan_run_of_edition', ['editionId', 'id'])
@Index('plan_run_one_at_a_time', ['state'], { unique: true, where: `state = 'running'` })
export class PlanRunEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('uuid')
  hallId: string;

  @Column('text')
  kind: 'plan' | 'repair';

  @Column('text', { default: 'running' })
  state: 'running' | 'done' | 'infeasible' | 'failed';

  @Column('integer')
  seed: number;

  @Column('integer')
  seconds: number;

  @Column('double precision', { nullable: true })
  iterations: number | null;

  @Column('jsonb')
  input: unknown;

  @Column('jsonb', { default: [] })
  events: unknown;

  @Column('jsonb', { default: [] })
  progress: unknown;

  @Column('jsonb', { nullable: true })
  result: unknown;

  @Column('text', { nullable: true })
  failure: string | null;

  @Column('uuid')
  @ForeignKey(() => PersonEntity, { name: 'plan_run_by' })
  createdBy: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @VersionColumn({ default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  aliveAt: Date;

  @Column('timestamptz', { nullable: true })
  stopAskedAt: Date | null;

  @Column('jsonb', { nullable: true })
  asked: unknown;

  @Column('integer', { default: 0 })
  wanted: number;

  @Column('uuid', { nullable: true })
  follows: string | null;

  @Column('jsonb', { nullable: true })
  effect: unknown;
}
