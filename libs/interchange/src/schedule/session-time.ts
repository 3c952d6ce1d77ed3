import { DomainError } from '@forum/domain/errors';
import { longestSession, shortestSession } from '@forum/domain/programme/session-limits';
import { instantFromMs } from '@forum/domain/time/instant';
import { instantOf, wallTime } from '@forum/domain/time/zoned';
import type { ImportNoteCode } from '../reading/import-note.ts';

/** An instant that was read, or the note to make of what stood there. */
export type ReadInstant = { ok: true; instant: string } | { ok: false; code: ImportNoteCode; value: string };

const STAMP =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{1,2}(?::?\d{2})?)?)?$/i;
const CLOCK = /^(\d{1,2}):(\d{2})(?::\d{2})?$/;

/** The parts of a date with or without time and offset, `2026-01-31T09:30:00+01:00`; null if it is none. */
export function readStamp(text: string | null) {
  const [, date, time, seconds = '00', offset] = STAMP.exec(text?.trim() ?? '') ?? [];
  if (!date || !isDate(date) || (time && !readClock(time))) return null;
  return { date, time: time ?? null, seconds, offset: offset ?? null };
}

/** A wall clock time as `HH:MM`, from `9:30`, `09:30` or `09:30:00`; null if it is none. */
export function readClock(text: string | null): string | null {
  const [, hours, minutes] = CLOCK.exec(text?.trim() ?? '') ?? [];
  if (!hours || !minutes || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

/**
 * The instant of a date and time in a file. An offset in the file wins over the zone; without one, the wall time
 * is taken in the zone, and one that does not exist there or exists twice is named instead of guessed.
 */
export function readInstant(text: string | null, zone: string | null): ReadInstant {
  const stamp = readStamp(text);
  const unreadable: ReadInstant = { ok: false, code: 'session.start_unreadable', value: text ?? '' };
  if (!stamp?.time) return unreadable;
  if (!stamp.offset) return inZone(`${stamp.date}T${stamp.time}`, zone);
  const instant = Date.parse(`${stamp.date}T${stamp.time}:${stamp.seconds}${isoOffset(stamp.offset)}`);
  return Number.isNaN(instant) ? unreadable : { ok: true, instant: instantFromMs(instant) };
}

/**
 * The minutes of a duration: `1:30`, `01:30`, `01:30:00` (hours first), `PT90M` or plain minutes; null unless it is
 * between one minute and seven days.
 */
export function readMinutes(text: string | null): number | null {
  const told = text?.trim() ?? '';
  const [, days, hours, minutes] =
    /^(?:P(?:(\d{1,2})D)?T?(?:(\d{1,3})H)?(?:(\d{1,4})M)?)$/i.exec(told) ??
    /^()(\d{1,3}):(\d{2})(?::\d{1,2})?$/.exec(told) ??
    /^()()(\d{1,5})$/.exec(told) ??
    [];
  const total = Number(days || 0) * 1440 + Number(hours || 0) * 60 + Number(minutes || 0);
  return total >= shortestSession && total <= longestSession ? total : null;
}

/** An instant that was read, and what in the file contradicts it. */
export interface ReadStart {
  read: ReadInstant;
  /** What was told and what was taken, in the words of the file. */
  contradiction: { code: 'schedule.starts_contradict' | 'schedule.offsets_contradict'; value: string } | null;
}

/**
 * The start of a session of which the file gives date, time and offset, and maybe the wall time once more. The instant
 * counts, with one exception: a wall time that the file gives twice, with an offset that the zone has at another time of
 * the year, is that wall time; generators forget that clocks change.
 */
export function readStart(date: string, start: string | null, zone: string | null): ReadStart {
  const stamp = readStamp(date);
  const read = readInstant(date, zone);
  if (!read.ok || !stamp?.offset || !zone) return { read, contradiction: null };
  const clock = readClock(start);
  const local = wallTime(read.instant, zone);
  const told = [date.trim(), start?.trim()].filter(Boolean).join(', ');
  if (
    clock &&
    clock === stamp.time &&
    clock !== local.slice(11) &&
    isOfAnotherSeason(read.instant, stamp, zone)
  ) {
    const wall = inZone(`${stamp.date}T${clock}`, zone);
    if (wall.ok) return { read: wall, contradiction: contradiction('starts', told, wall.instant, zone) };
  }
  if (clock && clock !== local.slice(11))
    return { read, contradiction: contradiction('starts', told, read.instant, zone) };
  const isForeign = !clock && `${stamp.date}T${stamp.time}` !== local && !isUtc(stamp.offset);
  return { read, contradiction: isForeign ? contradiction('offsets', told, read.instant, zone) : null };
}

const contradiction = (what: 'starts' | 'offsets', told: string, taken: string, zone: string) => ({
  code: `schedule.${what}_contradict` as const,
  value: `${told} → ${wallTime(taken, zone).replace('T', ' ')} ${zone}`,
});

const isUtc = (offset: string) => /^z$|^[+-]0?0(:?00)?$/i.test(offset);

/** Whether the zone has the offset in January or July of that year, though not at that instant. */
function isOfAnotherSeason(
  instant: string,
  { date, time, offset }: { date: string; time: string | null; offset: string | null },
  zone: string,
): boolean {
  const behind = Date.parse(`${date}T${time}:00Z`) - Date.parse(instant.slice(0, 16) + ':00Z');
  return (
    offset !== null &&
    ['01', '07'].some((month) => {
      const middle = `${date.slice(0, 4)}-${month}-15T12:00:00Z`;
      return Date.parse(`${wallTime(middle, zone)}:00Z`) - Date.parse(middle) === behind;
    })
  );
}

function inZone(wall: string, zone: string | null): ReadInstant {
  if (zone === null) return { ok: false, code: 'session.zone_missing', value: wall };
  try {
    return { ok: true, instant: instantOf(wall, zone) };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'programme.wall_time') throw error;
    const code = error.details['exists'] === 0 ? 'session.wall_time_absent' : 'session.wall_time_twice';
    return { ok: false, code, value: `${wall} ${zone}` };
  }
}

/** Years that no forum is in are slips of the pen, and beyond 9999 ISO 8601 needs another form. */
function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^(19|20|21)/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function isoOffset(offset: string): string {
  if (/^z$/i.test(offset)) return 'Z';
  const [, sign, hours = '', minutes = '00'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset) ?? [];
  return `${sign}${hours.padStart(2, '0')}:${minutes}`;
}
