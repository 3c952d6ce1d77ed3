import { findContradiction } from '../certificates/find-contradiction.ts';
import type { PlanInstance } from '../instance/instance.ts';
import { type Domains, initialDomains, propagate } from '../model/domains.ts';
import { isPlain } from '../model/is-plain.ts';
import { PlanBounds } from './bounds-of-plan.ts';
import { explainLeftOut } from './left-out.ts';
import { planGeneral } from './plan-general.ts';
import { planPlain } from './plan-plain.ts';
import type { Infeasible, Placement, Plan } from './plan-result.ts';
import { termsOf } from './terms.ts';

/** How a plan is searched. The same instance, seed, lane and iterations give the same plan, whatever the machine. */
export interface PlanOptions {
  readonly seed: number;
  /** How long at most; a plan that is proven best is given sooner. */
  readonly iterations: number;
  /** Which of several searches of one run this is, for the lanes of a portfolio; 0 when there is one. */
  readonly lane?: number;
  /** Asked every few milliseconds with the iterations done; the best plan so far is given when it says true. */
  readonly shouldStop?: (iterations: number) => boolean;
  /** Called with each better plan. */
  readonly onProgress?: (progress: PlanProgress) => void;
  /** A plan to begin with. */
  readonly start?: readonly (Placement | null)[];
  /** What moving a meeting away from `start` costs, in breaks; 0 when the start is only a beginning. */
  readonly stay?: number;
  /** What is known before any search, where it has been found out already; see `prepare`. */
  readonly prepared?: Prepared;
  /** Plans as many as possible when the mandatory meetings contradict each other, instead of proving that they do. */
  readonly asManyAsPossible?: boolean;
}

/** How far a search has come. */
export interface PlanProgress {
  readonly iterations: number;
  readonly leftOut: number;
  readonly breaks: number;
  readonly idleSlots: number;
  readonly bound: number;
}

/** What is known of an instance before any search: the slots left to each meeting, and what no plan can beat. */
export interface Prepared {
  readonly domains: Domains;
  readonly bounds: PlanBounds;
}

/** Finds out what all searches of an instance begin with, so that several need not each do so. */
export function prepare(instance: PlanInstance): Prepared {
  const domains = possibleDomains(instance);
  return { domains, bounds: new PlanBounds(instance, domains) };
}

/** What both searches are given. */
export interface Preparation {
  readonly instance: PlanInstance;
  readonly domains: Domains;
  readonly bounds: PlanBounds;
  readonly options: PlanOptions;
  readonly home: Int32Array | null;
}

/** What both searches give back. */
export interface Found {
  readonly placements: readonly (Placement | null)[];
  readonly iterations: number;
  readonly searched: number;
}

/**
 * Plans all meetings of an instance: a slot, a table, a team of each side and, where needed, an interpreter. When the
 * mandatory meetings contradict each other it says which and why. The objective is lexicographic, see `termNames`;
 * every term has a bound that no plan can go below.
 */
export function plan(instance: PlanInstance, options: PlanOptions): Plan | Infeasible {
  const infeasible = options.asManyAsPossible ? null : provenInfeasible(instance);
  if (infeasible) return infeasible;
  const { domains, bounds: known } = options.prepared ?? prepare(instance);
  const bounds = known.fresh();
  const home = options.start
    ? Int32Array.from(instance.meetings, (_, row) => options.start![row]?.slot ?? -1)
    : null;
  const preparation = { instance, domains, bounds, options, home };
  const found = isPlain(instance) ? planPlain(preparation) : planGeneral(preparation);
  return tell(preparation, found);
}

/** Why the mandatory meetings of an instance contradict each other, as a planner's answer; null when no proof is found. */
export function provenInfeasible(instance: PlanInstance): Infeasible | null {
  const found = findContradiction(instance);
  if (!found) return null;
  const conflict = found.meetings.map((row) => instance.meetings[row]!.id);
  return { status: 'infeasible', conflict, code: found.code, sentence: found.sentence };
}

/** What is left to each meeting; when mandatory meetings leave one nothing, only what it may take by itself. */
function possibleDomains(instance: PlanInstance): Domains {
  const domains = initialDomains(instance);
  const concluded = { ...domains, meeting: domains.meeting.slice() };
  const dead = propagate(
    concluded,
    (row) => !instance.meetings[row]!.optional,
    (firm) => instance.firms[firm]!.teams.length > 1,
  );
  return dead >= 0 ? domains : concluded;
}

function tell(
  { instance, domains, bounds, options, home }: Preparation,
  { placements, iterations, searched }: Found,
): Plan {
  const isStay = (options.stay ?? 0) > 0;
  const held = instance.meetings.every(({ optional }, row) => optional || placements[row]);
  const terms = termsOf(instance, placements, {
    before: isStay ? home : null,
    // The bound on breaks holds for plans that hold every mandatory meeting.
    bounds: { breaks: held ? bounds.breaks : 0, optionalWeightLeftOut: bounds.weightOut },
  });
  const breaks = terms.find(({ name }) => name === 'breaks')!;
  return {
    status: 'plan',
    placements,
    objective: breaks.value,
    bound: breaks.bound,
    gap: breaks.value - breaks.bound,
    terms,
    leftOut: explainLeftOut(instance, domains, placements),
    seed: options.seed,
    iterations,
    searched,
  };
}
