import { doubledTimes } from '@forum/domain/time/wall-clock';

/** How instants are shown; formats are made once per language and zone, because making one is slow. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: zone,
    ...options,
  });
  formats.set(key, made);
  return made;
}

/** The wall clock of a zone at an instant: `10:30`, always of 24 hours. */
export function clockIn(instant: string | Date, zone: string): string {
  return format('en', zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(instant),
  );
}

/** The day of a zone at an instant, to be compared: `2027-05-12`. */
export function dayIn(instant: string | Date, zone: string): string {
  return format('sv', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant));
}

/** The day of a zone at an instant, to be read: `Wed 12 May`. */
export function dayNameIn(instant: string | Date, zone: string, language: string): string {
  const name = format(language, zone, { weekday: 'short', day: 'numeric', month: 'short' }).format(
    new Date(instant),
  );
  return language === 'en' ? name.replace(',', '') : name;
}

/** The day of the week of a date, where the date is near: `Thu`. */
export function weekdayName(day: string, language: string): string {
  return format(language, 'UTC', { weekday: 'short' }).format(new Date(`${day}T12:00:00Z`));
}

/** A calendar day, to be read: `Wed 12 May`. */
export function dayName(day: string, language: string): string {
  return dayNameIn(`${day}T12:00:00Z`, 'UTC', language);
}

/** The days of an edition: `11–13 November 2026`. */
export function dayRange(from: string, to: string, language: string): string {
  return format(language, 'UTC', { day: 'numeric', month: 'long', year: 'numeric' })
    .formatRange(new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`))
    .replace(/\s*–\s*/, '–');
}

/** How a zone stands to UTC at an instant: `UTC+9`, `UTC+5:30`. */
export function offsetIn(instant: string | Date, zone: string): string {
  const part = format('en', zone, { timeZoneName: 'shortOffset' })
    .formatToParts(new Date(instant))
    .find(({ type }) => type === 'timeZoneName');
  return (part?.value ?? 'GMT').replace('GMT', 'UTC').replace(/\+0$/, '');
}

/** A wall time of a zone for a form's field: `2027-05-12T10:30`, and with its offset where the clocks show it twice. */
export function wallTimeIn(instant: string | Date, zone: string): string {
  const wall = `${dayIn(instant, zone)}T${clockIn(instant, zone)}`;
  const at = Math.floor(new Date(instant).getTime() / 60_000);
  return doubledTimes(wall, zone).find((one) => Date.parse(one.instant) / 60_000 === at)?.wall ?? wall;
}

/** The zone that this device is set to. */
export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Whole minutes from one instant to another, rounded down. */
export const minutesUntil = (from: Date, to: string): number =>
  Math.floor((Date.parse(to) - from.getTime()) / 60_000);
