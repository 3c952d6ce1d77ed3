/** A meeting in a slot, and the table it would rather have: where it stands already, or where the planner saw it. */
export interface Seat {
  readonly id: string;
  readonly slot: number;
  readonly wanted: string | null;
  /** It stands at the wanted table already, so that it comes first. */
  readonly stands: boolean;
}

/**
 * A table for each meeting: its wanted one where that is free, else the first free one of its slot. Meetings that stand
 * already keep theirs before others choose, so that a repair sends nobody to another table without need.
 *
 * @returns table by meeting id; a meeting is missing when its slot has no table left
 */
export function assignTables(
  seats: readonly Seat[],
  tables: readonly { readonly id: string; readonly free: readonly boolean[] }[],
): Map<string, string> {
  const given = new Map<string, string>();
  const slots = new Map<number, Seat[]>();
  for (const seat of seats) slots.set(seat.slot, [...(slots.get(seat.slot) ?? []), seat]);
  for (const [slot, here] of slots) {
    const left = new Set(tables.filter(({ free }) => free[slot]).map(({ id }) => id));
    const take = (seat: Seat, table: string | undefined) => {
      if (table === undefined || !left.delete(table)) return;
      given.set(seat.id, table);
    };
    const inTurn = [...here.filter(({ stands }) => stands), ...here.filter(({ stands }) => !stands)];
    for (const seat of inTurn) take(seat, seat.wanted ?? undefined);
    for (const seat of inTurn.filter(({ id }) => !given.has(id))) take(seat, left.values().next().value);
  }
  return given;
}
