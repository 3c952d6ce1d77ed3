import { DomainError } from '../errors.ts';
import { vettedAmong } from './vetted-fields.ts';

/** The states of a delegate's accreditation. */
export const accreditationStates = [
  'draft',
  'submitted',
  'accredited',
  'declined',
  'waitlisted',
  'withdrawn',
  'revoked',
] as const;

/** The state of a delegate's accreditation. */
export type AccreditationState = (typeof accreditationStates)[number];

/** Whether somebody in this state is out of the edition: even what they were to speak in is closed to them. */
export const isOut = (state: AccreditationState): boolean =>
  state === 'declined' || state === 'withdrawn' || state === 'revoked';

/**
 * Whether somebody in this state keeps the meetings that were agreed with them: accredited, or vetted again because they
 * changed what was vetted. Whoever waits for a place, or is out, may not come.
 */
export const keepsMeetings = (state: AccreditationState): boolean =>
  state === 'accredited' || state === 'submitted';

/** Why an accreditation is declined or revoked. Coded, so that it can be counted; never shown to the applicant. */
export const accreditationReasons = [
  'identity-unconfirmed',
  'not-entitled',
  'duplicate',
  'incomplete',
  'security',
  'conduct',
  'other',
] as const;

/** Why an accreditation was declined or revoked. */
export type AccreditationReason = (typeof accreditationReasons)[number];

/** What is known of the vetting of one delegate. */
export interface Accreditation {
  readonly state: AccreditationState;
  /** Set exactly when the state is declined or revoked. */
  readonly reason: AccreditationReason | null;
  /** Instant of the last submission; null for a draft that was never submitted. */
  readonly submittedAt: string | null;
  /** Instant of the last decision by an officer; null while none is in force. */
  readonly decidedAt: string | null;
}

/** A step in the vetting of a delegate, beside edits. */
export type AccreditationStep =
  'submit' | 'accredit' | 'decline' | 'waitlist' | 'promote' | 'reconsider' | 'withdraw' | 'revoke';

/** From which states each step is possible, and where it leads. */
const steps: Record<AccreditationStep, { from: readonly AccreditationState[]; to: AccreditationState }> = {
  submit: { from: ['draft', 'withdrawn'], to: 'submitted' },
  accredit: { from: ['submitted', 'waitlisted'], to: 'accredited' },
  decline: { from: ['submitted', 'waitlisted'], to: 'declined' },
  waitlist: { from: ['submitted'], to: 'waitlisted' },
  promote: { from: ['waitlisted'], to: 'submitted' },
  reconsider: { from: ['declined', 'revoked'], to: 'submitted' },
  withdraw: { from: ['draft', 'submitted', 'accredited', 'waitlisted'], to: 'withdrawn' },
  revoke: { from: ['accredited'], to: 'revoked' },
};

/** The accreditation of a registration that has just been begun. */
export const newAccreditation: Accreditation = {
  state: 'draft',
  reason: null,
  submittedAt: null,
  decidedAt: null,
};

/** The steps that are possible from a state. */
export function stepsFrom(state: AccreditationState): AccreditationStep[] {
  return (Object.keys(steps) as AccreditationStep[]).filter((step) => steps[step].from.includes(state));
}

/** The applicant asks to be vetted; also again after having withdrawn. */
export function submit(accreditation: Accreditation, now: string): Accreditation {
  return { ...take(accreditation, 'submit'), submittedAt: now, decidedAt: null };
}

/** An officer accredits. From the waiting list, the caller must have taken a place first (`places.ts`). */
export function accredit(accreditation: Accreditation, now: string): Accreditation {
  return { ...take(accreditation, 'accredit'), decidedAt: now };
}

/** An officer declines, for a coded reason that the applicant does not see. */
export function decline(
  accreditation: Accreditation,
  reason: AccreditationReason,
  now: string,
): Accreditation {
  return { ...take(accreditation, 'decline'), reason, decidedAt: now };
}

/** No place is free: the delegate waits for one. */
export function waitlist(accreditation: Accreditation, now: string): Accreditation {
  return { ...take(accreditation, 'waitlist'), decidedAt: now };
}

/** A place has become free for a delegate on the waiting list, who is now vetted. */
export function promote(accreditation: Accreditation): Accreditation {
  return { ...take(accreditation, 'promote'), decidedAt: null };
}

/** An officer opens a refusal again, for instance after a mistake. It needs a new decision, and a new place. */
export function reconsider(accreditation: Accreditation): Accreditation {
  return { ...take(accreditation, 'reconsider'), decidedAt: null };
}

/** The applicant gives up. What was decided no longer holds. */
export function withdraw(accreditation: Accreditation): Accreditation {
  return { ...take(accreditation, 'withdraw'), decidedAt: null };
}

/** An officer takes an accreditation back; meetings and badge go with it. */
export function revoke(
  accreditation: Accreditation,
  reason: AccreditationReason,
  now: string,
): Accreditation {
  return { ...take(accreditation, 'revoke'), reason, decidedAt: now };
}

/**
 * The accreditation after the delegate has changed fields of the registration: an accredited delegate who changes a
 * vetted field is submitted again and not accredited until the next decision. Otherwise nothing changes.
 *
 * @throws DomainError `delegate.transition` when a vetted field of a closed registration (declined, withdrawn, revoked)
 *   would change
 */
export function edit(accreditation: Accreditation, changed: readonly string[], now: string): Accreditation {
  const vetted = vettedAmong(changed);
  if (vetted.length === 0) return accreditation;
  switch (accreditation.state) {
    case 'draft':
    case 'submitted':
    case 'waitlisted':
      return accreditation;
    case 'accredited':
      return { ...accreditation, state: 'submitted', submittedAt: now, decidedAt: null };
    case 'declined':
    case 'withdrawn':
    case 'revoked':
      throw new DomainError(
        'delegate.transition',
        { state: accreditation.state, step: 'edit', vetted },
        `The registration is ${accreditation.state}, so ${vetted.join(', ')} cannot change; write to the organisers.`,
      );
  }
}

function take(accreditation: Accreditation, step: AccreditationStep): Accreditation {
  const { from, to } = steps[step];
  if (from.includes(accreditation.state)) return { ...accreditation, state: to, reason: null };
  throw new DomainError(
    'delegate.transition',
    { state: accreditation.state, step, steps: stepsFrom(accreditation.state) },
    `An accreditation that is ${accreditation.state} allows no "${step}"; it needs to be ${from.join(' or ')}.`,
  );
}
