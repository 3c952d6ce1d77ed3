import type { FirmProfile } from '../profile.ts';
import { closenessIn } from '../taxonomy/closeness.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { scoreAllPairs } from './all-pairs/score-all-pairs.ts';
import { byScore } from './all-pairs/by-score.ts';
import { pairsByFirm, type PairList, type PairsByFirm } from './all-pairs/pair-list.ts';
import { explainPair, type Explanation } from './pair-score.ts';
import { pastByPair, type PastPair } from './past.ts';
import { requireSoundSettings, type MatchSettings } from './settings.ts';
import { chooseSuggestions, type SuggestedFor } from './suggest.ts';

/**
 * Who may meet whom, told for a list of firms by position, so that millions of pairs are asked quickly
 * (`who-may-meet.ts`).
 */
export type PairFilter = (firmIds: readonly string[]) => (i: number, j: number) => boolean;

/** A market: everything that matching depends on. */
export interface Market {
  readonly profiles: readonly FirmProfile[];
  readonly taxonomy: Taxonomy;
  /** Everybody may meet everybody when left out. */
  readonly mayMeet?: PairFilter;
  readonly past?: readonly PastPair[];
  /** Free slots by firm, where known (`free-team-slots.ts`). */
  readonly freeSlots?: ReadonlyMap<string, number>;
  /** Pairs that have agreed to meet in this edition: they keep their score and are no more suggested to each other. */
  readonly agreed?: readonly (readonly [string, string])[];
}

/** A firm that another should meet. */
export interface Ranked {
  readonly firmId: string;
  readonly score: number;
}

/** A firm that is suggested to another; the other is suggested to it too. */
export interface Suggestion extends Ranked {
  readonly why: SuggestedFor;
}

/**
 * The matching of a market. Firms that may not meet stand in no list and have no score. What they have in common is told
 * all the same, as it is of firms without a free slot, which are suggested to nobody either: nobody can tell which it is.
 */
export interface Matching {
  /** In the order of their ids. */
  readonly firmIds: readonly string[];
  /** How many pairs have a score. */
  readonly pairCount: number;
  score(a: string, b: string): number;
  /** What two firms have in common, reckoned when asked for; null for nothing. The score of those who may meet. */
  explain(a: string, b: string): Explanation | null;
  /** The best partners of a firm by score alone. */
  ranked(firmId: string, limit: number): Ranked[];
  /** Whom a firm is suggested to meet, best first: spread so that nobody is on more lists than they can serve. */
  suggestions(firmId: string): Suggestion[];
}

/**
 * Matches the firms of a market. The answer depends on nothing else, not even on the order of the profiles. All pairs
 * are scored at once; reasons are reckoned when asked for, by the rule in `pair-score.ts`, and always sum to the score.
 *
 * @throws DomainError `matching.settings` when the settings are not possible
 */
export function matchFirms(market: Market, settings: MatchSettings): Matching {
  requireSoundSettings(settings);
  const firms = [...market.profiles].sort((a, b) => (a.firmId < b.firmId ? -1 : 1));
  const firmIds = firms.map(({ firmId }) => firmId);
  const places = new Map(firmIds.map((firmId, place) => [firmId, place]));
  const closeness = closenessIn(market.taxonomy);
  const mayMeet = market.mayMeet?.(firmIds) ?? (() => true);
  const past = market.past ?? [];
  const scored = scoreAllPairs({ firms, taxonomy: market.taxonomy, closeness, settings, past, mayMeet });
  const pairs = byScore(scored, firmIds, settings.lot);
  const suggested = suggestionLists(market, { firms, places, pairs }, settings);
  const partnersOf = partnerLists(firmIds, places, pairs);
  const explain = pairExplainer(market.taxonomy, settings, past);
  return {
    firmIds,
    pairCount: pairs.length,
    score: (a, b) => partnersOf(a).find(({ firmId }) => firmId === b)?.score ?? 0,
    explain: (a, b) => {
      const [first, second] = [firms[places.get(a) ?? -1], firms[places.get(b) ?? -1]];
      return first && second ? explain(first, second) : null;
    },
    ranked: (firmId, limit) =>
      partnersOf(firmId)
        .sort((a, b) => b.score - a.score || (a.firmId < b.firmId ? -1 : 1))
        .slice(0, limit),
    suggestions: (firmId) => suggested[places.get(firmId) ?? firms.length] ?? [],
  };
}

