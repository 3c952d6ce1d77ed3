import type { FirmProfile } from '../../profile.ts';
import type { Closeness } from '../../taxonomy/closeness.ts';
import type { Taxonomy } from '../../taxonomy/taxonomy.ts';
import { fused } from '../pair-score.ts';
import type { PastPair } from '../past.ts';
import type { MatchSettings } from '../settings.ts';
import { BestLines } from './best-lines.ts';
import { flatLines, type FlatLines } from './flat-lines.ts';
import { gainsBeyondLines, goalMasks } from './gains.ts';
import { lineTable } from './line-table.ts';
import { PairList } from './pair-list.ts';

/** What scoring all pairs needs; firms are known by their position in `firms`. */
export interface AllPairsInput {
  readonly firms: readonly FirmProfile[];
  readonly taxonomy: Taxonomy;
  readonly closeness: ReadonlyMap<string, readonly Closeness[]>;
  readonly settings: MatchSettings;
  readonly past: readonly PastPair[];
  readonly mayMeet: (i: number, j: number) => boolean;
}

/**
 * The score of every pair of firms that may meet and should, without its reasons: the same numbers as
 * `pair-score.ts`, which is the rule; here it is only reckoned fast.
 *
 * Firms are taken in order, and each looks only at later ones. Needs and offers lie in flat arrays, indexed by
 * capability, so only lines that are near each other are ever looked at; scratch arrays are stamped instead of cleared.
 * Time grows with the number of near lines, memory with the number of pairs that have a score.
 */
export function scoreAllPairs(input: AllPairsInput): PairList {
  const { firms, settings, mayMeet } = input;
  const lines = { needs: flatLines(input, 'needs'), offers: flatLines(input, 'offers') };
  const best = new BestLines(firms.length, settings.lineShares);
  const addOwnNeeds = ownNeeds(input, lines, best);
  const addOthersNeeds = othersNeeds(input, lines, best);
  const gains = gainsBeyondLines(input);
  const pairs = new PairList();
  for (let a = 0; a < firms.length; a += 1) {
    lines.needs.skip(a);
    lines.offers.skip(a);
    best.begin(a);
    addOwnNeeds(a);
    addOthersNeeds(a);
    for (const b of best.touched) {
      const met = best.sum(b, 0);
      const sold = best.sum(b, 1);
      const sale = best.shared(b, 1, settings.saleShare);
      const bought = best.shared(b, 0, settings.saleShare);
      const more = gains(a, b, best.goals(b));
      const score = fused(met + sale + more[0], sold + bought + more[1]);
      if (score > 0 && mayMeet(a, b)) pairs.push(a, b, score);
    }
  }
  return pairs;
}

interface Lines {
  readonly needs: FlatLines;
  readonly offers: FlatLines;
}

/** Adds, for each need of a firm, the best offer of each later firm. */
function ownNeeds(input: AllPairsInput, { needs, offers }: Lines, best: BestLines): (firm: number) => void {
  const pointsOf = lineTable(input.settings);
  const goals = goalMasks(input);
  const [stamp, points] = [new Int32Array(input.firms.length).fill(-1), new Int32Array(input.firms.length)];
  const touched: number[] = [];
  return (firm) => {
    for (let need = needs.start(firm); need < needs.start(firm + 1); need += 1) {
      touched.length = 0;
      for (const { at, percent } of needs.near(need)) {
        for (let place = offers.from(at); place < offers.until(at); place += 1) {
          const offer = offers.posted(place);
          const found = pointsOf(needs, need, offers, offer, percent);
          if (found <= 0) continue;
          const other = offers.firm(offer);
          if (stamp[other] !== need) {
            stamp[other] = need;
            points[other] = found;
            touched.push(other);
          } else if (found > (points[other] ?? 0)) points[other] = found;
        }
      }
      for (const other of touched) best.add(other, 0, points[other] ?? 0, goals[need] ?? 0);
    }
  };
}

/** Adds, for each need of each later firm, the best offer of a firm. */
function othersNeeds(
  input: AllPairsInput,
  { needs, offers }: Lines,
  best: BestLines,
): (firm: number) => void {
  const pointsOf = lineTable(input.settings);
  const goals = goalMasks(input);
  const points = new Int32Array(needs.count);
  const touched: number[] = [];
  return (firm) => {
    touched.length = 0;
    for (let offer = offers.start(firm); offer < offers.start(firm + 1); offer += 1) {
      for (const { at, percent } of offers.near(offer)) {
        for (let place = needs.from(at); place < needs.until(at); place += 1) {
          const need = needs.posted(place);
          const found = pointsOf(needs, need, offers, offer, percent);
          if (found <= 0) continue;
          if (points[need] === 0) touched.push(need);
          if (found > (points[need] ?? 0)) points[need] = found;
        }
      }
    }
    for (const need of touched) {
      best.add(needs.firm(need), 1, points[need] ?? 0, goals[need] ?? 0);
      points[need] = 0;
    }
  };
}
