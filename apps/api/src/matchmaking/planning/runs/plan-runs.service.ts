import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type * as planDetail from '@forum/contract/matchmaking/planning/plan-detail';
import type * as planRun from '@forum/contract/matchmaking/planning/plan-run';
import type * as planRuns from '@forum/contract/matchmaking/planning/plan-runs';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { instanceOfEdition } from '@forum/planner/edition/instance-of-edition';
import type { PlanInstance } from '@forum/planner/instance/instance';
import { Database, type Transaction, violatedConstraint } from '../../../database/database.ts';
import { type Admitted, editionOf, personOf } from '../../../http/viewer.ts';
import { type Author, Changes } from '../../../live/changes.ts';
import { HallsRepository, noSuchHall } from '../../../meetings/halls/halls.repository.ts';
import { Log } from '../../../operations/log.ts';
import { PlannerRun } from '../../planner-run.ts';
import { detailOf } from './plan-detail.ts';
import { makePlanInput } from '../facts/make-plan-input.ts';
import { PlanFactsLoader } from '../facts/plan-facts.ts';
import { planScope } from '../facts/plan-scope.ts';
import type { PlanInput } from '../facts/plan-input.ts';
import { askedOf, endOf, lastStep, placementsOf } from './plan-outcome.ts';
import { PlanRunsRepository } from './plan-runs.repository.ts';

type PlanRun = planRun.PlanRun;
type Progress = planDetail.PlanDetail['progress'];

/** Moving a meeting that people know of is worth as much as four breaks. */
const dearStay = 4;
const noteEvery = 500;
const mostNotes = 240;

/** What there is of a run under way. */
const unplanned = { slots: [], tables: [], firms: [], interpreters: [], meetings: [], conflict: null };

