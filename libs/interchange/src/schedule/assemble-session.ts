import {
  longestAbstract,
  longestPlace,
  longestSpeaker,
  longestTitle,
} from '@forum/domain/programme/session-limits';
import { dayChange as usualDayChange, forumDay } from '@forum/domain/time/forum-day';
import { addDays, dateIn, wallTime } from '@forum/domain/time/zoned';
import type { ImportNoteCode, ImportReport } from '../reading/import-note.ts';
import { LONGEST_LINE, LONGEST_TEXT, refuseLongField, refuseManyItems } from '../reading/limits.ts';
import { webAddress } from '../reading/web-address.ts';
import { cleanLine, cleanText } from '../text/clean-text.ts';
import { cutText } from '../text/cut-text.ts';
import { isMail } from '../text/is-mail.ts';
import { toldLanguage } from '../text/language-tag.ts';
import { plainText } from '../text/plain-text.ts';
import type { ImportedLink, ImportedSession, ImportedSpeaker } from './imported-programme.ts';
import type { RawPerson, RawSession } from './raw-schedule.ts';
import {
  readClock,
  readInstant,
  type ReadInstant,
  readMinutes,
  readStamp,
  readStart,
  type ReadStart,
} from './session-time.ts';

/** What a session's time depends on besides its own words. */
interface SessionDay {
  date: string;
  /** Whether the file says that date, or it is only that of the session itself. */
  isTold: boolean;
  dayChange: string;
  zone: string | null;
  /** The zone whose days count. */
  dayZone: string | null;
  /** Which session of the file it is, from 1. */
  entry: number;
}

/**
 * The session that an entry of the file tells, with the place it was found at, or null and a note of what it lacks.
 */
export function assembleSession(
  raw: RawSession,
  day: SessionDay,
  report: ImportReport,
): { session: ImportedSession; where: string } | null {
  refuseUnbounded(raw, day);
  const title = line(raw.title);
  const guid = line(raw.guid) ?? line(raw.id) ?? line(raw.code) ?? line(raw.slug);
  const where = [day.date, line(raw.room), title ?? guid].filter(Boolean).join(' / ');
  const skip = (code: ImportNoteCode, value: string | null) => {
    report.add(code, where, value);
    return null;
  };
  if (!guid) return skip('session.guid_missing', null);
  if (!title) return skip('session.title_missing', guid);
  const { read: start, contradiction } = startOf(raw, day);
  if (!start.ok) return skip(start.code, start.value);
  const minutes = readMinutes(raw.duration) ?? minutesUntil(raw.end, start.instant, day.zone);
  if (minutes === null) return skip('session.duration_unreadable', raw.duration);
  if (contradiction) report.addOnce(contradiction.code, where, contradiction.value);
  const note = (code: ImportNoteCode, value: string | null) => report.add(code, where, value);
  const session: ImportedSession = {
    guid,
    externalId: line(raw.id),
    code: line(raw.code),
    date: dateOf(start.instant, raw, { day, where, report }),
    start: start.instant,
    minutes,
    room: shortened('room', line(raw.room), longestPlace, note),
    track: shortened('track', line(raw.track), longestPlace, note),
    kind: line(raw.type),
    title: shortened('title', title, longestTitle, note) ?? title,
    subtitle: shortened('subtitle', line(raw.subtitle), longestTitle, note),
    abstract: shortened('abstract', block(raw.abstract), longestAbstract, note),
    description: block(raw.description),
    language: languageOf(line(raw.language), note),
    speakers: raw.persons.flatMap((person) => speakerOf(person, note)),
    links: raw.links.flatMap((link) => linkOf(link, note)),
    url: linkOf({ title: null, url: raw.url }, note)[0]?.url ?? null,
  };
  return { session, where };
}

/** No text is longer, and no list of more, than a session can need. */
function refuseUnbounded({ persons, links, ...texts }: RawSession, { entry, date }: SessionDay): void {
  const place = [`session ${entry} of the file`, date, texts.room?.slice(0, 100), texts.title?.slice(0, 100)];
  const where = place.filter(Boolean).join(' / ');
  for (const [field, text] of Object.entries(texts)) {
    const isBlock = field === 'abstract' || field === 'description';
    refuseLongField(text, where, field, isBlock ? LONGEST_TEXT : LONGEST_LINE);
  }
  for (const [list, items] of Object.entries({ persons, links })) {
    refuseManyItems(items.length, where, list);
    for (const item of items) for (const text of Object.values(item)) refuseLongField(text, where, list);
  }
}

