import { isBefore } from '@forum/domain/time/instant';
import { type Interval, overlaps } from '@forum/domain/time/interval';
import { firmByTeam, instanceOfEdition, pairId } from '@forum/planner/edition/instance-of-edition';
import type { Placement, Plan } from '@forum/planner/plan/plan-result';
import type {
  PlannedMeetings,
  PlannedTopic,
  Representative,
} from '../../../meetings/planned/planned-meetings.ts';
import type { StandingRow } from '../facts/plan-facts.repository.ts';
import { isAway } from '../facts/interpreters-at-work.ts';
import { tablesOf } from '../runs/plan-detail.ts';
import type { PlanInput, StandingAt } from '../facts/plan-input.ts';
import { interpretersOf } from '../runs/plan-interpreters.ts';
import { type HallNow, Seating } from './representatives.ts';

/** Why a meeting of a plan is not made, or not moved, any more. */
type Refusal = 'barred' | 'changed' | 'meets' | 'past' | 'people' | 'table';

/** What a publication knows of the edition at its moment. */
export interface EditionNow {
  now: string;
  hall: HallNow;
  /** The accepted meetings that are still to come, in any hall. */
  standing: readonly StandingRow[];
  mayMeet(a: string, b: string): boolean;
  topicOf(a: string, b: string): PlannedTopic;
}

/** What a publication makes of the meetings of a plan. */
export interface MadeOfPlan {
  make: PlannedMeetings['make'];
  move: PlannedMeetings['move'];
  cancel: PlannedMeetings['cancel'];
  interpret: PlannedMeetings['interpret'];
  close: PlannedMeetings['close'];
  away: PlannedMeetings['away'];
  /** How many meetings lose the interpreter that the plan or their agreement gave them. */
  uninterpreted: number;
  refused: { firms: [string, string]; reason: Refusal }[];
}

/** A meeting that the plan makes, or that it wants elsewhere than where it stands. */
interface Wanted {
  id: string;
  firms: [string, string];
  /** Where it stood when the run began; null for a new one. */
  at: StandingAt | null;
  /** Where the plan has it; null when the plan gives it up. */
  to: { slot: Interval; tableId: string; teams: Placement['teams']; interpreter: string | null } | null;
  /** It stays where it is, and only another interprets. */
  isOnlyInterpreted: boolean;
}

/**
 * The meetings of a plan as the edition is by now. A run may be older than what people have agreed since: two firms that
 * meet by now get no second meeting, a meeting that was moved or cancelled since is left alone, and a time that has begun
 * is no time any more. A meeting that cannot move stays and keeps its people and table from the others.
 */
export function meetingsOfPlan(input: PlanInput, plan: Plan, edition: EditionNow): MadeOfPlan {
  const stood = new Set(input.standing.map(({ meetingId }) => meetingId));
  const wanted = wantedBy(input, plan).filter(({ id }) => input.isRepair || !stood.has(id));
  const stands = new Map(edition.standing.map((row) => [row.id, row]));
  const ended = input.ended.filter((id) => stands.has(id));
  const staying = new Map<string, Refusal>();
  for (const { id, at, to } of wanted) {
    if (!at) continue;
    const row = stands.get(id);
    const isThere = standsAt(at, row, input) && row?.interpreterId === (at.interpreter ?? null);
    if (!isThere) staying.set(id, 'changed');
    else if (to && !isBefore(edition.now, to.slot.start)) staying.set(id, 'past');
  }
  // Whoever stays takes a place that another may have been given: then all are placed again.
  for (;;) {
    const before = staying.size;
    const made = placed(input, wanted, ended, staying, edition);
    if (staying.size === before) return made;
  }
}

