import type { Condition } from './condition.ts';

/** The programmes and funds that a firm may want to take part in. */
export const routeSchemes = [
  'edf',
  'edip',
  'safe',
  'horizon-europe',
  'diana',
  'nato-innovation-fund',
  'bilateral-offset',
] as const;

/** A programme or fund. */
export type RouteScheme = (typeof routeSchemes)[number];

/** Where a rule comes from. */
export interface Citation {
  readonly act: string;
  /** As precise as is known. */
  readonly article: string;
  /** The day of the act. */
  readonly date: string;
  /** Where its substance was read, or that it is recalled. */
  readonly source: string;
  /** Whether its substance was read in a public source; false for what is recalled. */
  readonly verified: boolean;
}

/** One rule of access: what it requires, and what opens the way with conditions where that does not hold. */
export interface RouteRule extends Citation {
  readonly id: string;
  readonly says: string;
  readonly requires: Condition;
  /** Looked at in order when the requirement does not hold; none of them holds: closed. */
  readonly exceptions: readonly { readonly when: Condition; readonly says: string }[];
}

/** How two firms take part together. */
export interface PairRule extends Citation {
  readonly id: string;
  /** `both` must be able to; or `one-leads` and the other, if outside, supplies within limits. */
  readonly together: 'both' | 'one-leads';
  readonly says: string;
}

/** The rules of a scheme as they are from a day on, until another (exclusive). Later packs of a scheme follow earlier. */
export interface RulePack {
  readonly scheme: RouteScheme;
  readonly version: number;
  readonly from: string;
  readonly to: string | null;
  readonly rules: readonly RouteRule[];
  readonly pair: PairRule;
}