type Note = (code: ImportNoteCode, value: string | null) => void;

/** Where the file gives a date without a time, or none, its `start` is the wall time on that date. */
function startOf(raw: RawSession, day: SessionDay): ReadStart {
  const stamp = readStamp(raw.date);
  const clock = readClock(raw.start);
  const plain = (read: ReadInstant): ReadStart => ({ read, contradiction: null });
  if (stamp?.time && raw.date) return readStart(raw.date, raw.start, day.zone);
  if (!clock) return plain(readInstant(raw.date ?? raw.start, day.zone));
  if (stamp) return plain(readInstant(`${stamp.date}T${clock}`, day.zone));
  if (raw.date?.trim()) return plain({ ok: false, code: 'session.start_unreadable', value: raw.date });
  const date = clock < day.dayChange ? addDays(day.date, 1) : day.date;
  return plain(readInstant(`${date}T${clock}`, day.zone));
}

/** The day that the start belongs to; noted once for the file where the day that it stands under is another. */
function dateOf(
  start: string,
  raw: RawSession,
  { day, where, report }: { day: SessionDay; where: string; report: ImportReport },
): string {
  const { zone, dayZone, isTold } = day;
  const own = ownDate(start, raw, zone);
  const fits = [own.date, own.day, ...(zone ? [dayByChange(start, zone, day.dayChange)] : [])];
  const date = dayZone ? forumDay(start, { zone: dayZone }) : own.day;
  if (isTold && !fits.includes(day.date))
    report.addOnce('schedule.days_contradict', where, `${day.date} → ${date}`);
  return date;
}

/** The day of a start where days change at an hour that the file names. */
function dayByChange(start: string, zone: string, change: string): string {
  const wall = wallTime(start, zone);
  return addDays(wall.slice(0, 10), wall.slice(11, 16) < change ? -1 : 0);
}

/** The date on the calendar where the session is, and its day; without a zone, by the file's own words. */
function ownDate(start: string, raw: RawSession, zone: string | null): { date: string; day: string } {
  if (zone) return { date: dateIn(start, zone), day: forumDay(start, { zone }) };
  const { date, time } = readStamp(raw.date) ?? { date: start.slice(0, 10), time: null };
  return { date, day: (time ?? '12:00') < usualDayChange ? addDays(date, -1) : date };
}

/** A text that the forms of the forum can change again: no longer than they take. */
function shortened(field: string, text: string | null, longest: number, note: Note): string | null {
  if (text === null || text.length <= longest) return text;
  note('session.text_shortened', `${field}: ${text}`);
  return cutText(text, longest);
}

function languageOf(told: string | null, note: Note): string | null {
  if (told === null) return null;
  const { tag, more } = toldLanguage(told);
  if (tag === null) note('session.language_unknown', told);
  else if (more) note('session.languages', told);
  return tag;
}

function minutesUntil(end: string | null, start: string, zone: string | null): number | null {
  const read = readInstant(end, zone);
  return read.ok
    ? readMinutes(String(Math.round((Date.parse(read.instant) - Date.parse(start)) / 60_000)))
    : null;
}

function speakerOf(person: RawPerson, note: Note): ImportedSpeaker[] {
  const name = shortened('speaker', line(person.name), longestSpeaker, note);
  const externalId = line(person.guid) ?? line(person.id);
  const organisation = shortened('organisation', line(person.organisation), longestSpeaker, note);
  if (name && isMail(name)) {
    note('session.speaker_is_mail', name);
    return [];
  }
  if (!name) note('session.speaker_unnamed', externalId);
  return name ? [{ externalId, name, ...(organisation ? { organisation } : {}) }] : [];
}

function linkOf({ title, url }: { title: string | null; url: string | null }, note: Note): ImportedLink[] {
  if (!url?.trim()) return [];
  const address = webAddress(url);
  if (!address) note('session.link_refused', url);
  return address ? [{ title: line(title) ?? address, url: address }] : [];
}

function line(text: string | null): string | null {
  return cleanLine(text ?? '') || null;
}

function block(text: string | null): string | null {
  return cleanText(plainText(cleanText(text ?? ''))) || null;
}
