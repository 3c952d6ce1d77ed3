import type { AccreditationState } from '../accreditation/accreditation.ts';
import { DomainError } from '../errors.ts';

/**
 * How an aide stands to their principal: proposed by the host and not confirmed yet, invited and not accepted yet, able
 * to act, or ended.
 */
export const aideStates = ['proposed', 'invited', 'active', 'ended'] as const;

/** How an aide stands to their principal. */
export type AideState = (typeof aideStates)[number];

/** What happened to the relation of an aide and a principal; instants, null for what has not. */
export interface AideRelation {
  readonly confirmedAt: string | null;
  readonly acceptedAt: string | null;
  readonly endedAt: string | null;
}

/** The state of a relation. Confirmation and acceptance come in any order; it takes both. */
export function aideState({ confirmedAt, acceptedAt, endedAt }: AideRelation): AideState {
  if (endedAt !== null) return 'ended';
  if (confirmedAt === null) return 'proposed';
  return acceptedAt === null ? 'invited' : 'active';
}

/** Whoever invites aides for themselves; the host proposes any number. */
export interface AideInviter {
  /** Of the delegations that they head, together; null for who heads none. */
  readonly places: number | null;
  /** Speaks for a firm, whose representatives share what it may have open. */
  readonly representsFirm: boolean;
}

/** How many invitations may wait for an answer. */
const openOf = { firm: 10, others: 5 } as const;

/**
 * How many invitations of aides may wait for an answer at once: heads of delegation as many as they have places, the
 * representatives of a firm ten together, everybody else five.
 */
export function openAideInvitations({ places, representsFirm }: AideInviter): number {
  if (places === null) return representsFirm ? openOf.firm : openOf.others;
  return Math.max(places, representsFirm ? openOf.firm : 0);
}

/**
 * Refuses one more invitation to be somebody's aide: each is a mail from the forum's own address to whomever the
 * inviter likes. Twice as many as may wait may be sent in a day.
 *
 * @param sent how many wait now, and how many were sent in the last 24 hours
 * @param most how many may wait
 * @throws DomainError `aide.too_many` with the limit
 */
export function requireRoomForAide(
  { open, aDay }: { readonly open: number; readonly aDay: number },
  most: number,
): void {
  refuseFrom(most, open, 'wait for an answer');
  refuseFrom(2 * most, aDay, 'were sent in the last 24 hours');
}

function refuseFrom(limit: number, sent: number, what: string): void {
  if (sent < limit) return;
  throw new DomainError(
    'aide.too_many',
    { sent, limit },
    `${sent} invitations of aides ${what}, and ${limit} may. End one that waits, or come back tomorrow.`,
  );
}

/**
 * Refuses an aide what would cost their principal the accreditation, or undo the principal's withdrawal: the rest of a
 * registration they fill in.
 *
 * @param vetted the vetted fields that would change
 * @throws DomainError `aide.vetted_field` with the fields
 */
export function requireWithinAide(state: AccreditationState, vetted: readonly string[]): void {
  if (state !== 'withdrawn' && (state !== 'accredited' || vetted.length === 0)) return;
  throw new DomainError(
    'aide.vetted_field',
    { state, vetted },
    state === 'withdrawn'
      ? 'Your principal has withdrawn. Only they can register again.'
      : `${vetted.join(', ')} of your principal was vetted, and a change would end their accreditation until the next decision. Only they can change it.`,
  );
}
