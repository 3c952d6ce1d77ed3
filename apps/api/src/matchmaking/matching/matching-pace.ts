/** What has happened to a matching until now, in milliseconds of one clock. */
export interface MatchingCourse {
  /** When the last one was finished; null before the first. */
  readonly madeAt: number | null;
  /** How long reading and matching took. */
  readonly took: number;
  /** When a firm, a profile, a setting or a pair first changed since it was begun; null when none did. */
  readonly outdatedAt: number | null;
  /** Whether a meeting or somebody's hours changed since it was begun. */
  readonly filled: boolean;
  /** Whether this node heard of every change since it was begun. */
  readonly followed: boolean;
  /** When computing it failed, if that was the last try. */
  readonly failedAt: number | null;
}

/** Changes that come close together are answered by one matching. */
export const gathering = 100;

/** Computing that takes no longer than this is not noticed by anybody. */
const unnoticed = 60;

/** A large market is matched a tenth of the time, or five seconds after the last time. */
const rest = (took: number) => (took > unnoticed ? Math.min(took * 9, 5_000) : 0);

/** Calendars change all the time while the hall is busy: a small market follows in two seconds, a large one in a minute. */
const restOfCalendars = (took: number) => (took > unnoticed ? Math.min(took * 29, 60_000) : 2_000);

/** Between two matchings of a node that does not hear of changes. */
const unheard = 5_000;

/** After that, slots have passed and pilots have ended, of which no change tells. */
const longest = 60_000;

/** After a failure. */
const pause = 10_000;

/** From when on a newer matching may be begun for somebody who asks. */
export function dueAt(course: MatchingCourse): number {
  const { madeAt, failedAt } = course;
  const due = madeAt === null ? -Infinity : madeAt + restAfter(course, madeAt);
  return failedAt === null ? due : Math.max(due, failedAt + pause);
}

function restAfter({ took, outdatedAt, filled, followed }: MatchingCourse, madeAt: number): number {
  if (outdatedAt !== null) return Math.max(rest(took), outdatedAt + gathering - madeAt);
  if (!followed) return unheard;
  return filled ? restOfCalendars(took) : longest;
}

/** Whether a newer matching is wanted although its time has not come. Calendars may lag behind until it has. */
export const isOutdated = ({ madeAt, outdatedAt, followed }: MatchingCourse): boolean =>
  madeAt === null || outdatedAt !== null || !followed;
