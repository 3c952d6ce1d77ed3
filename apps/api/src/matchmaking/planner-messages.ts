import type { PlanInstance } from '@forum/planner/instance/instance';
import type { PlanProgress } from '@forum/planner/plan/plan';
import type { Infeasible, Placement, Plan } from '@forum/planner/plan/plan-result';

/** What a planner's thread is started with. */
export interface PlannerTask {
  readonly instance: PlanInstance;
  readonly seed: number;
  readonly lane: number;
  readonly start: readonly (Placement | null)[] | null;
  readonly stay: number;
  readonly signals: SharedArrayBuffer;
}

/** What is asked of a planner's thread: whether a plan is possible and, over some milliseconds, how quick it is; then a plan. */
export type PlannerAsk =
  | { readonly ask: 'prove'; readonly measured: number }
  | { readonly ask: 'plan'; readonly iterations: number };

/** What a planner's thread tells. */
export type PlannerTold =
  | { readonly told: 'infeasible'; readonly answer: Infeasible }
  | { readonly told: 'possible'; readonly iterationsPerSecond: number }
  | { readonly told: 'progress'; readonly lane: number; readonly progress: PlanProgress }
  | { readonly told: 'paused'; readonly lane: number; readonly iterations: number }
  | { readonly told: 'plan'; readonly lane: number; readonly answer: Plan }
  | { readonly told: 'failed'; readonly message: string };

/** Words of the shared signals: what the threads are to do, and the iterations at which they are to end. */
export const signal = { phase: 0, limit: 1 } as const;

/** Phases: search on; stop and say how far you are; search up to the limit; end now. */
export const phase = { search: 0, pause: 1, limited: 2, end: 3 } as const;
