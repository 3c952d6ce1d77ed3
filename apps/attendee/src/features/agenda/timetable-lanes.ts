import type { ForumDays } from '@forum/domain/time/forum-day';
import { wallClockAt } from '@forum/domain/time/wall-clock';
import { type Appointment, dayOf } from './appointment.ts';

/** An appointment with its place in the drawing of its day. */
export interface Drawn {
  appointment: Appointment;
  /** Minutes drawn above it. */
  from: number;
  minutes: number;
  /** Which of the lanes side by side, from 0: what overlaps does not cover each other. */
  lane: number;
  lanes: number;
}

const usual = { first: 9, last: 18 };

/**
 * The hours to draw, counted from the midnight before the day: 25 is one in the morning of its night. A usual day, and
 * of the rest only hours in which something takes place, so that one late evening does not stretch every day.
 */
export function hoursOf(appointments: readonly Appointment[], days: ForumDays): number[] {
  const hours = new Set<number>();
  for (let hour = usual.first; hour < usual.last; hour++) hours.add(hour);
  for (const one of appointments) {
    const { from, minutes } = spanOn(dayOf(one, days), one, days.zone);
    for (let hour = Math.floor(from / 60); hour * 60 < from + minutes; hour++) hours.add(hour);
  }
  return [...hours].sort((a, b) => a - b);
}

/** Where a minute of a day, counted from its midnight, is drawn; one in an hour that is left out, at the next hour. */
export function drawnAt(minute: number, hours: readonly number[]): number {
  const hour = Math.floor(minute / 60);
  const index = hours.findIndex((one) => one >= hour);
  if (index === -1) return hours.length * 60;
  return index * 60 + (hours[index] === hour ? minute - hour * 60 : 0);
}

/** The minute of a day of the forum that it is at an instant, counted from the midnight before: 1,485 at 00:45. */
export function minuteOn(day: string, instant: string, zone: string): number {
  const { date, minutes } = wallClockAt(instant, zone);
  return minutes + Math.round((Date.parse(date) - Date.parse(day)) / 60_000);
}

/** The appointments of a day, each in the first lane that is free when it begins. */
export function drawnDay(
  appointments: readonly Appointment[],
  day: string,
  days: ForumDays,
  hours: readonly number[],
): Drawn[] {
  const ends: number[] = [];
  const placed = appointments
    .filter((one) => dayOf(one, days) === day)
    .map((appointment) => {
      const { from: minute, minutes } = spanOn(day, appointment, days.zone);
      const free = ends.findIndex((taken) => taken <= minute);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = minute + minutes;
      return { appointment, from: drawnAt(minute, hours), minutes, lane };
    });
  const overlapping = (one: (typeof placed)[number]) =>
    placed.filter((other) => other.from < one.from + one.minutes && one.from < other.from + other.minutes);
  return placed.map((one) => ({ ...one, lanes: Math.max(...overlapping(one).map(({ lane }) => lane)) + 1 }));
}

/** Start on the wall, length as it passes: an hour that exists twice never gives a block of less than nothing. */
function spanOn(day: string, { start, end }: Appointment, zone: string): { from: number; minutes: number } {
  return { from: minuteOn(day, start, zone), minutes: (Date.parse(end) - Date.parse(start)) / 60_000 };
}
