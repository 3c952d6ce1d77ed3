import { checkPlan } from '../checker/check-plan.ts';
import type { PlanInstance } from '../instance/instance.ts';

/** The fewest breaks of any plan that holds every meeting, by trying all of them; null when there is none. For tiny plain instances. */
export function tryAll(instance: PlanInstance): number | null {
  const { meetings, slots } = instance;
  const slotOf: number[] = [];
  let best: number | null = null;
  const visit = (row: number): void => {
    if (row === meetings.length) {
      const checked = checkPlan(instance, seated(instance, slotOf));
      if (checked.violations.length === 0 && (best === null || checked.breaks < best)) best = checked.breaks;
      return;
    }
    for (let slot = 0; slot < slots; slot += 1) {
      const clashes = meetings
        .slice(0, row)
        .some(
          ({ firms }, other) =>
            slotOf[other] === slot && firms.some((firm) => meetings[row]!.firms.includes(firm)),
        );
      if (clashes) continue;
      slotOf[row] = slot;
      visit(row + 1);
      slotOf.length = row;
    }
  };
  visit(0);
  return best;
}

function seated({ meetings, tables, firms }: PlanInstance, slotOf: readonly number[]) {
  const next = new Map<number, number>();
  return meetings.map((meeting, row) => {
    const slot = slotOf[row]!;
    const table = next.get(slot) ?? 0;
    next.set(slot, table + 1);
    const [one, other] = meeting.firms.map((id) => firms.find((firm) => firm.id === id)!.teams[0]!.id);
    return { slot, place: tables[0]!.id, table, teams: [one!, other!] as const, interpreter: null };
  });
}
