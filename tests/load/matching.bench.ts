import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gini } from '@forum/domain/matchmaking/matching/figures';
import { matchFirms, type Matching } from '@forum/domain/matchmaking/matching/match-firms';
import { usualSettings } from '@forum/domain/matchmaking/matching/settings';
import { closenessIn } from '@forum/domain/matchmaking/taxonomy/closeness';
import { taxonomyOf, usualCapabilities } from '@forum/domain/matchmaking/taxonomy/taxonomy';
import { generatedMarket, realCategories, type GeneratedMarket } from '../support/generated-market.ts';
import { against, atMost, report, type Measure } from '../support/measures.ts';
import { tagOverlap } from '../support/tag-overlap.ts';

const taxonomy = taxonomyOf(usualCapabilities);
const closeness = closenessIn(taxonomy);
const size = 2000;
const top = 10;

/** How well and how fast firms are matched, on invented markets with known partners, against tag overlap. */
export default async function matching(args: readonly string[]): Promise<void> {
  const categories = realCategories();
  console.log(
    categories
      ? `Offers follow the categories of ${categories.length} real exhibitors.`
      : 'The real exhibitor lists are not present (FORUM_DATA); offers are invented.',
  );
  const marketOf = (count: number, seed: number) =>
    generatedMarket(count, seed, { taxonomy, closeness, categories });
  matchFirms({ profiles: marketOf(300, 0).profiles, taxonomy }, usualSettings);
  const seeds = args.includes('--full') ? [1, 2, 3, 4, 5] : [1];
  const quality = seeds.map((seed) => qualityOf(marketOf(size, seed)));
  const growth: Measure[] = [];
  for (const count of [500, 1000, 2000, 4000]) growth.push(...(await costOf(marketOf(count, 1))));
  report('matching', [...averaged(quality), ...growth], args);
}

/** Lists of at most ten for each firm, judged against the planted partners. */
function qualityOf(market: GeneratedMarket): Measure[] {
  const matching = matchFirms({ profiles: market.profiles, taxonomy }, usualSettings);
  const lists = (of: (firmId: string) => readonly { firmId: string }[]) =>
    new Map(matching.firmIds.map((firmId) => [firmId, of(firmId).map((other) => other.firmId)]));
  const suggested = lists((firmId) => matching.suggestions(firmId).slice(0, top));
  const ranked = lists((firmId) => matching.ranked(firmId, top));
  const tags = tagOverlap(market.profiles, top);
  return [
    against(
      'recall@10 of known partners, suggested',
      recall(suggested, market),
      recall(tags, market),
      'share',
      2,
    ),
    against('recall@10, ranked by score alone', recall(ranked, market), recall(tags, market), 'share', 2),
    against('reciprocity of lists, suggested', mutual(suggested), mutual(tags), 'share', 1.1),
    against(
      'small firms on at least 3 lists, suggested',
      reached(suggested, market),
      reached(tags, market),
      'share',
      1,
    ),
    against(
      'small firms with at least 2 primes, suggested',
      withPrimes(suggested, market),
      withPrimes(tags, market),
      'share',
      1.1,
    ),
    against(
      'equality of exposure (1 − Gini), suggested',
      1 - gini(exposures(suggested)),
      1 - gini(exposures(tags)),
      '1 − Gini',
      1.1,
    ),
  ];
}

type Lists = ReadonlyMap<string, readonly string[]>;

/** The share of known partners, at most ten for each firm, that stand on its list. */
function recall(lists: Lists, { partners }: GeneratedMarket): number {
  let [found, known] = [0, 0];
  for (const [firmId, list] of lists) {
    const wanted = partners.get(firmId) ?? new Set();
    known += Math.min(top, wanted.size);
    found += list.filter((other) => wanted.has(other)).length;
  }
  return found / known;
}

function mutual(lists: Lists): number {
  const all = [...lists].flatMap(([firmId, list]) => list.map((other) => [firmId, other] as const));
  return all.filter(([firmId, other]) => lists.get(other)?.includes(firmId)).length / all.length;
}

function exposures(lists: Lists): number[] {
  const counts = new Map([...lists.keys()].map((firmId) => [firmId, 0]));
  for (const list of lists.values())
    for (const other of list) counts.set(other, (counts.get(other) ?? 0) + 1);
  return [...counts.values()];
}

