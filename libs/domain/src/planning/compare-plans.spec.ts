import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { breaksOf, comparePlans, type PlannedMeeting } from './compare-plans.ts';

const oneDay = () => 0;
const meeting = (a: string, b: string, slot: number, table = 'T1'): PlannedMeeting => ({
  id: `${a}~${b}`,
  firms: [a, b],
  slot,
  table,
});

describe('breaks of a firm', () => {
  it('are gaps between first and last meeting, each counted once whatever its length', () => {
    expect(breaksOf([0, 1, 4, 9], oneDay)).toBe(2);
    expect(breaksOf([3], oneDay)).toBe(0);
    expect(breaksOf([], oneDay)).toBe(0);
  });

  it('do not reach from one day to the next', () => {
    expect(breaksOf([0, 5], (slot) => (slot < 3 ? 0 : 1))).toBe(0);
  });
});

describe('two plans', () => {
  it('tell who gains, who loses and who moves, the losers first', () => {
    const before = [meeting('a', 'b', 0), meeting('b', 'c', 2)];
    const after = [meeting('a', 'b', 1), meeting('a', 'd', 0)];
    expect(comparePlans(before, after, oneDay)).toEqual([
      { firmId: 'c', gained: [], lost: ['b'], moved: [], breaks: [0, 0] },
      { firmId: 'b', gained: [], lost: ['c'], moved: ['a'], breaks: [1, 0] },
      { firmId: 'a', gained: ['d'], lost: [], moved: ['b'], breaks: [0, 0] },
      { firmId: 'd', gained: ['a'], lost: [], moved: [], breaks: [0, 0] },
    ]);
  });

  it('leave out firms that only change their table', () => {
    expect(comparePlans([meeting('a', 'b', 0, 'T1')], [meeting('a', 'b', 0, 'T2')], oneDay)).toEqual([]);
  });

  const anyPlan = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
      selector: ([a, b]) => [a, b].sort().join(),
      maxLength: 12,
    })
    .chain((pairs) =>
      fc.tuple(
        ...pairs
          .filter(([a, b]) => a !== b)
          .map(([a, b]) => fc.nat(8).map((slot) => meeting(`f${a}`, `f${b}`, slot))),
      ),
    );

  it('are compared the same way round from both sides', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (one, other) => {
        const there = comparePlans(one, other, oneDay);
        const back = new Map(comparePlans(other, one, oneDay).map((change) => [change.firmId, change]));
        expect(back.size).toBe(there.length);
        for (const { firmId, gained, lost, breaks } of there) {
          expect(back.get(firmId)?.lost).toEqual(gained);
          expect(back.get(firmId)?.gained).toEqual(lost);
          expect(back.get(firmId)?.breaks).toEqual([breaks[1], breaks[0]]);
        }
      }),
    );
  });

  it('that are the same have nothing to tell', () => {
    fc.assert(fc.property(anyPlan, (plan) => expect(comparePlans(plan, plan, oneDay)).toEqual([])));
  });
});
