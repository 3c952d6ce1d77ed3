import { jest } from '@jest/globals';
import { type TestForum } from './test-forum.ts';

/**
 * How many statements the server sends to the database while something is done, begin and commit not counted. It is done
 * once before, so that the server remembers who asks.
 */
export async function countQueries<Result>(
  forum: TestForum,
  act: () => Promise<Result>,
): Promise<{ queries: number; result: Result }> {
  await act();
  let queries = 0;
  const { source } = forum.database;
  const create = source.createQueryRunner.bind(source);
  const spy = jest.spyOn(source, 'createQueryRunner').mockImplementation((...mode) => {
    const runner = create(...mode);
    const query = runner.query.bind(runner);
    runner.query = ((...sent: Parameters<typeof query>) => {
      queries++;
      return query(...sent);
    }) as typeof runner.query;
    return runner;
  });
  try {
    return { result: await act(), queries };
  } finally {
    spy.mockRestore();
  }
}
