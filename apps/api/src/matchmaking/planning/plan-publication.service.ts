import { Injectable } from '@nestjs/common';
import type * as contract from '@forum/contract/planning';
import { DomainError } from '@forum/domain/errors';
import { controlEntriesIn } from '@forum/domain/export-control/control-entries';
import { topicOf, topicsOf } from '@forum/domain/matchmaking/topic-of';
import { type Plan } from '@forum/planner/plan/plan-result';
import { type RouteOutput } from '@forum/contract/route';
import { Database, type Transaction } from '../../database/database.ts';
import { requireEditionPhase } from '../../editions/require-edition-phase.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import { PlannedMeetingsService, type PlannedTopic } from '../../meetings/planned-meetings.service.ts';
import { Reservations } from '../../reservations/reservations.service.ts';
import { Capabilities } from '../capabilities/capabilities.service.ts';
import { planOf } from './plan-detail.ts';
import { PlanFactsRepository } from './plan-facts.repository.ts';
import { type PlanInput } from './plan-input.ts';
import { type KeptRun, PlanRunsRepository } from './plan-runs.repository.ts';
import { type MadeOfPlan, meetingsOfPlan } from './plan-meetings.ts';
import { noSuchRun, PlanRuns } from './plan-runs.service.ts';
import { Representatives } from './representatives.ts';

type Published = RouteOutput<typeof contract.publishPlanRun>;

/** Turns a plan into meetings: people and tables booked, everybody told once. */
@Injectable()
export class PlanPublication {
  constructor(
    private readonly database: Database,
    private readonly runs: PlanRunsRepository,
    private readonly planRuns: PlanRuns,
    private readonly facts: PlanFactsRepository,
    private readonly representatives: Representatives,
    private readonly reservations: Reservations,
    private readonly capabilities: Capabilities,
    private readonly meetings: PlannedMeetingsService,
    private readonly changes: Changes,
  ) {}

  async publish(viewer: Admitted, id: string, version: number): Promise<Published> {
    const edition = editionOf(viewer);
    const made = await this.database.write(async (transaction) => {
      await requireEditionPhase(transaction, edition.id, 'answer-meeting');
      const run = await this.runs.whole(edition.id, id, transaction, true);
      if (!run) throw noSuchRun(id);
      const plan = publishable(run, version);
      const now = new Date().toISOString();
      const made = await this.#made(transaction, edition.id, run.input, plan, now);
      await this.meetings.publish(transaction, viewer, edition.id, {
        runId: id,
        requestedBy: personOf(viewer).id,
        now,
        ...made,
      });
      await this.changes.record(transaction, viewer, {
        editionId: edition.id,
        streams: ['staff:organiser'],
        type: 'plan.changed',
        entityId: id,
        version: await this.runs.published(transaction, id),
      });
      return made;
    });
    return {
      run: await this.planRuns.read(viewer, id),
      made: made.make.length,
      moved: made.move.length,
      cancelled: made.cancel.length,
      uninterpreted: made.uninterpreted,
      refused: made.refused,
    };
  }

  async #made(
    transaction: Transaction,
    editionId: string,
    input: PlanInput,
    plan: Plan,
    now: string,
  ): Promise<MadeOfPlan> {
    await this.reservations.lockAll(transaction, editionId);
    const firms = await this.facts.firms(transaction, editionId);
    return meetingsOfPlan(input, plan, {
      now,
      hall: await this.representatives.hall(transaction, editionId, input),
      standing: await this.facts.standing(transaction, editionId, now),
      mayMeet: await this.facts.policy(transaction, editionId, firms),
      topicOf: await this.#topics(transaction, editionId, input),
    });
  }

  /** What each pair would talk about, by the names of the edition's list, and which control lists that touches. */
  async #topics(
    transaction: Transaction,
    editionId: string,
    { facts }: PlanInput,
  ): Promise<(a: string, b: string) => PlannedTopic> {
    const firmIds = facts.firms.map(({ id }) => id);
    const profiles = await this.facts.profiles(transaction, editionId, firmIds);
    const taxonomy = await this.capabilities.taxonomy(transaction, editionId);
    return (a, b) => {
      const [one, other] = [profiles.get(a), profiles.get(b)];
      const code = one && other ? topicOf(one, other) : null;
      const title =
        (code && taxonomy.byCode.get(code)?.title.en) || 'Planned by the secretariat from your wishes';
      const shared = one && other ? topicsOf(one, other) : [];
      return { title, controlEntries: controlEntriesIn(shared) };
    };
  }
}

function publishable(run: KeptRun, version: number): Plan {
  const plan = planOf(run);
  if (run.version !== version) {
    throw new DomainError(
      'version.stale',
      { current: run.version },
      `The run is at version ${run.version}, you have seen ${version}. Look at it again, then publish.`,
    );
  }
  if (run.state !== 'done' || run.publishedAt !== null || !plan) {
    throw new DomainError(
      'plan.not_ready',
      { state: run.state, publishedAt: run.publishedAt },
      run.publishedAt
        ? 'This plan is published already. Make a repair, or another plan for what is still wished.'
        : 'This run has no plan to publish. Start another.',
    );
  }
  return plan;
}
