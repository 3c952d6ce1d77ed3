import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accreditationStates } from '../accreditation/accreditation.ts';
import { DomainError } from '../errors.ts';
import { aideState, openAideInvitations, requireRoomForAide, requireWithinAide } from './aide.ts';

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

describe('invitations of aides', () => {
  it('may wait as many as the inviter is trusted with', () => {
    expect(openAideInvitations({ places: null, representsFirm: false })).toBe(5);
    expect(openAideInvitations({ places: null, representsFirm: true })).toBe(10);
    expect(openAideInvitations({ places: 40, representsFirm: false })).toBe(40);
    expect(openAideInvitations({ places: 2, representsFirm: false })).toBe(2);
    expect(openAideInvitations({ places: 2, representsFirm: true })).toBe(10);
  });

  it('are refused from the limits on', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.integer({ min: 0, max: 25 }), (open, aDay, most) => {
        const refuse = open >= most || aDay >= 2 * most;
        const ask = () => requireRoomForAide({ open, aDay }, most);
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
