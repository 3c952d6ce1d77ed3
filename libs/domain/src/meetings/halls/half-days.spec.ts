import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMinutes, compareInstants } from '../../time/instant.ts';
import { contains, type Interval, overlaps } from '../../time/interval.ts';
import { halfDaysOf } from './half-days.ts';

const zones = ['Asia/Seoul', 'Europe/Brussels', 'Australia/Sydney', 'Asia/Kolkata'];
const openings = fc.array(
  fc.tuple(fc.nat(6 * 24 * 60), fc.integer({ min: 30, max: 900 })).map(([from, length]): Interval => ({
    start: addMinutes('2027-03-25T00:00:00Z', from),
    end: addMinutes('2027-03-25T00:00:00Z', from + length),
  })),
  { maxLength: 5 },
);

describe('the half days of halls', () => {
  it('are mornings and afternoons on the wall of the venue', () => {
    const day = { start: '2027-05-12T00:00:00Z', end: '2027-05-12T08:30:00Z' };
    expect(halfDaysOf([day], 'Asia/Seoul')).toEqual([
      { start: '2027-05-12T00:00:00Z', end: '2027-05-12T03:00:00Z' },
      { start: '2027-05-12T03:00:00Z', end: '2027-05-12T08:30:00Z' },
    ]);
    expect(halfDaysOf([], 'Asia/Seoul')).toEqual([]);
  });

  it('make one morning of two openings with a break between them', () => {
    const morning = [
      { start: '2027-05-12T00:00:00Z', end: '2027-05-12T01:00:00Z' },
      { start: '2027-05-12T01:30:00Z', end: '2027-05-12T02:30:00Z' },
    ];
    expect(halfDaysOf(morning, 'Asia/Seoul')).toEqual([
      { start: '2027-05-12T00:00:00Z', end: '2027-05-12T02:30:00Z' },
    ]);
  });

  it('keep an evening that goes on past midnight in one piece', () => {
    const evening = { start: '2027-05-12T09:00:00Z', end: '2027-05-12T17:00:00Z' };
    expect(halfDaysOf([evening], 'Asia/Seoul')).toEqual([evening]);
  });

  it('come in order, overlap nowhere, and hold every minute of the openings', () => {
    fc.assert(
      fc.property(openings, fc.constantFrom(...zones), (open, zone) => {
        const halves = halfDaysOf(open, zone);
        halves.forEach((half, at) => {
          expect(compareInstants(half.start, half.end)).toBeLessThan(0);
          const next = halves[at + 1];
          expect(next && overlaps(half, next)).toBeFalsy();
        });
        for (const { start, end } of open) {
          for (const instant of [start, addMinutes(end, -1)]) {
            expect(halves.some((half) => contains(half, instant))).toBe(true);
          }
        }
      }),
    );
  });
});
