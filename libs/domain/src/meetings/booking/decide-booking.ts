import { hindranceAt, type InterpreterAtWork } from '../interpreting.ts';
import { type HallHours, isSlotOf } from '../halls/slots.ts';
import type { MeetingCore } from '../meeting-state.ts';
import type { Interval } from '../../time/interval.ts';
import { type MeetingNeeds, type Obstacle, obstaclesTo, tablesFor } from './free-slots.ts';

/** Somebody who would come. */
export interface Attendee {
  readonly delegateId: string;
  /** When they can be met; null means whenever the hall is open. */
  readonly available: readonly Interval[] | null;
}

/** A meeting as far as its booking asks. */
export interface MeetingToBook extends MeetingCore {
  /** Hexadecimal at its end, as in a UUID. */
  readonly id: string;
  readonly people: readonly Attendee[];
  readonly interpreterId: string | null;
}

/** A hall that opens around a slot, with the tables that are free then. */
export interface HallThen extends HallHours {
  readonly tables: readonly { readonly id: string; readonly capacity: number }[];
}

/** A slot in which a meeting could be booked, with what is free then. */
export interface BookingOption {
  readonly slot: Interval;
  readonly halls: readonly HallThen[];
  /** Who of its people is taken then; ids of delegates. */
  readonly taken: readonly string[];
  /** Its interpreter; null where it has none, or one who is not on the list any more. */
  readonly interpreter: InterpreterAtWork | null;
}

/** What is asked for, and what is known once nobody else can book the same people. */
export interface BookingFacts<M extends MeetingToBook> {
  readonly meeting: M;
  /** When it is to begin. */
  readonly start: string;
  /** The slots that begin then, of each length one: halls may be cut differently. */
  readonly options: readonly BookingOption[];
  /** A table to take, or null for the smallest free one. */
  readonly tableId: string | null;
  readonly now: string;
}

/** What stands in the way of a meeting in a hall. */
export type Hindrance = Obstacle | { readonly code: 'hall-closed' };

/** A slot that works: the tables to try in this order, and the interpreter who comes along. */
export interface Place {
  readonly slot: Interval;
  readonly tables: readonly string[];
  readonly interpreterId: string | null;
}

/** The meeting cannot take place then, and why. */
export interface Refused {
  readonly kind: 'refused';
  readonly slot: Interval;
  readonly hindrances: readonly Hindrance[];
}

/** The meeting may take the first of these places that it gets. */
export interface Booked<M> {
  readonly kind: 'booked';
  /** What becomes of the meeting, but for its place. */
  readonly meeting: M;
  /** At least one. */
  readonly places: readonly Place[];
  /** What to answer when others take all of these tables at this very moment. */
  readonly otherwise: Refused;
}

/**
 * Whether a meeting can be booked: everybody comes and a table is free, in the first slot that works. Its interpreter comes
 * along when free then, and is let go otherwise: no time is refused because of one.
 */
export function decideBooking<M extends MeetingToBook>(facts: BookingFacts<M>): Booked<M> | Refused {
  const judged = facts.options.map((option) => judge(facts, option));
  const [first] = judged;
  if (!first) return refuse({ start: facts.start, end: facts.start }, [{ code: 'hall-closed' }]);
  const otherwise = 'kind' in first ? first : refuse(first.slot, [{ code: 'table-busy' }]);
  const places = judged.filter((one): one is Place => !('kind' in one));
  return places.length > 0 ? { kind: 'booked', meeting: facts.meeting, places, otherwise } : otherwise;
}

function judge<M extends MeetingToBook>(
  { meeting, tableId, now }: BookingFacts<M>,
  { slot, halls, taken, interpreter }: BookingOption,
): Place | Refused {
  const open = halls.filter((hall) => isSlotOf(hall, slot));
  if (open.length === 0) return refuse(slot, [{ code: 'hall-closed' }]);
  const needs: MeetingNeeds = {
    participants: meeting.people.map(({ delegateId, available }) => ({
      id: delegateId,
      busy: taken.includes(delegateId) ? [slot] : [],
      available,
    })),
    tables: open.flatMap(({ tables }) => tables.map((table) => ({ ...table, busy: [] }))),
  };
  const obstacles = obstaclesTo(needs, slot, now);
  if (obstacles.length > 0) return refuse(slot, obstacles);
  const tables = tablesFor(needs, slot, turnOf(meeting)).filter((id) => (tableId ?? id) === id);
  if (tables.length === 0) return refuse(slot, [{ code: 'table-busy' }]);
  const comesAlong = interpreter !== null && hindranceAt(interpreter, slot) === null;
  return { slot, tables, interpreterId: comesAlong ? meeting.interpreterId : null };
}

const refuse = (slot: Interval, hindrances: readonly Hindrance[]): Refused => ({
  kind: 'refused',
  slot,
  hindrances,
});

/** A number of a meeting's own, which no two that are booked at once are likely to share. */
const turnOf = ({ id }: MeetingToBook) => Number.parseInt(id.slice(-6), 16);
