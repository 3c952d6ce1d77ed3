import { type AccreditationState } from '../accreditation/accreditation.ts';
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

/** How many invitations of a principal may wait for their aide, and how many may be sent in a day. */
export const aideLimits = { open: 5, aDay: 10 } as const;

/**
 * Refuses one more invitation to be somebody's aide: each is a mail from the forum's own address to whomever the
 * inviter likes.
 *
 * @param sent of this principal: how many wait now, and how many were sent in the last 24 hours
 * @throws DomainError `aide.too_many` with the limit
 */
export function requireRoomForAide({ open, aDay }: { readonly open: number; readonly aDay: number }): void {
  refuseFrom(aideLimits.open, open, 'wait for an answer');
  refuseFrom(aideLimits.aDay, aDay, 'were sent in the last 24 hours');
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
