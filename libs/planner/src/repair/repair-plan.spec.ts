import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkPlan } from '../checker/check-plan.ts';
import { plan } from '../plan/plan.ts';
import { plantInstance } from '../testing/planted-instance.ts';
import { publishSlots } from './publish-slots.ts';
import { readEvents } from './read-events.ts';
import type { RepairEvent } from './repair-event.ts';
import { repairPlan } from './repair-plan.ts';

describe('a published plan', () => {
  const { instance, slotOf } = plantInstance({ seed: 11, firms: 30, slots: 20, spareTables: 2 });
  const published = publishSlots(instance, slotOf);
  const repair = (...events: RepairEvent[]) =>
    repairPlan(instance, published, { seed: 1, iterations: 20_000, events });
  const valid = ({ instance: after, plan: answer }: ReturnType<typeof repair>) =>
    checkPlan(after, answer.placements).violations.filter(({ rule }) => rule !== 'fairness');

  it('stays as it is when nothing happens', () => {
    const repaired = repair();
    expect(repaired).toMatchObject({ moved: [], dropped: [], added: [], cancelled: [], touched: [] });
    expect(repaired.plan.placements).toEqual(published);
  });

  it('moves nobody when a firm cancels', () => {
    const [firm] = instance.meetings[0]!.firms;
    const gone = instance.meetings.filter(({ firms }) => firms.includes(firm)).map(({ id }) => id);
    const repaired = repair({ type: 'firm-cancels', firm });
    expect(repaired).toMatchObject({ moved: [], dropped: [], cancelled: gone });
    expect(repaired.touched).toContain(firm);
    expect(valid(repaired)).toEqual([]);
  });

  it('moves a meeting whose firm has closed its slot, and says from where to where', () => {
    const { firms, id } = instance.meetings[3]!;
    const repaired = repair({ type: 'firm-closes-slots', firm: firms[0], slots: [slotOf[3]!] });
    expect(repaired.moved.length + repaired.dropped.length).toBeGreaterThan(0);
    const moved = repaired.moved.find(({ meeting }) => meeting === id);
    if (moved) expect(moved.from).toBe(slotOf[3]);
    expect(valid(repaired)).toEqual([]);
  });

  it('keeps to the tables that are left, and moves no more than must', () => {
    const slot = 9;
    const load = slotOf.filter((one) => one === slot).length;
    const repaired = repair({ type: 'tables-left', place: null, slots: [slot], tables: load - 2 });
    expect(repaired.moved).toHaveLength(2);
    expect(valid(repaired)).toEqual([]);
  });

  it('takes in new meetings', () => {
    const met = new Set(instance.meetings.map(({ firms }) => [...firms].sort().join()));
    const pair = instance.firms
      .flatMap(({ id: one }) => instance.firms.map(({ id: other }) => [one, other] as const))
      .find(([one, other]) => one < other && !met.has([one, other].join()))!;
    const meetings = [{ id: 'new', firms: [pair[0], pair[1]] as const, priority: 1, optional: false }];
    const repaired = repair({
      type: 'meetings-added',
      meetings: meetings.map((one) => ({ ...one, firms: [...one.firms] })),
    });
    expect(repaired.added).toEqual(['new']);
    expect(valid(repaired)).toEqual([]);
  });

  it('leaves the past alone', () => {
    const from = 10;
    const firm = instance.meetings[0]!.firms[0];
    const repaired = repairPlan(instance, published, {
      seed: 1,
      iterations: 40_000,
      from,
      events: [{ type: 'firm-closes-slots', firm, slots: [from, from + 1, from + 2] }],
    });
    for (const { from: was, to } of repaired.moved) expect(Math.min(was, to)).toBeGreaterThanOrEqual(from);
    expect(valid(repaired)).toEqual([]);
  });

  it('ends single meetings and closes slots of a team', () => {
    const [first, second] = instance.meetings;
    const repaired = repair(
      { type: 'meeting-cancelled', meeting: first!.id },
      { type: 'team-closes-slots', firm: second!.firms[0], team: second!.firms[0], slots: [slotOf[1]!] },
    );
    expect(repaired.cancelled).toEqual([first!.id]);
    expect(valid(repaired)).toEqual([]);
  });
});

