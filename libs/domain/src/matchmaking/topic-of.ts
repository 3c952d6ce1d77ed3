import { type FirmProfile } from './profile.ts';

/** What a profile says for a topic. */
type Lines = Pick<FirmProfile, 'offers' | 'needs'>;

/**
 * What two firms would talk about first: the first capability in the order of `one`'s needs, then of `other`'s, that the
 * other side offers; else the first that both name at all; null when they name nothing in common.
 */
export function topicOf(one: Lines, other: Lines): string | null {
  return (
    firstShared(one.needs, other.offers) ?? firstShared(other.needs, one.offers) ?? firstNamed(one, other)
  );
}

function firstShared(needs: Lines['needs'], offers: Lines['offers']): string | null {
  const offered = new Set(offers.map(({ capability }) => capability));
  return needs.find(({ capability }) => offered.has(capability))?.capability ?? null;
}

function firstNamed(one: Lines, other: Lines): string | null {
  const named = new Set([...other.needs, ...other.offers].map(({ capability }) => capability));
  return [...one.needs, ...one.offers].find(({ capability }) => named.has(capability))?.capability ?? null;
}
