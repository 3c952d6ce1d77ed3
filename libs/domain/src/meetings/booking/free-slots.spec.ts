import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMinutes } from '../../time/instant.ts';
import { contains, overlaps, type Interval } from '../../time/interval.ts';
import {
  freeSlots,
  mergeHalls,
  obstaclesTo,
  slotsForTeams,
  tablesFor,
  type MeetingNeeds,
  type TeamNeeds,
} from './free-slots.ts';

const at = (minute: number) => addMinutes('2027-05-12T00:00:00Z', minute);
const span = (from: number, to: number): Interval => ({ start: at(from), end: at(to) });
const slots = Array.from({ length: 10 }, (_, index) => span(index * 30, index * 30 + 30));

const kim = { id: 'kim', busy: [span(0, 30)], available: null };
const dupont = { id: 'dupont', busy: [], available: [span(0, 45), span(45, 120)] };
const small = { id: 'small', capacity: 2, busy: [span(60, 90)] };
const large = { id: 'large', capacity: 6, busy: [] };
const needs: MeetingNeeds = { participants: [kim, dupont], tables: [large, small] };

const intervals = fc.array(
  fc.tuple(fc.nat(280), fc.integer({ min: 1, max: 90 })).map(([from, length]) => span(from, from + length)),
  { maxLength: 4 },
);
const anyPeople = (minLength: number) =>
  fc
    .array(fc.record({ busy: intervals, available: fc.option(intervals) }), { minLength, maxLength: 4 })
    .map((people) => people.map((person, index) => ({ id: `p${index}`, ...person })));
const anyTables = fc
  .array(fc.record({ capacity: fc.integer({ min: 1, max: 6 }), busy: intervals }), { maxLength: 3 })
  .map((tables) => tables.map((table, index) => ({ id: `t${index}`, ...table })));
const anyNeeds: fc.Arbitrary<MeetingNeeds> = fc.record({ participants: anyPeople(1), tables: anyTables });
const anyTeams: fc.Arbitrary<TeamNeeds> = fc.record({
  from: anyPeople(0),
  to: anyPeople(0),
  tables: anyTables,
});

describe('the next times that work', () => {
  it('are those in which everybody and a table are free, soonest first', () => {
    expect(freeSlots(slots, needs, { now: at(-1), count: 5 })).toEqual([
      { ...span(30, 60), tableId: 'small' },
      { ...span(60, 90), tableId: 'large' },
      { ...span(90, 120), tableId: 'small' },
    ]);
  });

  it('are as many as asked for, and not in the past', () => {
    expect(freeSlots(slots, needs, { now: at(-1), count: 1 })).toEqual([
      { ...span(30, 60), tableId: 'small' },
    ]);
    expect(freeSlots(slots, needs, { now: at(30), count: 1 })).toEqual([
      { ...span(60, 90), tableId: 'large' },
    ]);
    expect(freeSlots(slots, needs, { now: at(-1), count: 0 })).toEqual([]);
  });

  it('collide with nothing, at a table with enough seats', () => {
    fc.assert(
      fc.property(anyNeeds, (any) => {
        for (const found of freeSlots(slots, any, { now: at(-1), count: 10 })) {
          const table = any.tables.find(({ id }) => id === found.tableId);
          const busy = [...(table?.busy ?? []), ...any.participants.flatMap((person) => person.busy)];
          expect(busy.some((time) => overlaps(time, found))).toBe(false);
          expect(table?.capacity).toBeGreaterThanOrEqual(any.participants.length);
        }
      }),
    );
  });

  it('are exactly the slots in whose way nothing stands', () => {
    fc.assert(
      fc.property(anyNeeds, fc.nat(300), (any, minute) => {
        const found = freeSlots(slots, any, { now: at(minute), count: slots.length });
        const open = slots.filter((slot) => obstaclesTo(any, slot, at(minute)).length === 0);
        expect(found.map(({ start, end }) => ({ start, end }))).toEqual(open);
      }),
    );
  });
});

