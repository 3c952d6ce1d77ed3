import { epochMs } from '../../time/instant.ts';
import { union, type Interval } from '../../time/interval.ts';

/** Somebody who would take part, with all that takes their time already. */
export interface Participant {
  readonly id: string;
  readonly busy: readonly Interval[];
  /** When they can be met; null means whenever the hall is open. */
  readonly available: readonly Interval[] | null;
}

/** A table of the hall, with the times at which it is taken. */
export interface MeetingTable {
  readonly id: string;
  /** How many people fit. */
  readonly capacity: number;
  readonly busy: readonly Interval[];
}

/** What a meeting needs at some time. */
export interface MeetingNeeds {
  readonly participants: readonly Participant[];
  readonly tables: readonly MeetingTable[];
  /** How many people come, if more than the named participants. */
  readonly seats?: number;
}

/** What stands in the way of a meeting at some time. It never says what somebody does instead. */
export type Obstacle =
  | { readonly code: 'in-the-past' }
  | { readonly code: 'person-busy'; readonly participantId: string }
  | { readonly code: 'not-available'; readonly participantId: string }
  | { readonly code: 'table-busy' };

/** A time that works, and the table for it. */
export interface FreeSlot extends Interval {
  readonly tableId: string;
}

/** Everything that stands in the way of a meeting at some time; empty when it can take place. */
export function obstaclesTo(needs: MeetingNeeds, time: Interval, now: string): Obstacle[] {
  return obstacles(indexed(needs), spanOf(time), epochMs(now));
}

/**
 * The free tables that seat everybody at some time, the smallest first, ties by id.
 *
 * @param turn from which of the tables of one size on they are named, for those who book at the same moment not to reach
 *   for the same one; a natural number
 */
export function tablesFor(needs: MeetingNeeds, time: Interval, turn = 0): string[] {
  const span = spanOf(time);
  const free = indexed(needs).tables.filter(({ busy }) => isFree(busy, span));
  const sizes = [...new Set(free.map(({ capacity }) => capacity))];
  return sizes.flatMap((size) => {
    const alike = free.filter(({ capacity }) => capacity === size).map(({ id }) => id);
    const first = turn % alike.length;
    return [...alike.slice(first), ...alike.slice(0, first)];
  });
}

/**
 * The next slots in which every participant and a table are free, soonest first.
 *
 * @param slots the slots of the hall in order of time (`slots.ts`)
 * @param count how many to find; the search stops there
 */
export function freeSlots(
  slots: readonly Interval[],
  needs: MeetingNeeds,
  { now, count }: { readonly now: string; readonly count: number },
): FreeSlot[] {
  const index = indexed(needs);
  const found: FreeSlot[] = [];
  for (const slot of slots) {
    if (found.length >= count) break;
    const span = spanOf(slot);
    if (obstacles(index, span, epochMs(now)).length > 0) continue;
    const tableId = freeTable(index, span);
    if (tableId !== null) found.push({ ...slot, tableId });
  }
  return found;
}

/** Two teams, each of which would send somebody, and the tables of a hall. */
export interface TeamNeeds {
  readonly from: readonly Participant[];
  readonly to: readonly Participant[];
  readonly tables: readonly MeetingTable[];
}

/** A slot, and whether two teams could meet then. */
export interface SlotForTeams extends Interval {
  readonly free: boolean;
}

/**
 * For each slot, whether somebody of each team could come and a table for two stands empty: whether nothing stands in the
 * way of some pair. Each calendar is read once, and no pair is tried: teams have dozens of people, halls hundreds of slots.
 */
export function slotsForTeams(
  slots: readonly Interval[],
  { from, to, tables }: TeamNeeds,
  now: string,
): SlotForTeams[] {
  const [ours, theirs] = [from, to].map((participants) => indexed({ participants, tables: [] }).people);
  const pair = indexed({ participants: [], tables, seats: 2 });
  return slots.map((slot) => {
    const span = spanOf(slot);
    const sends = (people: Index['people'] = []) =>
      people.some((person) => obstaclesOf(person, span).length === 0);
    const free = epochMs(now) < span[0] && sends(ours) && sends(theirs) && freeTable(pair, span) !== null;
    return { ...slot, free };
  });
}

/**
 * The slots of several halls as one list in order of time, each start once: free when it is in any hall, and then as long
 * as in the first in which it is.
 */
export function mergeHalls(halls: readonly (readonly SlotForTeams[])[]): SlotForTeams[] {
  const byStart = new Map<number, SlotForTeams>();
  for (const slot of halls.flat()) {
    const known = byStart.get(epochMs(slot.start));
    if (!known || (slot.free && !known.free)) byStart.set(epochMs(slot.start), slot);
  }
  return [...byStart].sort(([a], [b]) => a - b).map(([, slot]) => slot);
}

/** An interval in milliseconds since 1970; a search compares thousands. */
type Span = readonly [start: number, end: number];

/** In order of time; none overlaps or touches another. */
type Calendar = readonly Span[];

interface Index {
  readonly people: readonly { id: string; busy: Calendar; available: Calendar | null }[];
  /** Those that seat everybody, the best first. */
  readonly tables: readonly { id: string; capacity: number; busy: Calendar }[];
}

const spanOf = ({ start, end }: Interval): Span => [epochMs(start), epochMs(end)];
const calendarOf = (times: readonly Interval[]): Calendar => union(times).map(spanOf);

function indexed({ participants, tables, seats }: MeetingNeeds): Index {
  const needed = Math.max(seats ?? 0, participants.length);
  return {
    people: participants.map(({ id, busy, available }) => ({
      id,
      busy: calendarOf(busy),
      available: available && calendarOf(available),
    })),
    tables: tables
      .filter((table) => table.capacity >= needed)
      .sort((a, b) => a.capacity - b.capacity || (a.id < b.id ? -1 : 1))
      .map(({ id, capacity, busy }) => ({ id, capacity, busy: calendarOf(busy) })),
  };
}

function obstacles(index: Index, span: Span, now: number): Obstacle[] {
  const past: Obstacle[] = now < span[0] ? [] : [{ code: 'in-the-past' }];
  const people = index.people.flatMap((person) => obstaclesOf(person, span));
  const table: Obstacle[] = freeTable(index, span) === null ? [{ code: 'table-busy' }] : [];
  return [...past, ...people, ...table];
}

function obstaclesOf({ id, busy, available }: Index['people'][number], span: Span): Obstacle[] {
  if (!isFree(busy, span)) return [{ code: 'person-busy', participantId: id }];
  if (available === null) return [];
  const hours = lastBefore(available, span[1]);
  const isReachable = hours !== undefined && hours[0] <= span[0] && span[1] <= hours[1];
  return isReachable ? [] : [{ code: 'not-available', participantId: id }];
}

const freeTable = ({ tables }: Index, span: Span) =>
  tables.find(({ busy }) => isFree(busy, span))?.id ?? null;

const isFree = (busy: Calendar, [start, end]: Span) => (lastBefore(busy, end)?.[1] ?? -Infinity) <= start;

/** The last span of a calendar that begins before a time. */
function lastBefore(calendar: Calendar, time: number): Span | undefined {
  let [low, high] = [0, calendar.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (calendar[middle]![0] < time) low = middle + 1;
    else high = middle;
  }
  return calendar[low - 1];
}
