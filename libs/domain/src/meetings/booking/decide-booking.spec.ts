import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMinutes, isBefore } from '../../time/instant.ts';
import { contains, type Interval, overlaps } from '../../time/interval.ts';
import {
  type BookingFacts,
  type BookingOption,
  decideBooking,
  type MeetingToBook,
} from './decide-booking.ts';

const at = (minute: number) => addMinutes('2027-05-12T00:00:00Z', minute);
const span = (from: number, to: number): Interval => ({ start: at(from), end: at(to) });
const noon = span(60, 90);

const meeting: MeetingToBook = {
  id: '019500000000000000000001',
  state: 'requested',
  turn: 'to',
  suggested: [noon.start],
  slot: null,
  expiresAt: null,
  interpreterId: null,
  people: [
    { delegateId: 'kim', available: null },
    { delegateId: 'dupont', available: [span(0, 300)] },
  ],
};
const hall = {
  openings: [span(0, 300)],
  closures: [],
  slotMinutes: 30,
  changeoverMinutes: 0,
  tables: [
    { id: 'large', capacity: 6 },
    { id: 'small', capacity: 2 },
  ],
};
const option: BookingOption = { slot: noon, halls: [hall], taken: [], interpreter: null };
const facts: BookingFacts<MeetingToBook> = {
  meeting,
  start: noon.start,
  options: [option],
  tableId: null,
  now: at(0),
};

/** What is drawn four times in five, so that many meetings can be booked. */
const mostly = <T>(value: T) => ({ weight: 4, arbitrary: fc.constant(value) });
const anySpans = fc.array(
  fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 12 })).map(([from, n]) => span(from * 15, (from + n) * 15)),
  { maxLength: 3 },
);
const anyPeople = fc
  .array(fc.oneof(mostly(null), anySpans), { minLength: 1, maxLength: 4 })
  .map((all) => all.map((available, n) => ({ delegateId: `p${n}`, available })));
const anyInterpreter = fc.option(
  fc.record({
    hours: fc.option(anySpans),
    mostInARow: fc.option(fc.integer({ min: 1, max: 3 })),
    booked: anySpans,
  }),
);
const anyHall = (n: number) =>
  fc.record({
    openings: fc.oneof(mostly([span(60, 300)]), anySpans),
    closures: fc.oneof(mostly<Interval[]>([]), anySpans),
    slotMinutes: fc.constantFrom(30, 30, 45, 15),
    changeoverMinutes: fc.constantFrom(0, 15),
    tables: fc
      .array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 })
      .map((all) => all.map((capacity, i) => ({ id: `t${n}${i}`, capacity }))),
  });
const anyOption = (minutes: number) =>
  fc.record({
    slot: fc.constant(span(60, 60 + minutes)),
    halls: fc.tuple(anyHall(0), anyHall(1)),
    taken: fc.oneof(mostly<string[]>([]), fc.subarray(['p0', 'p1', 'p2', 'p3'])),
    interpreter: anyInterpreter,
  });
const anyFacts: fc.Arbitrary<BookingFacts<MeetingToBook>> = fc
  .record({
    people: anyPeople,
    id: fc.uuid(),
    interpreterId: fc.option(fc.constant('interpreter')),
    options: fc.oneof(
      fc.tuple(anyOption(30)),
      fc.tuple(anyOption(30), anyOption(45)),
      fc.constant<BookingOption[]>([]),
    ),
    tableId: fc.oneof(mostly(null), fc.constantFrom('t00', 't10')),
    now: fc.oneof(mostly(at(0)), fc.constantFrom(at(59), at(60), at(200))),
  })
  .map(({ people, id, interpreterId, ...rest }) => ({
    ...rest,
    start: at(60),
    meeting: { ...meeting, people, id, interpreterId },
  }));

/** The tables that an option leaves, by a rule written apart from the one that is tested. */
function tablesLeft(
  { meeting, tableId, now }: BookingFacts<MeetingToBook>,
  { slot, halls, taken }: BookingOption,
) {
  const come = meeting.people.every(
    ({ delegateId, available }) =>
      !taken.includes(delegateId) &&
      (available === null || available.length > 0) &&
      (available === null || isCovered(available, slot)),
  );
  if (!come || !isBefore(now, slot.start)) return [];
  return halls
    .filter((one) => hasSlot(one, slot))
    .flatMap(({ tables }) => tables)
    .filter(({ id, capacity }) => capacity >= meeting.people.length && (tableId === null || tableId === id))
    .map(({ id }) => id)
    .sort();
}

/** Whether every quarter of an hour of a time is in one of the spans; all of them begin and end at one. */
const isCovered = (spans: readonly Interval[], time: Interval) =>
  quarters.filter((one) => contains(time, one)).every((one) => spans.some((other) => contains(other, one)));
