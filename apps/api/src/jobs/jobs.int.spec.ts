import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { pino } from 'pino';
import { createDataSource } from '../database/data-source.ts';
import { DatabaseUrl } from '../database/database-url.ts';
import { Database } from '../database/database.ts';
import { eventually } from '../testing/eventually.ts';
import { createTestDatabase, loginsOf } from '../testing/test-database.ts';
import { Jobs } from './jobs.ts';

let place: Awaited<ReturnType<typeof createTestDatabase>>;
let database: Database;
let jobs: Jobs;
beforeAll(async () => {
  place = await createTestDatabase();
  const url = DatabaseUrl.forServing(loginsOf(place.url));
  database = new Database(await createDataSource(url, 2).initialize());
  jobs = new Jobs(url, pino({ level: 'silent' }));
});
afterAll(async () => {
  await jobs.beforeApplicationShutdown();
  await database.source.destroy();
  await place.drop();
});

describe('a job that fails', () => {
  it('is tried again by itself: those that were fetched with it are done', async () => {
    const all = Array.from({ length: 20 }, () => ({ runId: randomUUID() }));
    const [bad] = all;
    const done: string[] = [];
    jobs.handle('tell-of-plan', ({ runId }) => {
      if (runId === bad?.runId) return Promise.reject(new Error('not this one'));
      done.push(runId);
      return Promise.resolve();
    });
    await jobs.start();
    await database.write((transaction) => jobs.enqueueAll(transaction, 'tell-of-plan', all));
    const states = () =>
      database.rows<{ state: string; count: number }>(
        `select state::text, count(*)::int as count from pgboss.job where name = 'tell-of-plan' group by state order by state`,
      );
    const settled = await eventually(states, (found) =>
      found.every(({ state }) => state !== 'created' && state !== 'active'),
    );
    expect(settled).toEqual(
      expect.arrayContaining([
        { state: 'completed', count: 19 },
        { state: 'retry', count: 1 },
      ]),
    );
    expect(done).toHaveLength(19);
  });
});

describe('a job that ends while the database is away', () => {
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: new URL('/postgres', place.url).href });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };

  it('is ended once the database is back', async () => {
    const name = new URL(place.url).pathname.slice(1);
    const signals = new EventEmitter();
    const begun = once(signals, 'begun');
    const released = once(signals, 'released');
    const own = new Jobs(DatabaseUrl.forServing(loginsOf(place.url)), pino({ level: 'silent' }));
    own.handle('tell-officers', async () => {
      signals.emit('begun');
      await released;
    });
    await own.start();
    await database.write((transaction) =>
      own.enqueue(transaction, 'tell-officers', {
        editionId: randomUUID(),
        meetingId: randomUUID(),
        version: 1,
        awaited: [],
      }),
    );
    await begun;
    await admin(`alter database ${name} allow_connections false`);
    await admin(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and application_name = 'forum-jobs'`,
    );
    signals.emit('released');
    await pause(1_000);
    await admin(`alter database ${name} allow_connections true`);
    const state = await eventually(
      () =>
        database.row<{ state: string }>(`select state::text from pgboss.job where name = 'tell-officers'`),
      (row) => row?.state !== 'active',
    );
    expect(state).toEqual({ state: 'completed' });
    await own.beforeApplicationShutdown();
  });
});
