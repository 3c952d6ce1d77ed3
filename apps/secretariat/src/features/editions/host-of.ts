import type { Capital } from '@forum/contract/editions/capitals';
import type { RingYear } from '@forum/contract/editions/rotation';

/** The host that the ring holds for a year that has no edition yet, and whether somebody has set it by hand. */
export function hostOf(
  ring: readonly RingYear[],
  year: number,
): { capital: Capital; isByHand: boolean } | null {
  const held = ring.find((one) => one.year === year);
  if (!held?.capital || held.edition !== null) return null;
  return { capital: held.capital, isByHand: held.standing === 'fixed' };
}
