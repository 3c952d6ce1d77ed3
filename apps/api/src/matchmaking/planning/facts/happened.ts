import type { PlanEvent } from '@forum/contract/matchmaking/planning/plan-run';
import type { WishedMeeting } from '@forum/domain/matchmaking/wished-meetings';
import { isBefore } from '@forum/domain/time/instant';
import { type Interval, overlaps } from '@forum/domain/time/interval';
import type { FirmAbsence } from './firm-absences.repository.ts';
import type { StandingRow } from './plan-facts.repository.ts';
import type { PlanInput } from './plan-input.ts';

/** What the events of a repair mean for what stands, together with what earlier ones have said. */
export interface Happened {
  isRepair: boolean;
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
  absences: readonly FirmAbsence[],
): Happened {
  const gone = new Set(events.flatMap((event) => (event.kind === 'firm-cancels' ? [event.firmId] : [])));
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
  const leaves = (firmId: string, slot: Interval) =>
    gone.has(firmId) ||
    events.some(
      (event) =>
        event.kind === 'firm-away' && event.firmId === firmId && during(event.from, event.until, slot),
    );
  const isKnownAway = (firmId: string, slot: Interval) =>
    absences.some(
      ({ firmId: away, from, until }) =>
        away === firmId && (until === null ? isBefore(from, slot.end) : during(from, until, slot)),
    );
  return {
    isRepair: events.length > 0,
    ended: standing
      .filter((row) => [row.fromFirmId, row.toFirmId].some((id) => gone.has(id)))
      .map(({ id }) => id),
    added: events.flatMap((event) => (event.kind === 'meeting-added' ? [addedMeeting(event)] : [])),
    closed,
    away,
    closes,
    isAway: (firmId, slot) => leaves(firmId, slot) || isKnownAway(firmId, slot),
    touches: (row, slot) =>
      closes(row.tableId, slot) || leaves(row.fromFirmId, slot) || leaves(row.toFirmId, slot),
  };
}

function addedMeeting({ firmId, withFirmId }: { firmId: string; withFirmId: string }): WishedMeeting {
  const [a, b] = firmId < withFirmId ? [firmId, withFirmId] : [withFirmId, firmId];
  return { a, b, priority: 1, score: 0 };
}
