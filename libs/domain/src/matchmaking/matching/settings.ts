import { DomainError } from '../../errors.ts';
import type { CooperationMode } from '../cooperation.ts';
import type { SizeClass } from '../profile.ts';

/** The most points each term can bring, whole numbers from 0. */
export interface MatchWeights {
  /** A need and an offer are about the same capability. */
  readonly capability: number;
  readonly mode: number;
  readonly maturity: number;
  readonly capacity: number;
  readonly leadTime: number;
  /** The other firm is of a country that a firm would like to meet. */
  readonly interest: number;
  /** Both have something under way: a pilot brings all of it, an MoU, an NDA and an interest less (`past.ts`). */
  readonly underWay: number;
  /** Taken off when both have signed a contract and nothing else is under way: they need no further introduction. */
  readonly contract: number;
  /** Taken off when both met before and have nothing under way and no contract. */
  readonly metBefore: number;
  /** Taken off for a firm whose partner did not come to their meeting. */
  readonly noShow: number;
}

/** Firms by size and by country of establishment; null for all. */
export interface FirmGroup {
  readonly sizes: readonly SizeClass[] | null;
  readonly countries: readonly string[] | null;
}

/** Something the edition wants to bring about: it adds points, to both firms, where what they would trade serves it. */
export interface PolicyGoal {
  readonly id: string;
  readonly points: number;
  /** Capabilities, parts included, that a met need must be about; null for all. */
  readonly capabilities: readonly string[] | null;
  readonly modes: readonly CooperationMode[] | null;
  /** One firm of the first group and one of the second, in either order; null for all. */
  readonly between: readonly [FirmGroup, FirmGroup] | null;
}

/** How scores become suggestions. */
export interface SuggestionSettings {
  /** Suggestions of a firm with as many free slots as firms have on average, or whose free slots are not known. */
  readonly usual: number;
  /** At most so many suggestions for each free slot, in percent: some will be declined. */
  readonly perFreeSlot: number;
  readonly most: number;
  /** Every firm gets this many before anybody gets more for their score alone, where its matches have room. */
  readonly reach: number;
  /** Suggestions of small firms with primes that come before everything else. */
  readonly primesForSmall: number;
  readonly smallSizes: readonly SizeClass[];
  readonly primeSizes: readonly SizeClass[];
}

/** Everything an edition can set about matching. */
export interface MatchSettings {
  readonly weights: MatchWeights;
  /** What the offering side gains of a line's points, in percent. */
  readonly saleShare: number;
  /**
   * What the best line of each direction counts, the second best, and so on, in percent; further ones do not count. One
   * excellent fit is worth more than several middling ones, and a long profile is no advantage.
   */
  readonly lineShares: readonly number[];
  readonly goals: readonly PolicyGoal[];
  readonly suggestions: SuggestionSettings;
  /** Decides ties between pairs of the same score, so that the alphabet does not. */
  readonly lot: number;
}

/** The settings that hold unless an edition sets others. The figures are the forum's judgement. */
export const usualSettings: MatchSettings = {
  weights: {
    capability: 40,
    mode: 30,
    maturity: 25,
    capacity: 15,
    leadTime: 15,
    interest: 20,
    underWay: 30,
    contract: 40,
    metBefore: 10,
    noShow: 20,
  },
  saleShare: 80,
  lineShares: [100, 50, 25],
  goals: [],
  suggestions: {
    usual: 10,
    perFreeSlot: 150,
    most: 60,
    reach: 3,
    primesForSmall: 2,
    smallSizes: ['micro', 'small'],
    primeSizes: ['prime', 'large'],
  },
  lot: 1,
};

/** A set of goals is kept in one number, and its points in a table. */
const mostGoals = 12;

/**
 * Refuses settings with which no score could be reckoned exactly.
 *
 * @throws DomainError `matching.settings` with the field and its value
 */
export function requireSoundSettings(settings: MatchSettings): void {
  const { weights, goals, suggestions, saleShare, lineShares, lot } = settings;
  for (const [field, value] of Object.entries(weights)) requireWithin(field, value, 0, 1000);
  for (const { id, points } of goals) requireWithin(`goal ${id}`, points, 0, 1000);
  requireWithin('goals', goals.length, 0, mostGoals);
  requireWithin('saleShare', saleShare, 0, 100);
  requireWithin('lineShares', lineShares.length, 1, 5);
  for (const [place, percent] of lineShares.entries()) {
    requireWithin('lineShares', percent, 0, lineShares[place - 1] ?? 100);
  }
  requireWithin('lot', lot, 0, 2 ** 31 - 1);
  for (const field of ['usual', 'most', 'reach', 'primesForSmall'] as const) {
    requireWithin(field, suggestions[field], 0, 1000);
  }
  requireWithin('perFreeSlot', suggestions.perFreeSlot, 0, 1000);
}

function requireWithin(field: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new DomainError(
    'matching.settings',
    { field, value, least, most },
    `${field} is ${value}; give a whole number from ${least} to ${most}.`,
  );
}
