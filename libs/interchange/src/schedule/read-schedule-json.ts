import * as z from 'zod';
import { isMail } from '../text/is-mail.ts';
import { ImportReport } from '../reading/import-note.ts';
import { parseJson } from '../reading/parse-json.ts';
import { refuseTooMany, unreadable } from '../reading/unreadable.ts';
import type { RawDay, RawSchedule, RawSession } from './raw-schedule.ts';

const text = z
  .union([z.string(), z.number().transform(String)])
  .nullable()
  .catch(null);
const list = z.array(z.unknown()).catch([]);
const byName = z.record(z.string(), z.unknown()).catch({});

const person = z.object({
  guid: text,
  id: text,
  name: text,
  public_name: text,
  affiliation: text,
  organization: text,
  organisation: text,
});
const link = z.object({ title: text, url: text });
const track = z.object({ name: text, color: text, slug: text });
const session = z.object({
  guid: text,
  id: text,
  code: text,
  slug: text,
  room: text,
  date: text,
  start: text,
  end: text,
  duration: text,
  track: text,
  type: text,
  title: text,
  subtitle: text,
  abstract: text,
  description: text,
  language: text,
  url: text,
  persons: list,
  links: list,
  /** Of schedule2. */
  participants: list,
  state: text,
});
const day = z.object({ date: text, day_start: text, day_end: text, start: text, end: text, rooms: byName });
const conference = z.object({
  title: text,
  acronym: text,
  time_zone_name: text,
  start: text,
  end: text,
  day_change: text,
  tracks: list,
  days: list,
});
const document = z.object({
  schedule: z.object({ conference, events: z.array(z.unknown()).optional().catch(undefined) }),
});

/**
 * What a `schedule.json` (frab, c3voc, pretalx) or its successor `schedule2` (c3voc) says. Fields of another type than
 * expected count as absent; a session that is no object is noted. Throws `import.unreadable` for text that is no JSON or
 * no schedule.
 */
export function readScheduleJson(content: string): RawSchedule {
  const told = parseJson(content);
  const parsed = document.safeParse(told);
  if (!parsed.success) throw otherJson(told);
  const { conference, events } = parsed.data.schedule;
  return events && conference.days.length === 0 ? readFlat(conference, events) : readByDays(conference);
}

function readByDays(told: z.infer<typeof conference>): RawSchedule {
  const notes = new ImportReport();
  refuseTooMany(told.days.length);
  refuseTooMany(told.tracks.length);
  const days = told.days.map((entry) => day.catch(() => day.parse({})).parse(entry));
  refuseTooMany(days.reduce((all, each) => all + sessionCount(each), 0));
  return { ...readConference(told), days: days.map((each) => readDay(each, notes)), notes };
}

/** schedule2 lists its sessions without days and rooms around them; each has its own date. */
function readFlat(told: z.infer<typeof conference>, events: unknown[]): RawSchedule {
  const notes = new ImportReport();
  refuseTooMany(events.length);
  refuseTooMany(told.tracks.length);
  const days = new Map<string, RawDay>();
  for (const entry of events) {
    const read = session.safeParse(entry);
    if (!read.success) {
      notes.add('session.unreadable', '', typeof entry === 'object' ? '' : String(entry));
      continue;
    }
    const { date, state, title, guid, participants } = read.data;
    if (/^cancel/i.test(state ?? '')) {
      notes.add('session.cancelled', [date, title].filter(Boolean).join(' / '), guid);
      continue;
    }
    const of = date?.slice(0, 10) ?? '';
    const day = days.get(of) ?? { isTold: false, date: of || null, start: null, end: null, sessions: [] };
    days.set(of, day);
    day.sessions.push({ ...rawSession(read.data, ''), persons: participants.map(readPerson) });
  }
  return { ...readConference(told), days: [...days.values()], notes };
}

function readConference(told: z.infer<typeof conference>) {
  return {
    title: told.title,
    acronym: told.acronym,
    zone: told.time_zone_name,
    start: told.start,
    end: told.end,
    dayChange: told.day_change,
    tracks: told.tracks.flatMap((entry) => {
      const declared = track.safeParse(entry);
      return declared.success ? [declared.data] : [];
    }),
  };
}

/** The refusal of another JSON, which is named as far as it can be. */
function otherJson(told: unknown) {
  const keys = Object.keys(Object(told)).slice(0, 6);
  const isPage = keys.includes('results') || keys.includes('next');
  const what = Array.isArray(told)
    ? 'a list'
    : `${isPage ? 'a page of an API' : 'an object'} with ${keys.map((key) => `“${key.slice(0, 40)}”`).join(', ') || 'nothing in it'}`;
  return unreadable(
    'unknown_format',
    what,
    `The JSON is ${what} and has no schedule.conference. Send a schedule.json as frab, pretalx or c3voc write it.`,
  );
}

function sessionCount({ rooms }: z.infer<typeof day>): number {
  return Object.values(rooms).reduce<number>((all, entries) => all + list.parse(entries).length, 0);
}

function readDay(told: z.infer<typeof day>, notes: ImportReport): RawDay {
  const sessions = Object.entries(told.rooms).flatMap(([room, entries]) =>
    list.parse(entries).flatMap((each) => {
      const read = session.safeParse(each);
      if (read.success) return [rawSession(read.data, room)];
      notes.add(
        'session.unreadable',
        [told.date, room].filter(Boolean).join(' / '),
        typeof each === 'object' ? '' : String(each),
      );
      return [];
    }),
  );
  return {
    isTold: true,
    date: told.date,
    start: told.day_start ?? told.start,
    end: told.day_end ?? told.end,
    sessions,
  };
}

function rawSession(
  { participants: _participants, state: _state, ...told }: z.infer<typeof session>,
  room: string,
): RawSession {
  return {
    ...told,
    room: room || told.room,
    persons: told.persons.map(readPerson),
    links: told.links.map((entry) =>
      typeof entry === 'string'
        ? { title: null, url: entry }
        : link.catch({ title: null, url: null }).parse(entry),
    ),
  };
}

function readPerson(entry: unknown): RawSession['persons'][number] {
  const read = person.safeParse(entry);
  if (!read.success) return { guid: null, id: null, name: text.parse(entry), organisation: null };
  const { guid, id, name, public_name, affiliation, organization, organisation } = read.data;
  return {
    guid,
    id,
    name: [name, public_name].find((one) => one && !isMail(one)) ?? name ?? public_name,
    organisation: organisation ?? organization ?? affiliation,
  };
}
