import { type CoreModel } from '../model/core-model.ts';
import { construct } from './construct.ts';
import { CoreSearch } from './core-search.ts';
import { Random } from './random.ts';

/** How long a search goes on, and who hears of it. */
export interface CoreBudget {
  readonly seed: number;
  readonly iterations: number;
  /** Which of several searches of the same run this is: each cools in its own way. */
  readonly lane: number;
  /** Asked a few hundred times a second with the iterations done. */
  readonly shouldStop?: ((iterations: number) => boolean) | undefined;
  /** Called when a better plan has been found, at most as often as `shouldStop`. */
  readonly onBetter?: ((search: CoreSearch, iterations: number) => void) | undefined;
  /** Whether the best plan so far can no longer be improved. */
  readonly isProven: (search: CoreSearch, iterations: number) => boolean;
  /** A plan to begin with; its moves are dear when it is to be repaired. */
  readonly start?: Int32Array | undefined;
}

const chunk = 4096;
/** Neighbouring budgets share one cooling plan, so that a run cut a little short is replayed by its iterations alone. */
const grid = 1.1;

/** The budget for which a run of this many iterations is cooled: the next power of 1.1. */
export const plannedFor = (iterations: number): number =>
  iterations <= 1 ? 1 : Math.round(grid ** Math.ceil(Math.log(iterations) / Math.log(grid) - 1e-9));

/** The fewest iterations that are cooled as so many are. */
export const leastPlannedAs = (iterations: number): number => Math.floor(plannedFor(iterations) / grid) + 2;

interface Round {
  readonly length: number;
  readonly hot: number;
  readonly cold: number;
  readonly fromBest: boolean;
}

/** Long budgets of small halls are spent on several coolings, each longer than the last; large halls get one. */
function rounds(model: CoreModel, { iterations, lane, start }: CoreBudget): Round[] {
  const planned = plannedFor(iterations);
  if (start) return [{ length: planned, hot: 0.15, cold: 0.05, fromBest: true }];
  const isDense = model.slots <= 14;
  const hot = isDense ? 0.8 : 0.32;
  const cold = isDense ? 0.13 : 0.14;
  if (planned < 25_000 * model.meetings) return [{ length: planned, hot: 0.32, cold: 0.13, fromBest: false }];
  const shares =
    lane % 2 === 0 ? [0.03, 0.07, 0.15, 0.25, 0.5] : [0.05, 0.05, 0.1, 0.1, 0.15, 0.15, 0.2, 0.2];
  return shares.map((share, n) => ({
    length: Math.round(share * planned),
    hot: (lane + n) % 2 === 0 ? hot : 0.22,
    cold: (lane + n) % 2 === 0 ? cold : 0.15,
    fromBest: (lane + n) % 2 === 1,
  }));
}

/** Searches within a budget: builds a plan, then cools it by chains. Returns the search with its best plan. */
export function runCore(model: CoreModel, budget: CoreBudget): { search: CoreSearch; iterations: number } {
  const search = new CoreSearch(model, new Random(budget.seed * 64 + budget.lane));
  if (budget.start) search.restore(budget.start);
  construct(search);
  search.precedence.recount();
  search.keepBest();
  budget.onBetter?.(search, 0);
  let done = 0;
  let told = search.bestRank;
  for (const round of rounds(model, budget)) {
    if (round.fromBest) search.restoreBest();
    for (let at = 0; at < round.length; at += chunk) {
      if (done >= budget.iterations || budget.isProven(search, done) || budget.shouldStop?.(done)) {
        return { search, iterations: done };
      }
      const temperature = round.hot * (round.cold / round.hot) ** (at / round.length);
      const steps = Math.min(chunk, budget.iterations - done);
      for (let step = 0; step < steps; step += 1) search.step(temperature);
      done += steps;
      if (search.precedence.exists) search.precedence.reprice();
      if (search.bestRank < told) {
        told = search.bestRank;
        budget.onBetter?.(search, done);
      }
    }
    search.keepBest();
  }
  return { search, iterations: done };
}