/** Runs the planner for a hall, in threads of its own, and tells the desk how far it is. */
@Injectable()
export class PlanRunsService implements BeforeApplicationShutdown {
  readonly #running = new Map<string, PlannerRun>();
  /** Runs that are not kept to their end yet. */
  readonly #followed = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly facts: PlanFactsLoader,
    private readonly halls: HallsRepository,
    private readonly runs: PlanRunsRepository,
    private readonly changes: Changes,
    private readonly log: Log,
  ) {}

  async list(viewer: Admitted): Promise<PlanRun[]> {
    const { id } = editionOf(viewer);
    await this.runs.giveUpLost();
    return this.runs.list(id);
  }

  /** @throws DomainError `not_found` */
  async scope(viewer: Admitted, hallId?: string): Promise<RouteOutput<typeof planRuns.readPlanScope>> {
    const { id } = editionOf(viewer);
    const halls = await this.halls.list(id);
    const hall = hallId ? halls.find((one) => one.id === hallId) : halls[0];
    if (hallId && !hall) throw noSuchHall(hallId);
    const now = new Date().toISOString();
    const atWork = await this.database.snapshot((transaction) =>
      this.facts.loadEdition(transaction, id, now),
    );
    return planScope(atWork, hall, now);
  }

  async read(viewer: Admitted, id: string): Promise<PlanRun> {
    const run = await this.runs.one(editionOf(viewer).id, id);
    if (!run) throw noSuchRun(id);
    return run;
  }

  async detail(viewer: Admitted, id: string): Promise<planDetail.PlanDetail> {
    const edition = editionOf(viewer);
    await this.runs.giveUpLost();
    const run = await this.runs.watched(edition.id, id);
    if (run?.state === 'running') return { ...run, ...unplanned };
    const whole = run && (await this.runs.whole(edition.id, id));
    if (!whole) throw noSuchRun(id);
    return detailOf(whole);
  }

  async start(viewer: Admitted, body: RouteInput<typeof planRuns.startPlanRun>['body']): Promise<PlanRun> {
    const edition = editionOf(viewer);
    if (this.#running.size > 0) throw isRunning();
    const now = new Date().toISOString();
    const { hallId, seed, seconds, events, ...asked } = body;
    const { facts, follows } = await this.database.snapshot(async (transaction) => ({
      facts: await this.facts.load(transaction, edition, hallId, now),
      follows: (await this.runs.lastPublished(transaction, edition.id, hallId))?.id ?? null,
    }));
    const input = makePlanInput(facts, body);
    const instance = instanceOfEdition(input.facts);
    const wanted = askedOf(instance, input).length;
    if (wanted + input.ended.length + input.closed.length + (input.away?.length ?? 0) === 0) {
      throw new DomainError(
        'plan.nothing',
        {},
        'There is nothing to plan: no two firms with a team wish to meet and do not meet already.',
      );
    }
    const id = await this.#begin({
      editionId: edition.id,
      hallId,
      kind: input.isRepair ? 'repair' : 'plan',
      ...{ seed, seconds, asked, wanted, input, events, follows },
      createdBy: personOf(viewer).id,
    });
    const began = Date.now();
    const progress: Progress = [];
    const run = new PlannerRun(instance, {
      seed,
      ...(asked.iterations === null ? { seconds } : { iterations: asked.iterations }),
      ...(input.isRepair && input.standing.length > 0
        ? { start: placementsOf(instance, input), stay: dearStay }
        : {}),
      onProgress: ({ leftOut, breaks, idleSlots, bound }) => {
        if (progress.length >= mostNotes) progress.splice(1, 1);
        progress.push({ after: Date.now() - began, leftOut, breaks, idleSlots, bound });
      },
    });
    const followed = { id, editionId: edition.id, author: viewer, instance, input, progress, began };
    this.#running.set(id, run);
    const kept = this.#follow(run, followed).finally(() => this.#followed.delete(kept));
    this.#followed.add(kept);
    return this.read(viewer, id);
  }

  /** Ends a run early, wherever it is being made. */
  async stop(viewer: Admitted, id: string): Promise<PlanRun> {
    await this.runs.giveUpLost();
    await this.runs.askToStop(editionOf(viewer).id, id);
    const run = await this.read(viewer, id);
    this.#running.get(run.id)?.cancel();
    return run;
  }

  /** The best plans so far are kept over a restart. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const run of this.#running.values()) run.cancel();
    await Promise.all(this.#followed);
  }

  /** Two that begin at the same time, on whichever servers, meet at the index. */
  async #begin(run: Parameters<PlanRunsRepository['insert']>[1]): Promise<string> {
    try {
      return await this.database.write(async (transaction) => {
        await this.runs.giveUpLost(transaction);
        return this.runs.insert(transaction, run);
      });
    } catch (error) {
      throw violatedConstraint(error) === 'plan_run_one_at_a_time' ? isRunning() : error;
    }
  }

  async #follow(
    run: PlannerRun,
    { id, editionId, author, instance, input, progress, began }: Followed,
  ): Promise<void> {
    let noted = 0;
    const tend = async () => {
      if (!(await this.runs.keepAlive(id))) run.cancel();
      if (progress.length === noted) return;
      noted = progress.length;
      await this.#note(id, editionId, author, progress);
    };
    const timer = setInterval(() => {
      tend().catch((error: unknown) => this.log.warn({ err: error }, 'the progress of a plan was not noted'));
    }, noteEvery);
    const answer = await run.answer().catch((error: Error) => error);
    clearInterval(timer);
    this.#running.delete(id);
    if (answer instanceof Error) this.log.error({ err: answer }, 'a plan failed');
    else if (answer.status === 'plan') progress.push(lastStep(answer, Date.now() - began));
    await this.database
      .write(async (transaction) => {
        const version = await this.runs.end(transaction, id, endOf(answer, instance, input, progress));
        if (version > 0) await this.#tell(transaction, author, editionId, id, version);
      })
      .catch((error: unknown) => this.log.error({ err: error }, 'the end of a plan was not kept'));
  }

  async #note(id: string, editionId: string, author: Author, progress: Progress): Promise<void> {
    await this.runs.noteProgress(id, progress);
    await this.database.write((transaction) => this.#tell(transaction, author, editionId, id, 1));
  }

  #tell(
    transaction: Transaction,
    author: Author,
    editionId: string,
    id: string,
    version: number,
  ): Promise<void> {
    return this.changes.record(transaction, author, {
      editionId,
      streams: ['staff:organiser'],
      type: 'plan.changed',
      entityId: id,
      version,
    });
  }
}

interface Followed {
  id: string;
  editionId: string;
  author: Author;
  instance: PlanInstance;
  input: PlanInput;
  progress: Progress;
  /** Milliseconds since 1970. */
  began: number;
}

const isRunning = () =>
  new DomainError('plan.running', {}, 'A plan is being made. Wait until it ends, or end it first.');

/** The refusal of a run that is not there. */
export const noSuchRun = (id: string) => new DomainError('not_found', { run: id }, 'There is no such run.');
