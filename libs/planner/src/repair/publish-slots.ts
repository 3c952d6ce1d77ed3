import type { PlanInstance } from '../instance/instance.ts';
import type { Placement } from '../plan/plan-result.ts';
import { assignTables } from '../plan/tables.ts';

/** A published plan from slots alone: the first team of each firm, and tables as the planner gives them; -1 is left out. */
export function publishSlots(instance: PlanInstance, slotOf: readonly number[]): (Placement | null)[] {
  const index = new Map(instance.firms.map(({ id }, at) => [id, at]));
  const seatings = instance.meetings.flatMap(({ firms: [one, other] }, meeting) =>
    slotOf[meeting]! < 0
      ? []
      : [
          {
            meeting,
            slot: slotOf[meeting]!,
            place: null,
            kept: null,
            teams: [index.get(one)!, index.get(other)!] as const,
          },
        ],
  );
  const seats = assignTables(instance, seatings);
  return instance.meetings.map(({ firms }, row) => {
    const seat = seats.get(row);
    if (!seat) return null;
    const [one, other] = firms.map((id) => instance.firms[index.get(id)!]!.teams[0]!.id);
    return {
      slot: slotOf[row]!,
      place: instance.tables[seat.place]!.id,
      table: seat.table,
      teams: [one!, other!],
      interpreter: null,
    };
  });
}
