import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { phaseNames } from '../editions/phase.ts';
import type { DomainError } from '../errors.ts';
import { addMinutes } from '../time/instant.ts';
import {
  hostMayConfirmFrom,
  type Representation,
  representationStates,
  requireMayConfirm,
  requireMayEnd,
} from './representation.ts';

const askedAt = '2026-05-12T08:00:00Z';
const waiting: Representation = { state: 'pending', hasOthers: true, askedAt };
const anyone: fc.Arbitrary<Representation> = fc.record({
  state: fc.constantFrom(...representationStates),
  hasOthers: fc.boolean(),
  askedAt: fc.constantFrom(askedAt, null),
});
const phase = fc.constantFrom(...phaseNames);

const refusal = (work: () => void): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('somebody who waits for a firm that has representatives', () => {
  it('is confirmed by the firm at any time, and by the host after a day', () => {
    const at = (now: string) => ({ phase: 'registration' as const, now });
    expect(refusal(() => requireMayConfirm(waiting, 'firm', at(askedAt)))).toBeNull();
    expect(refusal(() => requireMayConfirm(waiting, 'host', at('2026-05-13T07:59:59Z')))).toBe(
      'representation.firm_decides',
    );
    expect(refusal(() => requireMayConfirm(waiting, 'host', at('2026-05-13T08:00:00Z')))).toBeNull();
  });

  it('waits one hour while the forum is live', () => {
    expect(hostMayConfirmFrom(waiting, 'live')).toBe(addMinutes(askedAt, 60));
  });
});

describe('the host', () => {
  it('decides at once for a firm that has nobody, and on whom the firm has ended', () => {
    fc.assert(
      fc.property(anyone, phase, (one, in_) => {
        const from = hostMayConfirmFrom(one, in_);
        if (!one.hasOthers || one.state === 'ended') expect(from).toBeNull();
      }),
    );
  });
});

describe('a confirmation', () => {
  it('is never given twice, and by the firm to nobody whose standing has ended', () => {
    fc.assert(
      fc.property(anyone, phase, fc.constantFrom('firm' as const, 'host' as const), (one, in_, by) => {
        const code = refusal(() => requireMayConfirm(one, by, { phase: in_, now: '2030-01-01T00:00:00Z' }));
        const closed = one.state === 'confirmed' || (one.state === 'ended' && by === 'firm');
        expect(code).toBe(closed ? 'representation.transition' : null);
      }),
    );
  });
});

describe('an end', () => {
  it('never takes the last representative from a firm', () => {
    fc.assert(
      fc.property(anyone, (one) => {
        const ended = refusal(() => requireMayEnd(one)) === null;
        if (ended && one.state === 'confirmed') expect(one.hasOthers).toBe(true);
        expect(ended).toBe(one.state === 'pending' || (one.state === 'confirmed' && one.hasOthers));
      }),
    );
  });
});
