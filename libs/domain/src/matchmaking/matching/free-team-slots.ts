import { slotsOf, type HallHours } from '../../meetings/halls/slots.ts';
import { epochMs } from '../../time/instant.ts';

/** A stretch of time in milliseconds since 1970, `[start, end)`; thousands of them are compared. */
export type Span = readonly [start: number, end: number];

/** A hall of the edition, with what takes its tables. */
export interface HallCalendar extends HallHours {
  /** For each table, when it is taken. */
  readonly tables: readonly (readonly Span[])[];
}

/** A team with all that takes its time already. */
export interface TeamCalendar {
  readonly firmId: string;
  /** Its meetings: a team is at one table at a time. */
  readonly meetings: readonly Span[];
  /** Those who may come; `available` is null for whenever the hall is open. */
  readonly members: readonly {
    readonly busy: readonly Span[];
    readonly available: readonly Span[] | null;
  }[];
}

/**
 * How many meetings each firm could still have: its teams × the slots still to come in which a table of the hall is
 * free, the team has no meeting, and one of its people is reachable and free. Slots of two halls that overlap count once
 * for a team. A firm is left out, which means not known, when none of its teams has people yet; all are when no slot is
 * to come, before the hall has hours and after its last day.
 *
 * For one team of one person, twelve slots, two meetings agreed and an afternoon off of four slots: 6.
 */
export function freeTeamSlots(
  halls: readonly HallCalendar[],
  teams: readonly TeamCalendar[],
  now: string,
): Map<string, number> {
  const slots = halls.flatMap((hall) => slotsToCome(hall, epochMs(now)));
  const free = new Map<string, number>();
  if (slots.length === 0) return free;
  const open = slots.filter(({ tables, span }) => tables.some((taken) => isFree(taken, span)));
  const inOrder = open.map(({ span }) => span).sort((a, b) => a[1] - b[1]);
  for (const team of teams) {
    if (team.members.length === 0) continue;
    free.set(team.firmId, (free.get(team.firmId) ?? 0) + slotsOfTeam(team, inOrder));
  }
  return free;
}

const slotsToCome = (hall: HallCalendar, now: number) =>
  slotsOf(hall)
    .map(({ start, end }): Span => [epochMs(start), epochMs(end)])
    .filter(([start]) => start > now)
    .map((span) => ({ span, tables: hall.tables }));

/** The most slots of a team that do not overlap: those that end first are taken first. */
function slotsOfTeam(team: TeamCalendar, slots: readonly Span[]): number {
  let [count, until] = [0, -Infinity];
  for (const slot of slots) {
    if (slot[0] < until || !canMeet(team, slot)) continue;
    count += 1;
    until = slot[1];
  }
  return count;
}

const canMeet = ({ meetings, members }: TeamCalendar, slot: Span) =>
  isFree(meetings, slot) &&
  members.some(
    ({ busy, available }) => isFree(busy, slot) && (available === null || isWithin(available, slot)),
  );

const isFree = (taken: readonly Span[], [start, end]: Span) =>
  !taken.some(([from, to]) => from < end && start < to);

const isWithin = (available: readonly Span[], [start, end]: Span) =>
  available.some(([from, to]) => from <= start && end <= to);
