import type { DelegateCategory } from '../people/delegate-category.ts';

/** A delegate of a delegation who has a place, or waits for one. */
export interface PlaceEntry {
  readonly delegateId: string;
  readonly category: DelegateCategory;
  /** Put on the waiting list by an officer, who alone gives them a place: nobody waits behind them. */
  readonly heldBack?: boolean;
}

/** The places of a delegation. */
export interface DelegationPlaces {
  /** How many places there are of each category; a category that is not named has none. */
  readonly places: Partial<Record<DelegateCategory, number>>;
  readonly holders: readonly PlaceEntry[];
  /** Who waits, in order of arrival. */
  readonly waiting: readonly PlaceEntry[];
  /** Whether nobody may be vetted any more, or yet: then a place would lead nowhere, and nobody moves up. */
  readonly closed?: boolean;
}

/** The delegation after a step, and who has moved up from the waiting list by it, in order. */
export interface Promotion {
  readonly delegation: DelegationPlaces;
  readonly promoted: readonly string[];
}

/** How many places of a category are free; negative when there are fewer places than people who hold one. */
export function freePlaces(delegation: DelegationPlaces, category: DelegateCategory): number {
  return (delegation.places[category] ?? 0) - count(delegation.holders, category);
}

/** Who waits for a place of a category that becomes free, in order. */
export function queueOf(delegation: DelegationPlaces, category: DelegateCategory): PlaceEntry[] {
  return delegation.waiting.filter((entry) => entry.category === category && !entry.heldBack);
}

/**
 * Gives a delegate a place of a category, or, when none is free or others wait already, the end of the waiting list.
 * Who has a place or waits already keeps it, so the step may be repeated; a change of category gives up the old place
 * first (`releasePlace`).
 *
 * @returns `position` on the waiting list of the category, from 1; 0 with a place
 */
export function takePlace(
  delegation: DelegationPlaces,
  entry: PlaceEntry,
): { readonly delegation: DelegationPlaces; readonly position: number } {
  const isEntry = (other: PlaceEntry) => other.delegateId === entry.delegateId;
  if (delegation.holders.some(isEntry)) return { delegation, position: 0 };
  const ahead = queueOf(delegation, entry.category);
  const waiting = delegation.waiting.find(isEntry);
  if (waiting?.heldBack) return { delegation, position: ahead.length + 1 };
  if (waiting) return { delegation, position: ahead.findIndex(isEntry) + 1 };
  if (freePlaces(delegation, entry.category) > 0 && ahead.length === 0) {
    return { delegation: { ...delegation, holders: [...delegation.holders, entry] }, position: 0 };
  }
  return {
    delegation: { ...delegation, waiting: [...delegation.waiting, entry] },
    position: ahead.length + 1,
  };
}

/** Takes a delegate off the delegation, from a place or the waiting list; a place that becomes free goes to the next. */
export function releasePlace(delegation: DelegationPlaces, delegateId: string): Promotion {
  const stays = (entry: PlaceEntry) => entry.delegateId !== delegateId;
  return promoteWaiting({
    ...delegation,
    holders: delegation.holders.filter(stays),
    waiting: delegation.waiting.filter(stays),
  });
}

/**
 * Sets how many places of a category a delegation has. More places go to those who wait; fewer than are taken leave the
 * people where they are and admit nobody until enough have gone. The number that there was changes nothing.
 */
export function setPlaces(
  delegation: DelegationPlaces,
  category: DelegateCategory,
  places: number,
): Promotion {
  return promoteWaiting({ ...delegation, places: { ...delegation.places, [category]: places } });
}

/** Gives the free places to those who wait for one, as far as they can be vetted now. */
export function promoteWaiting(delegation: DelegationPlaces): Promotion {
  let current = delegation;
  const promoted: string[] = [];
  if (delegation.closed) return { delegation, promoted };
  for (const entry of delegation.waiting) {
    if (entry.heldBack || freePlaces(current, entry.category) <= 0) continue;
    current = {
      ...current,
      holders: [...current.holders, entry],
      waiting: current.waiting.filter((other) => other !== entry),
    };
    promoted.push(entry.delegateId);
  }
  return { delegation: current, promoted };
}

const count = (entries: readonly PlaceEntry[], category: DelegateCategory) =>
  entries.filter((entry) => entry.category === category).length;