function small({ profiles }: GeneratedMarket): string[] {
  return profiles.filter(({ size: of }) => of === 'micro' || of === 'small').map(({ firmId }) => firmId);
}

function reached(lists: Lists, market: GeneratedMarket): number {
  const exposed = exposures(lists);
  const counts = new Map([...lists.keys()].map((firmId, place) => [firmId, exposed[place] ?? 0]));
  const firms = small(market);
  return firms.filter((firmId) => (counts.get(firmId) ?? 0) >= 3).length / firms.length;
}

function withPrimes(lists: Lists, market: GeneratedMarket): number {
  const primes = new Set(
    market.profiles.filter(({ size: of }) => of === 'prime' || of === 'large').map(({ firmId }) => firmId),
  );
  const firms = small(market);
  const count = (firmId: string) => lists.get(firmId)?.filter((other) => primes.has(other)).length ?? 0;
  return firms.filter((firmId) => count(firmId) >= 2).length / firms.length;
}

/**
 * The processor's time for all pairs, with the reasons of everything suggested, the best of three runs: it counts what the
 * engine's own threads do besides, and not what others on the machine do. And the memory that the answer holds.
 */
async function costOf({ profiles }: GeneratedMarket): Promise<Measure[]> {
  const matched = () => {
    const [began, spent] = [performance.now(), process.cpuUsage()];
    const answer = matchFirms({ profiles, taxonomy }, usualSettings);
    const reasons = explainSuggestions(answer);
    const { user, system } = process.cpuUsage(spent);
    return { answer, reasons, seconds: (user + system) / 1e6, wall: (performance.now() - began) / 1000 };
  };
  const earlier = [matched(), matched()].map(({ seconds, wall }) => ({ seconds, wall }));
  const before = await held();
  const { answer, reasons, ...last } = matched();
  const runs = [...earlier, last];
  const seconds = Math.min(...runs.map((run) => run.seconds));
  const wall = Math.min(...runs.map((run) => run.wall));
  const megabytes = ((await held()) - before) / 1e6;
  const firms = profiles.length.toLocaleString('en');
  console.log(
    `${firms} firms: ${answer.pairCount.toLocaleString('en')} pairs with a score of ` +
      `${((profiles.length * (profiles.length - 1)) / 2).toLocaleString('en')}, ${reasons.toLocaleString('en')} reasons told, ${wall.toFixed(2)} s by the clock.`,
  );
  return [
    atMost(`${firms} firms, all pairs, explained`, seconds, 's of CPU', profiles.length > size ? 4 : 1),
    atMost(`${firms} firms, memory held`, megabytes, 'MB', profiles.length > size ? 400 : 100),
    ...(profiles.length === size ? [everyReason(answer)] : []),
  ];
}

function explainSuggestions(answer: Matching): number {
  let reasons = 0;
  for (const firmId of answer.firmIds) {
    for (const { firmId: other, score } of answer.suggestions(firmId)) {
      if (other < firmId) continue;
      const explanation = answer.explain(firmId, other);
      const sum = explanation?.terms.reduce((total, { points }) => total + points, 0);
      if (sum !== score)
        throw new Error(`The reasons of ${firmId} and ${other} sum to ${sum}, not to ${score}.`);
      reasons += explanation?.terms.length ?? 0;
    }
  }
  return reasons;
}

/** Telling the reasons of every pair there is, one after the other, each checked against its score. */
function everyReason(answer: Matching): Measure {
  const began = performance.now();
  let told = 0;
  for (const firmId of answer.firmIds) {
    for (const { firmId: other, score } of answer.ranked(firmId, Infinity)) {
      if (other < firmId) continue;
      if (answer.explain(firmId, other)?.score !== score) throw new Error(`${firmId} and ${other} differ.`);
      told += 1;
    }
  }
  const micro = ((performance.now() - began) * 1000) / told;
  return atMost(`telling the reasons of each of ${told.toLocaleString('en')} pairs`, micro, 'µs a pair', 50);
}

function averaged(runs: readonly Measure[][]): Measure[] {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return (runs[0] ?? []).map((one, at) =>
    against(
      one.name,
      mean(runs.map((run) => run[at]?.ours ?? NaN)),
      mean(runs.map((run) => run[at]?.bare ?? NaN)),
      one.unit,
      one.goal,
    ),
  );
}

/** The bytes in use once garbage is gone; buffers are freed a little after the heap. */
async function held(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let round = 0; round < 3; round += 1) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
