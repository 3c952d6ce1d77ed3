import { afterEach, describe, expect, it } from '@jest/globals';
import { QueryClient, QueryObserver } from '@tanstack/query-core';
import { ProblemError } from '../http.ts';
import { askFailedAgain } from './ask-failed-again.ts';
import type { LiveStatus } from './live-state.ts';

type State = LiveStatus['state'];

const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
afterEach(() => client.clear());

/** A connection whose state is set by hand. */
function connection() {
  const listeners = new Set<() => void>();
  let state: State = 'live';
  return {
    get: (): LiveStatus => ({ state, since: null, clockOffset: 0 }),
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    become(next: State) {
      state = next;
      for (const listener of listeners) listener();
    },
  };
}

const refusal = (code: string, status: number) =>
  new ProblemError({ type: 'about:blank', title: code, detail: code, code, status });

/** A list on the screen that cannot be read at first; how often it was asked for. */
async function listThatFails(error: Error) {
  let asked = 0;
  const observer = new QueryObserver(client, {
    queryKey: [error.message],
    queryFn: () => (++asked === 1 ? Promise.reject(error) : Promise.resolve('read')),
  });
  /** What is read once nothing is asked for any more. */
  const read = () =>
    new Promise((resolve) => {
      observer.subscribe(({ isFetching, data }) => {
        if (!isFetching) resolve(data);
      });
    });
  await read();
  return { asked: () => asked, read };
}

describe('a list that could not be read', () => {
  it.each<[State, State, Error]>([
    ['stalled', 'live', refusal('temporarily.unavailable', 503)],
    ['offline', 'live', refusal('network.offline', 0)],
    ['polling', 'live', refusal('internal', 500)],
    ['offline', 'polling', refusal('network.offline', 0)],
  ])('is asked for again when the forum comes back from %s to %s', async (away, back, error) => {
    const status = connection();
    const stop = askFailedAgain(client, status);
    const list = await listThatFails(error);
    status.become(away);
    expect(list.asked()).toBe(1);
    status.become(back);
    expect(client.isFetching()).toBe(1);
    expect(await list.read()).toBe('read');
    stop();
  });

  it('is not asked for again where it was refused', async () => {
    const status = connection();
    askFailedAgain(client, status);
    const list = await listThatFails(refusal('not_found', 404));
    status.become('stalled');
    status.become('live');
    expect([client.isFetching(), list.asked()]).toEqual([0, 1]);
  });
});
