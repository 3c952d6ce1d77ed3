import type { PhaseName } from '../editions/phase.ts';
import { DomainError } from '../errors.ts';
import { addMinutes, isBefore } from '../time/instant.ts';

/** Where somebody who names a firm stands with it. An `ended` standing also is one that the firm refused. */
export const representationStates = ['pending', 'confirmed', 'ended'] as const;

/** Where somebody who names a firm stands with it. */
export type RepresentationState = (typeof representationStates)[number];

/** An accredited delegate who names a firm, as far as their standing with it is decided. */
export interface Representation {
  readonly state: RepresentationState;
  /** Whether the firm has other confirmed representatives. */
  readonly hasOthers: boolean;
  /** Since when those others could have answered; null when nobody could. */
  readonly askedAt: string | null;
}

/** How long the representatives of a firm have to answer before the host may, in hours. */
export const hoursToAnswer = (phase: PhaseName): number => (phase === 'live' ? 1 : 24);

/**
 * From when the host may confirm somebody who waits; null means at once. The firm's own people come first: a day, or an
 * hour while the forum is live, and for a firm that has nobody else the host decides. Whom the firm has ended, the host
 * may restore at once.
 */
export function hostMayConfirmFrom(
  { state, hasOthers, askedAt }: Representation,
  phase: PhaseName,
): string | null {
  return state === 'pending' && hasOthers && askedAt !== null
    ? addMinutes(askedAt, hoursToAnswer(phase) * 60)
    : null;
}

/**
 * Refuses to confirm a representative.
 *
 * @throws DomainError `representation.transition` when they are confirmed, or ended and it is not the host who asks;
 *   `representation.firm_decides` when the host is too early
 */
export function requireMayConfirm(
  representation: Representation,
  by: 'firm' | 'host',
  { phase, now }: { readonly phase: PhaseName; readonly now: string },
): void {
  const { state } = representation;
  if (state === 'confirmed' || (state === 'ended' && by === 'firm')) throw noStep(state, 'confirm');
  if (by === 'firm') return;
  const from = hostMayConfirmFrom(representation, phase);
  if (from === null || !isBefore(now, from)) return;
  throw new DomainError(
    'representation.firm_decides',
    { from },
    `The firm has representatives, who decide first. The host may confirm from ${from}.`,
  );
}

/**
 * Refuses to end the standing of a representative, or to turn away somebody who waits.
 *
 * @throws DomainError `representation.transition` when it has ended; `representation.last` when nobody else would be left
 *   to speak for the firm
 */
export function requireMayEnd({ state, hasOthers }: Representation): void {
  if (state === 'ended') throw noStep(state, 'end');
  if (state === 'pending' || hasOthers) return;
  throw new DomainError(
    'representation.last',
    {},
    'Nobody else is confirmed for this firm, so this standing cannot end. Confirm somebody first, or write to the host.',
  );
}

const noStep = (state: RepresentationState, step: 'confirm' | 'end') =>
  new DomainError(
    'representation.transition',
    { state, step },
    state === 'ended' && step === 'confirm'
      ? 'The firm has ended this standing; only the host can restore it.'
      : `The standing of this person is ${state} already. Look at it again.`,
  );
