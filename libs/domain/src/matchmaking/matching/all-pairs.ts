import { cooperationModes, modeFit } from '../cooperation.ts';
import { capacities, type FirmProfile } from '../profile.ts';
import { type Closeness } from '../taxonomy/closeness.ts';
import { type Taxonomy } from '../taxonomy/taxonomy.ts';
import { flatLines, type FlatLines } from './flat-lines.ts';
import { capacityFit, maturityFit, share } from './line-points.ts';
import { type PastPair } from './past.ts';
import { fused, goalWants, isOfGroup } from './pair-score.ts';
import { PairList } from './pair-list.ts';
import { type MatchSettings } from './settings.ts';

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
  const { firms, settings } = input;
  const [needs, offers] = [flatLines(input, 'needs'), flatLines(input, 'offers')];
  const pointsOf = linePointsTable(settings);
  const gains = gainsBeyondLines(input);
  const goalsOfNeed = goalMasks(input);
  const row = new Row(firms.length, settings.lineShares);
  const [stamp, bestOfFirm] = [new Int32Array(firms.length).fill(-1), new Int32Array(firms.length)];
  const bestOfNeed = new Int32Array(needs.count);
  const pairs = new PairList();

  for (let a = 0; a < firms.length; a += 1) {
    needs.skip(a);
    offers.skip(a);
    row.begin(a);
    for (let need = needs.start(a); need < needs.start(a + 1); need += 1) {
      const touched: number[] = [];
      for (const { at, percent } of needs.near(need)) {
        for (let place = offers.from(at); place < offers.until(at); place += 1) {
          const offer = offers.posted(place);
          const points = pointsOf(needs, need, offers, offer, percent);
          if (points <= 0) continue;
          const b = offers.firm(offer);
          if (stamp[b] !== need) {
            stamp[b] = need;
            bestOfFirm[b] = points;
            touched.push(b);
          } else if (points > (bestOfFirm[b] ?? 0)) bestOfFirm[b] = points;
        }
      }
      for (const b of touched) row.add(b, 0, bestOfFirm[b] ?? 0, goalsOfNeed[need] ?? 0);
    }
    const touchedNeeds: number[] = [];
    for (let offer = offers.start(a); offer < offers.start(a + 1); offer += 1) {
      for (const { at, percent } of offers.near(offer)) {
        for (let place = needs.from(at); place < needs.until(at); place += 1) {
          const need = needs.posted(place);
          const points = pointsOf(needs, need, offers, offer, percent);
          if (points <= 0) continue;
          if (bestOfNeed[need] === 0) touchedNeeds.push(need);
          if (points > (bestOfNeed[need] ?? 0)) bestOfNeed[need] = points;
        }
      }
    }
    for (const need of touchedNeeds) {
      row.add(needs.firm(need), 1, bestOfNeed[need] ?? 0, goalsOfNeed[need] ?? 0);
      bestOfNeed[need] = 0;
    }
    for (const b of row.touched) {
      const [met, sold] = [row.sum(b, 0), row.sum(b, 1)];
      const [sale, bought] = [row.shared(b, 1, settings.saleShare), row.shared(b, 0, settings.saleShare)];
      const more = gains(a, b, row.goals(b));
      const score = fused(met + sale + more[0], sold + bought + more[1]);
      if (score > 0 && input.mayMeet(a, b)) pairs.push(a, b, score);
    }
  }
  return pairs;
}

/** The best lines of one firm with each later one, in both directions: 0 its own needs, 1 the other's. */
class Row {
  readonly touched: number[] = [];
  readonly #points: Int32Array;
  readonly #goals: Int32Array;
  readonly #stamp: Int32Array;
  readonly #count: number;
  readonly #shares: readonly number[];
  #firm = -1;

  constructor(firms: number, shares: readonly number[]) {
    const count = shares.length;
    this.#points = new Int32Array(firms * 2 * count);
    this.#goals = new Int32Array(firms);
    this.#stamp = new Int32Array(firms).fill(-1);
    this.#count = count;
    this.#shares = shares;
  }

  begin(firm: number): void {
    this.#firm = firm;
    this.touched.length = 0;
  }

