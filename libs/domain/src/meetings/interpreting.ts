import { epochMs } from '../time/instant.ts';
import { contains, overlaps, type Interval } from '../time/interval.ts';

/** Primary language tags that a side of a meeting speaks; empty while they are not known. */
export type Spoken = readonly string[];

/** Whether two sides understand each other by themselves; a side that has named no language needs nobody. */
export const haveCommonLanguage = (one: Spoken, other: Spoken): boolean =>
  one.length === 0 || other.length === 0 || one.some((language) => other.includes(language));

/** Whether somebody who speaks `known` follows both sides; one whose languages are not known is not held against them. */
export const canInterpret = (known: Spoken, one: Spoken, other: Spoken): boolean =>
  [one, other].every((side) => side.length === 0 || side.some((language) => known.includes(language)));

/** When an interpreter works, and what takes their time already. */
export interface InterpreterAtWork {
  /** Null means whenever the hall is open. */
  readonly hours: readonly Interval[] | null;
  /** Meetings without a pause between them; null for any number. */
  readonly mostInARow: number | null;
  readonly booked: readonly Interval[];
}

/** Why an interpreter cannot come at some time. */
export type InterpreterHindrance = 'busy' | 'off-duty' | 'in-a-row';

/** What keeps an interpreter from a meeting at some time; null when nothing does. */
export function hindranceAt(
  { hours, mostInARow, booked }: InterpreterAtWork,
  time: Interval,
): InterpreterHindrance | null {
  if (booked.some((one) => overlaps(one, time))) return 'busy';
  if (hours !== null && !hours.some((interval) => contains(interval, time))) return 'off-duty';
  return mostInARow !== null && rowThrough(booked, time) > mostInARow ? 'in-a-row' : null;
}

/** How many meetings follow each other through `time`, itself counted: between two of a row no third would fit. */
function rowThrough(booked: readonly Interval[], time: Interval): number {
  const length = epochMs(time.end) - epochMs(time.start);
  const isNext = (before: Interval, after: Interval) => {
    const pause = epochMs(after.start) - epochMs(before.end);
    return pause >= 0 && pause < length;
  };
  const count = (next: (from: Interval) => Interval | undefined) => {
    let met = 0;
    for (let at = next(time); at; at = next(at)) met += 1;
    return met;
  };
  const later = count((from) => booked.find((one) => isNext(from, one)));
  const earlier = count((from) => booked.find((one) => isNext(one, from)));
  return earlier + 1 + later;
}