/**
 * Tells what two firms have in common, whoever else is in the market; null for nothing. What it needs to know is put
 * together when it is first asked.
 */
export function pairExplainer(
  taxonomy: Taxonomy,
  settings: MatchSettings,
  past: readonly PastPair[],
): (a: FirmProfile, b: FirmProfile) => Explanation | null {
  let known: { near: ReturnType<typeof nearness>; pastOf: ReturnType<typeof pastByPair> } | null = null;
  return (a, b) => {
    if (a.firmId === b.firmId) return null;
    known ??= { near: nearness(closenessIn(taxonomy)), pastOf: pastByPair(past) };
    const context = { settings, taxonomy, closeness: known.near, past: known.pastOf(a.firmId, b.firmId) };
    const explanation = explainPair(a, b, context);
    return explanation && explanation.score > 0 ? explanation : null;
  };
}

interface Scored {
  readonly firms: readonly FirmProfile[];
  readonly places: ReadonlyMap<string, number>;
  readonly pairs: PairList;
}

/** The suggestions of each firm, best first. */
function suggestionLists(
  { freeSlots: free, agreed = [] }: Market,
  { firms, places, pairs }: Scored,
  settings: MatchSettings,
): Suggestion[][] {
  const freeSlots = firms.map(({ firmId }) => free?.get(firmId) ?? null);
  const keyOf = (a: number, b: number) => Math.min(a, b) * firms.length + Math.max(a, b);
  const meeting = new Set(agreed.map(([a, b]) => keyOf(places.get(a) ?? -1, places.get(b) ?? -1)));
  const meet = (a: number, b: number) => meeting.size > 0 && meeting.has(keyOf(a, b));
  const chosen = chooseSuggestions({ firms, freeSlots, pairs, meet, settings: settings.suggestions });
  const lists = firms.map((): Suggestion[] => []);
  for (const [pair, why] of [...chosen].sort(([one], [other]) => one - other)) {
    const [a, b, score] = [pairs.first[pair] ?? 0, pairs.second[pair] ?? 0, pairs.score[pair] ?? 0];
    lists[a]?.push({ firmId: firms[b]?.firmId ?? '', score, why });
    lists[b]?.push({ firmId: firms[a]?.firmId ?? '', score, why });
  }
  return lists;
}

/** All partners of a firm with their scores; the pairs are indexed by firm when somebody first asks. */
function partnerLists(
  firmIds: readonly string[],
  places: ReadonlyMap<string, number>,
  pairs: PairList,
): (firmId: string) => Ranked[] {
  let index: PairsByFirm | null = null;
  return (firmId) => {
    const { start, partner, score } = (index ??= pairsByFirm(pairs, firmIds.length));
    const place = places.get(firmId) ?? firmIds.length;
    const [from, until] = [start[place] ?? 0, start[place + 1] ?? 0];
    return Array.from({ length: Math.max(0, until - from) }, (_, at) => ({
      firmId: firmIds[partner[from + at] ?? 0] ?? '',
      score: score[from + at] ?? 0,
    }));
  };
}

/** How near two capabilities are, by code. */
function nearness(closeness: ReturnType<typeof closenessIn>): (need: string, offer: string) => number {
  const table = new Map(
    [...closeness].map(([code, others]) => [
      code,
      new Map(others.map((other) => [other.code, other.percent])),
    ]),
  );
  return (need, offer) => table.get(need)?.get(offer) ?? 0;
}
