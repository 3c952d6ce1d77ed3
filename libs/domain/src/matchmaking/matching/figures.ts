import type { FirmProfile } from '../profile.ts';
import type { Matching } from './match-firms.ts';
import type { MatchSettings } from './settings.ts';

/** How well a matching serves everybody. */
export interface MatchingFigures {
  /** Suggested pairs. */
  readonly suggested: number;
  /** Firms with offers or needs that are suggested to nobody. */
  readonly unreached: number;
  /** Small firms with fewer primes among their suggestions than the floor. */
  readonly belowFloor: number;
  /** How unequally suggestions are spread over firms: 0 equal, towards 1 all at one. */
  readonly exposureGini: number;
}

/** The figures of a matching of these profiles. */
export function figuresOf(
  matching: Matching,
  profiles: readonly FirmProfile[],
  settings: MatchSettings,
): MatchingFigures {
  const { primesForSmall, primeSizes, smallSizes } = settings.suggestions;
  const sizes = new Map(profiles.map(({ firmId, size }) => [firmId, size]));
  const isOf = (firmId: string, some: readonly string[]) => some.includes(sizes.get(firmId) ?? '');
  const speaking = profiles.filter(({ offers, needs }) => offers.length + needs.length > 0);
  const lists = new Map(speaking.map(({ firmId }) => [firmId, matching.suggestions(firmId)]));
  const small = speaking.filter(({ firmId }) => isOf(firmId, smallSizes));
  const primesOf = (firmId: string) =>
    lists.get(firmId)?.filter((suggestion) => isOf(suggestion.firmId, primeSizes)).length ?? 0;
  const exposures = [...lists.values()].map((list) => list.length);
  return {
    suggested: exposures.reduce((sum, count) => sum + count, 0) / 2,
    unreached: exposures.filter((count) => count === 0).length,
    belowFloor: small.filter(({ firmId }) => primesOf(firmId) < primesForSmall).length,
    exposureGini: gini(exposures),
  };
}

/**
 * The Gini coefficient of some amounts: half the mean difference over the mean. 0 when all are the same (or none), and
 * towards 1 when one has everything. `gini([0, 0, 0, 4])` is 0.75.
 */
export function gini(amounts: readonly number[]): number {
  const sorted = [...amounts].sort((a, b) => a - b);
  const total = sorted.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return 0;
  const weighted = sorted.reduce(
    (sum, amount, place) => sum + (2 * (place + 1) - sorted.length - 1) * amount,
    0,
  );
  return weighted / (sorted.length * total);
}
