import { haveCommonLanguage } from '@forum/domain/meetings/interpreting';
import type { PlanInstance } from '@forum/planner/instance/instance';
import type { Plan } from '@forum/planner/plan/plan-result';
import { isAway } from '../facts/interpreters-at-work.ts';
import type { PlanInput } from '../facts/plan-input.ts';

/** What each meeting of a plan needs and gets. */
export interface Interpreted {
  needed: boolean;
  interpreter: string | null;
}

/**
 * The interpreters of a plan, by meeting: of those that need one whom the plan sends; the others, and all of a plan that
 * sends nobody, keep their own unless it falls out. A plan that is no repair leaves what stands its interpreter.
 */
export function interpretersOf(
  { isRepair, facts, slots, standing, away = [] }: PlanInput,
  instance: PlanInstance,
  plan: Plan,
): Map<string, Interpreted> {
  const spoken = new Map(
    facts.firms.flatMap(({ teams }) => teams.map(({ id, languages = [] }) => [id, languages] as const)),
  );
  const own = new Map(standing.map(({ meetingId, interpreter = null }) => [meetingId, interpreter]));
  const isSent = (facts.interpreters ?? []).length > 0;
  return new Map(
    instance.meetings.map(({ id, firms: [one, other] }, row) => {
      const placement = plan.placements[row];
      const needed = !haveCommonLanguage(spoken.get(one) ?? [], spoken.get(other) ?? []);
      const kept = own.get(id) ?? null;
      if (!isRepair && own.has(id)) return [id, { needed, interpreter: kept }];
      const mayStay = kept && placement && !isAway(away, kept, slots[placement.slot]!) ? kept : null;
      return [id, { needed, interpreter: needed && isSent ? (placement?.interpreter ?? null) : mayStay }];
    }),
  );
}
