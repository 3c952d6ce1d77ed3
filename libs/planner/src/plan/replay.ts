import { type Cooling, replayOf } from '../search/run-core.ts';

/**
 * The iterations that replay a run: one that was stopped replays with what it did; one that ended because its plan is
 * proven, with all it was given, and ends as early again.
 */
export const replayedBy = (
  cooling: Cooling,
  { done, isStopped }: { done: number; isStopped: boolean },
): number => replayOf(isStopped ? done : cooling.iterations, cooling.planned);
