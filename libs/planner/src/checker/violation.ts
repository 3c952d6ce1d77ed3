/** One rule that a plan breaks. */
export interface Violation {
  readonly rule: ViolatedRule;
  /** Ids of the meetings concerned. */
  readonly meetings: readonly string[];
  readonly sentence: string;
}

/** The rules that a plan is checked against. */
export type ViolatedRule =
  | 'shape'
  | 'closed'
  | 'session'
  | 'pinned'
  | 'team'
  | 'team-twice'
  | 'table'
  | 'table-twice'
  | 'order'
  | 'capability'
  | 'language'
  | 'interpreter'
  | 'interpreter-twice'
  | 'in-a-row'
  | 'walk'
  | 'own-company'
  | 'again'
  | 'fairness'
  | 'rank-parity'
  | 'size-parity'
  | 'host-place'
  | 'buffer';

/** Where, when and by whom a meeting is said to be held, as the checker reads it. */
export interface CheckedPlacement {
  readonly slot: number;
  readonly place: string;
  readonly table: number;
  readonly teams: readonly [string, string];
  readonly interpreter: string | null;
}
