import { offsetLabel } from '@forum/domain/time/zoned';

/** Who reads a mail, in which language and where. */
export interface MailReader {
  language: string;
  zone: string | null;
}

/** Where something takes place, by the name that people call it. */
export interface Venue {
  city: string;
  zone: string;
}

/**
 * A span of time as a mail says it: the venue's first, always with its place and offset, the reader's own beside it where
 * it differs: `Wed 12 May 2027, 10:30–10:50 Seoul (UTC+9) · 03:30 your time`. A time that is only proposed may end at
 * one of several instants, as halls differ.
 */
export function spanInMail(start: string, ends: readonly string[], venue: Venue, reader: MailReader): string {
  const until = ends.map((end) => clockIn(end, venue.zone)).join('/');
  const clocks = [clockIn(start, venue.zone), until].filter(Boolean).join('–');
  const there = `${dayIn(start, venue.zone, reader.language)}, ${clocks} ${venue.city} (${offsetLabel(start, venue.zone)})`;
  if (!reader.zone || offsetLabel(start, reader.zone) === offsetLabel(start, venue.zone)) return there;
  const isOtherDay = dayIn(start, reader.zone, 'en') !== dayIn(start, venue.zone, 'en');
  const day = isOtherDay ? `${dayIn(start, reader.zone, reader.language)}, ` : '';
  return `${there} · ${day}${clockIn(start, reader.zone)} ${reader.language.startsWith('ko') ? '본인 시각' : 'your time'}`;
}

/** An instant as a mail says it, by the venue's clock. */
export const instantInMail = (at: string, venue: Venue, reader: MailReader): string =>
  `${dayIn(at, venue.zone, reader.language)}, ${clockIn(at, venue.zone)} ${venue.city} (${offsetLabel(at, venue.zone)})`;

/** Formatters are costly to make and few in kind. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatted(instant: string, language: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, format);
  return format.format(new Date(instant));
}

const dayIn = (instant: string, zone: string, language: string) =>
  formatted(instant, language === 'en' ? 'en-GB' : language, {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });

const clockIn = (instant: string, zone: string) =>
  formatted(instant, 'en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
