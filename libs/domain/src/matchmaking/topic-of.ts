import type { FirmProfile } from './profile.ts';

/** What a firm offers and needs. */
export type Lines = Pick<FirmProfile, 'offers' | 'needs'>;

/**
 * What two firms would talk about first: the first of {@link topicsOf}; else the first capability that both name at all;
 * null when they name nothing in common.
 */
export function topicOf(one: Lines, other: Lines): string | null {
  return topicsOf(one, other)[0] ?? firstNamed(one, other);
}

/** The capabilities that one of two firms needs and the other offers, each once, in the order of `one`'s needs first. */
export function topicsOf(one: Lines, other: Lines): string[] {
  return [...new Set([...shared(one.needs, other.offers), ...shared(other.needs, one.offers)])];
}

function shared(needs: Lines['needs'], offers: Lines['offers']): string[] {
  const offered = new Set(offers.map(({ capability }) => capability));
  return needs.map(({ capability }) => capability).filter((capability) => offered.has(capability));
}

function firstNamed(one: Lines, other: Lines): string | null {
  const named = new Set([...other.needs, ...other.offers].map(({ capability }) => capability));
  return [...one.needs, ...one.offers].find(({ capability }) => named.has(capability))?.capability ?? null;
}
