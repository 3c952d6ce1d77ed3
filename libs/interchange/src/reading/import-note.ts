/**
 * Everything that reading and placing a file may have to tell about it, and what became of the entry: `skipped` entries
 * are not in the result, `kept` ones are there, without the value where it was refused.
 */
export const importNoteEffects = {
  'schedule.zone_unknown': 'kept',
  'schedule.days_contradict': 'kept',
  'schedule.starts_contradict': 'kept',
  'schedule.offsets_contradict': 'kept',
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
  'session.cancelled': 'skipped',
  'session.text_shortened': 'kept',
  'session.language_unknown': 'kept',
  'session.languages': 'kept',
  'session.speaker_unnamed': 'kept',
  'session.speaker_is_mail': 'kept',
  'session.speaker_alike': 'kept',
  'session.speaker_respelt': 'kept',
  'session.speaker_namesake': 'kept',
  'session.link_refused': 'kept',
  'session.returns_cancelled': 'kept',
  'session.returns_closed': 'kept',
  'track.colour_changed': 'kept',
  'session.outside_edition': 'skipped',
  'session.room_overlap': 'kept',
  'file.encoding': 'kept',
  'file.sheet_skipped': 'skipped',
  'file.column_unused': 'kept',
  'firm.unreadable': 'skipped',
  'firm.name_missing': 'skipped',
  'firm.repeated': 'skipped',
  'firm.alike': 'skipped',
  'firm.country_unknown': 'kept',
  'firm.website_refused': 'kept',
  'firm.mail_kept': 'kept',
  'firm.text_shortened': 'kept',
  'firm.categories_shortened': 'kept',
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
  /** How often the whole file has it, where only the first is told. */
  count?: number;
}

const LONGEST = 200;

/** How many notes of one kind are shown. */
const MOST_OF_A_KIND = 20;

/**
 * Collects what there is to tell of a file: of each kind the first 20, and the number of the others. A file with a
 * million faults takes no more memory than one with twenty.
 */
export class ImportReport {
  readonly #kinds = new Map<ImportNoteCode, { notes: ImportNote[]; more: number }>();

  /** Notes one thing; texts are cut so that they can be shown, and end in an ellipsis then. */
  add(code: ImportNoteCode, where: string, value: string | null): void {
    const kind = this.#kinds.get(code) ?? { notes: [], more: 0 };
    this.#kinds.set(code, kind);
    if (kind.notes.length < MOST_OF_A_KIND)
      kind.notes.push({ code, where: shorten(where), value: shorten(value ?? '') });
    else kind.more += 1;
  }

  /** Notes a thing that concerns the whole file: once, for the first place, with the number of all. */
  addOnce(code: ImportNoteCode, where: string, value: string): void {
    const [first] = this.#kinds.get(code)?.notes ?? [];
    if (first) first.count = (first.count ?? 1) + 1;
    else this.add(code, where, value);
  }

  /** Notes that there are so many more of a kind than were added. */
  addMore(code: ImportNoteCode, more: number): void {
    const kind = this.#kinds.get(code);
    if (kind) kind.more += more;
  }

  /** The notes by kind; after a kind that is shortened, how many more of it there are. */
  get notes(): ImportNote[] {
    return [...this.#kinds.values()].flatMap(({ notes, more }) =>
      more === 0 ? notes : [...notes, { code: 'report.shortened' as const, where: '', value: String(more) }],
    );
  }
}

/** The text as far as a screen shows it; cut, it ends in an ellipsis. */
export function shorten(text: string): string {
  const characters = [...text.slice(0, 2 * LONGEST + 2)];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text;
}
