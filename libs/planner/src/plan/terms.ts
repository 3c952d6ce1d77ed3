import type { PlanInstance, PlanMeeting } from '../instance/instance.ts';
import { agendaOf } from '../general/general-state.ts';
import { pairingsOf } from '../model/pairings.ts';
import { type Placement, type Term, type TermName, termNames } from './plan-result.ts';

/** Bounds of terms where they are known; the others are at least 0. */
export type TermBounds = Partial<Record<TermName, number>>;

/** The terms of a plan; `before` are the slots of the plan that it repairs. */
export function termsOf(
  instance: PlanInstance,
  placements: readonly (Placement | null)[],
  { bounds, before }: { readonly bounds: TermBounds; readonly before?: Int32Array | null },
): Term[] {
  const agendas = new Map<string, Int32Array>();
  for (const { id, teams } of instance.firms) {
    for (const team of teams) agendas.set(teamKey(id, team.id), new Int32Array(instance.slots).fill(-1));
  }
  const held = new Map(instance.firms.map(({ id }) => [id, 0]));
  const wishes = new Map(instance.firms.map(({ id, preferred }) => [id, preferred]));
  const values: Record<TermName, number> = {
    mandatoryLeftOut: 0,
    optionalWeightLeftOut: 0,
    unfairBreaks: 0,
    uninterpreted: 0,
    moved: 0,
    breaks: 0,
    idleSlots: 0,
    belowFloor: 0,
    notPreferred: 0,
    tableChanges: 0,
  };
  instance.meetings.forEach((meeting, row) => {
    const placement = placements[row];
    if (!placement) {
      if (meeting.optional) values.optionalWeightLeftOut += meeting.weight;
      else values.mandatoryLeftOut += 1;
      return;
    }
    const { slot } = placement;
    if (lacksInterpreter(instance, meeting, placement)) values.uninterpreted += 1;
    if (before && before[row]! >= 0 && before[row] !== slot) values.moved += 1;
    meeting.firms.forEach((firm, side) => {
      agendas.get(teamKey(firm, placement.teams[side]!))![slot] = row;
      held.set(firm, held.get(firm)! + 1);
    });
    for (const wish of [meeting.preferred, ...meeting.firms.map((firm) => wishes.get(firm)!)]) {
      if (wish.length > 0 && !wish.includes(slot)) values.notPreferred += 1;
    }
  });
  for (const { id, floor } of instance.firms) values.belowFloor += Math.max(0, floor - held.get(id)!);
  let least = Infinity;
  let most = 0;
  for (const agenda of agendas.values()) {
    const { breaks, idle } = agendaOf(agenda, instance.days);
    values.breaks += breaks;
    values.idleSlots += idle;
    least = Math.min(least, breaks);
    most = Math.max(most, breaks);
    values.tableChanges += tableChanges(agenda, instance, placements);
  }
  const limit = instance.rules.fairness;
  if (limit !== null && agendas.size > 0) values.unfairBreaks = Math.max(0, most - least - limit);
  return termNames.map((name) => ({
    name,
    value: values[name],
    bound: Math.min(values[name], bounds[name] ?? 0),
  }));
}

/** Whether a meeting that may do without an interpreter is held without the one it needs. */
function lacksInterpreter(instance: PlanInstance, meeting: PlanMeeting, placement: Placement): boolean {
  if (!meeting.withoutInterpreter || placement.interpreter !== null) return false;
  return pairingsOf(instance, meeting, placement.teams).pairings.some(
    ({ interpreters }) => interpreters !== null,
  );
}

const teamKey = (firm: string, team: string) => `${firm}\n${team}`;

function tableChanges(
  agenda: Int32Array,
  { days }: PlanInstance,
  placements: readonly (Placement | null)[],
): number {
  let changes = 0;
  for (const { from, to } of days) {
    let last: Placement | null = null;
    for (let slot = from; slot < to; slot += 1) {
      const here: Placement | null = agenda[slot]! < 0 ? null : placements[agenda[slot]!]!;
      if (!here) continue;
      if (last && (last.place !== here.place || last.table !== here.table)) changes += 1;
      last = here;
    }
  }
  return changes;
}
