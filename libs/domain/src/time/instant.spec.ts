import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMinutes, compareInstants, epochMs, instantFromMs, isBefore, minutesBetween } from './instant.ts';

const ms = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2100, 0) });

describe('an instant', () => {
  it('comes back from its milliseconds', () => {
    fc.assert(fc.property(ms, (value) => expect(epochMs(instantFromMs(value))).toBe(value)));
  });

  it('is written without milliseconds where there are none', () => {
    expect(instantFromMs(0)).toBe('1970-01-01T00:00:00Z');
    expect(instantFromMs(1)).toBe('1970-01-01T00:00:00.001Z');
  });

  it('is ordered by time, not by its letters', () => {
    expect('2027-05-12T10:00:00.500Z' < '2027-05-12T10:00:00Z').toBe(true);
    expect(isBefore('2027-05-12T10:00:00.500Z', '2027-05-12T10:00:00Z')).toBe(false);
    expect(compareInstants('2027-05-12T10:00:00.000Z', '2027-05-12T10:00:00Z')).toBe(0);
  });

  it('is refused when it has no zone, another form, or a day that does not exist', () => {
    const wrong = [
      '2027-05-12T10:00:00',
      '2027-05-12',
      '2027-05-12T10:00:00+09:00',
      '2027-02-30T10:00:00Z',
      '2027-05-12T24:00:00Z',
      '2027-13-01T00:00:00Z',
      '',
    ];
    for (const value of wrong) {
      expect(() => epochMs(value)).toThrow(
        expect.objectContaining({ code: 'request.invalid', details: { value } }),
      );
    }
  });

  it('is as many minutes away as were added to it', () => {
    fc.assert(
      fc.property(ms, fc.integer({ min: -100_000, max: 100_000 }), (value, minutes) => {
        const instant = instantFromMs(value);
        expect(minutesBetween(instant, addMinutes(instant, minutes))).toBe(minutes);
      }),
    );
  });
});
