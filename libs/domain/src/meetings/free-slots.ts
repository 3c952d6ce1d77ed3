import { isBefore } from '../time/instant.ts';
import { contains, overlaps, union, type Interval } from '../time/interval.ts';

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
  const past: Obstacle[] = isBefore(now, time.start) ? [] : [{ code: 'in-the-past' }];
  const people = needs.participants.flatMap((participant) => obstaclesOf(participant, time));
  const table: Obstacle[] = tableFor(needs, time) === null ? [{ code: 'table-busy' }] : [];
  return [...past, ...people, ...table];
}

/** The smallest free table that seats everybody at some time, ties by id; null when there is none. */
export function tableFor(needs: MeetingNeeds, time: Interval): string | null {
  const seats = Math.max(needs.seats ?? 0, needs.participants.length);
  const [table] = needs.tables
    .filter((candidate) => candidate.capacity >= seats && isFree(candidate.busy, time))
    .sort((a, b) => a.capacity - b.capacity || (a.id < b.id ? -1 : 1));
  return table?.id ?? null;
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
  const found: FreeSlot[] = [];
  for (const slot of slots) {
    if (found.length >= count) break;
    const tableId = tableFor(needs, slot);
    if (tableId !== null && obstaclesTo(needs, slot, now).length === 0) found.push({ ...slot, tableId });
  }
  return found;
}

function obstaclesOf({ id, busy, available }: Participant, time: Interval): Obstacle[] {
  if (!isFree(busy, time)) return [{ code: 'person-busy', participantId: id }];
  const reachable = available === null || union(available).some((span) => contains(span, time));
  return reachable ? [] : [{ code: 'not-available', participantId: id }];
}

const isFree = (busy: readonly Interval[], time: Interval) => !busy.some((other) => overlaps(other, time));
