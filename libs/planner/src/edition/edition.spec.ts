import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkPlan } from '../checker/check-plan.ts';
import { plan } from '../plan/plan.ts';
import { assignTables } from './assign-tables.ts';
import type { EditionFacts } from './edition-facts.ts';
import { belowFloor, firmByTeam, instanceOfEdition, pairId } from './instance-of-edition.ts';

const firm = (id: string, busy: number[] = []) => ({ id, floor: 0, teams: [{ id: `${id}-team`, busy }] });
const hall: EditionFacts = {
  name: 'Hall B',
  slots: 4,
  dayStarts: [0, 2],
  tables: ['t1', 't2'].map((id) => ({ id, free: [true, true, true, true] })),
  firms: [firm('a'), firm('b', [0]), firm('c'), firm('alone')],
  wished: [
    { a: 'a', b: 'b', priority: 1, score: 90 },
    { a: 'a', b: 'c', priority: 5, score: 10 },
    { a: 'b', b: 'teamless', priority: 1, score: 0 },
  ],
  standing: [],
  pins: [],
  rules: { fairness: 2, mostInARow: null, mustsAreMandatory: true },
};

describe('the instance of a hall', () => {
  it('holds the wished pairs that have a team on each side, the firms of those, and what stands', () => {
    const instance = instanceOfEdition(hall);
    expect(instance.meetings.map(({ id, optional, weight }) => [id, optional, weight])).toEqual([
      ['a~b', false, 81],
      ['a~c', true, 2],
    ]);
    expect(instance.firms.map(({ id, company }) => [id, company])).toEqual([
      ['a-team', 'a'],
      ['b-team', 'b'],
      ['c-team', 'c'],
    ]);
    expect(instance.days.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [2, 4],
    ]);
    const teams = ['a-team', 'b-team'] as const;
    const standing = [{ id: 'meeting', a: 'a', b: 'b', slot: 1, teams, agreed: true }];
    expect(instanceOfEdition({ ...hall, standing }).meetings.map(({ id, fixed }) => [id, fixed])).toEqual([
      ['meeting', 1],
      ['a~c', null],
    ]);
  });

  it('keeps pins, and is planned as the checker wants it', () => {
    const instance = instanceOfEdition({ ...hall, pins: [{ a: 'a', b: 'b', slot: 3 }] });
    const answer = plan(instance, { seed: 1, iterations: 2_000 });
    if (answer.status !== 'plan') throw new Error(answer.sentence);
    expect(answer.placements[0]?.slot).toBe(3);
    expect(answer.leftOut).toEqual([]);
    expect(checkPlan(instance, answer.placements).violations).toEqual([]);
  });

  it('holds a pinned meeting of the least wish before the musts that want its slot, without any time to search', () => {
    const firms = [firm('a', [0, 1, 2]), firm('b'), firm('c'), firm('d')];
    const wished = ['b', 'c', 'd'].map(
      (b) => ({ a: 'a', b, priority: b === 'b' ? 5 : 1, score: 0 }) as const,
    );
    const rules = { ...hall.rules, mustsAreMandatory: false };
    const instance = instanceOfEdition({
      ...hall,
      firms,
      wished,
      rules,
      pins: [{ a: 'a', b: 'b', slot: 3 }],
    });
    const answer = plan(instance, { seed: 1, iterations: 0 });
    if (answer.status !== 'plan') throw new Error(answer.sentence);
    expect(answer.placements.map((placement) => placement?.slot ?? null)).toEqual([3, null, null]);
  });

  it('sends the team whose hours suit, and shares the work between teams', () => {
    const two = {
      id: 'a',
      floor: 0,
      teams: [
        { id: 'early', busy: [2, 3] },
        { id: 'late', busy: [0, 1] },
      ],
    };
    const firms = [two, firm('b', [0, 1]), firm('c', [2, 3]), firm('d'), firm('e')];
    const wished = ['b', 'c', 'd', 'e'].map((b) => ({ a: 'a', b, priority: 3 as const, score: 0 }));
    const instance = instanceOfEdition({ ...hall, firms, wished });
    expect(instance.meetings.map(({ firms: [team] }) => team).sort()).toEqual([
      'early',
      'early',
      'late',
      'late',
    ]);
    expect(instance.meetings[0]?.firms[0]).toBe('late');
    expect(instance.meetings[1]?.firms[0]).toBe('early');
    expect(firmByTeam({ firms }).get('late')).toBe('a');
  });

  it('sends a team that is there for what stands only to nothing else', () => {
    const gone = { id: 'gone', busy: [], onlyStanding: true };
    const firms = [
      { id: 'a', floor: 0, teams: [gone, { id: 'now', busy: [0, 1] }] },
      firm('b'),
      { id: 'c', floor: 0, teams: [{ ...gone, id: 'c-gone' }] },
    ];
    const wished = ['b', 'c'].map((b) => ({ a: 'a', b, priority: 3 as const, score: 0 }));
    const instance = instanceOfEdition({ ...hall, firms, wished });
    expect(instance.meetings.map(({ firms: teams }) => teams)).toEqual([['now', 'b-team']]);
    const standing = [
      { id: 'm1', a: 'a', b: 'c', slot: 1, teams: ['gone', 'c-gone'] as const, agreed: false },
    ];
    const repaired = instanceOfEdition({ ...hall, firms, wished, standing });
    expect(repaired.meetings.map(({ firms: teams }) => teams)).toEqual([
      ['gone', 'c-gone'],
      ['now', 'b-team'],
    ]);
  });

  it('sends the team that can talk about it, then one that shares a language, whatever the load', () => {
    const radar = { id: 'radar', busy: [], capabilities: ['sensors'], languages: ['ko'] };
    const guns = { id: 'guns', busy: [], capabilities: ['munitions'], languages: ['ko'] };
    const guests = { id: 'guests', busy: [], capabilities: ['munitions'], languages: ['ko', 'en'] };
    const a = { id: 'a', floor: 0, teams: [radar, guns, guests] };
    const speaks = (id: string, languages: string[]) => ({
      id,
      floor: 0,
      teams: [{ id: `${id}-team`, busy: [], languages }],
    });
    const firms = [a, speaks('b', ['en']), speaks('c', ['ko']), speaks('d', ['en']), speaks('e', [])];
    const teamsFor = (b: string, topics: string[]) => {
      const wished = [{ a: 'a', b, priority: 3 as const, score: 0, topics }];
      return instanceOfEdition({ ...hall, firms, wished }).meetings[0]?.firms[0];
    };
    expect(teamsFor('b', ['munitions'])).toBe('guests');
    expect(teamsFor('c', ['munitions'])).toBe('guns');
    expect(teamsFor('d', ['sensors'])).toBe('radar');
    expect(teamsFor('e', [])).toBe('radar');
    const busy = { ...hall, firms: [{ ...a, teams: [{ ...guests, busy: [0, 1, 2, 3] }, radar] }, firms[1]!] };
    const wished = [{ a: 'a', b: 'b', priority: 3 as const, score: 0, topics: ['munitions'] }];
    expect(instanceOfEdition({ ...busy, wished }).meetings[0]?.firms[0]).toBe('radar');
  });

  it('meets in the slots that a firm would rather have, when nothing stands in the way', () => {
    const firms = [{ ...firm('a'), preferred: [2] }, firm('b')];
    const answer = plan(instanceOfEdition({ ...hall, firms }), { seed: 1, iterations: 2_000 });
    if (answer.status !== 'plan') throw new Error(answer.sentence);
    expect(answer.placements[0]?.slot).toBe(2);
    expect(answer.terms.find(({ name }) => name === 'notPreferred')?.value).toBe(0);
  });

  it('weighs the first meetings of a firm with a floor more, and counts what it lacks', () => {
    const firms = hall.firms.map((one) => (one.id === 'c' ? { ...one, floor: 2 } : one));
    const facts = { ...hall, firms };
    expect(instanceOfEdition(facts).meetings.map(({ weight }) => weight)).toEqual([81, 8]);
    expect(belowFloor(facts, [])).toBe(1);
    expect(belowFloor(facts, [['a', 'c']])).toBe(0);
  });

  it('names a pair the same from both sides', () => {
    expect(pairId('b', 'a')).toBe('a~b');
  });
});

