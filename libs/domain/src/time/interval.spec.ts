import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMinutes, minutesBetween } from './instant.ts';
import { contains, intersect, intervalOf, overlaps, union, type Interval } from './interval.ts';

const origin = '2027-05-12T00:00:00Z';
const at = (minute: number) => addMinutes(origin, minute);
const span = (start: number, end: number): Interval => ({ start: at(start), end: at(end) });

/** An interval as the set of whole minutes in it: the plainest model that the rules can be held against. */
const minutesOf = (intervals: readonly Interval[]) => {
  const minutes = new Set<number>();
  for (const { start, end } of intervals) {
    for (let minute = minutesBetween(origin, start); minute < minutesBetween(origin, end); minute++) {
      minutes.add(minute);
    }
  }
  return [...minutes].sort((a, b) => a - b);
};

const interval = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 15 }))
  .map(([start, length]) => span(start, start + length));
const intervals = fc.array(interval, { maxLength: 6 });

describe('intervals', () => {
  it('that only touch do not overlap', () => {
    expect(overlaps(span(9, 10), span(10, 11))).toBe(false);
    expect(overlaps(span(9, 11), span(10, 12))).toBe(true);
  });

  it('overlap exactly when they share a minute', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const shared = minutesOf([a]).some((minute) => minutesOf([b]).includes(minute));
        expect(overlaps(a, b)).toBe(shared);
        expect(overlaps(b, a)).toBe(shared);
      }),
    );
  });

  it('contain their start but not their end', () => {
    expect(contains(span(9, 10), at(9))).toBe(true);
    expect(contains(span(9, 10), at(10))).toBe(false);
  });

  it('contain another exactly when they contain each of its minutes', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const minutes = minutesOf([a]);
        expect(contains(a, b)).toBe(minutesOf([b]).every((minute) => minutes.includes(minute)));
      }),
    );
  });

  it('intersect in the minutes of both', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const right = minutesOf(b);
        expect(minutesOf(intersect(a, b))).toEqual(minutesOf(a).filter((minute) => right.includes(minute)));
      }),
    );
  });

  it('unite into the minutes of any, in order, with a gap between each two', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const united = union(list);
        expect(minutesOf(united)).toEqual(minutesOf(list));
        for (const [index, { end }] of united.entries()) {
          const next = united[index + 1];
          if (next) expect(minutesBetween(end, next.start)).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('are refused when they are empty or run backwards', () => {
    expect(intervalOf(at(1), at(2))).toEqual(span(1, 2));
    expect(() => intervalOf(at(1), at(1))).toThrow(expect.objectContaining({ code: 'request.invalid' }));
    expect(() => intervalOf(at(2), at(1))).toThrow(expect.objectContaining({ code: 'request.invalid' }));
  });
});
