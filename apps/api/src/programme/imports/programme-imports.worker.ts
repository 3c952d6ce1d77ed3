import { DomainError } from '@forum/domain/errors';
import { programmeDifference } from '@forum/domain/programme/difference';
import { type ImportNote } from '@forum/interchange/reading/import-note';
import { readSchedule } from '@forum/interchange/schedule/read-schedule';
import { printOf } from '../../imports/shown-difference.ts';
import { refusable } from '../../threads/refusable.ts';
import { type EditionDates } from '../session-days.ts';
import { incomingProgramme, type IncomingProgramme } from './incoming-programme.ts';
import { type CurrentItem, roomWarnings, shownDifference } from './programme-difference.ts';
import { type WrittenProgramme, writtenProgramme } from './written-programme.ts';

/** What was read from a file. It goes between threads and into the database as JSON, which costs the event loop nothing. */
interface Reading {
  programme: IncomingProgramme;
  notes: ImportNote[];
}

/** Reads a file as the edition can take it. */
export const read = refusable(({ file, edition }: { file: Uint8Array; edition: EditionDates }): string => {
  const { programme: told, report } = readSchedule(file, { zone: edition.zone });
  const { programme, notes } = incomingProgramme(told, edition);
  if (programme.sessions.length === 0) throw nothingToImport(edition);
  const reading: Reading = { programme, notes: [...report, ...notes] };
  return JSON.stringify(reading);
});

/** What a reading would change of the programme as it is, both as JSON; what is written only if it is `applied`. */
export const compare = refusable(
  ({
    reading,
    current: now,
    zone,
    applied,
  }: {
    reading: string;
    current: string;
    zone: string;
    applied: boolean;
  }) => {
    const { programme, notes } = JSON.parse(reading) as Reading;
    const current = JSON.parse(now) as CurrentItem[];
    const difference = programmeDifference(
      current.filter(({ imported }) => imported),
      programme.sessions,
    );
    const warnings = roomWarnings(current, programme.sessions, zone);
    const written: WrittenProgramme | null = applied ? writtenProgramme(programme, difference) : null;
    return {
      shown: shownDifference(difference, { notes, warnings }),
      print: printOf(difference, (item) => item.guid),
      removed: applied ? difference.removed.map(({ id, audience }) => ({ id, audience })) : [],
      written,
    };
  },
);

const nothingToImport = ({ startsOn, endsOn }: EditionDates) =>
  new DomainError(
    'import.unreadable',
    { reason: 'no_sessions' },
    `The file holds no session between ${startsOn} and ${endsOn}, when this edition takes place. Send the schedule of this edition.`,
  );