describe('a time for two teams', () => {
  it('is one in whose way nothing stands for somebody of each', () => {
    fc.assert(
      fc.property(anyTeams, fc.nat(300), (teams, minute) => {
        const isOpen = (slot: Interval) =>
          teams.from.some((one) =>
            teams.to.some((other) => {
              const pair = { participants: [one, other], tables: teams.tables };
              return obstaclesTo(pair, slot, at(minute)).length === 0;
            }),
          );
        expect(slotsForTeams(slots, teams, at(minute)).map(({ free }) => free)).toEqual(slots.map(isOpen));
      }),
    );
  });

  it('is found by one look at each calendar, however many people, tables and slots there are', () => {
    let looks = 0;
    const watched = <Some extends object>(one: Some) =>
      Object.defineProperty({ ...one, busy: [] }, 'busy', {
        get: () => {
          looks += 1;
          return [span(0, 30)];
        },
      });
    const people = (side: string) =>
      Array.from({ length: 10 }, (_, n) => watched({ id: `${side}${n}`, available: null }));
    const tables = Array.from({ length: 50 }, (_, n) => watched({ id: `t${n}`, capacity: 4 }));
    const found = slotsForTeams(slots, { from: people('a'), to: people('b'), tables }, at(-1));
    expect(found).toEqual(slots.map((slot, n) => ({ ...slot, free: n > 0 })));
    expect(looks).toBe(70);
  });
});

describe('the slots of several halls', () => {
  const slot = (from: number, length: number, free: boolean) => ({ ...span(from, from + length), free });

  it('are each start once, in order of time, as long as in the first hall that is free then', () => {
    const small = [slot(0, 20, false), slot(25, 20, true), slot(70, 20, false)];
    const large = [slot(0, 30, true), slot(35, 30, true), slot(70, 30, false)];
    expect(mergeHalls([small, large])).toEqual([
      slot(0, 30, true),
      slot(25, 20, true),
      slot(35, 30, true),
      slot(70, 20, false),
    ]);
    expect(mergeHalls([])).toEqual([]);
  });
});

describe('what stands in the way', () => {
  it('is a calendar that overlaps the time, or hours that do not hold the whole of it', () => {
    fc.assert(
      fc.property(anyPeople(1), intervals, ([person], times) => {
        const table = { id: 'table', capacity: 1, busy: times };
        for (const slot of slots) {
          const isBusy = person!.busy.some((time) => overlaps(time, slot));
          const minutes = Array.from({ length: 30 }, (_, n) => addMinutes(slot.start, n));
          const isThere = minutes.every((minute) =>
            (person!.available ?? [slot]).some((hours) => contains(hours, minute)),
          );
          const codes = obstaclesTo({ participants: [person!], tables: [table] }, slot, at(-1)).map(
            ({ code }) => code,
          );
          expect(codes.includes('person-busy')).toBe(isBusy);
          expect(codes.includes('table-busy')).toBe(times.some((time) => overlaps(time, slot)));
          if (!isBusy) expect(codes.includes('not-available')).toBe(!isThere);
        }
      }),
    );
  });

  it('is named for each person, the table and the time', () => {
    const taken = { ...needs, tables: [small] };
    expect(obstaclesTo(taken, span(60, 90), at(60))).toEqual([
      { code: 'in-the-past' },
      { code: 'table-busy' },
    ]);
    expect(obstaclesTo(needs, span(0, 30), at(-1))).toEqual([{ code: 'person-busy', participantId: 'kim' }]);
    expect(obstaclesTo(needs, span(120, 150), at(-1))).toEqual([
      { code: 'not-available', participantId: 'dupont' },
    ]);
  });
});

describe('the table', () => {
  it('is the smallest that seats everybody, also those who are not named', () => {
    expect(tablesFor(needs, span(0, 30))).toEqual(['small', 'large']);
    expect(tablesFor({ ...needs, seats: 3 }, span(0, 30))).toEqual(['large']);
    expect(tablesFor({ ...needs, seats: 7 }, span(0, 30))).toEqual([]);
    const twins = { ...needs, tables: [{ ...small, id: 'b' }, { ...small, id: 'a' }, small] };
    expect(tablesFor(twins, span(0, 30))).toEqual(['a', 'b', 'small']);
    expect(tablesFor({ ...twins, tables: [large, ...twins.tables] }, span(0, 30), 5)).toEqual([
      'small',
      'a',
      'b',
      'large',
    ]);
  });
});
