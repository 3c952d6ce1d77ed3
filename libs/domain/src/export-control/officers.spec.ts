import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { confirmersOf, requireMayConfirmOfficer } from './officers.ts';

const people = ['kim', 'lee', 'park'];
const officer = fc.record({
  delegateId: fc.constantFrom(...people),
  namedBy: fc.constantFrom(null, ...people),
});
const isAllowed = (work: () => void) => {
  try {
    work();
    return true;
  } catch {
    return false;
  }
};

describe('an export officer who is named', () => {
  it('is confirmed by one person of the firm, or by the host, and never by both kinds', () => {
    fc.assert(
      fc.property(officer, fc.subarray(people), (named, firm) => {
        const confirmers = confirmersOf(named, firm);
        expect(confirmers).not.toContain(named.delegateId);
        expect(confirmers).not.toContain(named.namedBy);
        expect(isAllowed(() => requireMayConfirmOfficer(named, firm, 'host'))).toBe(confirmers.length === 0);
        for (const one of people) {
          expect(isAllowed(() => requireMayConfirmOfficer(named, firm, one))).toBe(confirmers.includes(one));
        }
      }),
    );
  });
});
