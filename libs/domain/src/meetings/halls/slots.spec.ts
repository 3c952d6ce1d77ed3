import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMinutes, minutesBetween } from '../../time/instant.ts';
import { contains, overlaps, type Interval } from '../../time/interval.ts';
import { isClosed, isSlotOf, slotsAt, slotsOf, type HallHours } from './slots.ts';

const at = (minute: number) => addMinutes('2027-05-12T00:00:00Z', minute);
const span = (from: number, to: number): Interval => ({ start: at(from), end: at(to) });
const hall: HallHours = { openings: [span(0, 120)], closures: [], slotMinutes: 25, changeoverMinutes: 5 };

const interval = fc
  .tuple(fc.nat(600), fc.integer({ min: 1, max: 300 }))
  .map(([from, length]) => span(from, from + length));
const anyHall: fc.Arbitrary<HallHours> = fc.record({
  openings: fc.array(interval, { maxLength: 4 }),
  closures: fc.array(interval, { maxLength: 3 }),
  slotMinutes: fc.integer({ min: 5, max: 60 }),
  changeoverMinutes: fc.nat(15),
});

describe('the slots of a hall', () => {
  it('follow each other with the changeover between, as long as a whole one fits', () => {
    expect(slotsOf(hall)).toEqual([span(0, 25), span(30, 55), span(60, 85), span(90, 115)]);
    expect(slotsOf({ ...hall, openings: [span(0, 24)] })).toEqual([]);
  });

  it('leave out what touches a closed time and stay where they are', () => {
    expect(slotsOf({ ...hall, closures: [span(50, 61)] })).toEqual([span(0, 25), span(90, 115)]);
    expect(slotsOf({ ...hall, closures: [span(25, 30)] })).toEqual(slotsOf(hall));
  });

  it('start anew with each opening', () => {
    const twoDays = { ...hall, openings: [span(1440, 1480), span(0, 40)] };
    expect(slotsOf(twoDays)).toEqual([span(0, 25), span(1440, 1465)]);
  });

  it('lie in the openings, outside closed times, apart from each other, each of the right length', () => {
    fc.assert(
      fc.property(anyHall, (any) => {
        const slots = slotsOf(any);
        for (const [index, slot] of slots.entries()) {
          expect(minutesBetween(slot.start, slot.end)).toBe(any.slotMinutes);
          expect(any.closures.some((closure) => overlaps(closure, slot))).toBe(false);
          expect(isClosed(any, slot)).toBe(false);
          const next = slots[index + 1];
          const gap = next ? minutesBetween(slot.end, next.start) : Infinity;
          const sameOpening =
            next !== undefined && !isClosed({ ...any, closures: [] }, { start: slot.start, end: next.end });
          expect(gap).toBeGreaterThanOrEqual(sameOpening ? any.changeoverMinutes : 0);
        }
      }),
    );
  });

  it('are the same with a closure more, but for those that it touches', () => {
    fc.assert(
      fc.property(anyHall, interval, (any, closure) => {
        const closed = slotsOf({ ...any, closures: [...any.closures, closure] });
        expect(closed).toEqual(slotsOf(any).filter((slot) => !overlaps(slot, closure)));
      }),
    );
  });

  it('are told from every other time', () => {
    fc.assert(
      fc.property(anyHall, fc.nat(900), (any, from) => {
        const slots = slotsOf(any);
        const time = span(from, from + any.slotMinutes);
        expect(isSlotOf(any, time)).toBe(slots.some(({ start }) => start === time.start));
        expect(slots.every((slot) => isSlotOf(any, slot))).toBe(true);
        expect(isSlotOf(any, span(from, from + any.slotMinutes + 1))).toBe(false);
      }),
    );
  });

  it.each([
    ['slotMinutes', { slotMinutes: 0 }],
    ['slotMinutes', { slotMinutes: 12.5 }],
    ['changeoverMinutes', { changeoverMinutes: -1 }],
  ])('are refused for a wrong %s', (field, change) => {
    expect(() => slotsOf({ ...hall, ...change })).toThrow(
      expect.objectContaining({ code: 'request.invalid', details: expect.objectContaining({ field }) }),
    );
  });
});

describe('a start', () => {
  it('finds the slots of all halls that begin then, of each length one', () => {
    const longer = { ...hall, slotMinutes: 40 };
    expect(slotsAt([hall, longer, hall], '2027-05-12T00:00:00.000Z')).toEqual([span(0, 25), span(0, 40)]);
    expect(slotsAt([longer, hall], at(30))).toEqual([span(30, 55)]);
    expect(slotsAt([hall, longer], at(31))).toEqual([]);
    expect(slotsAt([], at(0))).toEqual([]);
  });

  it('finds what is among the slots, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(5, 10, 25, 40), { maxLength: 3 }), fc.nat(40), (lengths, from) => {
        const halls = lengths.map((slotMinutes) => ({ ...hall, slotMinutes }));
        const all = halls.flatMap(slotsOf).filter(({ start }) => start === at(from * 5));
        expect(new Set(slotsAt(halls, at(from * 5)).map(({ end }) => end))).toEqual(
          new Set(all.map(({ end }) => end)),
        );
      }),
    );
  });
});

describe('a time', () => {
  it('is closed outside the openings, and may span two that touch', () => {
    const touching = { openings: [span(0, 60), span(60, 120)], closures: [] };
    expect(isClosed(touching, span(50, 70))).toBe(false);
    expect(isClosed(touching, span(110, 130))).toBe(true);
    expect(contains(span(0, 120), span(50, 70))).toBe(true);
  });
});
