import { addMinutes, compareInstants, minutesBetween } from '../time/instant.ts';
import { contains, type Interval } from '../time/interval.ts';
import { timeOf } from './clashes.ts';
import { type ProgrammeSession } from './session.ts';

/** What runs now, and what starts soon. */
export interface NowNext<S> {
  /** The longest running first. */
  readonly now: readonly S[];
  /** The soonest first. */
  readonly next: readonly S[];
}

/**
 * The scheduled sessions that run now, and for each room the next one that starts within the horizon. Sessions without
 * a room each count for themselves.
 *
 * @param horizonMinutes how far to look ahead; 120 unless told
 */
export function nowAndNext<S extends ProgrammeSession>(
  sessions: readonly S[],
  now: string,
  horizonMinutes = 120,
): NowNext<S> {
  const inOrder = sessions
    .filter((session) => session.state === 'scheduled')
    .sort((a, b) => compareInstants(a.start, b.start) || (a.id < b.id ? -1 : 1));
  const limit = addMinutes(now, horizonMinutes);
  const upcoming = inOrder.filter(
    ({ start }) => compareInstants(start, now) > 0 && compareInstants(start, limit) <= 0,
  );
  return {
    now: inOrder.filter((session) => contains(timeOf(session), now)),
    next: upcoming.filter(
      ({ roomId }, index) =>
        roomId === null || !upcoming.slice(0, index).some((earlier) => earlier.roomId === roomId),
    ),
  };
}

/** Where somebody must be next. */
export interface NextItem<T> {
  readonly item: T;
  /** Whole minutes until it starts, rounded up, so that "in 1 minute" is never late. */
  readonly minutes: number;
}

/** The item of an agenda that starts next, and in how many minutes; null when nothing follows. */
export function whereNext<T extends Interval>(agenda: readonly T[], now: string): NextItem<T> | null {
  const [item] = agenda
    .filter(({ start }) => compareInstants(start, now) > 0)
    .sort((a, b) => compareInstants(a.start, b.start) || compareInstants(a.end, b.end));
  return item ? { item, minutes: Math.ceil(minutesBetween(now, item.start)) } : null;
}
