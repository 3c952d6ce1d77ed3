import { Injectable } from '@nestjs/common';
import type { PlanDetail } from '@forum/contract/matchmaking/planning/plan-detail';
import type { PlanEvent, PlanRun, PlanSettings } from '@forum/contract/matchmaking/planning/plan-run';
import type { PlanEffect } from '@forum/contract/matchmaking/planning/publication';
import type { Infeasible, Plan } from '@forum/planner/plan/plan-result';
import { Database, type Transaction, type SqlReader } from '../../../database/database.ts';
import type { PlanInput } from '../facts/plan-input.ts';

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
  events: PlanEvent[];
  result: PlanOutcome | null;
}

const columns = `
  r.id, r.version, (select count(*)::int from plan_run o where o.edition_id = r.edition_id and (o.created_at, o.id) <= (r.created_at, r.id)) as number,
  (select coalesce(json_agg(json_build_object('event', e.event, 'firm', f.name, 'with', w.name, 'table', mt.label, 'interpreter', i.name) order by e.n), '[]')
   from jsonb_array_elements(r.events) with ordinality e (event, n) left join firm f on f.id = (e.event ->> 'firmId')::uuid
     left join firm w on w.id = (e.event ->> 'withFirmId')::uuid left join meeting_table mt on mt.id = (e.event ->> 'tableId')::uuid
     left join interpreter i on i.id = (e.event ->> 'interpreterId')::uuid) as happened,
  r.asked, r.kind, r.state, json_build_object('id', h.id, 'name', h.name) as hall, r.seed, r.seconds,
  r.iterations, utc(r.created_at) as "createdAt", p.display_name as "createdBy",
  utc(r.ended_at) as "endedAt", utc(r.published_at) as "publishedAt",
  coalesce(r.result -> 'answer' -> 'terms', '[]') as terms, coalesce((r.result ->> 'wanted')::int, r.wanted) as wanted,
  coalesce((r.result ->> 'held')::int, greatest(0, r.wanted - (r.progress -> -1 ->> 'leftOut')::int), 0) as held, coalesce((r.result ->> 'moved')::int, 0) as moved, r.failure`;
const tables =
  'from plan_run r join hall h on h.id = r.hall_id join person_in_edition p on p.edition_id = r.edition_id and p.id = r.created_by';

/** A run that nothing has been heard of for so long is lost: its server says twice a second that it is at work. */
const lostAfter = '12 seconds';

/** Runs of the planner as they are kept. */
@Injectable()
export class PlanRunsRepository {
  constructor(private readonly database: Database) {}

  list(editionId: string, reader: SqlReader = this.database.reader): Promise<PlanRun[]> {
    return reader.query<PlanRun>(
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
    reader: SqlReader = this.database.reader,
    lock = false,
  ): Promise<KeptRun | null> {
    const [run] = await reader.query<KeptRun>(
      `select ${columns}, r.progress, r.input, r.events, r.result ${tables} where r.edition_id = $1 and r.id = $2 ${lock ? 'for update of r' : ''}`,
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
      asked: PlanSettings;
      wanted: number;
      input: PlanInput;
      events: readonly PlanEvent[];
      follows: string | null;
      createdBy: string;
    },
  ): Promise<string> {
    const [row] = await transaction.query<{ id: string }>(
      `insert into plan_run (edition_id, hall_id, kind, seed, seconds, asked, wanted, input, events, follows, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
      [
        run.editionId,
        run.hallId,
        run.kind,
        run.seed,
        run.seconds,
        JSON.stringify(run.asked),
        run.wanted,
        JSON.stringify(run.input),
        JSON.stringify(run.events),
        run.follows,
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
  async giveUpLost(reader: SqlReader = this.database.reader): Promise<void> {
    await reader.query(
      `update plan_run set state = 'failed', failure = 'lost', ended_at = now(), version = version + 1
       where state = 'running' and alive_at < now() - interval '${lostAfter}'`,
    );
  }

  /** The publication of a hall's plans that is the latest, and when it was. */
  async lastPublished(
    transaction: Transaction,
    editionId: string,
    hallId: string,
  ): Promise<{ id: string; at: string } | null> {
    const [row] = await transaction.query<{ id: string; at: string }>(
      `select id, utc(published_at) as at from plan_run where edition_id = $1 and hall_id = $2 and published_at is not null
       order by published_at desc, id desc limit 1`,
      [editionId, hallId],
    );
    return row ?? null;
  }

  /** The publication that a run knew of when it began, and what its own has changed, if it was published. */
  async behind(
    transaction: Transaction,
    id: string,
  ): Promise<{ follows: string | null; effect: PlanEffect | null }> {
    const [row] = await transaction.query<{ follows: string | null; effect: PlanEffect | null }>(
      'select follows, effect from plan_run where id = $1',
      [id],
    );
    return row ?? { follows: null, effect: null };
  }

  async published(transaction: Transaction, id: string, effect: PlanEffect): Promise<number> {
    const [row] = await transaction.query<{ version: number }>(
      'update plan_run set published_at = now(), effect = $2, version = version + 1 where id = $1 returning version',
      [id, JSON.stringify(effect)],
    );
    return row?.version ?? 0;
  }
}
