import { DomainError } from '../errors.ts';

const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z$/;

/**
 * The milliseconds since 1970 of an instant on the wire (ISO 8601 in UTC with `Z`).
 *
 * Instants are compared by this number and never as strings: `10:00:00.500Z` sorts before `10:00:00Z`.
 *
 * @throws DomainError `request.invalid` for anything else, such as a wall time without a zone.
 */
export function epochMs(instant: string): number {
  const ms = instantPattern.test(instant) ? Date.parse(instant) : NaN;
  // The engine reads 30 February as 2 March, and 24:00 as the next day: such dates are mistakes here.
  if (new Date(ms).getUTCDate() !== Number(instant.slice(8, 10))) {
    throw new DomainError(
      'request.invalid',
      { value: instant },
      `"${instant}" is not an instant; write it in UTC such as 2027-05-12T01:30:00Z.`,
    );
  }
  return ms;
}

/** The instant of a number of milliseconds since 1970, in the shortest form: `2027-05-12T01:30:00Z`. */
export function instantFromMs(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

/** Orders two instants: negative when `a` is earlier, zero when they are the same, positive when `a` is later. */
export function compareInstants(a: string, b: string): number {
  return epochMs(a) - epochMs(b);
}

/** Whether `a` is earlier than `b`. */
export function isBefore(a: string, b: string): boolean {
  return compareInstants(a, b) < 0;
}

/** The instant `minutes` later (earlier when negative). Minutes are elapsed time, so a clock change does not matter. */
export function addMinutes(instant: string, minutes: number): string {
  return instantFromMs(epochMs(instant) + minutes * 60_000);
}

/** How many minutes pass from `a` to `b`; negative when `b` is earlier, a fraction when seconds differ. */
export function minutesBetween(a: string, b: string): number {
  return compareInstants(b, a) / 60_000;
}
