import { DomainError } from '@forum/domain/errors';
import type { SpeakerAnswer } from '@forum/domain/programme/speaker-identity';
import type { ImportNote } from '@forum/interchange/reading/import-note';
import type { ImportedProgramme } from '@forum/interchange/schedule/imported-programme';
import { readSchedule } from '@forum/interchange/schedule/read-schedule';
import { printOf } from '../../imports/shown-difference.ts';
import { refusable } from '../../threads/refusable.ts';
import type { EditionDates } from '../session-days.ts';
import { incomingProgramme, type IncomingProgramme } from './incoming-programme.ts';
import { comparedProgramme, type CurrentProgramme } from './compared-programme.ts';
import { shownDifference } from './programme-difference.ts';
import { writtenProgramme } from './written-programme.ts';

/** What was read from a file. It goes between threads and into the database as JSON, which costs the event loop nothing. */
interface Reading {
  programme: IncomingProgramme;
  notes: ImportNote[];
}

/** Reads a file as the edition can take it. */
export const read = refusable(({ file, edition }: { file: Uint8Array; edition: EditionDates }): string => {
  const { programme: told, report } = readSchedule(file, { zone: edition.zone });
  const { programme, notes } = incomingProgramme(told, edition);
  if (programme.sessions.length === 0) throw nothingToImport(told, edition);
  const reading: Reading = { programme, notes: [...report, ...notes] };
  return JSON.stringify(reading);
});

interface ToCompare {
  /** Both as JSON. */
  reading: string;
  current: string;
  zone: string;
  /** Who the speakers are that were asked about; null as long as nothing is applied. */
  answers: readonly SpeakerAnswer[] | null;
}

/** What a reading would change of the programme as it is; what is written only if it is applied, with the answers. */
export const compare = refusable(({ reading, current: now, zone, answers }: ToCompare) => {
  const { programme, notes } = JSON.parse(reading) as Reading;
  const current = JSON.parse(now) as CurrentProgramme;
  const compared = comparedProgramme(programme, current, { zone, answers: [] });
  const { questions } = compared.speakers.identified;
  const answered = answers?.length ? comparedProgramme(programme, current, { zone, answers }) : compared;
  const { removed, held } = answered.difference;
  return {
    shown: shownDifference(compared.difference, { ...compared, notes, questions }),
    print: printOf(compared.difference, (item) => item.guid, [
      questions,
      compared.disagreements,
      compared.warnings,
    ]),
    open: answered.speakers.identified.questions,
    held,
    removed: answers ? removed.map(({ id, audience }) => ({ id, audience })) : [],
    written: answers ? writtenProgramme(programme, answered) : null,
  };
});

/** The refusal of a schedule that holds nothing of this edition, with what it does hold. */
function nothingToImport({ sessions, title }: ImportedProgramme, { startsOn, endsOn }: EditionDates) {
  const days = [...new Set(sessions.map(({ date }) => date))].sort();
  const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
  return sessions.length === 0
    ? new DomainError(
        'import.unreadable',
        { reason: 'no_sessions', title },
        'The file is a schedule, but no session in it can be read. Export it again.',
      )
    : new DomainError(
        'import.other_days',
        { sessions: sessions.length, first, last, startsOn, endsOn, title },
        `The schedule${title ? ` “${title}”` : ''} was read; its sessions (${sessions.length}) lie between ${first} and ${last}, this edition between ${startsOn} and ${endsOn}. Send the schedule of this edition.`,
      );
}
