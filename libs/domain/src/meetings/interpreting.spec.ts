import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantFromMs } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import { canInterpret, haveCommonLanguage, hindranceAt } from './interpreting.ts';

const spoken = fc.uniqueArray(fc.constantFrom('ko', 'en', 'fr', 'ja'), { maxLength: 3 });

/** The n-th slot of 20 minutes, with 5 between. */
const slot = (n: number): Interval => {
  const start = Date.UTC(2031, 4, 12) + n * 25 * 60_000;
  return { start: instantFromMs(start), end: instantFromMs(start + 20 * 60_000) };
};
const free = { hours: null, mostInARow: null, booked: [] };

describe('two sides of a meeting', () => {
  it('need nobody when they share a language, or one has named none', () => {
    expect(haveCommonLanguage(['ko', 'en'], ['en'])).toBe(true);
    expect(haveCommonLanguage(['ko'], ['en'])).toBe(false);
    expect(haveCommonLanguage(['ko'], [])).toBe(true);
  });

  it('are interpreted by whoever speaks a language of each', () => {
    expect(canInterpret(['ko', 'en'], ['ko'], ['en', 'fr'])).toBe(true);
    expect(canInterpret(['ko', 'en'], ['ko'], ['fr'])).toBe(false);
  });

  it('ask the same whichever comes first', () => {
    fc.assert(
      fc.property(spoken, spoken, spoken, (known, one, other) => {
        expect(haveCommonLanguage(one, other)).toBe(haveCommonLanguage(other, one));
        expect(canInterpret(known, one, other)).toBe(canInterpret(known, other, one));
      }),
    );
  });

  it('lose no interpreter who learns another language, nor one who speaks all of theirs', () => {
    fc.assert(
      fc.property(spoken, spoken, spoken, fc.constantFrom('ko', 'en', 'de'), (known, one, other, more) => {
        if (canInterpret(known, one, other)) expect(canInterpret([...known, more], one, other)).toBe(true);
        expect(canInterpret([...one, ...other], one, other)).toBe(true);
      }),
    );
  });

  it('need somebody exactly when nobody of them could interpret for both', () => {
    fc.assert(
      fc.property(spoken, spoken, (one, other) => {
        const byThemselves = canInterpret(one, one, other) || canInterpret(other, one, other);
        expect(haveCommonLanguage(one, other)).toBe(byThemselves || one.length * other.length === 0);
      }),
    );
  });
});

describe('an interpreter', () => {
  it('comes whenever nothing takes their time', () => {
    expect(hindranceAt(free, slot(0))).toBeNull();
    expect(hindranceAt({ ...free, booked: [slot(0)] }, slot(0))).toBe('busy');
    expect(hindranceAt({ ...free, booked: [slot(1)] }, slot(0))).toBeNull();
  });

  it('works only within their hours, when they have said any', () => {
    const hours = [{ start: slot(2).start, end: slot(3).end }];
    expect([1, 2, 3, 4].map((n) => hindranceAt({ ...free, hours }, slot(n)))).toEqual([
      'off-duty',
      null,
      null,
      'off-duty',
    ]);
    expect(hindranceAt({ ...free, hours: [] }, slot(0))).toBe('off-duty');
  });

  it('has no more meetings in a row than they can, counted on both sides', () => {
    const booked = [slot(0), slot(1), slot(3)];
    const at = (mostInARow: number, n: number) => hindranceAt({ ...free, booked, mostInARow }, slot(n));
    expect(at(3, 2)).toBe('in-a-row');
    expect(at(4, 2)).toBeNull();
    expect(at(2, 4)).toBeNull();
    expect(at(1, 4)).toBe('in-a-row');
    expect(at(1, 5)).toBeNull();
  });

  it('is hindered by more bookings at least as much as by fewer', () => {
    const numbers = fc.uniqueArray(fc.nat(9), { maxLength: 8 });
    fc.assert(
      fc.property(numbers, fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 4 }), (taken, more, n, most) => {
        const work = (booked: number[]) => ({ ...free, mostInARow: most, booked: booked.map(slot) });
        if (hindranceAt(work(taken), slot(n)) === null) return;
        expect(hindranceAt(work([...new Set([...taken, more])]), slot(n))).not.toBeNull();
      }),
    );
  });
});
