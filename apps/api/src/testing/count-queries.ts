import { jest } from '@jest/globals';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Server } from 'node:http';
import type { TestForum } from './test-forum.ts';

/** How often it is asked: what the server remembers of who asks may be dropped before any of these, not before each. */
const times = 5;

/** What is done to answer what is asked. */
const answering = new AsyncLocalStorage<true>();

/**
 * How many statements the server sends to the database to answer what is asked, begin and commit not counted, nor what
 * jobs do meanwhile: the fewest of several times, because the server remembers who asks only for a while.
 */
export async function countQueries<Result>(
  forum: TestForum,
  ask: () => Promise<Result>,
): Promise<{ queries: number; result: Result }> {
  await ask();
  const counts = [];
  for (let n = 0; n < times; n++) counts.push(await countOnce(forum, ask));
  return counts.reduce((fewest, one) => (one.queries < fewest.queries ? one : fewest));
}

async function countOnce<Result>(
  forum: TestForum,
  ask: () => Promise<Result>,
): Promise<{ queries: number; result: Result }> {
  let queries = 0;
  const server = forum.app.getHttpServer() as Server;
  const emit = server.emit.bind(server);
  const { source } = forum.database;
  const create = source.createQueryRunner.bind(source);
  const spies = [
    jest.spyOn(server, 'emit').mockImplementation((event: string | symbol, ...sent: unknown[]) => {
      const tell = () => emit(event as 'request', ...(sent as [never, never]));
      return event === 'request' ? answering.run(true, tell) : tell();
    }),
    jest.spyOn(source, 'createQueryRunner').mockImplementation((...mode) => {
      const runner = create(...mode);
      const query = runner.query.bind(runner);
      runner.query = ((...sent: Parameters<typeof query>) => {
        if (answering.getStore()) queries++;
        return query(...sent);
      }) as typeof runner.query;
      return runner;
    }),
  ];
  try {
    return { result: await ask(), queries };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
