import type { Interval } from '../../time/interval.ts';
import { type HallHours, isSlotOf } from './slots.ts';

/** Why an agreed meeting does not fit its hall: the hall has no such slot, no such table, or too few seats at it. */
export const misfits = ['no-slot', 'no-table', 'too-few-seats'] as const;

/** Why an agreed meeting does not fit its hall. */
export type Misfit = (typeof misfits)[number];

/** A hall as it is to be. */
export interface HallToBe extends HallHours {
  /** Labels of its tables. */
  readonly tables: ReadonlySet<string>;
  /** How many people fit at each. */
  readonly seats: number;
}

/** Why an agreed meeting would not fit a hall, or null where it does. */
export function misfitOf(
  hall: HallToBe,
  { slot, table, people }: { readonly slot: Interval; readonly table: string; readonly people: number },
): Misfit | null {
  if (!isSlotOf(hall, slot)) return 'no-slot';
  if (!hall.tables.has(table)) return 'no-table';
  return people > hall.seats ? 'too-few-seats' : null;
}
