import type { Contradiction } from '../certificates/contradiction.ts';

/** Where, when and by whom one meeting is held; null stands for a meeting left out. */
export interface Placement {
  readonly slot: number;
  /** The table group, and which of its tables, from 0. */
  readonly place: string;
  readonly table: number;
  /** The teams of its two firms. */
  readonly teams: readonly [string, string];
  readonly interpreter: string | null;
}

/** One term of the objective: fewer is better, and an earlier term outweighs all later ones. */
export interface Term {
  readonly name: TermName;
  readonly value: number;
  /** What no plan can go below, where it is known. */
  readonly bound: number;
}

/** The terms, in their order. */
export const termNames = [
  'mandatoryLeftOut',
  'optionalWeightLeftOut',
  'unfairBreaks',
  'uninterpreted',
  'moved',
  'breaks',
  'idleSlots',
  'belowFloor',
  'notPreferred',
  'tableChanges',
] as const;

/** The name of a term. */
export type TermName = (typeof termNames)[number];

/** A meeting that is left out, why, and what would make it fit. */
export interface LeftOut {
  readonly meeting: string;
  readonly code: string;
  readonly reason: string;
  readonly remedy: string;
}

/** The planner's answer when the mandatory meetings do not contradict each other. */
export interface Plan {
  readonly status: 'plan';
  readonly placements: readonly (Placement | null)[];
  /** The breaks of all teams: the objective of the literature. */
  readonly objective: number;
  readonly bound: number;
  readonly gap: number;
  readonly terms: readonly Term[];
  readonly leftOut: readonly LeftOut[];
  readonly seed: number;
  /** The iterations that replay this run. */
  readonly iterations: number;
  /** The iterations that were done before it was proven or stopped. */
  readonly searched: number;
}

/** The planner's answer when no plan can hold every mandatory meeting. */
export interface Infeasible {
  readonly status: 'infeasible';
  /** Ids of the smallest set of meetings found that cannot all be held. */
  readonly conflict: readonly string[];
  readonly code: Contradiction['code'];
  readonly sentence: string;
}
