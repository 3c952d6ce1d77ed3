import type { SuggestionSettings } from './settings.ts';

/**
 * How many suggestions each firm has room for. A calendar is finite, so they are spread over those who have room: a firm
 * with as many free slots as firms have on average has the usual number, one with twice as many twice that, one with
 * nothing left none. Nobody gets more than a share of their free slots (some will be declined), nor more than the most.
 * So all together get about the usual number each, however full the hall is.
 *
 * With 10 usual and 150 % for each free slot, firms with 0, 4, 20 and 24 free slots have room for 0, 4, 17 and 20.
 *
 * @param freeSlots free slots of each firm; null where not known, which has room for the usual number
 */
export function roomsFor(
  freeSlots: readonly (number | null)[],
  { usual, perFreeSlot, most }: SuggestionSettings,
): Uint32Array {
  const known = freeSlots.filter((free) => free !== null);
  const total = known.reduce((sum, free) => sum + free, 0);
  return Uint32Array.from(freeSlots, (free) => {
    if (free === null) return Math.min(usual, most);
    if (free === 0) return 0;
    const fair = Math.ceil((usual * free * known.length) / total);
    return Math.min(most, fair, Math.ceil((free * perFreeSlot) / 100));
  });
}
