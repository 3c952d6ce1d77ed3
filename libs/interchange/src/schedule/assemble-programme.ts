import { DomainError } from '@forum/domain/errors';
import { canonicalZone } from '@forum/domain/time/zoned';
import type { ImportReport } from '../reading/import-note.ts';
import { refuseLongField } from '../reading/limits.ts';
import { cleanLine } from '../text/clean-text.ts';
import { assembleSession } from './assemble-session.ts';
import type {
  ImportedProgramme,
  ImportedSession,
  ImportedTrack,
  ReadSchedule,
} from './imported-programme.ts';
import { dayChangeOf, daySpan, programmeDates } from './programme-days.ts';
import type { RawDay, RawSchedule, RawTrack } from './raw-schedule.ts';
import { readStamp } from './session-time.ts';

/**
 * The programme that a schedule tells, and notes on what had to be left out. Of sessions with the same guid the
 * first is kept; rooms and tracks are those that sessions are in.
 *
 * @param zone the edition's zone, used for local times where the file names none
 */
export function assembleProgramme(raw: RawSchedule, zone: string | null): ReadSchedule {
  const report = raw.notes;
  refuseUnbounded(raw);
  const used = zoneOf(raw.zone, zone, report);
  const dated = raw.days.flatMap((day) => withDate(day, report));
  const dayChange = dayChangeOf(raw.dayChange, dated, used);
  const sessions = new Map<string, ImportedSession>();
  let entry = 0;
  for (const day of dated) {
    for (const told of day.sessions) {
      const { date, isTold } = day;
      const context = { date, isTold, dayChange, zone: used, dayZone: zone ?? used, entry: ++entry };
      const read = assembleSession(told, context, report);
      if (!read) continue;
      if (sessions.has(read.session.guid)) report.add('session.guid_repeated', read.where, read.session.guid);
      else sessions.set(read.session.guid, read.session);
    }
  }
  const programme = programmeOf(raw, [...sessions.values()], { zone: used, dayChange, dated });
  return { programme, report: report.notes };
}

/** What stands beside the sessions; they are looked at one by one. */
function refuseUnbounded({ days, tracks, notes: _notes, ...lines }: RawSchedule): void {
  for (const [field, text] of Object.entries(lines)) refuseLongField(text, 'the schedule', field);
  for (const { sessions: _sessions, isTold: _isTold, ...day } of days)
    for (const [field, text] of Object.entries(day)) refuseLongField(text, 'a day', field);
  for (const track of tracks)
    for (const [field, text] of Object.entries(track)) refuseLongField(text, 'a track', field);
}

function programmeOf(
  raw: RawSchedule,
  sessions: ImportedSession[],
  {
    zone,
    dayChange,
    dated,
  }: { zone: string | null; dayChange: string; dated: (RawDay & { date: string })[] },
): ImportedProgramme {
  return {
    title: lineOrNull(raw.title),
    acronym: lineOrNull(raw.acronym),
    zone,
    ...programmeDates(raw, dated, zone),
    dayChange,
    days: dated.flatMap((day) => daySpan(day, dayChange, zone)),
    rooms: distinct(sessions.map(({ room }) => room)).map((name) => ({ name })),
    tracks: tracksOf(raw.tracks, distinct(sessions.map(({ track }) => track))),
    sessions,
  };
}

function zoneOf(told: string | null, given: string | null, report: ImportReport): string | null {
  const name = told?.trim();
  if (!name) return given;
  try {
    return canonicalZone(name);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    report.add('schedule.zone_unknown', '', name);
    return given;
  }
}

/** The day with its date; without one it is the date of its start or of its first session. */
function withDate(day: RawDay, report: ImportReport): (RawDay & { date: string })[] {
  const told = [day.date, day.start, ...day.sessions.map((session) => session.date)];
  const date = told.map(readStamp).find((stamp) => stamp !== null)?.date;
  if (date) return [{ ...day, date }];
  report.add('day.date_missing', '', day.date);
  return [];
}

function tracksOf(declared: RawTrack[], used: string[]): ImportedTrack[] {
  const known = new Map<string, ImportedTrack>();
  for (const { name: told, color, slug } of declared) {
    const name = cleanLine(told ?? '');
    if (!known.has(name)) known.set(name, { name, ...colourOf(color), ...slugOf(slug) });
  }
  const unused = new Set(known.keys());
  for (const name of used) {
    if (!unused.delete(name)) known.set(name, { name });
  }
  return [...known.values()].filter(({ name }) => !unused.has(name));
}

function colourOf(told: string | null): { color?: string } {
  const color = told?.trim().toLowerCase() ?? '';
  return /^#[0-9a-f]{6}$/.test(color) ? { color } : {};
}

function slugOf(told: string | null): { slug?: string } {
  const slug = cleanLine(told ?? '');
  return slug ? { slug } : {};
}

function distinct(names: (string | null)[]): string[] {
  return [...new Set(names)].filter((name) => name !== null);
}

function lineOrNull(text: string | null): string | null {
  return cleanLine(text ?? '') || null;
}
