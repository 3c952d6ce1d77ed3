import type { PlanInstance } from '../instance/instance.ts';
import type { Placement } from './plan-result.ts';

/** A table by its group and its number there. */
export interface Seat {
  readonly place: number;
  readonly table: number;
}

/** A meeting that needs a table: its slot, the group if that is settled already, and whoever would rather not move. */
export interface Seating {
  readonly meeting: number;
  readonly slot: number;
  readonly place: number | null;
  /** The table that it has in the plan that is repaired, if its slot is the same. */
  readonly kept: Seat | null;
  /** Teams (or firms) by number. */
  readonly teams: readonly [number, number];
}

/**
 * Gives each meeting a table, slot by slot, so that as many meetings as possible take place where one of their teams has
 * met last, after those that keep the table of a plan that is repaired (a largest matching by augmenting paths; meetings that both teams would leave at one table come first).
 */
export function assignTables(instance: PlanInstance, seatings: readonly Seating[]): Map<number, Seat> {
  const seats = new Map<number, Seat>();
  const lastOf = new Map<number, string>();
  const bySlot = new Map<number, Seating[]>();
  for (const seating of seatings) bySlot.set(seating.slot, [...(bySlot.get(seating.slot) ?? []), seating]);
  for (const slot of [...bySlot.keys()].sort((x, y) => x - y)) {
    const here = bySlot.get(slot)!;
    const exists = (place: number, table: number) => table < instance.tables[place]!.count[slot]!;
    const taken = keepTables(here, lastOf, exists);
    const used = new Set(taken.values());
    const next = instance.tables.map(() => 0);
    const free = (seating: Seating): string => {
      for (const place of seating.place === null ? instance.tables.keys() : [seating.place]) {
        while (next[place]! < instance.tables[place]!.count[slot]!) {
          const name = `${place}:${next[place]}`;
          next[place]! += 1;
          if (!used.has(name)) return name;
        }
      }
      throw new Error(`More meetings than tables in slot ${slot}`);
    };
    for (const seating of here) {
      const name = taken.get(seating.meeting) ?? free(seating);
      const [place, table] = name.split(':').map(Number);
      seats.set(seating.meeting, { place: place!, table: table! });
      for (const team of seating.teams) lastOf.set(team, name);
    }
  }
  return seats;
}

const nameOf = ({ place, table }: Seat) => `${place}:${table}`;

function keepTables(
  here: readonly Seating[],
  lastOf: ReadonlyMap<number, string>,
  exists: (place: number, table: number) => boolean,
): Map<number, string> {
  const liked = new Map<number, string[]>();
  for (const { meeting, teams, place, kept } of here) {
    const names = kept ? [nameOf(kept)] : teams.flatMap((team) => lastOf.get(team) ?? []);
    liked.set(
      meeting,
      names.filter((name) => {
        const [group, table] = name.split(':').map(Number);
        return (place === null || place === group) && exists(group!, table!);
      }),
    );
  }
  const holder = new Map<string, number>();
  const wasHere = new Set(here.flatMap(({ meeting, kept }) => (kept ? [meeting] : [])));
  const isBoth = (meeting: number) => {
    const names = liked.get(meeting)!;
    return names.length > 0 && (wasHere.has(meeting) || (names.length === 2 && names[0] === names[1]));
  };
  const urgency = ({ meeting }: Seating) => (wasHere.has(meeting) ? 2 : isBoth(meeting) ? 1 : 0);
  const order = [...here].sort((x, y) => urgency(y) - urgency(x));
  const augment = (meeting: number, seen: Set<string>): boolean => {
    for (const name of liked.get(meeting)!) {
      if (seen.has(name)) continue;
      seen.add(name);
      const other = holder.get(name);
      if (other === undefined || (!isBoth(other) && augment(other, seen))) {
        holder.set(name, meeting);
        return true;
      }
    }
    return false;
  };
  for (const { meeting } of order) augment(meeting, new Set());
  return new Map([...holder].map(([name, meeting]) => [meeting, name]));
}

/** The table of a meeting in the plan that is repaired, if it still lies in the same slot. */
export function keptSeat(
  { tables }: PlanInstance,
  published: Placement | null | undefined,
  slot: number,
): Seat | null {
  if (!published || published.slot !== slot) return null;
  const place = tables.findIndex(({ id }) => id === published.place);
  return place < 0 ? null : { place, table: published.table };
}
