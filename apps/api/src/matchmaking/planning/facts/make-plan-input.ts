import type { PlanEvent } from '@forum/contract/matchmaking/planning/plan-run';
import { topicsOf } from '@forum/domain/matchmaking/topic-of';
import { forumDay } from '@forum/domain/time/forum-day';
import { contains, type Interval, overlaps } from '@forum/domain/time/interval';
import type { EditionFacts } from '@forum/planner/edition/edition-facts';
import { pairId } from '@forum/planner/edition/instance-of-edition';
import type { Taken } from '../../../reservations/reservations.service.ts';
import { checkEvents } from './check-events.ts';
import { type Happened, happened } from './happened.ts';
import { interpretersAtWork, keepsOwnInterpreter } from './interpreters-at-work.ts';
import type { PlanFirmRow, StandingRow, TeamPerson } from './plan-facts.repository.ts';
import { firmsWithTeam, type PlanFacts } from './plan-facts.ts';
import type { PlanInput } from './plan-input.ts';
import { type StandingMeeting, standingIn } from './standing-in.ts';
import { teamFacts } from './team-facts.ts';
import { wishedPairs } from './wished-pairs.ts';

/** What a run is asked for, beside the hall as it is. */
export interface PlanWanted {
  mustsAreMandatory: boolean;
  fairness: number | null;
  mostInARow: number | null;
  floorForSmall: number;
  onlyInterpreted: boolean;
  /** Empty for a plan, not for a repair. */
  events: readonly PlanEvent[];
}

/** The facts, what has happened, and what stands in the hall. */
interface HallAtWork extends PlanFacts {
  events: Happened;
  stands: readonly StandingMeeting[];
}

/**
 * What a run is given. A plan adds to what stands; a repair may move and end it.
 *
 * @throws DomainError `request.invalid` where an event is about nothing there is
 */
export function makePlanInput(facts: PlanFacts, wanted: PlanWanted): PlanInput {
  const { hall, firms, people, standing, interpreters, absences, slots } = facts;
  checkEvents(wanted.events, { hall, firms, withTeam: firmsWithTeam(people), standing, interpreters });
  const events = happened(wanted.events, standing, absences);
  const here = { hallId: hall.id, tables: new Set(hall.tables.map(({ id }) => id)) };
  const stands = standingIn(slots, here, standing, events);
  return {
    isRepair: events.isRepair,
    facts: editionFacts({ ...facts, events, stands }, wanted),
    slots: [...slots],
    tables: hall.tables.map(({ id, label }) => ({ id, label })),
    firms: firms.map((firm) => ({ id: firm.id, name: firm.name, small: isSmall(firm) })),
    interpreters: interpreters.map(({ id, name }) => ({ id, name })),
    standing: stands.map(({ row, slot }) => ({
      meetingId: row.id,
      ...{ slot, table: row.tableId, interpreter: row.interpreterId },
      teams: [row.fromTeamId, row.toTeamId],
      ...(row.isWithoutPlace ? { lostAt: row.start } : {}),
    })),
    ended: events.ended,
    closed: events.closed,
    away: events.away,
  };
}

function editionFacts(atWork: HallAtWork, wanted: PlanWanted): EditionFacts {
  const { edition, hall, slots, interpreters, events } = atWork;
  const busy = busyTimes(atWork);
  const isFree = (resourceId: string, slot: Interval) =>
    !busy.get(resourceId)?.some((one) => overlaps(one, slot));
  const pins = pinsIn(atWork);
  return {
    name: `${edition.slug} ${hall.name}`,
    slots: slots.length,
    dayStarts: dayStarts(slots, edition.zone),
    tables: hall.tables.map(({ id }) => ({
      id,
      free: slots.map((slot) => isFree(id, slot) && !events.closes(id, slot)),
    })),
    firms: firmFacts(atWork, wanted, isFree),
    interpreters: wanted.onlyInterpreted
      ? interpretersAtWork(interpreters, slots, (id) => busy.get(id) ?? [], events.away)
      : [],
    wished: wishedWithTopics(atWork, pins),
    standing: standingFacts(atWork),
    pins: events.isRepair ? pins : pins.filter((pin) => !meetsAlready(atWork, pin)),
    rules: {
      fairness: wanted.fairness,
      mostInARow: wanted.mostInARow,
      mustsAreMandatory: wanted.mustsAreMandatory && wanted.events.length === 0,
    },
  };
}

/** A plan adds to what stands; a repair moves what a plan has made. */
const standingFacts = ({ stands, events }: HallAtWork): EditionFacts['standing'] =>
  stands.map(({ row, slot, isStruck }) => ({
    id: row.id,
    ...{ a: row.fromFirmId, b: row.toFirmId, slot },
    teams: [row.fromTeamId, row.toTeamId] as const,
    interpreter: row.interpreterId,
    agreed: !events.isRepair || (!row.planned && !isStruck),
    isInterpreted: !events.isRepair,
  }));

