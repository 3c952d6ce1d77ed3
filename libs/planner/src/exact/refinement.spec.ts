import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { checkPlan } from '../checker/check-plan.ts';
import { plan } from '../plan/plan.ts';
import { anyTinyInstance } from '../testing/any-instance.ts';
import { instanceOf, plainFirm, plainMeeting } from '../testing/planted-instance.ts';
import { tryAll } from '../testing/try-all.ts';

/** Long enough for its plans to be refined. */
const long = { seed: 1, iterations: 25_000 * 6 };

describe('a long run', () => {
  it('finds the best that trying everything finds, and claims no bound above it', () => {
    fc.assert(
      fc.property(anyTinyInstance, (instance) => {
        const best = tryAll(instance);
        if (best === null) return;
        const found = plan(instance, long);
        if (found.status !== 'plan') throw new Error(found.sentence);
        expect([found.objective, found.leftOut]).toEqual([best, []]);
        expect(found.bound).toBeLessThanOrEqual(best);
      }),
      // A search finds nearly always the best, not always: the same instances each time.
      { numRuns: 100, seed: 7 },
    );
  });

  // Everyone meets everyone at one table: somebody always waits, though each alone need not.
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const meetings = names.flatMap((one, n) => names.slice(n + 1).map((other) => [one, other] as const));
  const instance = instanceOf({
    slots: 21,
    count: 1,
    firms: names.map((id) => plainFirm(id)),
    meetings: meetings.map(([one, other], n) => plainMeeting(String(n), [one, other])),
  });
  const iterations = 30_000 * meetings.length;

  it('is replayed by its iterations when it was stopped while refining', () => {
    const shouldStop = (done: number) => done >= iterations / 2;
    const stopped = plan(
      { ...instance, rules: { ...instance.rules, fairness: null } },
      { seed: 1, iterations, shouldStop },
    );
    if (stopped.status !== 'plan') throw new Error(stopped.sentence);
    expect(stopped.searched).toBeGreaterThanOrEqual(iterations / 2);
    expect(
      checkPlan(instance, stopped.placements).violations.filter(({ rule }) => rule !== 'fairness'),
    ).toEqual([]);
    const again = plan(
      { ...instance, rules: { ...instance.rules, fairness: null } },
      { seed: 1, iterations: stopped.iterations },
    );
    expect(again).toEqual(stopped);
  });
});
