import { type Interval } from '@forum/domain/time/interval';
import { type Happened } from './happened.ts';
import { isAway } from './interpreters-at-work.ts';
import { type StandingRow } from './plan-facts.repository.ts';

/** A meeting that stands in a slot of the hall. */
interface Standing {
  row: StandingRow;
  slot: number;
  /** Whether an event makes it impossible where it is. */
  isStruck: boolean;
}

/**
 * The meetings of a hall that a run counts with where they stand. A team that holds two at once, by different people, has
 * one agenda all the same: one of them is counted, that which an event strikes or robs of its interpreter first, and the
 * other stays as it is, its interpreter included.
 */
export function standingIn(
  slots: readonly Interval[],
  tables: ReadonlySet<string>,
  standing: readonly StandingRow[],
  events: Happened,
): Standing[] {
  const numbers = new Map(slots.map(({ start }, slot) => [start, slot]));
  const ended = new Set(events.ended);
  const found = standing.flatMap((row): Standing[] => {
    const slot = numbers.get(row.start);
    if (slot === undefined || !tables.has(row.tableId) || ended.has(row.id)) return [];
    return [{ row, slot, isStruck: events.touches(row, slots[slot]!) }];
  });
  const taken = new Set<string>();
  const isConcerned = ({ row, slot, isStruck }: Standing) =>
    isStruck || (row.interpreterId !== null && isAway(events.away, row.interpreterId, slots[slot]!));
  return found
    .sort((one, other) => Number(isConcerned(other)) - Number(isConcerned(one)))
    .filter(({ row, slot }) => {
      const keys = [row.fromTeamId, row.toTeamId].map((team) => `${team} ${slot}`);
      if (keys.some((key) => taken.has(key))) return false;
      for (const key of keys) taken.add(key);
      return true;
    })
    .sort((one, other) => one.slot - other.slot || (one.row.id < other.row.id ? -1 : 1));
}
