import { addDays } from '@forum/domain/time/zoned';
import { type ImportNoteCode, type ImportReport } from '../reading/import-note.ts';
import { LONGEST_LINE, LONGEST_TEXT, refuseLongField, refuseManyItems } from '../reading/limits.ts';
import { webAddress } from '../reading/web-address.ts';
import { cleanLine, cleanText } from '../text/clean-text.ts';
import { plainText } from '../text/plain-text.ts';
import { type ImportedLink, type ImportedSession, type ImportedSpeaker } from './imported-programme.ts';
import { type RawPerson, type RawSession } from './raw-schedule.ts';
import { readClock, readInstant, type ReadInstant, readMinutes, readStamp } from './session-time.ts';

/** What a session's time depends on besides its own words. */
interface SessionDay {
  date: string;
  dayChange: string;
  zone: string | null;
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
  const start = startOf(raw, day);
  if (!start.ok) return skip(start.code, start.value);
  const minutes = readMinutes(raw.duration) ?? minutesUntil(raw.end, start.instant, day.zone);
  if (minutes === null) return skip('session.duration_unreadable', raw.duration);
  const note = (code: ImportNoteCode, value: string | null) => report.add(code, where, value);
  const session: ImportedSession = {
    guid,
    externalId: line(raw.id),
    code: line(raw.code),
    date: day.date,
    start: start.instant,
    minutes,
    room: line(raw.room),
    track: line(raw.track),
    kind: line(raw.type),
    title,
    subtitle: line(raw.subtitle),
    abstract: block(raw.abstract),
    description: block(raw.description),
    language: line(raw.language),
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
function startOf(raw: RawSession, day: SessionDay): ReadInstant {
  const stamp = readStamp(raw.date);
  const clock = readClock(raw.start);
  if (stamp?.time || !clock) return readInstant(raw.date ?? raw.start, day.zone);
  if (stamp) return readInstant(`${stamp.date}T${clock}`, day.zone);
  if (raw.date?.trim()) return { ok: false, code: 'session.start_unreadable', value: raw.date };
  return readInstant(`${clock < day.dayChange ? addDays(day.date, 1) : day.date}T${clock}`, day.zone);
}

function minutesUntil(end: string | null, start: string, zone: string | null): number | null {
  const read = readInstant(end, zone);
  return read.ok
    ? readMinutes(String(Math.round((Date.parse(read.instant) - Date.parse(start)) / 60_000)))
    : null;
}

function speakerOf(person: RawPerson, note: Note): ImportedSpeaker[] {
  const name = line(person.name);
  const externalId = line(person.guid) ?? line(person.id);
  const organisation = line(person.organisation);
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
