import type { PlanDetail, PlannedMeeting } from '@forum/contract/matchmaking/planning/plan-detail';
import { assignTables } from '@forum/planner/edition/assign-tables';
import { firmByTeam, instanceOfEdition } from '@forum/planner/edition/instance-of-edition';
import type { PlanInstance } from '@forum/planner/instance/instance';
import type { Plan } from '@forum/planner/plan/plan-result';
import type { PlanInput } from '../facts/plan-input.ts';
import { interpretersOf } from './plan-interpreters.ts';
import type { KeptRun } from './plan-runs.repository.ts';

/** The plan that a run found; null while it has none. */
export const planOf = ({ result }: KeptRun): Plan | null =>
  result?.answer.status === 'plan' ? result.answer : null;

/** A run with every meeting by name, time and table. */
export function detailOf({ input, result, events: _, ...run }: KeptRun): PlanDetail {
  const instance = instanceOfEdition(input.facts);
  const answer = result?.answer ?? null;
  const names = namesIn(input, instance);
  const concerned = new Set(instance.firms.map(({ company }) => company));
  return {
    ...run,
    slots: input.slots,
    tables: input.tables,
    firms: input.firms.filter(({ id }) => concerned.has(id)),
    interpreters: input.interpreters ?? [],
    meetings: answer?.status === 'plan' ? meetingsOf(input, instance, answer, names) : [],
    conflict:
      answer?.status === 'infeasible'
        ? {
            sentence: names(answer.sentence),
            pairs: instance.meetings
              .filter(({ id }) => answer.conflict.includes(id))
              .map(({ firms: [a, b] }) => [names(a), names(b)]),
          }
        : null,
  };
}

function meetingsOf(
  input: PlanInput,
  instance: PlanInstance,
  plan: Plan,
  names: (text: string) => string,
): PlannedMeeting[] {
  const tables = tablesOf(input, instance, plan);
  const stands = new Map(input.standing.map((one) => [one.meetingId, one]));
  const priorities = new Map(input.facts.wished.map(({ a, b, priority }) => [`${a}~${b}`, priority]));
  const firmOf = firmByTeam(input.facts);
  const interpreters = interpretersOf(input, instance, plan);
  const leftOut = new Map(plan.leftOut.map((one) => [one.meeting, one]));
  return instance.meetings.map((meeting, row) => {
    const placement = plan.placements[row] ?? null;
    const at = stands.get(meeting.id);
    const table = tables.get(meeting.id) ?? null;
    const { needed, interpreter } = interpreters.get(meeting.id)!;
    const stood = at && {
      slot: at.slot,
      table: at.lostAt ? null : at.table,
      interpreter: at.interpreter ?? null,
    };
    const isSame =
      stood?.slot === placement?.slot && stood?.table === table && stood?.interpreter === interpreter;
    const why = leftOut.get(meeting.id);
    return {
      id: meeting.id,
      firms: [firmOf.get(meeting.firms[0]) ?? '', firmOf.get(meeting.firms[1]) ?? ''],
      priority: priorities.get(meeting.id) ?? 0,
      slot: placement?.slot ?? (input.isRepair ? null : (at?.slot ?? null)),
      table: placement ? table : input.isRepair ? null : (at?.table ?? null),
      pinned: meeting.fixed !== null,
      needsInterpreter: needed,
      interpreter,
      was: stood && !isSame && input.isRepair ? stood : null,
      leftOut:
        why && !placement && (input.isRepair || !at)
          ? { code: why.code, reason: names(why.reason), remedy: names(why.remedy) }
          : null,
    };
  });
}

/** The tables of a plan: meetings that stay in their slot keep theirs. */
export function tablesOf(input: PlanInput, instance: PlanInstance, plan: Plan): Map<string, string> {
  const stands = new Map(input.standing.map((one) => [one.meetingId, one]));
  return assignTables(
    instance.meetings.flatMap(({ id }, row) => {
      const placement = plan.placements[row];
      if (!placement) return [];
      const at = stands.get(id);
      const isSame = at !== undefined && at.lostAt === undefined && at.slot === placement.slot;
      const free = input.facts.tables.filter((table) => table.free[placement.slot]);
      return [
        {
          id,
          slot: placement.slot,
          wanted: isSame ? at.table : (free[placement.table]?.id ?? null),
          stands: isSame,
        },
      ];
    }),
    input.facts.tables,
  );
}

/** Puts names in the place of ids in the planner's sentences. */
function namesIn(input: PlanInput, instance: PlanInstance): (text: string) => string {
  const byFirm = new Map(input.firms.map(({ id, name }) => [id, name]));
  const byTeam = [...firmByTeam(input.facts)].map(
    ([team, firm]) => [team, byFirm.get(firm) ?? team] as const,
  );
  const names = new Map([...byFirm, ...byTeam]);
  const pairs = new Map(
    instance.meetings.map(({ id, firms: [a, b] }) => [id, `${names.get(a) ?? a} – ${names.get(b) ?? b}`]),
  );
  const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
  const id = new RegExp(`${uuid}(~${uuid})?`, 'g');
  return (text) => text.replace(id, (found) => pairs.get(found) ?? names.get(found) ?? found);
}
