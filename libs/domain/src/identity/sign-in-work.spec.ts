import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { beginsWithZeros, freeCodes, minutesUntilCode, workBits, workFor } from './sign-in-work.ts';

const counts = fc.record({ toAddress: fc.nat(10_000), recently: fc.nat(10_000_000) });

describe('the work before a code is sent', () => {
  it('is none while few are asked for', () => {
    expect(workFor({ toAddress: freeCodes.toAddress - 1, recently: freeCodes.recently - 1 })).toBe(0);
  });

  it('doubles with each code to one address, and with each doubling of all', () => {
    expect([5, 6, 7].map((toAddress) => workFor({ toAddress, recently: 0 }))).toEqual([14, 15, 16]);
    expect([600, 1_199, 1_200, 2_400].map((recently) => workFor({ toAddress: 0, recently }))).toEqual([
      14, 14, 15, 16,
    ]);
  });

  it('never shrinks with more codes, and has an end', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const more = { toAddress: a.toAddress + b.toAddress, recently: a.recently + b.recently };
        expect(workFor(more)).toBeGreaterThanOrEqual(workFor(a));
        expect(workFor(more)).toBeLessThanOrEqual(workBits.most);
      }),
    );
  });
});

describe('a hash', () => {
  it('begins with as many zero bits as its binary digits say', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 4, maxLength: 4 }),
        fc.integer({ min: 0, max: 32 }),
        (hash, bits) => {
          const digits = [...hash].map((byte) => byte.toString(2).padStart(8, '0')).join('');
          expect(beginsWithZeros(hash, bits)).toBe(digits.startsWith('0'.repeat(bits)));
        },
      ),
    );
  });

  it('of too few bits does not', () => {
    expect(beginsWithZeros(new Uint8Array(1), 9)).toBe(false);
  });
});

describe('the minutes until a code arrives', () => {
  it('grow with what waits, and end where the code does', () => {
    expect([0, 39, 40, 200, 10_000].map(minutesUntilCode)).toEqual([2, 2, 3, 7, 10]);
  });
});
