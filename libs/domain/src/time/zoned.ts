import { Temporal } from 'temporal-polyfill';
import { DomainError } from '../errors.ts';
import { epochMs, instantFromMs } from './instant.ts';
import { zoneAliases } from './zone-aliases.ts';

export { addMinutes, minutesBetween } from './instant.ts';

const wallPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;

const chosenOffset = /^(.{16,19})([+-]\d\d:\d\d)$/;

/**
 * The instant of a wall time in a zone: `instantOf('2027-05-12T10:30', 'Asia/Seoul')` is `2027-05-12T01:30:00Z`. Of a
 * time that is shown twice, the distance from UTC behind it chooses one: `2027-10-31T02:30+01:00`.
 *
 * @throws DomainError `programme.wall_time` when the clocks skip that time or show it twice (`details.exists` is 0 or 2,
 *   and `details.instants` are the two candidates); `request.invalid` when it is no date and time at all.
 */
export function instantOf(wall: string, zone: string): string {
  const [, time, offset] = chosenOffset.exec(wall) ?? [];
  const plain = plainOf(time ?? wall);
  const candidates = [
    ...new Set((['earlier', 'later'] as const).map((which) => resolve(plain, zone, which))),
  ];
  const exact = candidates.filter(
    (instant) => Temporal.PlainDateTime.compare(plain, inZone(instant, zone)) === 0,
  );
  const chosen = exact.find((instant) => zoned(instant, zone).offset === offset);
  if (chosen !== undefined) return chosen;
  const [only] = exact;
  if (only !== undefined && exact.length === 1 && offset === undefined) return only;
  const fault = exact.length === 2 && offset === undefined ? 'exists twice' : 'does not exist';
  throw new DomainError(
    'programme.wall_time',
    { wall, zone, exists: exact.length, instants: candidates },
    `The local time ${wall} ${fault} in ${zone}, because the clocks change; choose another time.`,
  );
}

/**
 * The instant at which a wall time is reached, for limits such as the start of a day: a skipped time counts as the
 * moment the clocks jump past it by the same distance, a doubled one as its first occurrence (RFC 5545 §3.3.5).
 */
export function instantAround(wall: string, zone: string): string {
  return resolve(plainOf(wall), zone, 'compatible');
}

/** What the clock on the wall shows at an instant in a zone, to the minute: `2027-05-12T10:30`. */
export function wallTime(instant: string, zone: string): string {
  return inZone(instant, zone).toString({ smallestUnit: 'minute' });
}

/** The date on the wall calendar at an instant in a zone: `2027-05-12`. */
export function dateIn(instant: string, zone: string): string {
  return inZone(instant, zone).toPlainDate().toString();
}

/** The date `days` after a date of the calendar (before, when negative). */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** How far a zone is from UTC at an instant, as people write it: `UTC+9`, `UTC+5:30`, `UTC-3`, `UTC`. */
export function offsetLabel(instant: string, zone: string): string {
  const offset = zoned(instant, zone).offset;
  const [, sign = '+', hours = '00', minutes = '00'] = /^([+-])(\d\d):(\d\d)/.exec(offset) ?? [];
  const distance = `${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
  return distance === '0' ? 'UTC' : `UTC${sign}${distance}`;
}

/**
 * The one name that the forum uses for a time zone, whatever its spelling: `Asia/Calcutta` is `Asia/Kolkata`,
 * `Australia/Canberra` is `Australia/Sydney`, `europe/brussels` is `Europe/Brussels`.
 *
 * @throws DomainError `time.zone_unknown` for names that are not IANA zones, bare offsets included, since they know no
 *   summer time.
 */
export function canonicalZone(zone: string): string {
  const known = knownZones().get(zone.toLowerCase());
  if (known !== undefined) return known;
  if (/^[A-Za-z]/.test(zone) && engineKnows(zone)) return zone;
  throw new DomainError(
    'time.zone_unknown',
    { zone },
    `"${zone}" is no time zone; name one as the IANA database does, such as Asia/Seoul.`,
  );
}

function plainOf(wall: string): Temporal.PlainDateTime {
  try {
    if (wallPattern.test(wall)) return Temporal.PlainDateTime.from(wall, { overflow: 'reject' });
  } catch {
    // Falls through: a date such as 30 February matches the pattern and is as wrong as any other text.
  }
  throw new DomainError(
    'request.invalid',
    { value: wall },
    `"${wall}" is not a date and time; write it such as 2027-05-12T10:30.`,
  );
}

function resolve(
  plain: Temporal.PlainDateTime,
  zone: string,
  disambiguation: 'earlier' | 'later' | 'compatible',
): string {
  return instantFromMs(plain.toZonedDateTime(canonicalZone(zone), { disambiguation }).epochMilliseconds);
}

function zoned(instant: string, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epochMs(instant)).toZonedDateTimeISO(canonicalZone(zone));
}

const inZone = (instant: string, zone: string) => zoned(instant, zone).toPlainDateTime();

let zonesByLowerCase: ReadonlyMap<string, string> | undefined;

function knownZones(): ReadonlyMap<string, string> {
  zonesByLowerCase ??= new Map(
    [...Intl.supportedValuesOf('timeZone'), ...Object.values(zoneAliases), ...Object.keys(zoneAliases)].map(
      (name) => [name.toLowerCase(), zoneAliases[name] ?? name],
    ),
  );
  return zonesByLowerCase;
}

function engineKnows(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
