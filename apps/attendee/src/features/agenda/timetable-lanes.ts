import { clockIn, dayIn } from '@forum/ui/lib/instants';
import { type Appointment } from './appointment.ts';

/** An appointment with its place in the drawing of its day. */
export interface Drawn {
  appointment: Appointment;
  /** Minutes from the first hour drawn. */
  from: number;
  minutes: number;
  /** Which of the lanes side by side, from 0: what overlaps does not cover each other. */
  lane: number;
  lanes: number;
}

const usual = { first: 9, last: 18 };

const hourOf = (instant: string, zone: string): number => Number(clockIn(instant, zone).slice(0, 2));

/** The hours to draw: a usual day, and more where something begins earlier or ends later. */
export function hoursOf(appointments: readonly Appointment[], zone: string): number[] {
  const first = Math.min(usual.first, ...appointments.map((one) => hourOf(one.start, zone)));
  const last = Math.max(usual.last, ...appointments.map((one) => hourOf(one.end, zone) + 1));
  return Array.from({ length: Math.min(24, last) - first }, (_, i) => first + i);
}

/** The appointments of a day, each in the first lane that is free when it begins. */
export function drawnDay(
  appointments: readonly Appointment[],
  day: string,
  zone: string,
  firstHour: number,
): Drawn[] {
  const ends: number[] = [];
  const placed = appointments
    .filter((one) => dayIn(one.start, zone) === day)
    .map((appointment) => {
      const [start, end] = [Date.parse(appointment.start), Date.parse(appointment.end)];
      const free = ends.findIndex((taken) => taken <= start);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = end;
      const clock = clockIn(appointment.start, zone);
      const from = (Number(clock.slice(0, 2)) - firstHour) * 60 + Number(clock.slice(3));
      return { appointment, from, minutes: (end - start) / 60_000, lane };
    });
  const overlapping = (one: (typeof placed)[number]) =>
    placed.filter((other) => other.from < one.from + one.minutes && one.from < other.from + other.minutes);
  return placed.map((one) => ({ ...one, lanes: Math.max(...overlapping(one).map(({ lane }) => lane)) + 1 }));
}

/** The days from one to another, both included. */
export function daysBetween(first: string, last: string): string[] {
  const days = Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1;
  return Array.from({ length: days }, (_, i) =>
    new Date(Date.parse(first) + i * 86_400_000).toISOString().slice(0, 10),
  );
}
