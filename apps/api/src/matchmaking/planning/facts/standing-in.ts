import type { Interval } from '@forum/domain/time/interval';
import type { Happened } from './happened.ts';
import { isAway } from './interpreters-at-work.ts';
import type { StandingRow } from './plan-facts.repository.ts';

/** A meeting that stands in a slot of the hall. */
export interface StandingMeeting {
  row: StandingRow;
  /** Null when its time is no slot of the hall any more. */
  slot: number | null;
  /** Whether it cannot be where it is: an event makes it impossible, or its place is gone. */
  isStruck: boolean;
}

/**
 * The meetings of a hall that a run counts with where they stand. A team that holds two at once, by different people, has
 * one agenda all the same: one of them is counted, that which an event strikes or robs of its interpreter first, and the
 * other stays as it is, its interpreter included. A repair counts those as well that have lost their place in the hall.
 */
export function standingIn(
  slots: readonly Interval[],
  here: { hallId: string; tables: ReadonlySet<string> },
  standing: readonly StandingRow[],
  events: Happened,
): StandingMeeting[] {
  const numbers = new Map(slots.map(({ start }, slot) => [start, slot]));
  const ended = new Set(events.ended);
  const found = standing.flatMap((row): StandingMeeting[] => {
    const slot = numbers.get(row.start);
    if (ended.has(row.id)) return [];
    if (row.isWithoutPlace)
      return events.isRepair && row.hallId === here.hallId
        ? [{ row, slot: slot ?? null, isStruck: true }]
        : [];
    if (slot === undefined || !here.tables.has(row.tableId)) return [];
    return [{ row, slot, isStruck: events.touches(row, slots[slot]!) }];
  });
  const taken = new Set<string>();
  const isConcerned = ({ row, slot, isStruck }: StandingMeeting) =>
    isStruck || (row.interpreterId !== null && isAway(events.away, row.interpreterId, slots[slot!]!));
  return found
    .sort((one, other) => Number(isConcerned(other)) - Number(isConcerned(one)))
    .filter(({ row, slot }) => {
      if (slot === null) return true;
      const keys = [row.fromTeamId, row.toTeamId].map((team) => `${team} ${slot}`);
      if (keys.some((key) => taken.has(key))) return false;
      for (const key of keys) taken.add(key);
      return true;
    })
    .sort(
      (one, other) =>
        (one.slot ?? slots.length) - (other.slot ?? slots.length) || (one.row.id < other.row.id ? -1 : 1),
    );
}
