import { type PlanRun } from '@forum/contract/planning';

/** One term of a run's objective; undefined while it has none. */
export const termOf = (run: Pick<PlanRun, 'terms'>, name: string) =>
  run.terms.find((term) => term.name === name);
