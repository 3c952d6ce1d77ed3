import { dayChange as usualDayChange } from '@forum/domain/time/forum-day';
import { addDays, dateIn, instantAround, wallTime } from '@forum/domain/time/zoned';
import type { ImportedDay } from './imported-programme.ts';
import type { RawDay, RawSchedule } from './raw-schedule.ts';
import { readClock, readInstant, readStamp } from './session-time.ts';

type DatedDay = RawDay & { date: string };

/**
 * The wall time at which a day of the file ends: what it says, else the latest end of a day that lies on the date after
 * (CCC schedules end their days at 06:00), else six in the morning.
 */
export function dayChangeOf(told: string | null, days: DatedDay[], zone: string | null): string {
  const ends = days.flatMap((day) => {
    const end = wallStamp(day.end, zone);
    return end?.date === addDays(day.date, 1) && end.time ? [end.time] : [];
  });
  return readClock(told) ?? ends.sort().at(-1) ?? usualDayChange;
}

/** The day with the instants between which its sessions lie, or none where the file leaves them open. */
export function daySpan(day: DatedDay, dayChange: string, zone: string | null): ImportedDay[] {
  const start = boundary(day.start, `${day.date}T${dayChange}`, zone);
  const end = boundary(day.end, `${addDays(day.date, 1)}T${dayChange}`, zone);
  return start && end && start < end ? [{ date: day.date, start, end }] : [];
}

/** First and last date of the programme: the file's own, else those of its days. */
export function programmeDates(
  raw: RawSchedule,
  days: DatedDay[],
  zone: string | null,
): { start: string | null; end: string | null } {
  const dates = days.map(({ date }) => date).sort();
  return {
    start: wallStamp(raw.start, zone)?.date ?? dates[0] ?? null,
    end: wallStamp(raw.end, zone)?.date ?? dates.at(-1) ?? null,
  };
}

/** Date and wall time in the zone of what a file says with an offset, or its own words without one. */
function wallStamp(text: string | null, zone: string | null) {
  const stamp = readStamp(text);
  const read = stamp?.offset && zone ? readInstant(text, zone) : null;
  if (!read?.ok || !zone) return stamp;
  return { date: dateIn(read.instant, zone), time: wallTime(read.instant, zone).slice(11, 16) };
}

function boundary(told: string | null, wall: string, zone: string | null): string | null {
  const read = readInstant(told, zone);
  if (read.ok) return read.instant;
  return zone && instantAround(wall, zone);
}
