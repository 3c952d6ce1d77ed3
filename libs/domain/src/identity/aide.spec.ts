import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accreditationStates } from '../accreditation/accreditation.ts';
import { DomainError } from '../errors.ts';
import { aideLimits, aideState, requireRoomForAide, requireWithinAide } from './aide.ts';

const at = fc.constantFrom(null, '2031-05-12T00:00:00Z');

describe('the state of an aide', () => {
  it('is active when both sides have agreed and neither has ended it, and never otherwise', () => {
    fc.assert(
      fc.property(at, at, at, (confirmedAt, acceptedAt, endedAt) => {
        const agreed = confirmedAt !== null && acceptedAt !== null && endedAt === null;
        expect(aideState({ confirmedAt, acceptedAt, endedAt }) === 'active').toBe(agreed);
      }),
    );
  });

  it('says what it waits for', () => {
    const none = { confirmedAt: null, acceptedAt: null, endedAt: null };
    const now = '2031-05-12T00:00:00Z';
    expect(aideState(none)).toBe('proposed');
    expect(aideState({ ...none, acceptedAt: now })).toBe('proposed');
    expect(aideState({ ...none, confirmedAt: now })).toBe('invited');
    expect(aideState({ ...none, endedAt: now })).toBe('ended');
  });
});

describe('invitations of a principal', () => {
  it('are refused from the limits on', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), (open, aDay) => {
        const refuse = open >= aideLimits.open || aDay >= aideLimits.aDay;
        const ask = () => requireRoomForAide({ open, aDay });
        if (refuse) expect(ask).toThrow(DomainError);
        else expect(ask).not.toThrow();
      }),
    );
  });
});

describe('a registration that an aide fills in', () => {
  it('keeps what was vetted of an accredited principal, and stays withdrawn', () => {
    for (const state of accreditationStates) {
      const isKept = state === 'accredited' || state === 'withdrawn';
      const change = () => requireWithinAide(state, ['country']);
      if (isKept) expect(change).toThrow(DomainError);
      else expect(change).not.toThrow();
    }
    expect(() => requireWithinAide('accredited', [])).not.toThrow();
    expect(() => requireWithinAide('withdrawn', [])).toThrow(DomainError);
  });
});
