import { type ProgrammeImport } from '@forum/contract/programme';
import { firstRoomClashes } from '@forum/domain/programme/clashes';
import { type ProgrammeDifference, type ProgrammeItem } from '@forum/domain/programme/difference';
import { type ProgrammeSession } from '@forum/domain/programme/session';
import { wallTime } from '@forum/domain/time/zoned';
import { type ImportNote, ImportReport } from '@forum/interchange/reading/import-note';
import { mostShown, shownFields, sumsOf } from '../../imports/shown-difference.ts';
import { type IncomingSession } from './incoming-programme.ts';

/** A session of the programme as an import compares it. */
export interface CurrentItem extends ProgrammeItem {
  id: string;
  audience: ProgrammeSession['audience'];
  state: ProgrammeSession['state'];
  /** Made by an import; others are none of its business. */
  imported: boolean;
}

/** The part of the contract's import that is kept from proposing to applying. */
export type ShownDifference = Omit<ProgrammeImport, 'id' | 'source' | 'state' | 'createdAt'>;

/** What an import would do, as it is shown. */
export function shownDifference(
  difference: ProgrammeDifference<CurrentItem, IncomingSession>,
  { notes, warnings }: { notes: ImportNote[]; warnings: ImportNote[] },
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
    warnings,
    held: difference.held,
  };
}

/** How many overlaps in rooms are shown. */
const mostWarnings = 20;

/** A warning of sessions that would overlap in a room once the import is applied: the first pairs, and how many more. */
export function roomWarnings(
  current: readonly CurrentItem[],
  incoming: readonly IncomingSession[],
  zone: string,
): ImportNote[] {
  const cancelled = new Set(current.filter(({ state }) => state === 'cancelled').map(({ guid }) => guid));
  const after = [
    ...current.filter(({ imported }) => !imported),
    ...incoming.filter(({ guid }) => !cancelled.has(guid)),
  ].map(asSession);
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
