import { Injectable } from '@nestjs/common';
import type * as contract from '@forum/contract/matchmaking/planning/publication';
import { DomainError } from '@forum/domain/errors';
import type { Plan } from '@forum/planner/plan/plan-result';
import type { RouteOutput } from '@forum/contract/route';
import { Database } from '../../../database/database.ts';
import { requireEditionPhase } from '../../../editions/edition-phase.repository.ts';
import { type Admitted, editionOf, personOf } from '../../../http/viewer.ts';
import { Changes } from '../../../live/changes.ts';
import { PlannedMeetingsService } from '../../../meetings/planned/planned-meetings.service.ts';
import { ReservationsService } from '../../../reservations/reservations.service.ts';
import { keepAbsences } from '../facts/firm-absences.repository.ts';
import { planOf } from '../runs/plan-detail.ts';
import { PlanMakingService } from './plan-making.service.ts';
import { type KeptRun, PlanRunsRepository } from '../runs/plan-runs.repository.ts';
import { noSuchRun, PlanRunsService } from '../runs/plan-runs.service.ts';

type Published = RouteOutput<typeof contract.publishPlanRun>;
type Effect = RouteOutput<typeof contract.readPlanEffect>;

/** Turns a plan into meetings: people and tables booked, everybody told once. */
@Injectable()
export class PlanPublicationService {
  constructor(
    private readonly database: Database,
    private readonly runs: PlanRunsRepository,
    private readonly planRuns: PlanRunsService,
    private readonly making: PlanMakingService,
    private readonly reservations: ReservationsService,
    private readonly meetings: PlannedMeetingsService,
    private readonly changes: Changes,
  ) {}

  /** What publishing a run changes: it is told before, and kept after. */
  effect(viewer: Admitted, id: string): Promise<Effect> {
    const edition = editionOf(viewer);
    return this.database.snapshot(async (transaction) => {
      const run = await this.runs.whole(edition.id, id, transaction);
      if (!run) throw noSuchRun(id);
      const { effect } = await this.runs.behind(transaction, id);
      const plan = planOf(run);
      if (effect || !plan || run.publishedAt) return { effect, overtakenAt: null };
      const now = new Date().toISOString();
      const made = await this.making.of(transaction, edition.id, { run, plan, now });
      return { effect: made.effect, overtakenAt: made.overtakenAt };
    });
  }

  async publish(viewer: Admitted, id: string, version: number): Promise<Published> {
    const edition = editionOf(viewer);
    const effect = await this.database.write(async (transaction) => {
      await requireEditionPhase(transaction, edition.id, 'answer-meeting');
      await this.reservations.lockAll(transaction, edition.id);
      const run = await this.runs.whole(edition.id, id, transaction, true);
      if (!run) throw noSuchRun(id);
      requireSeen(run, version);
      const plan = publishable(run);
      const now = new Date().toISOString();
      const { made, requests, effect, overtakenAt } = await this.making.of(transaction, edition.id, {
        run,
        plan,
        now,
      });
      if (overtakenAt) throw overtaken(overtakenAt);
      const saidBy = personOf(viewer).id;
      await this.meetings.publish(transaction, viewer, edition.id, {
        runId: id,
        requestedBy: saidBy,
        now,
        requests,
        ...made,
      });
      await keepAbsences(transaction, edition.id, { events: run.events, saidBy, now });
      await this.changes.record(transaction, viewer, {
        editionId: edition.id,
        streams: ['staff:organiser'],
        type: 'plan.changed',
        entityId: id,
        version: await this.runs.published(transaction, id, effect),
      });
      return effect;
    });
    const { changes: _, stays: __, ...told } = effect;
    return { run: await this.planRuns.read(viewer, id), ...told };
  }
}

function requireSeen(run: KeptRun, version: number): void {
  if (run.version === version) return;
  throw new DomainError(
    'version.stale',
    { current: run.version },
    `The run is at version ${run.version}, you have seen ${version}. Look at it again, then publish.`,
  );
}

function publishable(run: KeptRun): Plan {
  const plan = planOf(run);
  if (run.state === 'done' && run.publishedAt === null && plan) return plan;
  throw new DomainError(
    'plan.not_ready',
    { state: run.state, publishedAt: run.publishedAt },
    run.publishedAt
      ? 'This plan is published already. Make a repair, or another plan for what is still wished.'
      : 'This run has no plan to publish. Start another.',
  );
}

const overtaken = (at: string) =>
  new DomainError(
    'plan.overtaken',
    { publishedAt: at },
    `Another plan of this hall was published at ${at}, after this run had begun. Plan again, and publish what you see then.`,
  );
