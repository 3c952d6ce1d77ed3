import type { Interval } from './interval.ts';
import { dateAfter, instantAtWall, wallClockAt } from './wall-clock.ts';

/** The wall time at which a day of the forum begins: what is still on at 01:00 belongs to the evening before. */
export const dayChange = '06:00';

const changeMinutes = 6 * 60;

/** What the days of an edition depend on. */
export interface ForumDays {
  /** IANA name of the venue's zone. */
  zone: string;
  /** The first date of the edition. No evening lies before it, so its own small hours are its own. */
  startsOn?: string;
}

/**
 * The day of the forum at an instant: `2027-05-12` still at 00:45 of the 13th (frab's `day_change`). It is the day of
 * every list, "today", line of now and calendar.
 */
export function forumDay(instant: string, { zone, startsOn }: ForumDays): string {
  const { date, minutes } = wallClockAt(instant, zone);
  return minutes < changeMinutes && date !== startsOn ? dateAfter(date, -1) : date;
}

/** From when to when a day of the forum lasts. The days of an edition follow each other without gap or overlap. */
export function forumDayBounds(day: string, days: ForumDays): Interval {
  return { start: beginOf(day, days), end: beginOf(dateAfter(day, 1), days) };
}

/** The days from one date to another, both included. */
export function daysFrom(first: string, last: string): string[] {
  const days = [first];
  while (days.at(-1)! < last) days.push(dateAfter(days.at(-1)!, 1));
  return days;
}

/**
 * The date to write beside a time in a list, so that it cannot be taken for one of another day; null where none is
 * needed.
 *
 * @param listDay the one day that the list shows, or null where it shows times of several days
 */
export function dateToTell(instant: string, zone: string, listDay: string | null): string | null {
  const { date } = wallClockAt(instant, zone);
  return date === listDay ? null : date;
}

const beginOf = (day: string, { zone, startsOn }: ForumDays): string =>
  instantAtWall({ date: day, minutes: day === startsOn ? 0 : changeMinutes }, zone);
