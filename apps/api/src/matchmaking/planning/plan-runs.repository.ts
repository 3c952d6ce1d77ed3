import { Injectable } from '@nestjs/common';
import { type PlanDetail, type PlanRun } from '@forum/contract/planning';
import { type Infeasible, type Plan } from '@forum/planner/plan/plan-result';
import { Database, type Transaction } from '../../database/database.ts';
import { type PlanInput } from './plan-input.ts';

/** What a run has found, and what its publication made of it. */
export interface PlanOutcome {
  answer: Plan | Infeasible;
  wanted: number;
  held: number;
  moved: number;
}

/** A run with how far it had come, and when. */
interface WatchedRun extends PlanRun {
  progress: PlanDetail['progress'];
}

/** A run with all that it was given and found. */
export interface KeptRun extends WatchedRun {
  input: PlanInput;
  result: PlanOutcome | null;
}

const columns = `
  r.id, r.version, r.kind, r.state, json_build_object('id', h.id, 'name', h.name) as hall, r.seed, r.seconds,
  r.iterations, utc(r.created_at) as "createdAt", p.display_name as "createdBy",
  utc(r.ended_at) as "endedAt", utc(r.published_at) as "publishedAt",
  coalesce(r.result -> 'answer' -> 'terms', '[]') as terms, coalesce((r.result ->> 'wanted')::int, 0) as wanted,
  coalesce((r.result ->> 'held')::int, 0) as held, coalesce((r.result ->> 'moved')::int, 0) as moved, r.failure`;
const tables = 'from plan_run r join hall h on h.id = r.hall_id join person p on p.id = r.created_by';

/** Much longer than a server that makes a run is silent about it. */
const lostAfter = '30 seconds';

/** Runs of the planner as they are kept. */
@Injectable()
export class PlanRunsRepository {
  constructor(private readonly database: Database) {}

  list(editionId: string, transaction: Transaction = this.database.reader): Promise<PlanRun[]> {
    return transaction.query<PlanRun>(
      `select ${columns} ${tables} where r.edition_id = $1 order by r.created_at desc, r.id desc limit 50`,
      [editionId],
    );
  }

  async one(editionId: string, id: string): Promise<PlanRun | null> {
    return this.database.row<PlanRun>(`select ${columns} ${tables} where r.edition_id = $1 and r.id = $2`, [
      editionId,
      id,
    ]);
  }

  watched(editionId: string, id: string): Promise<WatchedRun | null> {
    return this.database.row<WatchedRun>(
      `select ${columns}, r.progress ${tables} where r.edition_id = $1 and r.id = $2`,
      [editionId, id],
    );
  }

  /** One run with everything; `lock` keeps others from changing it meanwhile. */
  async whole(
    editionId: string,
    id: string,
    transaction: Transaction = this.database.reader,
    lock = false,
  ): Promise<KeptRun | null> {
    const [run] = await transaction.query<KeptRun>(
      `select ${columns}, r.progress, r.input, r.result ${tables} where r.edition_id = $1 and r.id = $2 ${lock ? 'for update of r' : ''}`,
      [editionId, id],
    );
    return run ?? null;
  }

  async insert(
    transaction: Transaction,
    run: {
      editionId: string;
      hallId: string;
      kind: PlanRun['kind'];
      seed: number;
      seconds: number;
      input: PlanInput;
      events: unknown;
      createdBy: string;
    },
  ): Promise<string> {
    const [row] = await transaction.query<{ id: string }>(
      `insert into plan_run (edition_id, hall_id, kind, seed, seconds, input, events, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [
        run.editionId,
        run.hallId,
        run.kind,
        run.seed,
        run.seconds,
        JSON.stringify(run.input),
        JSON.stringify(run.events),
        run.createdBy,
      ],
    );
    return row?.id ?? '';
  }

  async noteProgress(id: string, progress: WatchedRun['progress']): Promise<void> {
    await this.database.rows('update plan_run set progress = $2 where id = $1 and state = $3', [
      id,
      JSON.stringify(progress),
      'running',
    ]);
  }

  /** Says that a run is still being made; answers whether it should go on. */
  async keepAlive(id: string): Promise<boolean> {
    const row = await this.database.row<{ goesOn: boolean }>(
      `update plan_run set alive_at = now() where id = $1 and state = 'running'
       returning stop_asked_at is null as "goesOn"`,
      [id],
    );
    return row?.goesOn ?? false;
  }

  /** Whichever server makes it looks soon. */
  async askToStop(editionId: string, id: string): Promise<void> {
    await this.database.rows(
      `update plan_run set stop_asked_at = now() where edition_id = $1 and id = $2 and state = 'running'`,
      [editionId, id],
    );
  }

  /** Ends a run; answers its new version, or 0 when it was given up as lost meanwhile. */
  async end(
    transaction: Transaction,
    id: string,
    ended: {
      state: PlanRun['state'];
      iterations: number | null;
      progress: WatchedRun['progress'];
      result: PlanOutcome | null;
      failure: string | null;
    },
  ): Promise<number> {
    const [row] = await transaction.query<{ version: number }>(
      `update plan_run set state = $2, iterations = $3, progress = $4, result = $5, failure = $6, ended_at = now(),
         version = version + 1
       where id = $1 and state = 'running' returning version`,
      [
        id,
        ended.state,
        ended.iterations,
        JSON.stringify(ended.progress),
        ended.result && JSON.stringify(ended.result),
        ended.failure,
      ],
    );
    return row?.version ?? 0;
  }

  /** A run whose server went away will not end by itself. */
  async giveUpLost(transaction: Transaction = this.database.reader): Promise<void> {
    await transaction.query(
      `update plan_run set state = 'failed', failure = 'lost', ended_at = now(), version = version + 1
       where state = 'running' and alive_at < now() - interval '${lostAfter}'`,
    );
  }

  async published(transaction: Transaction, id: string): Promise<number> {
    const [row] = await transaction.query<{ version: number }>(
      'update plan_run set published_at = now(), version = version + 1 where id = $1 returning version',
      [id],
    );
    return row?.version ?? 0;
  }
}
