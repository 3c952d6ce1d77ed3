import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import type { Answered } from './refusable.ts';
import { Threads, type ThreadPool } from './threads.ts';

interface Script {
  spin(milliseconds: number): Promise<Answered<{ thread: number }>>;
  refuse(reason: string): Promise<Answered<never>>;
  hoard(nothing: null): Promise<Answered<never>>;
}

let threads: Threads;
const script = path.join(import.meta.dirname, '../testing/trial-thread.mjs');
const limits = { script, threads: 1, waiting: 2, seconds: 60, megabytes: 64 };
const open = (given: Partial<typeof limits> = {}): ThreadPool<Script> =>
  threads.open({ ...limits, ...given });

beforeAll(() => {
  threads = new Threads();
});
afterAll(() => threads.onApplicationShutdown());

describe('work for a thread', () => {
  it('is done in another thread, while the event loop goes on', async () => {
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 1);
    const { thread } = await open().run('spin', 200);
    clearInterval(turning);
    expect(thread).not.toBe(threadId);
    expect(turns).toBeGreaterThan(10);
  });

  it('that is refused arrives as the same refusal', async () => {
    await expect(open().run('refuse', 'a reason')).rejects.toMatchObject({
      code: 'import.unreadable',
      details: { reason: 'a reason' },
    });
  });

  it('that goes on for too long is ended, and the next is done by a new thread', async () => {
    const pool = open({ seconds: 1 });
    await expect(pool.run('spin', Infinity)).rejects.toMatchObject({ limit: 'time' });
    const after = open();
    expect((await after.run('spin', 0)).thread).not.toBe(threadId);
  });

  it('that needs too much memory is ended, and the next is done all the same', async () => {
    const pool = open();
    await expect(pool.run('hoard', null)).rejects.toMatchObject({ limit: 'memory' });
    expect((await pool.run('spin', 0)).thread).not.toBe(threadId);
  });

  it('is refused when as many wait as may, and done when they are through', async () => {
    const pool = open();
    const asked = Array.from({ length: 6 }, () => pool.run('spin', 50));
    const answers = await Promise.allSettled(asked);
    const refused = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason as object] : []));
    expect(refused.length).toBeGreaterThan(0);
    expect(refused).toEqual(refused.map(() => expect.objectContaining({ code: 'temporarily.unavailable' })));
    expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(1);
    expect((await pool.run('spin', 0)).thread).not.toBe(threadId);
  });

  it('under way ends with the server', async () => {
    const pool = open();
    const ended = expect(pool.run('spin', Infinity)).rejects.toThrow();
    await pool.close();
    await ended;
  });
});
