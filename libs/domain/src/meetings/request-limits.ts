import { DomainError } from '../errors.ts';
import { addMinutes, compareInstants, epochMs, instantFromMs } from '../time/instant.ts';

/** How many requests may wait, and for how long. */
export interface RequestLimits {
  /** Open requests of one firm at a time, in all and to one other firm. */
  readonly openRequests: number;
  readonly openRequestsToOne: number;
  readonly remindAfterHours: number;
  readonly expireAfterHours: number;
}

/** The limits that hold unless an edition sets others: requests that nobody answers must not bury those who get many. */
export const usualLimits: RequestLimits = {
  openRequests: 30,
  openRequestsToOne: 10,
  remindAfterHours: 24,
  expireAfterHours: 72,
};

/**
 * Refuses one more request of a firm whose earlier ones wait.
 *
 * @param open how many wait in all, and from the firm that is asked
 * @throws DomainError `meeting.too_many_open` with the limit
 */
export function requireRoomForRequest(
  open: { readonly all: number; readonly toThem: number },
  limits: RequestLimits = usualLimits,
): void {
  refuseAbove(open.all, limits.openRequests, 'requests wait for an answer');
  refuseAbove(open.toThem, limits.openRequestsToOne, 'requests wait for the answer of this firm');
}

function refuseAbove(open: number, limit: number, what: string): void {
  if (open < limit) return;
  throw new DomainError(
    'meeting.too_many_open',
    { open, limit },
    `${open} ${what} and ${limit} may; withdraw one first.`,
  );
}

/**
 * When a proposal lapses: after the usual time, but no later than the last suggested time begins.
 *
 * @param suggested starts, at least one
 */
export function expiryOf(
  proposedAt: string,
  suggested: readonly string[],
  limits: RequestLimits = usualLimits,
): string {
  const usual = addMinutes(proposedAt, limits.expireAfterHours * 60);
  return [usual, latestStart(suggested)].reduce((a, b) => (compareInstants(a, b) <= 0 ? a : b));
}

/**
 * When to remind of a proposal: after the usual time, but at the latest half-way to its expiry, so that a reminder on
 * the day itself still helps.
 */
export function reminderOf(
  proposedAt: string,
  expiresAt: string,
  limits: RequestLimits = usualLimits,
): string {
  const usual = epochMs(addMinutes(proposedAt, limits.remindAfterHours * 60));
  const halfway = (epochMs(proposedAt) + epochMs(expiresAt)) / 2;
  return instantFromMs(Math.floor(Math.min(usual, halfway) / 1000) * 1000);
}

const latestStart = (suggested: readonly string[]) =>
  suggested.reduce((a, b) => (compareInstants(a, b) >= 0 ? a : b));
