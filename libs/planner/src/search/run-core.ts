import type { CoreModel } from '../model/core-model.ts';
import { isRefinable, Refinement } from '../exact/refinement.ts';
import { construct } from './construct.ts';
import { CoreSearch } from './core-search.ts';
import { Random } from './random.ts';
import { repairRounds, warmth } from './repair-rounds.ts';

/** How long a search goes on, and who hears of it. */
export interface CoreBudget {
  readonly seed: number;
  readonly cooling: Cooling;
  /** Which of several searches of the same run this is: each cools in its own way. */
  readonly lane: number;
  /** Asked a few hundred times a second with the iterations done. */
  readonly shouldStop?: ((iterations: number) => boolean) | undefined;
  /** Called when a better plan has been found, at most as often as `shouldStop`. */
  readonly onBetter?: ((search: CoreSearch, iterations: number) => void) | undefined;
  /** Whether the best plan so far can no longer be improved. */
  readonly isProven: (search: CoreSearch, iterations: number) => boolean;
  /** The fewest breaks that each firm's own agenda allows: with them long runs of small halls are refined. */
  readonly least?: Int32Array | undefined;
  /** A plan to begin with; its moves are dear when it is to be repaired. */
  readonly start?: Int32Array | undefined;
}

const chunk = 4096;
/** Neighbouring budgets share one cooling plan, so that a run cut a little short is replayed by its iterations alone. */
const grid = 1.1;

/** The n-th of the budgets that runs are cooled for. */
const planAt = (n: number): number => Math.round(grid ** n);
function planFrom(iterations: number): number {
  if (iterations <= 1) return 0;
  const power = Math.ceil(Math.log(iterations) / Math.log(grid) - 1e-9);
  // A power that was rounded up is itself, not the next one.
  return planAt(power - 1) >= iterations ? power - 1 : power;
}

/** What a number of iterations says: how many are done at most, and for how many the run is cooled. */
export interface Cooling {
  readonly iterations: number;
  readonly planned: number;
}

/**
 * Reads a number of iterations. A whole one is cooled for the next power of 1.1; three decimals name the power when a
 * run was stopped long before the end of its cooling: 500000.180 are 500,000 of the 28 million of 1.1^180.
 */
export function coolingOf(iterations: number): Cooling {
  const whole = Math.floor(iterations + 1e-6);
  const power = Math.round((iterations - whole) * 1000);
  return { iterations: whole, planned: power > 0 ? planAt(power) : planAt(planFrom(whole)) };
}

/** The next number of iterations for which runs are cooled. */
export const plannedFor = (iterations: number): number => planAt(planFrom(iterations));

/** The number of iterations that replays a run cooled for `planned` and stopped after `done`. */
export function replayOf(done: number, planned: number): number {
  return plannedFor(done) === planned ? done : Number((done + planFrom(planned) / 1000).toFixed(3));
}

interface Round {
  readonly length: number;
  /** Done only while something is left out. */
  readonly onlyToPlace?: boolean;
  readonly hot: number;
  readonly cold: number;
  readonly fromBest: boolean;
}

/** Long budgets of small halls are spent on several coolings, each longer than the last; large halls get one. */
function rounds(model: CoreModel, { cooling: { planned }, lane, start }: CoreBudget): Round[] {
  if (start) {
    return repairRounds.map(({ share, isWarm }) => ({
      length: Math.round(share * planned),
      hot: isWarm ? warmth : 0.15,
      cold: 0.05,
      fromBest: true,
      onlyToPlace: isWarm,
    }));
  }
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

/** What a run has come to. */
export interface CoreRun {
  readonly search: CoreSearch;
  readonly iterations: number;
  /** Whether it is shown that no plan has fewer breaks. */
  readonly isOptimal: boolean;
}

/** Searches within a budget: builds a plan, cools it by chains, refines it. Returns the search with its best plan. */
export function runCore(model: CoreModel, budget: CoreBudget): CoreRun {
  const random = new Random(budget.seed * 64 + budget.lane);
  const search = new CoreSearch(model, random);
  if (budget.start) search.restore(budget.start);
  construct(search);
  search.precedence.recount();
  search.keepBest();
  budget.onBetter?.(search, 0);
  let done = 0;
  let told = search.bestRank;
  const all = rounds(model, budget);
  for (const round of all) {
    if (done >= refineFrom(model, budget) && search.bestFaults === 0 && search.bestOut <= 0) break;
    if (round.onlyToPlace && search.bestOut <= 0) continue;
    if (round.fromBest) search.restoreBest();
    const isRest = budget.start && round === all.at(-1);
    const length = isRest ? budget.cooling.planned - done : round.length;
    for (let at = 0; at < length; at += chunk) {
      if (budget.isProven(search, done)) return { search, iterations: done, isOptimal: false };
      const temperature = round.hot * (round.cold / round.hot) ** (at / length);
      if (done >= budget.cooling.iterations || budget.shouldStop?.(done)) {
        quench(search, temperature, at);
        return { search, iterations: done, isOptimal: false };
      }
      const steps = Math.min(chunk, budget.cooling.iterations - done);
      search.isEager = model.meetings < 1000 || temperature < 1.4 * round.cold;
      for (let step = 0; step < steps; step += 1) search.step(temperature);
      if (!search.isEager) search.keepBest();
      done += steps;
      if (search.precedence.exists) search.precedence.reprice();
      if (search.bestRank < told) {
        told = search.bestRank;
        budget.onBetter?.(search, done);
      }
    }
    search.keepBest();
  }
  return refine(search, budget, { random, done });
}

/** After how many iterations a search is refined: the lanes share their time differently. */
function refineFrom(model: CoreModel, { cooling: { planned }, lane, start, least }: CoreBudget): number {
  if (start || !least || !isRefinable(model) || planned < 25_000 * model.meetings) return Infinity;
  return (lane % 2 === 0 ? 0.24 : 0.09) * planned;
}

/** Refines the best plan for what is left of the budget. */
function refine(
  search: CoreSearch,
  budget: CoreBudget,
  { random, done: cooled }: { readonly random: Random; readonly done: number },
): CoreRun {
  let done = cooled;
  const isPossible =
    done >= refineFrom(search.model, budget) && search.bestFaults === 0 && search.bestOut <= 0;
  const refinement = isPossible ? new Refinement(search, budget.least!, random) : null;
  let told = search.bestRank;
  while (refinement && !refinement.isProven && done < budget.cooling.iterations) {
    if (budget.isProven(search, done) || budget.shouldStop?.(done)) break;
    done += chunk * Math.ceil(refinement.step() / chunk);
    if (search.bestRank < told) budget.onBetter?.(search, done);
    told = search.bestRank;
  }
  return { search, iterations: done, isOptimal: refinement?.isProven ?? false };
}

/** Cools a plan that was stopped while hot in a thirtieth of the iterations that its round has had. */
function quench(search: CoreSearch, temperature: number, iterations: number): void {
  const cold = 0.12;
  const length = iterations / 30;
  if (temperature <= cold * 1.1) return;
  for (let at = 0; at < length; at += chunk) {
    const now = temperature * (cold / temperature) ** (at / length);
    for (let step = 0; step < chunk; step += 1) search.step(now);
  }
  search.keepBest();
}
