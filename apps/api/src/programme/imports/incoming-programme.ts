import { fold } from '@forum/domain/text/fold';
import { type ProgrammeItem } from '@forum/domain/programme/difference';
import { dateIn } from '@forum/domain/time/zoned';
import { type ImportNote, ImportReport } from '@forum/interchange/reading/import-note';
import {
  type ImportedLink,
  type ImportedProgramme,
  type ImportedSession,
  type ImportedSpeaker,
} from '@forum/interchange/schedule/imported-programme';
import { type EditionDates, isNearEdition } from '../session-days.ts';
import { sessionKindOf } from './session-kind.ts';

/** A session of a file in the forum's words. */
export interface IncomingSession extends ProgrammeItem {
  day: string;
  links: ImportedLink[];
  /** Keys of {@link IncomingProgramme.speakers}, in the order of the file. */
  speakerKeys: string[];
}

/** A programme as a file tells it, in the forum's words; what lies outside the edition is left out. */
export interface IncomingProgramme {
  tracks: { name: string; colour: string | null }[];
  speakers: { key: string; name: string; organisation: string | null }[];
  sessions: IncomingSession[];
}

/** The programme of a file as this edition can take it, with a note of each session that it cannot. */
export function incomingProgramme(
  programme: ImportedProgramme,
  edition: EditionDates,
): { programme: IncomingProgramme; notes: ImportNote[] } {
  const report = new ImportReport();
  const within = programme.sessions.filter(({ date, start, room, title }) => {
    const isNear = isNearEdition(date, edition) && isNearEdition(dateIn(start, edition.zone), edition);
    if (!isNear)
      report.add('session.outside_edition', [date, room, title].filter(Boolean).join(' / '), start);
    return isNear;
  });
  const speakers = speakersOf(within);
  return {
    programme: {
      tracks: programme.tracks.map(({ name, color }) => ({ name, colour: color ?? null })),
      speakers: [...speakers].map(([key, { name, organisation }]) => ({
        key,
        name,
        organisation: organisation ?? null,
      })),
      sessions: within.map((session) => incomingSession(session, speakers)),
    },
    notes: report.notes,
  };
}

function incomingSession(
  session: ImportedSession,
  speakers: ReadonlyMap<string, ImportedSpeaker>,
): IncomingSession {
  const speakerKeys = [...new Set(session.speakers.map(keyOf))];
  return {
    guid: session.guid,
    title: session.title,
    subtitle: session.subtitle,
    abstract: session.abstract,
    description: session.description,
    language: session.language,
    url: session.url,
    start: session.start,
    minutes: session.minutes,
    room: session.room,
    track: session.track,
    kind: sessionKindOf(session.kind),
    speakers: speakerKeys.map((key) => speakers.get(key)?.name ?? ''),
    day: session.date,
    links: session.links,
    speakerKeys,
  };
}

/** A speaker has one name in the whole programme, however often a file spells it. */
function speakersOf(sessions: readonly ImportedSession[]): Map<string, ImportedSpeaker> {
  const speakers = new Map<string, ImportedSpeaker>();
  for (const speaker of sessions.flatMap((session) => session.speakers)) {
    if (!speakers.has(keyOf(speaker))) speakers.set(keyOf(speaker), speaker);
  }
  return speakers;
}

const keyOf = ({ externalId, name }: ImportedSpeaker) => externalId ?? `name:${fold(name)}`;
