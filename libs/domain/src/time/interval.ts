import { DomainError } from '../errors.ts';
import { compareInstants, epochMs } from './instant.ts';

/** A stretch of time, `[start, end)`: the start belongs to it, the end does not. Both are instants in UTC. */
export interface Interval {
  readonly start: string;
  readonly end: string;
}

/**
 * An interval of two instants.
 *
 * @throws DomainError `request.invalid` when it would be empty or run backwards.
 */
export function intervalOf(start: string, end: string): Interval {
  if (compareInstants(start, end) >= 0) {
    throw new DomainError(
      'request.invalid',
      { start, end },
      `The end ${end} does not come after the start ${start}; give a later end.`,
    );
  }
  return { start, end };
}

/** Whether two intervals share any time. Intervals that only touch do not: `[9, 10)` and `[10, 11)` do not overlap. */
export function overlaps(a: Interval, b: Interval): boolean {
  return compareInstants(a.start, b.end) < 0 && compareInstants(b.start, a.end) < 0;
}

/** Whether an interval contains an instant, or the whole of another interval. */
export function contains(outer: Interval, inner: Interval | string): boolean {
  if (typeof inner === 'string') {
    return compareInstants(outer.start, inner) <= 0 && compareInstants(inner, outer.end) < 0;
  }
  return compareInstants(outer.start, inner.start) <= 0 && compareInstants(inner.end, outer.end) <= 0;
}

/** The time that belongs to both lists, in order of time, without overlaps or touching pieces. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const right = union(b);
  const shared = union(a).flatMap((one) =>
    right.map((other) => ({ start: later(one.start, other.start), end: earlier(one.end, other.end) })),
  );
  return union(shared.filter(isNotEmpty));
}

/** All time that belongs to any of the intervals, in order of time; what overlaps or touches becomes one. */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter(isNotEmpty).sort((a, b) => compareInstants(a.start, b.start));
  const merged: Interval[] = [];
  for (const interval of sorted) {
    const last = merged.at(-1);
    if (last && epochMs(interval.start) <= epochMs(last.end)) {
      merged[merged.length - 1] = { start: last.start, end: later(last.end, interval.end) };
    } else {
      merged.push(interval);
    }
  }
  return merged;
}

const isNotEmpty = (interval: Interval) => compareInstants(interval.start, interval.end) < 0;
const later = (a: string, b: string) => (compareInstants(a, b) >= 0 ? a : b);
const earlier = (a: string, b: string) => (compareInstants(a, b) <= 0 ? a : b);
