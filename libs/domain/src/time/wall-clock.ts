import { epochMs, instantFromMs } from './instant.ts';

/** What the clock on the wall of a zone shows: the date, and the minutes since its midnight. */
export interface WallClock {
  date: string;
  minutes: number;
}

const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of a zone at an instant. By the engine's own tables alone, so that a phone need not load Temporal. */
export function wallClockAt(instant: string, zone: string): WallClock {
  const shown = new Date(shownMs(epochMs(instant), zone));
  return {
    date: shown.toISOString().slice(0, 10),
    minutes: shown.getUTCHours() * 60 + shown.getUTCMinutes(),
  };
}

/**
 * The instant at which the clock of a zone reaches some minutes after a date's midnight. A time that the clocks skip is
 * the moment after the jump by the same distance, a doubled one its first occurrence (RFC 5545 §3.3.5).
 */
export function instantAtWall({ date, minutes }: WallClock, zone: string): string {
  const { fits, before } = candidates(Date.parse(`${date}T00:00:00Z`) + minutes * 60_000, zone);
  return instantFromMs(fits[0] ?? before);
}

/** One of the two instants that a wall time means in the hour that is shown twice. */
export interface DoubledTime {
  /** The wall time with the distance from UTC that tells which is meant: `2027-10-31T02:30+01:00`. */
  wall: string;
  instant: string;
}

/**
 * The two instants of a wall time such as `2027-10-31T02:30`, the earlier first; none where the clocks show it once or
 * never.
 */
export function doubledTimes(wall: string, zone: string): DoubledTime[] {
  const shown = Date.parse(`${wall.slice(0, 16)}:00Z`);
  if (Number.isNaN(shown)) return [];
  const { fits } = candidates(shown, zone);
  if (fits.length < 2) return [];
  return fits.map((at) => ({
    wall: `${wall.slice(0, 16)}${offsetText(shown - at)}`,
    instant: instantFromMs(at),
  }));
}

function candidates(shown: number, zone: string): { fits: number[]; before: number } {
  // What is a day away on either side has the offsets before and after any change in between.
  const [before = shown, after = shown] = [shown - dayMs, shown + dayMs].map(
    (near) => shown - offsetMs(near, zone),
  );
  const fits = [...new Set([before, after])].filter((at) => shownMs(at, zone) === shown);
  return { fits: fits.sort((a, b) => a - b), before };
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const parts = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  return `${offset < 0 ? '-' : '+'}${parts.join(':')}`;
}

/** The date `days` after a date of the calendar (before, when negative). */
export const dateAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

const offsetMs = (at: number, zone: string): number => shownMs(at, zone) - at;

/** The wall clock of a zone, as if it were UTC. */
function shownMs(at: number, zone: string): number {
  const whole = Math.floor(at / 1000) * 1000;
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(whole)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (at - whole);
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  formats.set(zone, made);
  return made;
}
