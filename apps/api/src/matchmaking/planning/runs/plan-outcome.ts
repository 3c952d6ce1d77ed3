import type { PlanDetail } from '@forum/contract/matchmaking/planning/plan-detail';
import { belowFloor, firmByTeam, hallTables } from '@forum/planner/edition/instance-of-edition';
import type { PlanInstance } from '@forum/planner/instance/instance';
import type { Infeasible, Placement, Plan } from '@forum/planner/plan/plan-result';
import type { PlanInput } from '../facts/plan-input.ts';
import type { PlanOutcome } from './plan-runs.repository.ts';

type Progress = PlanDetail['progress'];

/** Where a run ended: its last improvement may come with the answer only. */
export function lastStep(plan: Plan, after: number): Progress[number] {
  const valueOf = (name: string) => plan.terms.find((term) => term.name === name)?.value ?? 0;
  return {
    after,
    leftOut: plan.leftOut.length,
    breaks: valueOf('breaks'),
    idleSlots: valueOf('idleSlots'),
    bound: plan.bound,
  };
}

/**
 * Where the meetings of the hall stand, in the order of the instance. One that has lost its place has its time only while
 * there are more tables than meetings that have kept theirs: no other leaves for it without need.
 */
export function placementsOf(instance: PlanInstance, { facts, standing }: PlanInput): (Placement | null)[] {
  const stands = new Map(standing.map((one) => [one.meetingId, one]));
  const hasRoom = roomFor(facts, standing);
  return instance.meetings.map(({ id }) => {
    const at = stands.get(id);
    if (!at || at.slot === null || !hasRoom(at)) return null;
    const { slot } = at;
    const free = facts.tables.filter((table) => table.free[slot]);
    const table = Math.max(
      0,
      free.findIndex((row) => row.id === at.table),
    );
    return { slot, place: hallTables, table, teams: at.teams, interpreter: at.interpreter ?? null };
  });
}

/** Whether there is a table for a meeting at its time; each of those that ask in turn takes one. */
function roomFor({ tables }: PlanInput['facts'], standing: PlanInput['standing']) {
  const taken = new Map<number | null, number>();
  const take = (slot: number | null) => taken.set(slot, (taken.get(slot) ?? 0) + 1);
  for (const { slot, lostAt } of standing) if (lostAt === undefined) take(slot);
  return ({ slot, lostAt }: PlanInput['standing'][number]): boolean => {
    if (lostAt === undefined || slot === null) return lostAt === undefined;
    if ((taken.get(slot) ?? 0) >= tables.filter(({ free }) => free[slot]).length) return false;
    take(slot);
    return true;
  };
}

/** The meetings that a run is asked to place: what stands already counts as such only when it may be moved. */
export function askedOf(instance: PlanInstance, { isRepair, standing }: PlanInput): readonly number[] {
  const stands = new Set(standing.map(({ meetingId }) => meetingId));
  return instance.meetings.flatMap(({ id }, row) => (isRepair || !stands.has(id) ? [row] : []));
}

/** How a run ends, as it is kept. */
export function endOf(
  answer: Plan | Infeasible | Error,
  instance: PlanInstance,
  input: PlanInput,
  progress: Progress,
) {
  const { facts, standing } = input;
  const unplanned = { iterations: null, progress, result: null };
  if (answer instanceof Error) {
    return { ...unplanned, state: 'failed' as const, failure: answer.message.slice(0, 500) };
  }
  const asked = askedOf(instance, input);
  const wanted = asked.length;
  if (answer.status === 'infeasible') {
    const result: PlanOutcome = { answer, wanted, held: 0, moved: 0 };
    return { ...unplanned, state: 'infeasible' as const, failure: null, result };
  }
  const stands = new Map(standing.map((one) => [one.meetingId, one.lostAt === undefined ? one.slot : null]));
  const moved = instance.meetings.filter(({ id }, row) => {
    const [before, after] = [stands.get(id), answer.placements[row]?.slot];
    return before !== undefined && after !== undefined && before !== after;
  });
  const firmOf = firmByTeam(facts);
  const pairs = instance.meetings.flatMap(({ firms: [a, b] }, row) =>
    answer.placements[row] ? [[firmOf.get(a) ?? a, firmOf.get(b) ?? b] as const] : [],
  );
  const terms = answer.terms.map((term) =>
    term.name === 'belowFloor' ? { ...term, value: belowFloor(facts, pairs), bound: 0 } : term,
  );
  const result: PlanOutcome = {
    answer: { ...answer, terms },
    wanted,
    held: asked.filter((row) => answer.placements[row]).length,
    moved: moved.length,
  };
  return { state: 'done' as const, failure: null, progress, iterations: answer.iterations, result };
}
