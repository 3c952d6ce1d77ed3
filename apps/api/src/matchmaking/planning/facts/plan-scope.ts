import type { Hall } from '@forum/contract/meetings/halls';
import type { RouteOutput } from '@forum/contract/route';
import type { readPlanScope } from '@forum/contract/matchmaking/planning/plan-runs';
import { isBefore } from '@forum/domain/time/instant';
import { happened } from './happened.ts';
import { type EditionAtWork, firmsWithTeam, slotsToCome } from './plan-facts.ts';
import { wishedPairs } from './wished-pairs.ts';

/** What a plan could be made of now, in figures. */
export function planScope(
  atWork: EditionAtWork,
  hall: Hall | undefined,
  now: string,
): RouteOutput<typeof readPlanScope> {
  const withTeam = firmsWithTeam(atWork.people);
  const slots = hall ? slotsToCome(hall, now) : [];
  const events = happened([], atWork.standing, atWork.absences);
  const pins = atWork.pins.flatMap(({ firmId, withFirmId, start }) =>
    isBefore(now, start) ? [{ a: firmId, b: withFirmId }] : [],
  );
  return {
    firms: withTeam.size,
    wishes: atWork.wishes.length,
    pairs: wishedPairs(atWork, events, pins, slots).filter(({ a, b }) => withTeam.has(a) && withTeam.has(b))
      .length,
    slots: slots.length,
    tables: hall?.tables.length ?? 0,
    interpreters: atWork.interpreters.length,
  };
}
