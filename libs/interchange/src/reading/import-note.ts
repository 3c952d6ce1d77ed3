/**
 * Everything that reading and placing a file may have to tell about it, and what became of the entry: `skipped` entries
 * are not in the result, `kept` ones are there, without the value where it was refused.
 */
export const importNoteEffects = {
  'schedule.zone_unknown': 'kept',
  'day.date_missing': 'skipped',
  'session.unreadable': 'skipped',
  'session.guid_missing': 'skipped',
  'session.guid_repeated': 'skipped',
  'session.title_missing': 'skipped',
  'session.start_unreadable': 'skipped',
  'session.wall_time_absent': 'skipped',
  'session.wall_time_twice': 'skipped',
  'session.zone_missing': 'skipped',
  'session.duration_unreadable': 'skipped',
  'session.speaker_unnamed': 'kept',
  'session.link_refused': 'kept',
  'session.outside_edition': 'skipped',
  'session.room_overlap': 'kept',
  'firm.unreadable': 'skipped',
  'firm.name_missing': 'skipped',
  'firm.repeated': 'skipped',
  'firm.country_unknown': 'kept',
  'firm.website_refused': 'kept',
  'report.shortened': 'skipped',
} as const satisfies Record<string, 'skipped' | 'kept'>;

/** What is told; screens translate it with `where` and `value` as its parameters. */
export type ImportNoteCode = keyof typeof importNoteEffects;

/** One thing in a file that was not taken over as it stands. */
export interface ImportNote {
  code: ImportNoteCode;
  /** The place in the file in its own words, such as `2026-01-31 / Janson / Opening`, or the number of a row. */
  where: string;
  /** What stood there; empty where something was missing. */
  value: string;
}

const LONGEST = 200;

/** A note whose texts are short enough to be shown: longer ones end in an ellipsis. */
export function importNote(code: ImportNoteCode, where: string, value: string | null): ImportNote {
  return { code, where: shorten(where), value: shorten(value ?? '') };
}

const MOST_NOTES = 2_000;

/** The notes a report can show: beyond 2,000, the last one says how many more there were. */
export function shortReport(notes: ImportNote[]): ImportNote[] {
  if (notes.length <= MOST_NOTES) return notes;
  const shown = notes.slice(0, MOST_NOTES - 1);
  return [...shown, importNote('report.shortened', '', String(notes.length - shown.length))];
}

function shorten(text: string): string {
  const characters = [...text.slice(0, 2 * LONGEST + 2)];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text;
}
