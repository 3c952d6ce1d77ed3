import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantFromMs } from '../time/instant.ts';
import { contains } from '../time/interval.ts';
import { addDays, instantOf } from '../time/zoned.ts';
import { dayBounds, programmeDay } from './day.ts';

const zone = fc.constantFrom('Asia/Seoul', 'Europe/Brussels', 'Australia/Sydney', 'Asia/Kolkata');
const dayChange = fc.constantFrom('00:00', '02:30', '06:00', '09:00');

describe('a session past midnight', () => {
  it('belongs to the day before until the day changes', () => {
    const at = (wall: string) => programmeDay(instantOf(wall, 'Asia/Seoul'), 'Asia/Seoul', '06:00');
    expect(at('2027-05-12T23:30')).toBe('2027-05-12');
    expect(at('2027-05-13T01:00')).toBe('2027-05-12');
    expect(at('2027-05-13T05:59')).toBe('2027-05-12');
    expect(at('2027-05-13T06:00')).toBe('2027-05-13');
  });
});

describe('a day of the programme', () => {
  it('is shorter when the clocks go forward', () => {
    expect(dayBounds('2027-03-27', 'Europe/Brussels', '06:00')).toEqual({
      start: '2027-03-27T05:00:00Z',
      end: '2027-03-28T04:00:00Z',
    });
  });

  it('contains exactly what belongs to it, clock changes included', () => {
    const instant = fc
      .integer({ min: Date.UTC(2027, 0) / 600_000, max: Date.UTC(2028, 0) / 600_000 })
      .map((tenMinutes) => instantFromMs(tenMinutes * 600_000));
    fc.assert(
      fc.property(instant, zone, dayChange, (start, where, change) => {
        const day = programmeDay(start, where, change);
        expect(contains(dayBounds(day, where, change), start)).toBe(true);
        expect(contains(dayBounds(addDays(day, 1), where, change), start)).toBe(false);
        expect(contains(dayBounds(addDays(day, -1), where, change), start)).toBe(false);
      }),
    );
  });
});
