import type { Interpreter } from '@forum/contract/meetings/interpreters';
import { haveCommonLanguage } from '@forum/domain/meetings/interpreting';
import { contains, type Interval, overlaps } from '@forum/domain/time/interval';
import type { EditionInterpreter } from '@forum/planner/edition/edition-facts';
import type { StandingRow, TeamPerson } from './plan-facts.repository.ts';
import type { PlanInput } from './plan-input.ts';

type Away = NonNullable<PlanInput['away']>;

/** Whether somebody is away during a time, by the events of a repair. */
export const isAway = (away: Away, interpreterId: string, time: Interval): boolean =>
  away.some(
    ({ interpreterId: who, from, until }) =>
      who === interpreterId && overlaps({ start: from, end: until }, time),
  );

/** The interpreters as a plan sees them: busy in slots in which they are taken, away or off duty. */
export function interpretersAtWork(
  interpreters: readonly Interpreter[],
  slots: readonly Interval[],
  takenOf: (id: string) => readonly Interval[],
  away: Away,
): EditionInterpreter[] {
  return interpreters.map(({ id, languages, hours, mostInARow }) => {
    const taken = takenOf(id);
    const canCome = (slot: Interval) =>
      !taken.some((one) => overlaps(one, slot)) &&
      (hours === null || hours.some((interval) => contains(interval, slot))) &&
      !isAway(away, id, slot);
    return {
      id,
      languages,
      mostInARow,
      busy: slots.flatMap((slot, number) => (canCome(slot) ? [] : [number])),
    };
  });
}

/**
 * Standing meetings that have an interpreter though their teams share a language, with whom: the host has given them
 * one by hand, so no plan takes it from them.
 */
export function keepsOwnInterpreter(
  standing: readonly StandingRow[],
  people: readonly TeamPerson[],
): Map<string, string> {
  const spoken = new Map<string, string[]>();
  for (const { teamId, languages } of people)
    spoken.set(teamId, [...(spoken.get(teamId) ?? []), ...languages]);
  return new Map(
    standing.flatMap(({ id, interpreterId, fromTeamId, toTeamId }) =>
      interpreterId && haveCommonLanguage(spoken.get(fromTeamId) ?? [], spoken.get(toTeamId) ?? [])
        ? [[id, interpreterId]]
        : [],
    ),
  );
}
