import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { NewlyAwaited } from '@forum/domain/export-control/awaited';
import type { MeetingNews } from '@forum/domain/meetings/meeting-news';
import type { MeetingParty } from '@forum/domain/meetings/meeting-state';
import PgBoss from 'pg-boss';
import { DatabaseUrl } from '../database/database-url.ts';
import type { Transaction } from '../database/database.ts';
import { Log } from '../operations/log.ts';
import { QueueConnections } from './queue-connections.ts';

/** What is done outside a request. Every job may run more than once, so its handler is idempotent. */
export interface JobData {
  /** Mail the people concerned what is new of a meeting. */
  'tell-of-meeting': {
    meetingId: string;
    version: number;
    /** How often time, place or people had changed with this step; a mail of an earlier one is overtaken. */
    sequence: number;
    news: MeetingNews;
    /** The side that is told; null for all who take part. */
    to: MeetingParty | null;
    message: string;
    /** The side that can no longer come, where that is the news. */
    gone?: MeetingParty;
    /** Who took the step; nobody where the forum did by itself. */
    by?: MeetingParty | 'host';
    /** Those who took part until now. */
    left: { personId: string; side: MeetingParty }[];
  };
  /** Mail the export officers of the sides whose release of a meeting is awaited from this version on. */
  'tell-officers': {
    editionId: string;
    meetingId: string;
    version: number;
    awaited: (NewlyAwaited & { firmId: string })[];
  };
  /** Mail everybody of a published plan their meetings, once. */
  'tell-of-plan': { runId: string };
  /** Remind of and expire open requests for meetings. */
  'tend-meetings': Record<string, never>;
  /** Remind firms whose wishes are missing when the deadline comes near. */
  'tend-wishes': Record<string, never>;
  /** Mail the auditor where the journals stand. */
  'mail-heads': Record<string, never>;
  /** Remove what was kept long enough. */
  tidy: Record<string, never>;
}

export type JobName = keyof JobData;

/** All kinds; each has a queue. */
export const jobNames: readonly JobName[] = [
  'tell-of-meeting',
  'tell-officers',
  'tell-of-plan',
  'tend-meetings',
  'tend-wishes',
  'mail-heads',
  'tidy',
];

/** What is done by itself, and how often. */
const schedules = [
  ['tend-meetings', '* * * * *'],
  ['tend-wishes', '*/10 * * * *'],
  ['mail-heads', '40 4 * * *'],
  ['tidy', '17 * * * *'],
] as const;

/** The work that is done later, kept in PostgreSQL and enqueued in the transaction of the write that asks for it. */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  readonly #boss: PgBoss;
  readonly #connections: QueueConnections;
  readonly #handlers = new Map<JobName, (data: never) => Promise<void>>();

  constructor(
    url: DatabaseUrl,
    private readonly log: Log,
  ) {
    this.#connections = new QueueConnections(
      { connectionString: url.value, options: url.options(), application_name: 'forum-jobs', max: 4 },
      (error) => this.#interrupted(error),
    );
    this.#boss = new PgBoss({
      db: this.#connections,
      migrate: false,
      schema: 'pgboss',
      archiveCompletedAfterSeconds: 300,
      deleteAfterDays: 1,
      retentionDays: 7,
    });
    this.#boss.on('error', (error) => this.#interrupted(error));
  }

  /** Says who does a kind of job; before the start. */
  handle<Name extends JobName>(name: Name, handler: (data: JobData[Name]) => Promise<void>): void {
    this.#handlers.set(name, handler as (data: never) => Promise<void>);
  }

  /** Begins to work, on queues that `prepareQueues` made. */
  async start(): Promise<void> {
    await this.#boss.start();
    for (const [name, handler] of this.#handlers) {
      await this.#boss.work(name, { pollingIntervalSeconds: 0.5, batchSize: 20 }, async (jobs) => {
        for (const job of jobs) await this.#settle(name, handler, job);
      });
    }
    await this.#endOldSchedules();
    for (const [name, when] of schedules) {
      if (this.#handlers.has(name)) await this.#boss.schedule(name, when, {});
    }
  }

  /** Those that a former release made. */
  async #endOldSchedules(): Promise<void> {
    const names = new Set<string>(schedules.map(([name]) => name));
    for (const { name } of await this.#boss.getSchedules()) {
      if (!names.has(name)) await this.#boss.unschedule(name);
    }
  }

  /** Enqueues in the caller's transaction: the job exists if and only if the write does. */
  async enqueue<Name extends JobName>(
    transaction: Transaction,
    name: Name,
    data: JobData[Name],
    options: { startAfter?: Date; once?: string } = {},
  ): Promise<void> {
    await this.#boss.send(name, data, {
      ...(options.startAfter ? { startAfter: options.startAfter } : {}),
      ...(options.once ? { singletonKey: options.once } : {}),
      db: { executeSql: async (text, values) => ({ rows: await transaction.query(text, values) }) },
    });
  }

  /** Enqueues many of one kind in one statement. */
  async enqueueAll<Name extends JobName>(
    transaction: Transaction,
    name: Name,
    all: readonly JobData[Name][],
  ): Promise<void> {
    await this.#boss.insert(
      all.map((data) => ({ name, data })),
      { db: { executeSql: async (text, values) => ({ rows: await transaction.query(text, values) }) } },
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#boss.stop({ graceful: true, wait: true, timeout: 8_000 }).catch((error: unknown) => {
      this.log.warn({ err: error }, 'jobs were returned unfinished');
    });
    await this.#connections.close();
  }

  #interrupted(error: Error): void {
    this.log.warn({ err: error }, 'jobs are interrupted');
  }

  /** A job that fails is tried again by itself: those that were fetched with it are done, and stay so. */
  async #settle(
    name: JobName,
    handler: (data: never) => Promise<void>,
    { id, data }: PgBoss.Job<unknown>,
  ): Promise<void> {
    try {
      await handler(data as never);
    } catch (error) {
      this.log.warn({ err: error, job: name, id }, 'a job failed and is tried again');
      await this.#boss.fail(name, id, { message: String(error) });
    }
  }
}
