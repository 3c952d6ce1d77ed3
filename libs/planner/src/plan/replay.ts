import { leastPlannedAs, plannedFor } from '../search/run-core.ts';

/**
 * The iterations that replay a run: one that was stopped near its end replays with what it did; one that ended because
 * its plan is proven, with all it was given, and ends as early again.
 */
export const replayedBy = (given: number, done: number): number =>
  done >= leastPlannedAs(given) && plannedFor(done) === plannedFor(given) ? done : given;
