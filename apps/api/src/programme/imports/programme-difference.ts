import type { ProgrammeImport } from '@forum/contract/programme/imports';
import { firstRoomClashes } from '@forum/domain/programme/clashes';
import type { FieldChange } from '@forum/domain/imports/difference';
import type { ToldBefore } from '@forum/domain/programme/decided';
import type { ProgrammeDifference, ProgrammeItem } from '@forum/domain/programme/difference';
import type { ProgrammeSession } from '@forum/domain/programme/session';
import type { SpeakerQuestion } from '@forum/domain/programme/speaker-identity';
import { wallTime } from '@forum/domain/time/zoned';
import { type ImportNote, ImportReport } from '@forum/interchange/reading/import-note';
import { mostShown, shownFields, sumsOf } from '../../imports/shown-difference.ts';

/** A session of the programme as an import compares it. */
export interface CurrentItem extends ProgrammeItem {
  id: string;
  audience: ProgrammeSession['audience'];
  state: ProgrammeSession['state'];
  /** Made by an import; others are none of its business. */
  imported: boolean;
  /** Taken out by a file before; it is kept in case that one brings it back. */
  removed: boolean;
  /** What the last applied file said of it, with the room as the file called it. */
  told: ToldBefore | null;
}

/** The part of the contract's import that is kept from proposing to applying. */
export type ShownDifference = Omit<ProgrammeImport, 'id' | 'source' | 'state' | 'createdAt'>;

/** A session of which the file says something else than what the secretariat decided, which stays. */
export interface Disagreement {
  title: string;
  fields: readonly FieldChange[];
}

interface ToShow {
  notes: ImportNote[];
  warnings: ImportNote[];
  disagreements: readonly Disagreement[];
  questions: readonly SpeakerQuestion[];
}

/** What an import would do, as it is shown. */
export function shownDifference(
  difference: ProgrammeDifference<CurrentItem, ProgrammeItem>,
  { notes, warnings, disagreements, questions }: ToShow,
): ShownDifference {
  return {
    notes,
    sums: sumsOf(difference),
    added: difference.added.slice(0, mostShown).map(({ title, start, room }) => ({ title, start, room })),
    changed: difference.changed.slice(0, mostShown).map(({ after, fields }) => ({
      title: after.title,
      fields: shownFields(fields),
    })),
    removed: difference.removed.slice(0, mostShown).map(({ title, start }) => ({ title, start })),
    unchanged: difference.unchanged,
    disagreeing: disagreements.length,
    disagreements: disagreements
      .slice(0, mostShown)
      .map(({ title, fields }) => ({ title, fields: shownFields(fields) })),
    questions: questions.slice(0, mostShown),
    warnings,
    held: difference.held,
  };
}

/** How many overlaps in rooms are shown. */
const mostWarnings = 20;

/** A warning of sessions that would overlap in a room once the import is applied: the first pairs, and how many more. */
export function roomWarnings(
  own: readonly CurrentItem[],
  incoming: readonly ProgrammeItem[],
  { cancelled, zone }: { cancelled: ReadonlySet<string>; zone: string },
): ImportNote[] {
  const after = [...own, ...incoming.filter(({ guid }) => !cancelled.has(guid))].map(asSession);
  const titles = new Map(after.map(({ id, title }) => [id, title]));
  const { first, more } = firstRoomClashes(after, mostWarnings);
  const report = new ImportReport();
  for (const { resourceId, ids, overlap } of first) {
    report.add(
      'session.room_overlap',
      `${resourceId} / ${wallTime(overlap.start, zone)}`,
      ids.map((id) => titles.get(id) ?? '').join(' / '),
    );
  }
  report.addMore('session.room_overlap', more);
  return report.notes;
}

const asSession = (item: ProgrammeItem & { state?: ProgrammeSession['state'] }): ProgrammeSession => ({
  id: item.guid,
  version: 1,
  title: item.title,
  start: item.start,
  minutes: item.minutes,
  roomId: item.room,
  trackId: null,
  kind: item.kind,
  state: item.state ?? 'scheduled',
  audience: 'public',
  speakerIds: [],
});