/** One round; adds to `staying` what finds no place. */
function placed(
  input: PlanInput,
  wanted: readonly Wanted[],
  ended: readonly string[],
  staying: Map<string, Refusal>,
  { now, hall, standing, mayMeet, topicOf }: EditionNow,
): MadeOfPlan {
  const changing = wanted.filter(({ id, at }) => at && !staying.has(id));
  const leaving = changing.filter(({ isOnlyInterpreted }) => !isOnlyInterpreted);
  const seating = new Seating(
    hall,
    new Set([...ended, ...leaving.map(({ id }) => id)]),
    new Set(changing.map(({ id }) => id)),
  );
  const away = input.away ?? [];
  for (const { interpreterId, from, until } of away) seating.take(interpreterId, { start: from, end: until });
  const gone = new Set(ended);
  const meet = new Set(
    standing.flatMap(({ id, fromFirmId, toFirmId }) => (gone.has(id) ? [] : [pairId(fromFirmId, toFirmId)])),
  );
  const names = new Map(input.firms.map((firm) => [firm.id, firm.name]));
  const make: PlannedMeetings['make'][number][] = [];
  const move: PlannedMeetings['move'][number][] = [];
  const cancel = [...ended];
  const interpret: PlannedMeetings['interpret'][number][] = [];
  let uninterpreted = 0;
  const refused: MadeOfPlan['refused'] = [];
  const refusalOf = ({ id, firms: [a, b], at, to }: Wanted): Refusal | null => {
    if (at || !to) return staying.get(id) ?? null;
    if (!mayMeet(a, b)) return 'barred';
    if (meet.has(pairId(a, b))) return 'meets';
    return isBefore(now, to.slot.start) ? null : 'past';
  };
  for (const one of wanted) {
    const { id, firms, at, to } = one;
    const [fromFirmId, toFirmId] = firms;
    const refuse = (reason: Refusal) =>
      refused.push({ firms: [names.get(fromFirmId) ?? fromFirmId, names.get(toFirmId) ?? toFirmId], reason });
    const refusal = refusalOf(one);
    if (refusal) {
      refuse(refusal);
      continue;
    }
    if (!to) {
      cancel.push(id);
      continue;
    }
    const { slot, tableId } = to;
    const interpreterNow = () => {
      const found = seating.interpret(to.interpreter, slot);
      if (!found && (to.interpreter || at?.interpreter)) uninterpreted += 1;
      return found;
    };
    if (one.isOnlyInterpreted) {
      interpret.push({ id, interpreterId: interpreterNow() });
      continue;
    }
    const [fromTeamId, toTeamId] = at?.teams ?? to.teams;
    const chosen = seating.choose({ meetingId: at && id, teams: [fromTeamId, toTeamId], slot, tableId });
    if (!('reason' in chosen)) {
      const { from, to: others } = chosen;
      const interpreterId = interpreterNow();
      if (at) move.push({ id, slot, tableId, interpreterId, from: idsOf(from), to: idsOf(others) });
      else {
        const topic = topicOf(fromFirmId, toFirmId);
        make.push({
          ...{ fromTeamId, toTeamId, fromFirmId, toFirmId, topic, slot, tableId, interpreterId },
          ...{ from, to: others },
        });
      }
    } else if (at) staying.set(id, chosen.reason);
    else refuse(chosen.reason);
  }
  const settled = new Set([...[...move, ...interpret].map(({ id }) => id), ...cancel]);
  const robbed = standing.filter(
    (row) => row.interpreterId && !settled.has(row.id) && isAway(away, row.interpreterId, row),
  );
  interpret.push(...robbed.map(({ id }) => ({ id, interpreterId: null })));
  uninterpreted += robbed.length;
  const close = closedBy(input, seating, now);
  return { make, move, cancel, interpret, close, away, uninterpreted, refused };
}

/** Whether a meeting is still where the run has seen it, or still without a place. */
const standsAt = ({ slot, table, lostAt }: StandingAt, row: StandingRow | undefined, { slots }: PlanInput) =>
  lostAt === undefined
    ? !row?.isWithoutPlace && row?.start === slots[slot ?? -1]?.start && row?.tableId === table
    : row?.isWithoutPlace === true && row.start === lostAt;

const idsOf = (people: readonly Representative[]) => people.map(({ delegateId }) => delegateId);

function wantedBy(input: PlanInput, plan: Plan): Wanted[] {
  const instance = instanceOfEdition(input.facts);
  const tables = tablesOf(input, instance, plan);
  const interpreters = interpretersOf(input, instance, plan);
  const stood = new Map(input.standing.map((one) => [one.meetingId, one]));
  const firmOf = firmByTeam(input.facts);
  return instance.meetings.flatMap(({ id, firms: [one, other] }, row) => {
    const at = stood.get(id) ?? null;
    const placement = plan.placements[row];
    const tableId = tables.get(id);
    const { interpreter } = interpreters.get(id)!;
    // What has lost its place is nowhere, also where it would come back to the place that it had.
    const isThere =
      at !== null && at.lostAt === undefined && at.slot === placement?.slot && at.table === tableId;
    // What has no place and finds none waits for the desk: a repair ends nothing that it only could not help.
    if (at?.lostAt !== undefined && !(placement && tableId)) return [];
    if (at ? isThere && (at.interpreter ?? null) === interpreter : !placement || !tableId) return [];
    const to =
      placement && tableId
        ? { slot: input.slots[placement.slot]!, tableId, teams: placement.teams, interpreter }
        : null;
    const firms: Wanted['firms'] = [firmOf.get(one) ?? '', firmOf.get(other) ?? ''];
    return [{ id, firms, at, to, isOnlyInterpreted: isThere }];
  });
}

/** The slots in which a table is closed; one that is taken after all, or closed already, is left as it is. */
function closedBy(input: PlanInput, seating: Seating, now: string): PlannedMeetings['close'] {
  const close: PlannedMeetings['close'][number][] = [];
  for (const { tableId, from, until } of input.closed) {
    for (const during of input.slots) {
      const isMeant = overlaps(during, { start: from, end: until }) && isBefore(now, during.start);
      if (!isMeant || !seating.isFree(tableId, during)) continue;
      seating.take(tableId, during);
      close.push({ tableId, during });
    }
  }
  return close;
}