const quarters = Array.from({ length: 40 }, (_, n) => span(n * 15, n * 15 + 15));

/** Whether one of the slots that a hall begins, one after the other from each opening on, is this one. */
function hasSlot(
  { openings, closures, slotMinutes, changeoverMinutes }: (typeof option.halls)[number],
  slot: Interval,
) {
  const covered = (n: number) => openings.some((one) => contains(one, span(n, n + 15)));
  for (let n = 0, first = -1; n < 600; n += 15) {
    if (!covered(n)) first = -1;
    else if (first < 0) first = n;
    const isStart = first >= 0 && (n - first) % (slotMinutes + changeoverMinutes) === 0;
    const time = span(n, n + slotMinutes);
    if (isStart && time.start === slot.start && time.end === slot.end)
      return isCovered(openings, slot) && !closures.some((closure) => overlaps(closure, slot));
  }
  return false;
}

describe('a meeting that is to be booked', () => {
  it('takes the smallest table at which all sit', () => {
    expect(decideBooking(facts)).toEqual({
      kind: 'booked',
      meeting,
      places: [{ slot: noon, tables: ['small', 'large'], interpreterId: null }],
      otherwise: { kind: 'refused', slot: noon, hindrances: [{ code: 'table-busy' }] },
    });
  });

  it('is refused when somebody is taken', () => {
    expect(decideBooking({ ...facts, options: [{ ...option, taken: ['kim'] }] })).toEqual({
      kind: 'refused',
      slot: noon,
      hindrances: [{ code: 'person-busy', participantId: 'kim' }],
    });
  });

  it('is refused a time at which no hall has a slot', () => {
    expect(decideBooking({ ...facts, options: [] })).toEqual({
      kind: 'refused',
      slot: { start: noon.start, end: noon.start },
      hindrances: [{ code: 'hall-closed' }],
    });
  });

  it('takes a longer slot where the shorter one has no table, and says of the shorter one what was in the way', () => {
    const long = {
      ...option,
      slot: span(60, 105),
      halls: [{ ...hall, openings: [span(60, 300)], slotMinutes: 45 }],
    };
    expect(
      decideBooking({ ...facts, options: [{ ...option, halls: [{ ...hall, tables: [] }] }, long] }),
    ).toEqual({
      kind: 'booked',
      meeting,
      places: [{ slot: long.slot, tables: ['small', 'large'], interpreterId: null }],
      otherwise: { kind: 'refused', slot: noon, hindrances: [{ code: 'table-busy' }] },
    });
  });

  it('is booked exactly in the slots in which all come and a table is left', () => {
    let booked = 0;
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const decision = decideBooking(facts);
        const left = facts.options.map((one) => ({ slot: one.slot, tables: tablesLeft(facts, one) }));
        const working = left.filter(({ tables }) => tables.length > 0);
        const places = decision.kind === 'booked' ? decision.places : [];
        booked += places.length > 0 ? 1 : 0;
        expect(places.map(({ slot, tables }) => ({ slot, tables: [...tables].sort() }))).toEqual(working);
      }),
      { numRuns: 500 },
    );
    expect(booked).toBeGreaterThan(50);
  });

  it('is refused with a reason for the first slot', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const decision = decideBooking(facts);
        const refused = decision.kind === 'refused' ? decision : decision.otherwise;
        expect(refused.slot.start).toBe(facts.start);
        expect(refused.slot).toEqual(facts.options[0]?.slot ?? refused.slot);
        expect(refused.hindrances).not.toEqual([]);
      }),
    );
  });

  it('is booked in the same places with an interpreter as without', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const without = { ...facts, options: facts.options.map((one) => ({ ...one, interpreter: null })) };
        const alone = (decision: ReturnType<typeof decideBooking<MeetingToBook>>) =>
          decision.kind === 'refused'
            ? decision
            : { ...decision, places: decision.places.map((place) => ({ ...place, interpreterId: null })) };
        expect(alone(decideBooking(facts))).toEqual(alone(decideBooking(without)));
      }),
    );
  });

  it('lets go an interpreter who is busy, and takes along one who is free', () => {
    const interpreted = { ...meeting, interpreterId: 'lee' };
    const placesWith = (booked: readonly Interval[]) => {
      const interpreter = { hours: null, mostInARow: null, booked };
      const decision = decideBooking({
        ...facts,
        meeting: interpreted,
        options: [{ ...option, interpreter }],
      });
      return decision.kind === 'booked' && decision.places.map(({ interpreterId }) => interpreterId);
    };
    expect(placesWith([])).toEqual(['lee']);
    expect(placesWith([noon])).toEqual([null]);
  });
});