  add(other: number, direction: 0 | 1, points: number, goals: number): void {
    const [points_, count] = [this.#points, this.#count];
    if (this.#stamp[other] !== this.#firm) {
      this.#stamp[other] = this.#firm;
      this.#goals[other] = 0;
      points_.fill(0, other * 2 * count, (other + 1) * 2 * count);
      this.touched.push(other);
    }
    this.#goals[other] = (this.#goals[other] ?? 0) | goals;
    const first = (other * 2 + direction) * count;
    let place = first + count - 1;
    if (points <= (points_[place] ?? 0)) return;
    while (place > first && (points_[place - 1] ?? 0) < points) {
      points_[place] = points_[place - 1] ?? 0;
      place -= 1;
    }
    points_[place] = points;
  }

  sum(other: number, direction: 0 | 1): number {
    return this.shared(other, direction, 100);
  }

  /** What is left of the lines at their shares and then at a percentage, each step rounded down line by line. */
  shared(other: number, direction: 0 | 1, percent: number): number {
    const first = (other * 2 + direction) * this.#count;
    let sum = 0;
    for (let place = 0; place < this.#count; place += 1) {
      const points = this.#points[first + place] ?? 0;
      if (points === 0) break;
      sum += share(share(points, this.#shares[place] ?? 0), percent);
    }
    return sum;
  }

  goals(other: number): number {
    return this.#goals[other] ?? 0;
  }
}

/** The points of a line by table: 0 where a line does not help. Codes of modes, maturities, capacities are of `flat-lines.ts`. */
function linePointsTable({ weights }: MatchSettings) {
  const modes = cooperationModes.length;
  const byMode = Int32Array.from({ length: modes * modes }, (_, at) => {
    const fit = modeFit(
      cooperationModes[Math.floor(at / modes)] ?? 'supply',
      cooperationModes[at % modes] ?? 'supply',
    );
    return fit === 0 ? -1 : share(weights.mode, fit);
  });
  const known = (code: number) => (code === 0 ? null : code);
  const byMaturity = Int32Array.from({ length: 100 }, (_, at) =>
    share(weights.maturity, maturityFit(known(Math.floor(at / 10)), known(at % 10))),
  );
  const size = capacities.length + 1;
  const byCapacity = Int32Array.from({ length: size * size }, (_, at) =>
    share(
      weights.capacity,
      capacityFit(capacities[Math.floor(at / size) - 1] ?? null, capacities[(at % size) - 1] ?? null),
    ),
  );
  const inTime = [share(weights.leadTime, 50), weights.leadTime] as const;
  const byCloseness = Int32Array.from({ length: 101 }, (_, percent) => share(weights.capability, percent));
  return (needs: FlatLines, need: number, offers: FlatLines, offer: number, percent: number): number => {
    const mode = byMode[needs.mode(need) * modes + offers.mode(offer)] ?? -1;
    if (mode < 0) return 0;
    const [wanted, weeks] = [needs.weeks(need), offers.weeks(offer)];
    const late = wanted < 0 || weeks < 0 || weeks > 2 * wanted;
    return (
      mode +
      (byCloseness[percent] ?? 0) +
      (byMaturity[needs.maturity(need) * 10 + offers.maturity(offer)] ?? 0) +
      (byCapacity[needs.capacity(need) * size + offers.capacity(offer)] ?? 0) +
      (late ? 0 : inTime[weeks <= wanted ? 1 : 0])
    );
  };
}

/** For each need, in flat order, the goals it serves as bits. */
function goalMasks({ firms, settings: { goals }, taxonomy }: AllPairsInput): Int32Array {
  const known = new Map<string, number>();
  const maskOf = (need: FirmProfile['needs'][number]) => {
    const key = `${need.capability} ${need.mode}`;
    const mask =
      known.get(key) ??
      goals.reduce((bits, goal, at) => bits | (goalWants(goal, need, taxonomy) ? 1 << at : 0), 0);
    known.set(key, mask);
    return mask;
  };
  return Int32Array.from(firms.flatMap(({ needs }) => needs.map(maskOf)));
}

/** What two firms gain beside their lines: interests, goals, the past. */
function gainsBeyondLines({ firms, settings: { weights, goals }, past }: AllPairsInput) {
  const sides = ([0, 1] as const).map((side) =>
    Int32Array.from(firms, (firm) =>
      goals.reduce(
        (bits, { between }, at) => bits | (between === null || isOfGroup(between[side], firm) ? 1 << at : 0),
        0,
      ),
    ),
  );
  const pointsOfGoals = Int32Array.from({ length: 1 << goals.length }, (_, mask) =>
    goals.reduce((sum, { points }, at) => sum + ((mask >> at) & 1) * points, 0),
  );
  const interests = interestsAmong(firms);
  const places = new Map(firms.map(({ firmId }, place) => [firmId, place]));
  const pastGains = new Map<number, readonly [number, number]>();
  for (const { firms: both, met, underWay, absent } of past) {
    const [i, j] = both.map((firmId) => places.get(firmId));
    if (i === undefined || j === undefined) continue;
    const common = underWay ? weights.underWay : met ? -weights.metBefore : 0;
    const gain = (other: string) => common - (absent.includes(other) ? weights.noShow : 0);
    const forFirst = gain(both[1]);
    const forSecond = gain(both[0]);
    pastGains.set(
      Math.min(i, j) * firms.length + Math.max(i, j),
      i < j ? [forFirst, forSecond] : [forSecond, forFirst],
    );
  }
  const gain: [number, number] = [0, 0];
  return (a: number, b: number, served: number): readonly [number, number] => {
    const [left, right] = sides;
    const joined = ((left?.[a] ?? 0) & (right?.[b] ?? 0)) | ((left?.[b] ?? 0) & (right?.[a] ?? 0));
    const goal = pointsOfGoals[served & joined] ?? 0;
    gain[0] = goal + (interests(a, b) ? weights.interest : 0);
    gain[1] = goal + (interests(b, a) ? weights.interest : 0);
    const before = pastGains.size > 0 ? pastGains.get(a * firms.length + b) : undefined;
    if (before) {
      gain[0] += before[0];
      gain[1] += before[1];
    }
    return gain;
  };
}

/** Whether one firm is interested in a country of another, by a table of firm × country. */
function interestsAmong(firms: readonly FirmProfile[]): (a: number, b: number) => boolean {
  const codes = new Map<string, number>();
  for (const { establishedIn } of firms) {
    for (const country of establishedIn ?? []) if (!codes.has(country)) codes.set(country, codes.size);
  }
  const wanted = new Uint8Array(firms.length * codes.size);
  for (const [place, { interests }] of firms.entries()) {
    for (const country of interests ?? []) {
      const code = codes.get(country);
      if (code !== undefined) wanted[place * codes.size + code] = 1;
    }
  }
  const homes = firms.map(({ establishedIn }) =>
    (establishedIn ?? []).map((country) => codes.get(country) ?? 0),
  );
  return (a, b) => homes[b]?.some((code) => wanted[a * codes.size + code] === 1) ?? false;
}
