import { describe, expect, it } from '@jest/globals';
import type { Plan } from '@forum/planner/plan/plan-result';
import type { TeamPerson } from '../facts/plan-facts.repository.ts';
import type { PlanInput } from '../facts/plan-input.ts';
import { type EditionNow, meetingsOfPlan } from './plan-meetings.ts';

const slots = ['09:00', '09:30', '10:00', '10:30'].map((time, n, all) => ({
  start: `2031-05-05T${time}:00.000Z`,
  end: `2031-05-05T${all[n + 1] ?? '11:00'}:00.000Z`,
}));
const firms = ['a', 'b', 'c', 'd'];
const table = 'table';

/** Two meetings at one table: a with b in slot 0, and c with d in slot 1, which the plan moves to 2 and to 0. */
const meetings = [
  { id: 'first', pair: ['a', 'b'], slot: 0, to: 2 },
  { id: 'second', pair: ['c', 'd'], slot: 1, to: 0 },
] as const;

const input: PlanInput = {
  isRepair: true,
  facts: {
    name: 'hall',
    slots: slots.length,
    dayStarts: [0],
    tables: [{ id: table, free: slots.map(() => true) }],
    firms: firms.map((id) => ({ id, floor: 0, teams: [{ id: `team-${id}`, busy: [] }] })),
    wished: [],
    standing: meetings.map(({ id, pair: [a, b], slot }) => ({
      ...{ id, a, b, slot, agreed: false },
      teams: [`team-${a}`, `team-${b}`],
    })),
    pins: [],
    rules: { fairness: null, mostInARow: null, mustsAreMandatory: false },
  },
  slots,
  tables: [{ id: table, label: '1' }],
  firms: firms.map((id) => ({ id, name: id.toUpperCase(), small: false })),
  standing: meetings.map(({ id, pair: [a, b], slot }) => ({
    ...{ meetingId: id, slot, table },
    teams: [`team-${a}`, `team-${b}`],
  })),
  ended: [],
  closed: [],
};

const plan = {
  status: 'plan',
  placements: meetings.map(({ pair: [a, b], to }) => ({
    ...{ slot: to, place: 'hall', table: 0, interpreter: null },
    teams: [`team-${a}`, `team-${b}`],
  })),
} as unknown as Plan;

/** The morning before; everybody comes whenever the hall is open, unless told otherwise. */
function edition({
  free = {},
  now = '2031-05-05T08:00:00.000Z',
  stand = ['first', 'second'],
} = {}): EditionNow {
  const person = (firmId: string): TeamPerson => ({
    ...{ firmId, teamId: `team-${firmId}`, delegateId: `delegate-${firmId}`, personId: `person-${firmId}` },
    ...{ languages: [], capabilities: [], isRemoved: false },
    available: (free as Record<string, number[]>)[firmId]?.map((slot) => slots[slot]!) ?? null,
  });
  const standing = meetings.filter(({ id }) => stand.includes(id));
  return {
    now,
    hall: {
      taken: standing.flatMap(({ id, pair, slot }) =>
        [table, ...pair.map((firm) => `person-${firm}`)].map((resourceId) => ({
          ...{ resourceId, commitmentId: id },
          ...slots[slot]!,
        })),
      ),
      seats: new Map([[table, 4]]),
      byTeam: new Map(firms.map((firm) => [`team-${firm}`, [person(firm)]])),
      interpreters: new Map(),
      comeNow: new Map(meetings.map(({ id, pair }) => [id, new Set(pair.map((firm) => `delegate-${firm}`))])),
    },
    standing: standing.map(({ id, pair: [a, b], slot }) => ({
      ...{ id, fromFirmId: a, toFirmId: b, fromTeamId: `team-${a}`, toTeamId: `team-${b}` },
      ...{ ...slots[slot]!, tableId: table, table: 'Hall B, T1', interpreterId: null, planned: true },
      ...{ hallId: 'hall', isWithoutPlace: false },
    })),
    mayMeet: () => true,
    topicOf: () => ({ topic: 'Radar', topicKo: 'Radar', controlEntries: [] }),
  };
}

