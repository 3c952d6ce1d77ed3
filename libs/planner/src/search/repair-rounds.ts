/** A part of the search of a repair. */
export interface RepairRound {
  /** How much of the budget it has; what earlier rounds did not need is left to the last. */
  readonly share: number;
  /** Warm enough for dear moves, and done only while something is left out. */
  readonly isWarm: boolean;
}

const warm = { share: 1 / 6, isWarm: true };

/**
 * A repair is searched cold, so that nothing moves that need not. That alone finds no place for which two others must
 * move first: each dear move is refused by itself. So while something is left out, half of the budget is warm, and each
 * warm round ends cold.
 */
export const repairRounds: readonly RepairRound[] = [
  { share: 1 / 4, isWarm: false },
  warm,
  warm,
  warm,
  { share: 1 / 4, isWarm: false },
];

/** How warm a warm round begins, in breaks: a move costs four, so that one of fourteen is tried. */
export const warmth = 1.5;
