import { createHash } from 'node:crypto';
import { fold } from '@forum/domain/text/fold';
import type { ProgrammeItem } from '@forum/domain/programme/difference';
import type { ToldSpeaker } from '@forum/domain/programme/speaker-identity';
import { forumDay } from '@forum/domain/time/forum-day';
import { dateIn } from '@forum/domain/time/zoned';
import { type ImportNote, ImportReport } from '@forum/interchange/reading/import-note';
import type {
  ImportedProgramme,
  ImportedSession,
  ImportedSpeaker,
} from '@forum/interchange/schedule/imported-programme';
import { type EditionDates, isNearEdition } from '../session-days.ts';
import { sessionKindOf } from './session-kind.ts';

/** A session of a file in the forum's words, but with the file's own names of rooms and speakers. */
export interface ReadSession extends Omit<ProgrammeItem, 'speakers'> {
  /** Keys of {@link IncomingProgramme.speakers}, in the order of the file. */
  speakerKeys: string[];
}

/** A programme as a file tells it, in the forum's words; what lies outside the edition is left out. */
export interface IncomingProgramme {
  tracks: { name: string; colour: string | null }[];
  speakers: ToldSpeaker[];
  sessions: ReadSession[];
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
  return {
    programme: {
      tracks: programme.tracks.map(({ name, color }) => ({ name, colour: color ?? null })),
      speakers: speakersOf(within, report),
      sessions: within.map((session) => readSession(session, edition)),
    },
    notes: report.notes,
  };
}

function readSession(session: ImportedSession, edition: EditionDates): ReadSession {
  return {
    guid: session.guid,
    title: session.title,
    subtitle: session.subtitle,
    abstract: session.abstract,
    description: session.description,
    language: session.language,
    url: session.url,
    links: session.links,
    start: session.start,
    minutes: session.minutes,
    day: forumDay(session.start, edition),
    room: session.room,
    track: session.track,
    kind: sessionKindOf(session.kind),
    speakerKeys: [...new Set(session.speakers.map(keyOf))],
  };
}

/** A speaker has one name in the whole programme, however often a file spells it; other spellings are noted. */
function speakersOf(sessions: readonly ImportedSession[], report: ImportReport): ToldSpeaker[] {
  const speakers = new Map<string, ToldSpeaker>();
  const spellings = new Set<string>();
  for (const speaker of sessions.flatMap((session) => session.speakers)) {
    const key = keyOf(speaker);
    const same = speakers.get(key);
    const spelling = `${key}\n${speaker.name}`;
    if (!same) speakers.set(key, { key, name: speaker.name, organisation: speaker.organisation ?? null });
    else if (same.name !== speaker.name && !spellings.has(spelling))
      report.add('session.speaker_alike', same.name, speaker.name);
    spellings.add(spelling);
  }
  return [...speakers.values()];
}

/** Ids of a file and names are told apart, so that no id is taken for a name; a key is never longer than an index takes. */
function keyOf({ externalId, name }: ImportedSpeaker): string {
  return externalId === null ? `name:${short(fold(name))}` : `id:${short(externalId)}`;
}

const longestKey = 300;

const short = (text: string) =>
  text.length <= longestKey ? text : createHash('sha256').update(text).digest('base64url');