describe('the interpreters of a plan', () => {
  const spoken = (id: string) => ({
    id: `team-${id}`,
    busy: [],
    languages: [id === 'a' || id === 'c' ? 'ko' : 'en'],
  });
  const facts = {
    ...input.facts,
    firms: firms.map((id) => ({ id, floor: 0, teams: [spoken(id)] })),
    interpreters: ['kim', 'lee'].map((id) => ({ id, languages: ['ko', 'en'], busy: [], mostInARow: null })),
  };
  /** Both meetings have an interpreter and stay where they are; the plan exchanges the two. */
  const exchanged = { first: ['kim', 'lee'], second: ['lee', 'kim'] } as const;
  const given: PlanInput = {
    ...input,
    facts,
    standing: input.standing.map((one) => ({ ...one, interpreter: exchanged[one.meetingId as 'first'][0] })),
  };
  const swap = {
    ...plan,
    placements: plan.placements.map((one, n) => ({
      ...one,
      slot: meetings[n]!.slot,
      interpreter: exchanged[meetings[n]!.id][1],
    })),
  } as unknown as Plan;
  const now = (hours: Record<string, number[]> = {}, more: EditionNow['hall']['taken'] = []): EditionNow => {
    const before = edition();
    const standing = before.standing.map((row) => ({
      ...row,
      interpreterId: exchanged[row.id as 'first'][0],
    }));
    const booked = standing.map(({ id, interpreterId, start, end }) => ({
      ...{ resourceId: interpreterId, commitmentId: id },
      ...{ start, end },
    }));
    const works = (id: string) => hours[id]?.map((slot) => slots[slot]!) ?? null;
    return {
      ...before,
      standing,
      hall: {
        ...before.hall,
        taken: [...before.hall.taken, ...booked, ...more],
        interpreters: new Map(['kim', 'lee'].map((id) => [id, works(id)])),
      },
    };
  };
  const interpreted = (at: EditionNow, more: Partial<PlanInput> = {}) => {
    const { interpret, move, uninterpreted } = meetingsOfPlan({ ...given, ...more }, swap, at);
    return { interpret: interpret.map((one) => [one.id, one.interpreterId]), move, uninterpreted };
  };

  it('change where the meetings stay, and nobody else is asked anew', () => {
    expect(interpreted(now())).toEqual({
      interpret: [
        ['first', 'lee'],
        ['second', 'kim'],
      ],
      move: [],
      uninterpreted: 0,
    });
  });

  it('are left out where they are taken, off duty or away by now', () => {
    const without = {
      interpret: [
        ['first', null],
        ['second', 'kim'],
      ],
      move: [],
      uninterpreted: 1,
    };
    const elsewhere = { resourceId: 'lee', commitmentId: 'elsewhere', ...slots[0]! };
    expect(interpreted(now({}, [elsewhere]))).toEqual(without);
    expect(interpreted(now({ lee: [1, 2, 3] }))).toEqual(without);
    const away = [{ interpreterId: 'lee', from: slots[0]!.start, until: slots[0]!.end }];
    expect(interpreted(now(), { away })).toEqual(without);
  });

  it('leave alone a meeting that was given another one since, unless that one falls out', () => {
    const at = now();
    const standing = at.standing.map((row) => (row.id === 'first' ? { ...row, interpreterId: 'park' } : row));
    const interpret = [['second', 'kim']];
    expect(interpreted({ ...at, standing })).toMatchObject({ interpret, uninterpreted: 0 });
    const away = [{ interpreterId: 'park', from: slots[0]!.start, until: slots[0]!.end }];
    expect(interpreted({ ...at, standing }, { away })).toMatchObject({
      interpret: [...interpret, ['first', null]],
      uninterpreted: 1,
    });
  });
});

const made = (at: EditionNow, given: Partial<PlanInput> = {}) => {
  const { move, cancel, close, refused } = meetingsOfPlan({ ...input, ...given }, plan, at);
  return {
    moved: move.map(({ id, slot }) => [id, slots.indexOf(slot)]),
    cancel,
    closed: close.map(({ during }) => slots.indexOf(during)),
    refused: refused.map(({ firms: pair, reason }) => [pair.join(), reason]),
  };
};

describe('the meetings of a plan', () => {
  it('change places', () => {
    expect(made(edition())).toMatchObject({
      moved: [
        ['first', 2],
        ['second', 0],
      ],
      refused: [],
    });
  });

  it('that cannot move stay, and whoever was to have their place stays too', () => {
    expect(made(edition({ free: { a: [0, 1] } }))).toMatchObject({
      moved: [],
      refused: [
        ['A,B', 'people'],
        ['C,D', 'table'],
      ],
    });
  });

  it('that were cancelled since are left alone, and their place is free', () => {
    expect(made(edition({ stand: ['second'] }))).toMatchObject({
      moved: [['second', 0]],
      refused: [['A,B', 'changed']],
    });
  });

  it('that have lost their place are moved also to the place that they had', () => {
    const lost = { ...input.standing[0]!, lostAt: slots[0]!.start };
    const placements = plan.placements.map((one, n) => ({ ...one, slot: meetings[n]!.slot }));
    const stay = { ...plan, placements } as unknown as Plan;
    const now = edition();
    const standing = now.standing.map((row) => ({ ...row, isWithoutPlace: row.id === 'first' }));
    const taken = now.hall.taken.filter(({ commitmentId }) => commitmentId !== 'first');
    const { move, refused } = meetingsOfPlan({ ...input, standing: [lost, input.standing[1]!] }, stay, {
      ...now,
      standing,
      hall: { ...now.hall, taken },
    });
    expect(move.map(({ id, slot, tableId }) => [id, slots.indexOf(slot), tableId])).toEqual([
      ['first', 0, table],
    ]);
    expect(refused).toEqual([]);
  });

  it('do not move to a time that has begun', () => {
    expect(made(edition({ now: slots[0]!.start, stand: ['second'] }))).toMatchObject({
      moved: [],
      refused: [
        ['A,B', 'changed'],
        ['C,D', 'past'],
      ],
    });
  });

  it('end once when a firm has gone, and not again when they have ended', () => {
    const ended = ['first'];
    const facts = { ...input.facts, standing: input.facts.standing.slice(1) };
    const one = { ...plan, placements: plan.placements.slice(1) };
    const end = (at: EditionNow) =>
      meetingsOfPlan({ ...input, facts, standing: input.standing.slice(1), ended }, one, at).cancel;
    expect(end(edition())).toEqual(['first']);
    expect(end(edition({ stand: ['second'] }))).toEqual([]);
  });

  it('leave a table closed in the slots in which nobody sits there, each once', () => {
    const whole = { tableId: table, from: slots[0]!.start, until: slots[3]!.end };
    expect(made(edition(), { closed: [whole, whole] }).closed).toEqual([1, 3]);
    expect(made(edition({ now: slots[1]!.start, stand: [] }), { closed: [whole] }).closed).toEqual([2, 3]);
  });
});
