import { type PlanEvent } from '@forum/contract/planning';
import { type WishedMeeting } from '@forum/domain/matchmaking/wished-meetings';
import { type Interval, overlaps } from '@forum/domain/time/interval';
import { type StandingRow } from './plan-facts.repository.ts';
import { type PlanInput } from './plan-input.ts';

/** What the events of a repair mean for what stands. */
export interface Happened {
  isRepair: boolean;
  standing: StandingRow[];
  ended: string[];
  added: WishedMeeting[];
  closed: PlanInput['closed'];
  away: NonNullable<PlanInput['away']>;
  closes(tableId: string, slot: Interval): boolean;
  isAway(firmId: string, slot: Interval): boolean;
  /** Whether a meeting that stands in this slot is struck by an event. */
  touches(row: StandingRow, slot: Interval): boolean;
}

/** Reads the events; without any it is a plan, and nothing that stands is touched. */
export function happened(
  events: readonly PlanEvent[],
  standing: readonly StandingRow[],
  isHere: (row: StandingRow) => boolean,
): Happened {
  const gone = new Set(events.flatMap((event) => (event.kind === 'firm-cancels' ? [event.firmId] : [])));
  const isOf = (row: StandingRow, firmId: string) => row.fromFirmId === firmId || row.toFirmId === firmId;
  const isEnded = (row: StandingRow) => [...gone].some((firmId) => isOf(row, firmId));
  const closed = events.flatMap((event) =>
    event.kind === 'table-closed' ? [{ tableId: event.tableId, from: event.from, until: event.until }] : [],
  );
  const away = events.flatMap((event) =>
    event.kind === 'interpreter-away'
      ? [{ interpreterId: event.interpreterId, from: event.from, until: event.until }]
      : [],
  );
  const during = (from: string, until: string, slot: Interval) => overlaps({ start: from, end: until }, slot);
  const closes = (tableId: string, slot: Interval) =>
    closed.some((one) => one.tableId === tableId && during(one.from, one.until, slot));
  const isAway = (firmId: string, slot: Interval) =>
    gone.has(firmId) ||
    events.some(
      (event) =>
        event.kind === 'firm-away' && event.firmId === firmId && during(event.from, event.until, slot),
    );
  return {
    isRepair: events.length > 0,
    standing: events.length === 0 ? [] : standing.filter((row) => isHere(row) && !isEnded(row)),
    ended: standing.filter(isEnded).map(({ id }) => id),
    added: events.flatMap((event) => (event.kind === 'meeting-added' ? [addedMeeting(event)] : [])),
    closed,
    away,
    closes,
    isAway,
    touches: (row, slot) =>
      closes(row.tableId, slot) || isAway(row.fromFirmId, slot) || isAway(row.toFirmId, slot),
  };
}

function addedMeeting({ firmId, withFirmId }: { firmId: string; withFirmId: string }): WishedMeeting {
  const [a, b] = firmId < withFirmId ? [firmId, withFirmId] : [withFirmId, firmId];
  return { a, b, priority: 1, score: 0 };
}