/**
 * When resources are taken by what the run leaves alone. A repair may move what stands, its people and interpreters with
 * it; a plan only counts its table and its teams' time.
 */
function busyTimes({ hall, people, stands, events, taken }: HallAtWork): Map<string, Taken[]> {
  const rows = new Map(stands.map(({ row }) => [row.id, row]));
  const ownInterpreters = keepsOwnInterpreter([...rows.values()], people);
  const tables = new Set(hall.tables.map(({ id }) => id));
  const isReleased = ({ commitmentId, resourceId }: Taken) =>
    rows.has(commitmentId) &&
    (events.isRepair ? ownInterpreters.get(commitmentId) !== resourceId : tables.has(resourceId));
  const busy = new Map<string, Taken[]>();
  for (const one of taken)
    if (!isReleased(one)) busy.set(one.resourceId, [...(busy.get(one.resourceId) ?? []), one]);
  return busy;
}

function firmFacts(
  { firms, people, slots, stands, events, preferred, met, standing }: HallAtWork,
  { floorForSmall }: PlanWanted,
  isFree: (personId: string, slot: Interval) => boolean,
): EditionFacts['firms'] {
  const rows = stands.map(({ row }) => row);
  const standingTeams = new Set(rows.flatMap(teamsOf));
  // A plan leaves what stands alone, also where its people have said since that they cannot come.
  const held = new Set(
    events.isRepair ? [] : stands.flatMap(({ row, slot }) => teamsOf(row).map((team) => `${team} ${slot}`)),
  );
  const counted = new Set(rows);
  const elsewhere = countByFirm([
    ...met,
    ...standing.flatMap((row) => (counted.has(row) ? [] : [[row.fromFirmId, row.toFirmId] as const])),
  ]);
  return teamFacts({
    firms,
    people: people.filter(({ teamId, isRemoved }) => !isRemoved || standingTeams.has(teamId)),
    slots: slots.length,
    canCome: (person, slot) =>
      held.has(`${person.teamId} ${slot}`) ||
      (isFree(person.personId, slots[slot]!) &&
        isAvailable(person, slots[slot]!) &&
        !events.isAway(person.firmId, slots[slot]!)),
    wishesOf: (firm) => ({
      // What a firm has had, or has in another hall, counts.
      floor: isSmall(firm) ? Math.max(0, floorForSmall - (elsewhere.get(firm.id) ?? 0)) : 0,
      preferred: slotsWithin(preferred.get(firm.id) ?? [], slots),
    }),
  });
}

function wishedWithTopics(
  atWork: HallAtWork,
  pins: readonly { a: string; b: string }[],
): EditionFacts['wished'] {
  const { events, slots, profiles } = atWork;
  return wishedPairs(atWork, events, pins, slots).map((meeting) => {
    const [one, other] = [profiles.get(meeting.a), profiles.get(meeting.b)];
    return { ...meeting, topics: one && other ? topicsOf(one, other) : [] };
  });
}

/** Those at a time that is a slot of the hall. */
function pinsIn({ pins, slots }: PlanFacts): { a: string; b: string; slot: number }[] {
  const numbers = new Map(slots.map(({ start }, slot) => [start, slot]));
  return pins.flatMap(({ firmId, withFirmId, start }) => {
    const slot = numbers.get(start);
    return slot === undefined ? [] : [{ a: firmId, b: withFirmId, slot }];
  });
}

const meetsAlready = ({ stands }: HallAtWork, { a, b }: { a: string; b: string }) =>
  stands.some(({ row }) => pairId(row.fromFirmId, row.toFirmId) === pairId(a, b));

const smallSizes = new Set(['micro', 'small']);

const isSmall = ({ size }: PlanFirmRow) => smallSizes.has(size ?? '');

const teamsOf = ({ fromTeamId, toTeamId }: StandingRow) => [fromTeamId, toTeamId];

function countByFirm(pairs: readonly (readonly [string, string])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const firm of pairs.flat()) counts.set(firm, (counts.get(firm) ?? 0) + 1);
  return counts;
}

const slotsWithin = (times: readonly Interval[], slots: readonly Interval[]): number[] =>
  slots.flatMap((slot, number) => (times.some((time) => contains(time, slot)) ? [number] : []));

const isAvailable = ({ available }: TeamPerson, slot: Interval) =>
  available === null || available.some((interval) => contains(interval, slot));

function dayStarts(slots: readonly Interval[], zone: string): number[] {
  const days = slots.map(({ start }) => forumDay(start, { zone }));
  return days.flatMap((day, slot) => (day === days[slot - 1] ? [] : [slot]));
}
