import { type ProgrammeDifference } from '@forum/domain/programme/difference';
import { type IncomingProgramme, type IncomingSession } from './incoming-programme.ts';
import { type CurrentItem } from './programme-difference.ts';

/** What an import writes, in the JSON that its statements take. */
export interface WrittenProgramme {
  /** How many sessions are new or change. */
  count: number;
  rooms: string[];
  tracks: string;
  speakers: string;
  sessions: string;
  /** Who speaks where, by the guid of the session and the key of the speaker. */
  speaking: string;
}

/** What applying a difference writes. */
export function writtenProgramme(
  { tracks, speakers }: IncomingProgramme,
  { added, changed }: ProgrammeDifference<CurrentItem, IncomingSession>,
): WrittenProgramme {
  const sessions = [...added, ...changed.map(({ after }) => after)];
  const needed = new Set(sessions.flatMap(({ speakerKeys }) => speakerKeys));
  return {
    count: sessions.length,
    rooms: [...new Set(sessions.map(({ room }) => room))].filter((name) => name !== null),
    tracks: JSON.stringify(tracks),
    speakers: JSON.stringify(speakers.filter(({ key }) => needed.has(key))),
    sessions: JSON.stringify(sessions),
    speaking: JSON.stringify(
      sessions.flatMap(({ guid, speakerKeys }) =>
        speakerKeys.map((key, position) => ({ guid, key, position })),
      ),
    ),
  };
}
