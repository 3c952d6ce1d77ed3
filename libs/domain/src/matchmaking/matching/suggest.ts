import type { FirmProfile } from '../profile.ts';
import type { PairList } from './all-pairs/pair-list.ts';
import { roomsFor } from './room.ts';
import type { SuggestionSettings } from './settings.ts';

/** Why a pair is suggested: a floor of small firms with primes, everybody's reach, or its score. */
export type SuggestedFor = 'primes-for-small' | 'reach' | 'score';

/** What choosing suggestions needs. */
export interface Choice {
  readonly firms: readonly FirmProfile[];
  /** Free slots of each firm; null where not known. */
  readonly freeSlots: readonly (number | null)[];
  /** Best first. */
  readonly pairs: PairList;
  /** Whether two firms, by position, meet already: neither needs to be told of the other. */
  readonly meet: (a: number, b: number) => boolean;
  readonly settings: SuggestionSettings;
}

/**
 * Chooses which pairs are suggested, to both firms alike, so that nobody is on more lists than they can serve: each
 * firm has room for so many (`room.ts`), and pairs are taken best first while both have room. Taken so, no two firms would both
 * rather have each other than what they got, and the points are at least half of the most possible (b-matchings are
 * 2-extendible; Mestre, Greedy in Approximation Algorithms, ESA 2006).
 *
 * Before that come the floors, one place at a time for everybody before a second one for anybody: small firms with
 * primes, then every firm with anybody, pairs first in which both lack one.
 *
 * @returns for each chosen pair, by its position in `pairs`, why
 */
export function chooseSuggestions(choice: Choice): Map<number, SuggestedFor> {
  const { firms, pairs, settings, meet } = choice;
  const room = roomsFor(choice.freeSlots, settings);
  const [taken, primes] = [new Uint32Array(firms.length), new Uint32Array(firms.length)];
  const chosen = new Map<number, SuggestedFor>();
  const isSmall = firms.map(({ size }) => size !== null && settings.smallSizes.includes(size));
  const isPrime = firms.map(({ size }) => size !== null && settings.primeSizes.includes(size));
  const of = (counts: Uint32Array, firm: number) => counts[firm] ?? 0;

  const pass = (why: SuggestedFor, wanted: (a: number, b: number) => boolean) => {
    for (let pair = 0; pair < pairs.length; pair += 1) {
      const a = pairs.first[pair] ?? 0;
      const b = pairs.second[pair] ?? 0;
      if (of(taken, a) >= of(room, a) || of(taken, b) >= of(room, b)) continue;
      if (!wanted(a, b) || chosen.has(pair) || meet(a, b)) continue;
      chosen.set(pair, why);
      taken[a] = of(taken, a) + 1;
      taken[b] = of(taken, b) + 1;
      if (isPrime[b]) primes[a] = of(primes, a) + 1;
      if (isPrime[a]) primes[b] = of(primes, b) + 1;
    }
  };

  for (let floor = 1; floor <= settings.primesForSmall; floor += 1) {
    const lacks = (small: number, prime: number) =>
      isSmall[small] === true && isPrime[prime] === true && of(primes, small) < floor;
    pass('primes-for-small', (a, b) => lacks(a, b) || lacks(b, a));
  }
  for (let floor = 1; floor <= settings.reach; floor += 1) {
    const lacks = (firm: number) => of(taken, firm) < floor;
    pass('reach', (a, b) => lacks(a) && lacks(b));
    pass('reach', (a, b) => lacks(a) || lacks(b));
  }
  pass('score', () => true);
  return chosen;
}
