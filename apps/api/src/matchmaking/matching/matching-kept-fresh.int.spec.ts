import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Admitted } from '../../http/viewer.ts';
import type { JournalTail } from '../../live/journal-tail.ts';
import type { LiveGateway } from '../../live/live.gateway.ts';
import type { Log } from '../../operations/log.ts';
import { eventually } from '../../testing/eventually.ts';
import type { MarketRepository } from './market.repository.ts';
import type { MatcherService } from './matcher.service.ts';
import { MatchingsService } from './matchings.service.ts';

const viewer = { edition: { id: 'edition' }, standing: { firmId: 'ours' } } as unknown as Admitted;
const following = { onChanges: () => undefined, isCurrent: true } as unknown as JournalTail;

let matchings: MatchingsService;
/** How many matchings were begun, and how many run now. */
let begun: number;
let running: number;
let most: number;
/** Ends the matchings that run: well, or with a failure. */
let end: ((failure?: Error) => void)[];
let told: string[];
let logged: unknown[];

const match = () =>
  new Promise((resolve, reject) => {
    const number = ++begun;
    most = Math.max(most, ++running);
    end.push((failure) => {
      running--;
      if (failure) reject(failure);
      else resolve({ freeSlotsOf: () => number, lists: new Map([['ours', String(number)]]), took: 0 });
    });
  });

beforeEach(() => {
  [begun, running, most, end, told, logged] = [0, 0, 0, [], [], []];
  const live = {
    tellComputed: (_edition: string, what: string, follows: (stream: string) => boolean) =>
      told.push(
        ...['firm:one', 'staff:organiser', 'accredited'].filter(follows).map((to) => `${what} ${to}`),
      ),
  } as unknown as LiveGateway;
  const markets = {
    read: () => Promise.resolve({ open: {}, pastToBoth: [] }),
  } as unknown as MarketRepository;
  const log = { warn: (...line: unknown[]) => logged.push(line) } as unknown as Log;
  matchings = new MatchingsService(markets, { match } as unknown as MatcherService, following, live, log);
});

/** Which matching is told to the firm's own people, and what is said of a newer one. */
const seen = (firmId = 'ours') => {
  const { matching, state } = matchings.seenBy(viewer, firmId);
  return [matching?.freeSlotsOf('') ?? null, state.newer];
};
const until = (isSo: () => boolean) => eventually(() => Promise.resolve(isSo()), Boolean);
/** Ends the matching that runs, and waits until it was told. */
async function finish(): Promise<void> {
  await until(() => end.length > 0);
  const before = told.length;
  end.shift()?.();
  await until(() => told.length > before);
}

describe('a matching', () => {
  it('is being computed when it is first asked for, and told to those who follow once it is there', async () => {
    expect(seen()).toEqual([null, 'computing']);
    await finish();
    expect(seen()).toEqual([1, 'none']);
    expect(told).toEqual(['matching firm:one']);
    matchings.beforeApplicationShutdown();
  });

  it('is told as it was while the next is computed by a change, without anybody asking again', async () => {
    seen();
    await finish();
    matchings.outdate('edition');
    expect(seen()).toEqual([1, 'computing']);
    await until(() => begun === 2);
    expect(seen()).toEqual([1, 'computing']);
    await finish();
    expect(seen()).toEqual([2, 'none']);
  });

  it('is computed once for a burst of changes, and once more for what changed meanwhile', async () => {
    seen();
    await finish();
    for (let n = 0; n < 50; n++) matchings.outdate('edition');
    await until(() => begun === 2);
    for (let n = 0; n < 50; n++) matchings.outdate('edition');
    await finish();
    expect(seen()).toEqual([2, 'computing']);
    await finish();
    expect([seen(), begun]).toEqual([[3, 'none'], 3]);
  });

  it('of one edition is never computed beside another, whoever they are for', async () => {
    expect([seen(), seen('theirs')]).toEqual([
      [null, 'computing'],
      [null, 'computing'],
    ]);
    await finish();
    await finish();
    expect(seen('theirs')).toEqual([2, 'none']);
    expect(most).toBe(1);
    expect(told).toEqual(['matching firm:one', 'matching staff:organiser']);
  });

  it('is told as it was when the next fails, which is logged and not tried again at every ask', async () => {
    seen();
    await finish();
    matchings.outdate('edition');
    await until(() => begun === 2);
    end.shift()?.(new Error('out of memory'));
    await until(() => logged.length === 1);
    for (let n = 0; n < 50; n++) expect(seen()).toEqual([1, 'delayed']);
    expect(begun).toBe(2);
    matchings.beforeApplicationShutdown();
  });

  it('is not computed for an edition that nobody has asked about', () => {
    matchings.outdate('edition');
    expect(begun).toBe(0);
  });
});
