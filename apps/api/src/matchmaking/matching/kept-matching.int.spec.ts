import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { KeptMatching } from './kept-matching.ts';
import type { EditionMatching } from './matcher.service.ts';

let kept: KeptMatching;
/** Whom the matchings that are made suggest, one after the other; the last is made again and again. */
let lists: string[][];
let told: number;

const minute = 60_000;

const matchingOf = (names: string[]): EditionMatching => ({
  lists: new Map([['ours', JSON.stringify(names)]]),
  suggestions: () => names.map((firmId) => ({ firmId, score: 1, why: 'score' })),
  explain: () => null,
  freeSlotsOf: () => null,
  took: 0,
});

beforeEach(async () => {
  jest.useFakeTimers();
  told = 0;
  lists = [
    ['hanbit', 'kestrel'],
    ['kestrel', 'nordlys'],
  ];
  kept = new KeptMatching({
    make: () => Promise.resolve(matchingOf((lists.length > 1 ? lists.shift() : lists[0]) ?? [])),
    isFollowing: () => true,
    tell: () => void told++,
    failed: (error) => {
      throw error;
    },
  });
  kept.ask();
  await jest.advanceTimersByTimeAsync(0);
});
afterEach(() => {
  kept.stop();
  jest.useRealTimers();
});

/** What is told of a firm's list, without those who may not be met. */
function seen(barred: string[] = []) {
  const { matching, state } = kept.ask();
  const names = matching?.suggestions('ours').map(({ firmId }) => firmId) ?? [];
  return { names: names.filter((name) => !barred.includes(name)), newer: state.newer, told };
}
const asOf = () => Date.parse(kept.ask().state.asOf ?? '');

const both = { names: ['hanbit', 'kestrel'], newer: 'none', told: 1 };
const without = { names: ['kestrel'], newer: 'computing', told: 2 };
const another = { names: ['kestrel', 'nordlys'], newer: 'none', told: 3 };

describe('a firm that leaves a list', () => {
  it('because it became full, is gone before another takes its place', async () => {
    expect(seen()).toEqual(both);
    await jest.advanceTimersByTimeAsync(minute);
    const before = asOf();
    await jest.advanceTimersByTimeAsync(0);
    expect(seen()).toEqual(without);
    expect(asOf()).toBeGreaterThan(before);
    await jest.advanceTimersByTimeAsync(100);
    expect(seen()).toEqual(another);
  });

  it('because it must not be met, leaves in the same two steps', async () => {
    expect(seen()).toEqual(both);
    await jest.advanceTimersByTimeAsync(minute - 1);
    const before = asOf();
    kept.outdate();
    expect(seen(['hanbit'])).toEqual(without);
    expect(asOf()).toBeGreaterThan(before);
    await jest.advanceTimersByTimeAsync(100);
    expect(seen(['hanbit'])).toEqual(another);
  });
});

describe('a matching that nothing but time has outdated', () => {
  it('is made again without a word when it suggests the same', async () => {
    lists = [['hanbit', 'kestrel']];
    await jest.advanceTimersByTimeAsync(minute);
    const before = asOf();
    expect(seen()).toEqual(both);
    await jest.advanceTimersByTimeAsync(0);
    expect(asOf()).toBeGreaterThan(before);
    expect(seen()).toEqual(both);
  });

  it('never goes back in time', async () => {
    let last = asOf();
    for (let step = 0; step < 20; step++) {
      if (step % 3 === 0) kept.outdate();
      await jest.advanceTimersByTimeAsync(30);
      expect(asOf()).toBeGreaterThanOrEqual(last);
      last = asOf();
    }
  });
});

describe('a matching that was there only after two seconds', () => {
  it.each([
    ['at once, when all but the work was the start of its thread', 10, 100],
    ['after a rest, when it was work', 2_000, 5_000],
  ])('is followed by the next %s', async (_, took, rest) => {
    let made = 0;
    const slow = new KeptMatching({
      make: async () => {
        await new Promise((resolve) => setTimeout(resolve, 2_000));
        made++;
        return { ...matchingOf(['hanbit']), took };
      },
      isFollowing: () => true,
      tell: () => undefined,
      failed: (error) => {
        throw error;
      },
    });
    slow.ask();
    await jest.advanceTimersByTimeAsync(2_000);
    slow.outdate();
    await jest.advanceTimersByTimeAsync(rest + 1_999);
    expect(made).toBe(1);
    await jest.advanceTimersByTimeAsync(2);
    slow.stop();
    expect(made).toBe(2);
  });
});
