import { keepDecided } from '@forum/domain/programme/decided';
import {
  programmeDifference,
  type ProgrammeDifference,
  type ProgrammeItem,
} from '@forum/domain/programme/difference';
import type { KnownSpeaker, SharesSession, SpeakerAnswer } from '@forum/domain/programme/speaker-identity';
import { type KnownRoom, toldRooms, type ToldRooms } from '@forum/domain/programme/source-rooms';
import { type ImportNote, ImportReport } from '@forum/interchange/reading/import-note';
import type { IncomingProgramme, ReadSession } from './incoming-programme.ts';
import { type CurrentItem, type Disagreement, roomWarnings } from './programme-difference.ts';
import { toldSpeakers, type ToldSpeakers } from './told-speakers.ts';

/** The programme as an import compares it. */
export interface CurrentProgramme {
  sessions: CurrentItem[];
  rooms: KnownRoom[];
  tracks: { name: string; colour: string | null }[];
  speakers: KnownSpeaker[];
}

/** What a file would make of the programme. */
export interface ComparedProgramme {
  difference: ProgrammeDifference<CurrentItem, ProgrammeItem>;
  disagreements: Disagreement[];
  warnings: ImportNote[];
  rooms: ToldRooms;
  speakers: ToldSpeakers;
  /** Tracks whose colour becomes another. */
  recoloured: number;
  /** What the file says of each session, to be kept beside it. */
  told: { guid: string; told: object }[];
}

/** Compares a file with the programme as it is: who speaks first, then what the secretariat decided, then the rest. */
export function comparedProgramme(
  programme: IncomingProgramme,
  current: CurrentProgramme,
  { zone, answers }: { zone: string; answers: readonly SpeakerAnswer[] },
): ComparedProgramme {
  const rooms = toldRooms(current.rooms, namesIn(programme.sessions));
  const known = new Map(current.sessions.map((session) => [session.guid, session]));
  const speakers = toldSpeakers(
    current.speakers,
    programme.speakers,
    answers,
    sharedSessions(programme.sessions, known),
  );
  const placed = programme.sessions.map((session) => placedSession(session, rooms, speakers));
  const kept = placed.map((session) => keptSession(session, known.get(session.guid), rooms));
  const incoming = kept.map(({ after }) => after);
  const report = new ImportReport();
  noteSpeakers(speakers, report);
  noteReturns(incoming, known, report);
  const recoloured = noteColours(programme.tracks, current.tracks, report);
  const stays = current.sessions.filter(({ removed }) => !removed);
  const cancelled = new Set(
    [...known.values()].filter(({ state }) => state === 'cancelled').map(({ guid }) => guid),
  );
  const overlaps = roomWarnings(
    stays.filter(({ imported }) => !imported),
    incoming,
    { cancelled, zone },
  );
  return {
    difference: programmeDifference(
      stays.filter(({ imported }) => imported),
      incoming,
    ),
    disagreements: kept.flatMap(({ disagreement }) => disagreement),
    warnings: [...report.notes, ...overlaps],
    rooms,
    speakers,
    recoloured,
    told: programme.sessions.map((session) => toldOf(session, speakers)),
  };
}

/** Whom a session had and has, by its id in the file; a session that a file took out has nobody. */
function sharedSessions(
  sessions: readonly ReadSession[],
  known: ReadonlyMap<string, CurrentItem>,
): SharesSession {
  const before = new Map<string, Set<string>>();
  for (const { guid, speakerKeys } of sessions) {
    const session = known.get(guid);
    const speakers = session && !session.removed ? session.speakers : [];
    for (const key of speakerKeys) {
      const ids = before.get(key) ?? new Set<string>();
      for (const { who } of speakers) ids.add(who);
      before.set(key, ids);
    }
  }
  return (key, id) => before.get(key)?.has(id) ?? false;
}

const namesIn = (sessions: readonly ReadSession[]) =>
  sessions.map(({ room }) => room).filter((name) => name !== null);

/** A session of the file in the rooms of the forum, with the people who the speakers are; none speaks twice. */
function placedSession(
  { speakerKeys, ...session }: ReadSession,
  { names }: ToldRooms,
  { speaking }: ToldSpeakers,
): ProgrammeItem {
  const speakers = speakerKeys.map((key) => speaking.get(key)).filter((one) => one !== undefined);
  return {
    ...session,
    room: names.get(session.room ?? '') ?? null,
    speakers: [...new Map(speakers.map((one) => [one.who, one])).values()],
  };
}

/** What becomes of a session of the file beside what the secretariat decided of it. */
function keptSession(session: ProgrammeItem, before: CurrentItem | undefined, { names }: ToldRooms) {
  if (!before) return { after: session, disagreement: [] };
  const { told } = before;
  const room = told?.room ? { room: names.get(told.room) ?? told.room } : {};
  const { after, disagreements } = keepDecided(before, told && { ...told, ...room }, session);
  const isCancelled = before.state === 'cancelled' && !before.removed;
  const state = isCancelled ? [{ field: 'state', from: 'cancelled', to: 'scheduled' }] : [];
  const fields = [...state, ...disagreements];
  return { after, disagreement: fields.length > 0 ? [{ title: after.title, fields }] : [] };
}

function noteSpeakers({ identified }: ToldSpeakers, report: ImportReport): void {
  for (const { told, known } of identified.respelt) report.add('session.speaker_respelt', known, told);
  for (const name of identified.namesakes) report.add('session.speaker_namesake', '', name);
}

/** A session that a file took out and this one brings back comes as the secretariat had left it. */
function noteReturns(
  incoming: readonly ProgrammeItem[],
  known: ReadonlyMap<string, CurrentItem>,
  report: ImportReport,
): void {
  for (const { guid, title } of incoming) {
    const before = known.get(guid);
    if (!before?.removed) continue;
    if (before.state === 'cancelled') report.add('session.returns_cancelled', title, null);
    if (before.audience !== 'public') report.add('session.returns_closed', title, null);
  }
}

function noteColours(
  told: IncomingProgramme['tracks'],
  known: CurrentProgramme['tracks'],
  report: ImportReport,
): number {
  const colours = new Map(known.map(({ name, colour }) => [name, colour]));
  const others = told.filter(
    ({ name, colour }) => colour !== null && colours.has(name) && colours.get(name) !== colour,
  );
  for (const { name, colour } of others)
    report.add('track.colour_changed', name, [colours.get(name), colour].filter(Boolean).join(' → '));
  return others.length;
}

/** What {@link keepDecided} compares the programme with when the next file comes. */
function toldOf(session: ReadSession, { speaking }: ToldSpeakers) {
  const { guid, title, subtitle, start, minutes, room, track, kind, language, abstract, speakerKeys } =
    session;
  const speakers = speakerKeys.map((key) => speaking.get(key)?.who).filter((id) => id !== undefined);
  return { guid, told: { title, subtitle, start, minutes, room, track, kind, language, abstract, speakers } };
}
