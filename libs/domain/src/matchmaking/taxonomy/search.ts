import { fold, matchesAll } from '../../text/fold.ts';
import type { Capability } from './capability.ts';
import type { Taxonomy } from './taxonomy.ts';

/** A taxonomy folded once, for searching often. */
export type CapabilitySearch = (query: string, limit?: number) => Capability[];

/**
 * A search of the taxonomy in either language, half-typed words included: first those whose title begins with the query,
 * then those whose title or code has its words, then those that a synonym finds; within each, the order of the list.
 */
export function capabilitySearch(taxonomy: Taxonomy): CapabilitySearch {
  const entries = taxonomy.capabilities.map((capability) => ({
    capability,
    titles: [fold(capability.title.en), fold(capability.title.ko)],
    own: fold(`${capability.code} ${capability.title.en} ${capability.title.ko}`),
    all: fold([capability.code, capability.title.en, capability.title.ko, ...capability.synonyms].join(' ')),
  }));
  return (query, limit = 20) => {
    const folded = fold(query);
    return entries
      .filter(({ all }) => matchesAll(all, query))
      .map(({ capability, titles, own }) => ({
        capability,
        rank: titles.some((title) => title.startsWith(folded)) ? 0 : matchesAll(own, query) ? 1 : 2,
      }))
      .sort((a, b) => a.rank - b.rank)
      .slice(0, limit)
      .map(({ capability }) => capability);
  };
}
