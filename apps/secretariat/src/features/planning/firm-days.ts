import type { PlanDetail } from '@forum/contract/matchmaking/planning/plan-detail';
import { type ForumDays, forumDay } from '@forum/domain/time/forum-day';

/** A meeting as one of its firms sees it. */
export interface FirmMeeting {
  id: string;
  slot: number | null;
  other: { id: string; name: string };
  table: string;
  needsInterpreter: boolean;
  /** By name; empty for nobody. */
  interpreter: string;
}

/** A slot of a firm's day: a break lies between two meetings, what is free before and after does not count. */
export interface SlotOfFirm {
  start: string;
  kind: 'meeting' | 'break' | 'free';
  meetings: FirmMeeting[];
}

interface DayOfFirm {
  day: string;
  slots: SlotOfFirm[];
  breaks: number;
}

/** The meetings of a firm in a plan, held or not. */
export function meetingsOfFirm(run: PlanDetail, firm: string): FirmMeeting[] {
  const names = new Map(run.firms.map(({ id, name }) => [id, name]));
  const interpreters = new Map(run.interpreters.map(({ id, name }) => [id, name]));
  const labels = new Map(run.tables.map(({ id, label }) => [id, label]));
  return run.meetings
    .filter(({ firms }) => firms.includes(firm))
    .map(({ id, slot, table, firms: [a, b], needsInterpreter, interpreter }) => {
      const other = a === firm ? b : a;
      return {
        ...{ id, slot, needsInterpreter },
        other: { id: other, name: names.get(other) ?? '' },
        table: labels.get(table ?? '') ?? '',
        interpreter: interpreters.get(interpreter ?? '') ?? '',
      };
    });
}

/** The days of a plan as a firm has them, slot by slot. */
export function firmDays(run: PlanDetail, meetings: readonly FirmMeeting[], days: ForumDays): DayOfFirm[] {
  const slotsOf = new Map<string, SlotOfFirm[]>();
  run.slots.forEach(({ start }, number) => {
    const day = forumDay(start, days);
    const held = meetings.filter(({ slot }) => slot === number);
    const kind = held.length > 0 ? 'meeting' : 'free';
    slotsOf.set(day, [...(slotsOf.get(day) ?? []), { start, kind, meetings: held }]);
  });
  return [...slotsOf].map(([day, slots]) => {
    const first = slots.findIndex(({ kind }) => kind === 'meeting');
    const last = slots.findLastIndex(({ kind }) => kind === 'meeting');
    const marked = slots.map((slot, n): SlotOfFirm => {
      const isBreak = slot.kind === 'free' && n > first && n < last && first >= 0;
      return isBreak ? { ...slot, kind: 'break' } : slot;
    });
    const breaks = marked.filter(({ kind }, n) => kind === 'break' && marked[n - 1]?.kind !== 'break').length;
    return { day, slots: marked, breaks };
  });
}