describe('a plan of few slots', () => {
  // Everybody meets the next two around the ring: sixteen meetings at three tables in seven slots.
  const inOrder = (order: readonly number[], mostInARow: number | null) => {
    const pairs = order.flatMap((one, n) =>
      [1, 2].map((step) => [one, order[(n + step) % order.length]!] as const),
    );
    const { instance } = plantInstance({ seed: 1, firms: 8, slots: 7 });
    const [group, meeting] = [instance.tables[0]!, instance.meetings[0]!];
    return {
      ...instance,
      rules: { ...instance.rules, fairness: null, mostInARow },
      tables: [{ ...group, count: Array<number>(7).fill(3) }],
      meetings: pairs.map(([a, b], n) => ({
        ...meeting,
        id: `${n}`,
        firms: [instance.firms[a]!.id, instance.firms[b]!.id] as const,
        optional: true,
      })),
    };
  };
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 });

  // A limit on meetings in a row is searched in another way.
  it.each([
    ['', null, 20_000, 60],
    [' that are searched with all rules', 6, 50_000, 8],
  ])(
    'loses no meeting with a table, though others must make room for it%s',
    (_, inARow, iterations, numRuns) => {
      fc.assert(
        fc.property(order, fc.nat(100), fc.nat(6), (given, seed, slot) => {
          const instance = inOrder(given, inARow);
          const answer = plan(instance, { seed, iterations });
          if (answer.status !== 'plan') throw new Error(answer.sentence);
          fc.pre(answer.placements.every(Boolean));
          const repaired = repairPlan(instance, answer.placements, {
            seed,
            iterations,
            events: [{ type: 'tables-left', place: null, slots: [slot], tables: 2 }],
          });
          expect(repaired.dropped).toEqual([]);
          expect(repaired.moved.length).toBeLessThanOrEqual(4);
        }),
        { numRuns },
      );
    },
  );
});

describe('a plan with teams and places', () => {
  it('is repaired within its rules', () => {
    const { instance: plain } = plantInstance({ seed: 3, firms: 12, slots: 10, spareTables: 1 });
    const instance = { ...plain, rules: { ...plain.rules, fairness: null, mostInARow: 4 } };
    const answer = plan(instance, { seed: 1, iterations: 20_000, asManyAsPossible: true });
    if (answer.status !== 'plan') throw new Error(answer.sentence);
    const { firms } = instance.meetings[0]!;
    const repaired = repairPlan(instance, answer.placements, {
      seed: 1,
      iterations: 20_000,
      events: [{ type: 'firm-closes-slots', firm: firms[0], slots: [4] }],
    });
    expect(checkPlan(repaired.instance, repaired.plan.placements).violations).toEqual([]);
    expect(repaired.moved.length).toBeLessThan(instance.meetings.length / 2);
  });
});

describe('a file of events', () => {
  const { instance, slotOf } = plantInstance({ seed: 2, firms: 8, slots: 6 });
  const file = (events: unknown[]) => ({ format: 'b2bsp-events/1', baseline: slotOf, events });

  it('is read for its instance', () => {
    const read = readEvents(
      file([
        { type: 'firm-cancels', firm: 1 },
        { type: 'firm-closes-slots', firm: 1, slots: [2] },
        { type: 'tables-lost', slots: [1], tables: 3 },
        { type: 'meetings-added', meetings: [{ a: 0, b: 1, priority: 2 }] },
      ]),
      instance,
    );
    expect(read.events).toEqual([
      { type: 'firm-cancels', firm: '1' },
      { type: 'firm-closes-slots', firm: '1', slots: [2] },
      { type: 'tables-left', place: null, slots: [1], tables: 3 },
      {
        type: 'meetings-added',
        meetings: [{ id: 'added [0]', firms: ['0', '1'], priority: 2, optional: false }],
      },
    ]);
  });

  it('is refused when it is of another kind or another instance', () => {
    expect(() => readEvents({ format: 'x' }, instance)).toThrow('events.format');
    expect(() => readEvents({ ...file([]), baseline: [0] }, instance)).toThrow('events.baseline.length');
    expect(() => readEvents(file([{ type: 'rain' }]), instance)).toThrow('events.events[0].type');
  });
});
