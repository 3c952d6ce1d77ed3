import type { ComparedProgramme } from './compared-programme.ts';
import type { IncomingProgramme } from './incoming-programme.ts';

/** What an import writes, in the JSON that its statements take. */
export interface WrittenProgramme {
  /** How many sessions are new or change, and how many tracks. */
  count: number;
  rooms: string;
  tracks: string;
  speakers: string;
  /** What the file calls each speaker. */
  keys: string;
  sessions: string;
  /** Who speaks where, by the guid of the session and the id of the speaker. */
  speaking: string;
  /** What the file says of each session, the unchanged too. */
  told: string;
}

/** What applying a difference writes. */
export function writtenProgramme(
  { tracks, speakers: told }: IncomingProgramme,
  { difference, rooms, speakers, recoloured, told: toldOfSessions }: ComparedProgramme,
): WrittenProgramme {
  const sessions = [...difference.added, ...difference.changed.map(({ after }) => after)];
  const needed = new Set(sessions.flatMap((session) => session.speakers.map(({ who }) => who)));
  const places = new Set(sessions.map(({ room }) => room));
  const isKept = (id: string) => needed.has(id) || speakers.written.get(id)?.isNew === false;
  return {
    count: sessions.length + recoloured,
    rooms: JSON.stringify(rooms.written.filter(({ id, name }) => id !== null || places.has(name))),
    tracks: JSON.stringify(tracks),
    speakers: JSON.stringify([...speakers.written.values()].filter(({ id }) => needed.has(id))),
    keys: JSON.stringify(
      told
        .map(({ key }) => ({ key, id: speakers.speaking.get(key)?.who ?? '' }))
        .filter(({ id }) => isKept(id)),
    ),
    sessions: JSON.stringify(sessions.map(({ speakers: _speakers, ...session }) => session)),
    speaking: JSON.stringify(
      sessions.flatMap(({ guid, speakers: all }) =>
        all.map(({ who }, position) => ({ guid, who, position })),
      ),
    ),
    told: JSON.stringify(toldOfSessions),
  };
}
