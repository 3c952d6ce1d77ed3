import { canonicalZone } from '@forum/domain/time/zoned';
import { FILE_LIMIT, fileText } from '../reading/file-text.ts';
import { unreadable } from '../reading/unreadable.ts';
import { assembleProgramme } from './assemble-programme.ts';
import type { ReadSchedule } from './imported-programme.ts';
import { readScheduleJson } from './read-schedule-json.ts';
import { readScheduleXml } from './read-schedule-xml.ts';

/** How a schedule is read. */
export interface ReadScheduleOptions {
  /** The edition's IANA zone, for local times in a file that names no zone. */
  zone?: string;
  /** The most bytes the file may have; 20 MB if not given. */
  limit?: number;
}

/**
 * The programme in a `schedule.xml` or `schedule.json`, whichever it is, with a report of what was left out and why.
 * Real files rarely keep to their schema, so reading is lenient; only what cannot be read at all is refused, with
 * `import.unreadable` and a reason in its details.
 */
export function readSchedule(content: Uint8Array | string, options: ReadScheduleOptions = {}): ReadSchedule {
  const text = fileText(content, options.limit ?? FILE_LIMIT);
  const zone = options.zone ? canonicalZone(options.zone) : null;
  const first = text.trimStart().slice(0, 200);
  if (first.startsWith('<')) return assembleProgramme(readScheduleXml(text), zone);
  if (/^[{[]/.test(first)) return assembleProgramme(readScheduleJson(text), zone);
  throw otherFile(first);
}

/** What files that are no schedules begin with. */
const others: readonly (readonly [RegExp, string])[] = [
  [/^BEGIN:VCALENDAR/i, 'a calendar (iCalendar)'],
  [/^PK\u0003/, 'a ZIP archive or workbook'],
  [/^%PDF/, 'a PDF'],
  [/^[^\n]*[;,\t][^\n]*\n/, 'a table (CSV)'],
];

function otherFile(first: string) {
  const [, what] = others.find(([begins]) => begins.test(first)) ?? [];
  return unreadable(
    'unknown_format',
    first,
    `The file is ${what ?? 'neither XML nor JSON'}${what ? ', not a schedule' : ''}. Send a schedule.xml or schedule.json as frab, pretalx or c3voc write them.`,
  );
}
