import type { PlanDetail, PlannedMeeting } from '@forum/contract/matchmaking/planning/plan-detail';
import type { PlanRun } from '@forum/contract/matchmaking/planning/plan-run';

/** One term of a run's objective; undefined while it has none. */
export const termOf = (run: Pick<PlanRun, 'terms'>, name: string) =>
  run.terms.find((term) => term.name === name);

/** The meetings of a plan that are held without a common language and without an interpreter, in order of time. */
export const lackingInterpreter = (run: Pick<PlanDetail, 'meetings'>): PlannedMeeting[] =>
  run.meetings
    .filter(
      ({ slot, needsInterpreter, interpreter }) => slot !== null && needsInterpreter && interpreter === null,
    )
    .sort((a, b) => (a.slot ?? 0) - (b.slot ?? 0));

/** A term as a screen shows it; without a bound where the plan did not try to lower it. */
interface ShownTerm {
  name: string;
  value: number;
  bound: number | null;
}

/**
 * The terms as they are for the host. The search counts only meetings that it was to give interpreters; the host counts
 * every meeting that lacks one.
 */
export function shownTerms(run: Pick<PlanDetail, 'terms' | 'meetings'>): ShownTerm[] {
  const lacking = lackingInterpreter(run).length;
  return run.terms.map((term) =>
    term.name === 'uninterpreted' && term.value !== lacking ? { ...term, value: lacking, bound: null } : term,
  );
}
