import type { PlanInstance } from '../instance/instance.ts';
import { checkOne } from './check-one.ts';
import { checkRow, type Row } from './check-row.ts';
import { type HeldMeeting, readHeld, violation } from './held-meeting.ts';
import type { CheckedPlacement, Violation } from './violation.ts';

/** What the checker says of a plan: the rules it breaks, and its own count of what the plan is worth. */
export interface CheckedPlan {
  readonly violations: readonly Violation[];
  readonly mandatoryLeftOut: number;
  readonly optionalWeightLeftOut: number;
  readonly breaks: number;
  readonly idleSlots: number;
}

/**
 * Checks a plan against every hard rule of its instance, protocol included, and counts its breaks. It shares no code
 * with the planner, only the shape of the instance.
 *
 * @param placements one for each meeting in the instance's order, null where it is left out
 */
export function checkPlan(
  instance: PlanInstance,
  placements: readonly (CheckedPlacement | null)[],
): CheckedPlan {
  const violations: Violation[] = [];
  if (placements.length !== instance.meetings.length) {
    const sentence = `The plan speaks of ${placements.length} meetings, the instance of ${instance.meetings.length}.`;
    violations.push(violation('shape', [], sentence));
  }
  const held: HeldMeeting[] = [];
  const firmOf = new Map(instance.firms.map((firm) => [firm.id, firm]));
  let mandatoryLeftOut = 0;
  let optionalWeightLeftOut = 0;
  instance.meetings.forEach((meeting, index) => {
    const at = placements[index] ?? null;
    if (at === null) {
      if (meeting.optional) optionalWeightLeftOut += meeting.weight;
      else mandatoryLeftOut += 1;
      return;
    }
    const read = readHeld(instance, meeting, { at, firmOf });
    if ('rule' in read) violations.push(read);
    else held.push(read);
  });
  for (const one of held) violations.push(...checkOne(instance, one));
  violations.push(...checkTables(held), ...checkOrders(held), ...checkAgain(instance, held));
  const rows = teamRows(instance, held);
  for (const row of [...rows, ...interpreterRows(instance, held)])
    violations.push(...checkRow(instance, row));
  const waits = rows.map((row) => waitsOf(instance, row));
  violations.push(...checkFairness(instance, rows, waits));
  return {
    violations,
    mandatoryLeftOut,
    optionalWeightLeftOut,
    breaks: waits.reduce((sum, { breaks }) => sum + breaks, 0),
    idleSlots: waits.reduce((sum, { idle }) => sum + idle, 0),
  };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function checkTables(held: readonly HeldMeeting[]): Violation[] {
  const byTable = grouped(held, ({ at }) => JSON.stringify([at.slot, at.place, at.table]));
  return [...byTable.values()]
    .filter((group) => group.length > 1)
    .map((group) =>
      violation(
        'table-twice',
        group.map(({ meeting }) => meeting.id),
        `Table ${group[0]!.at.table} of ${group[0]!.at.place} has ${group.length} meetings in slot ${group[0]!.at.slot}.`,
      ),
    );
}

function checkOrders(held: readonly HeldMeeting[]): Violation[] {
  const slotOf = new Map(held.map(({ meeting, at }) => [meeting.id, at.slot]));
  return held.flatMap(({ meeting, at }) =>
    meeting.after
      .filter((id) => (slotOf.get(id) ?? -1) >= at.slot)
      .map((id) =>
        violation('order', [id, meeting.id], `Meeting ${meeting.id} does not come after meeting ${id}.`),
      ),
  );
}

function checkAgain({ rules }: PlanInstance, held: readonly HeldMeeting[]): Violation[] {
  if (rules.again) return [];
  const byPair = grouped(held, ({ firms }) => JSON.stringify(firms.map(({ company }) => company).sort()));
  return [...byPair.values()]
    .filter((group) => group.length > 1)
    .map((group) =>
      violation(
        'again',
        group.map(({ meeting }) => meeting.id),
        `The same companies meet ${group.length} times.`,
      ),
    );
}

function teamRows({ firms, rules }: PlanInstance, held: readonly HeldMeeting[]): Row[] {
  const sides = held.flatMap((one) => [0, 1].map((side) => ({ one, side })));
  const byTeam = grouped(sides, ({ one, side }) =>
    JSON.stringify([one.firms[side]!.id, one.teams[side]!.id]),
  );
  return firms.flatMap((firm) =>
    firm.teams.map((team) => ({
      name: `Team ${team.id} of firm ${firm.id}`,
      kind: 'team' as const,
      held: (byTeam.get(JSON.stringify([firm.id, team.id])) ?? []).map(({ one }) => one),
      mostInARow: least(team.mostInARow, rules.mostInARow),
    })),
  );
}

function interpreterRows({ interpreters }: PlanInstance, held: readonly HeldMeeting[]): Row[] {
  const byInterpreter = grouped(held, ({ interpreter }) => interpreter?.id ?? '');
  return interpreters.map(({ id, mostInARow }) => ({
    name: `Interpreter ${id}`,
    kind: 'interpreter',
    held: byInterpreter.get(id) ?? [],
    mostInARow,
  }));
}

const least = (one: number | null, other: number | null): number | null =>
  one === null ? other : other === null ? one : Math.min(one, other);

/** Breaks (maximal idle periods between the first and the last meeting of a day) and their slots. */
function waitsOf({ days }: PlanInstance, { held }: Row): { breaks: number; idle: number } {
  let breaks = 0;
  let idle = 0;
  for (const { from, to } of days) {
    const slots = [...new Set(held.map(({ at }) => at.slot))]
      .filter((slot) => slot >= from && slot < to)
      .sort((one, other) => one - other);
    slots.slice(1).forEach((slot, n) => {
      const wait = slot - slots[n]! - 1;
      if (wait > 0) breaks += 1;
      idle += wait;
    });
  }
  return { breaks, idle };
}

function checkFairness(
  { rules }: PlanInstance,
  rows: readonly Row[],
  waits: readonly { breaks: number }[],
): Violation[] {
  if (rules.fairness === null || waits.length === 0) return [];
  const counts = waits.map(({ breaks }) => breaks);
  const most = counts.reduce((x, y) => Math.max(x, y));
  const fewest = counts.reduce((x, y) => Math.min(x, y));
  if (most - fewest <= rules.fairness) return [];
  const worst = rows[counts.indexOf(most)]!;
  return [
    violation(
      'fairness',
      worst.held.map(({ meeting }) => meeting.id),
      `${worst.name} has ${most} breaks, somebody else ${fewest}; at most ${rules.fairness} apart.`,
    ),
  ];
}