describe('the tables of a plan', () => {
  const anySeats = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      slot: fc.nat(2),
      wanted: fc.option(fc.constantFrom('t1', 't2', 't3', 'gone')),
      stands: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  );
  const tables = ['t1', 't2', 't3'].map((id, n) => ({ id, free: [true, n > 0, n > 1] }));

  it('are each taken once in a slot, and only when free', () => {
    fc.assert(
      fc.property(anySeats, (seats) => {
        const given = assignTables(seats, tables);
        const taken = seats.flatMap(({ id, slot }) => (given.has(id) ? [`${slot} ${given.get(id)}`] : []));
        expect(new Set(taken).size).toBe(taken.length);
        for (const { id, slot } of seats) {
          const table = tables.find((one) => one.id === given.get(id));
          expect(!table || table.free[slot]).toBe(true);
        }
      }),
    );
  });

  it('run out only when every free one is taken', () => {
    fc.assert(
      fc.property(anySeats, (seats) => {
        const given = assignTables(seats, tables);
        for (const slot of [0, 1, 2]) {
          const here = seats.filter((seat) => seat.slot === slot);
          const free = tables.filter((table) => table.free[slot]).length;
          expect(here.filter(({ id }) => given.has(id)).length).toBe(Math.min(free, here.length));
        }
      }),
    );
  });

  it('stay with the meetings that stand there', () => {
    const seats = [
      { id: 'new', slot: 0, wanted: 't1', stands: false },
      { id: 'old', slot: 0, wanted: 't1', stands: true },
    ];
    expect([...assignTables(seats, tables)]).toEqual([
      ['old', 't1'],
      ['new', 't2'],
    ]);
  });
});
