import type { Places } from '@forum/contract/delegations/places';
import type { DelegateCategory } from '@forum/domain/people/delegate-category';

/** How many places of a category a delegation can still give at once: none while others wait for one. */
export function placesLeft(places: Places, category: DelegateCategory): number {
  const of = places.find((one) => one.category === category);
  return of && of.waiting === 0 ? Math.max(0, of.places - of.taken) : 0;
}

/** What somebody who is invited comes as, unless they say otherwise: the first category with a place left, or with any. */
export function invitedAs(places: Places): DelegateCategory | undefined {
  const given = places.filter((one) => one.places > 0).map(({ category }) => category);
  return given.find((category) => placesLeft(places, category) > 0) ?? given[0];
}
