import { isStaffRole, type Role } from './role.ts';

/** How long, in milliseconds, a second factor that was shown lets somebody do what weighs most. */
export const freshFactorFor = 10 * 60_000;

/** Whether a second factor was shown at most ten minutes before `now`; both in milliseconds, null when never. */
export const isFactorFresh = (shownAt: number | null, now: number): boolean =>
  shownAt !== null && now - shownAt <= freshFactorFor;

/** From how many decisions at once a fresh second factor is asked for. */
export const decisionsThatWeigh = 20;

/**
 * The roles that somebody can use, and those that wait until their session has shown a second factor: every role of the
 * host's team does. Nobody else is asked for one.
 */
export function usableRoles(
  held: readonly Role[],
  hasShownFactor: boolean,
): { readonly usable: readonly Role[]; readonly withheld: readonly Role[] } {
  if (hasShownFactor) return { usable: held, withheld: [] };
  return { usable: held.filter((role) => !isStaffRole(role)), withheld: held.filter(isStaffRole) };
}

/** Why somebody of the host's team does not make the enrolment code of a person; null when they may. */
export function refusalToHandOver(
  holder: { readonly isSelf: boolean; readonly secretariat: boolean; readonly enrolled: boolean },
  maker: { readonly secretariat: boolean },
): 'self' | 'secretariat' | 'enrolled' | null {
  if (holder.isSelf) return 'self';
  if (holder.secretariat && !maker.secretariat) return 'secretariat';
  return holder.enrolled ? 'enrolled' : null;
}
