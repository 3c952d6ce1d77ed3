import { sessionAudiences, sessionKinds, sessionStates } from '@forum/domain/programme/session';
import {
  longestAbstract,
  longestPlace,
  longestSession,
  longestTitle,
  shortestSession,
} from '@forum/domain/programme/session-limits';
import { z } from 'zod';
import { inEdition } from './editions.ts';
import { done, route } from './route.ts';
import {
  day,
  filledLine,
  heads,
  id,
  instant,
  languageTag,
  line,
  prose,
  version,
  wallTime,
} from './scalars.ts';

export const room = z.strictObject({ id, name: z.string(), position: z.int() });
export const track = z.strictObject({ id, name: z.string(), colour: z.string().nullable() });
export const speaker = z.strictObject({ id, name: z.string(), organisation: z.string().nullable() });

/** A session as it stands in a list; short keys would save little once compressed, so names stay whole. */
export const session = z.strictObject({
  id,
  version,
  title: z.string(),
  subtitle: z.string().nullable(),
  kind: z.enum(sessionKinds),
  state: z.enum(sessionStates),
  audience: z.enum(sessionAudiences),
  start: instant,
  end: instant,
  /** The day of the edition that it belongs to: a session past midnight stays with its first day. */
  day,
  roomId: id.nullable(),
  trackId: id.nullable(),
  language: z.string().nullable(),
  speakerIds: z.array(id),
  /** Where and when it stood before its last change, while the edition is live. */
  was: z.strictObject({ start: instant, roomId: id.nullable(), at: instant }).nullable(),
});
export type Session = z.infer<typeof session>;

export const sessionDetail = session.extend({
  abstract: z.string(),
  description: z.string(),
  url: z.string().nullable(),
  links: z.array(z.strictObject({ title: z.string(), url: z.string() })),
});
export type SessionDetail = z.infer<typeof sessionDetail>;

/** The programme that one audience sees; built once per change, answered with 304 while it stands. */
export const programme = z.strictObject({
  zone: z.string(),
  days: z.array(day),
  rooms: z.array(room),
  tracks: z.array(track),
  speakers: z.array(speaker),
  sessions: z.array(session),
  heads,
});
export type Programme = z.infer<typeof programme>;

export const readProgramme = route({
  method: 'GET',
  path: '/editions/:edition/programme',
  action: 'programme.read',
  summary: 'The programme as the reader may see it, without restricted sessions',
  params: inEdition,
  response: programme,
});

export const readRestricted = route({
  method: 'GET',
  path: '/editions/:edition/programme/restricted',
  action: 'programme.read',
  summary: 'The restricted sessions that this reader is cleared for; never stored on a device',
  params: inEdition,
  response: z.strictObject({
    sessions: z.array(session),
    speakers: z.array(speaker),
    rooms: z.array(room),
    heads,
  }),
});

const inSession = inEdition.extend({ session: id });

export const readSession = route({
  method: 'GET',
  path: '/editions/:edition/sessions/:session',
  action: 'programme.read',
  summary: 'One session with its texts',
  params: inSession,
  response: sessionDetail.extend({ speakers: z.array(speaker), heads }),
});

const clash = z.strictObject({
  kind: z.enum(['room', 'speaker', 'meeting', 'starred']),
  with: z.string(),
  /** Nobody is named of those who only starred it. */
  who: z.string().nullable(),
  /** How many people; more than one only where nobody is named. */
  count: z.int().min(1),
  start: instant,
  end: instant,
});

/** Whom a change touches: shown before it is confirmed. */
export const sessionImpact = z.strictObject({
  /** Sessions as they would be. */
  sessions: z.array(session),
  clashes: z.array(clash),
  /** How many people have starred one of the sessions. */
  starred: z.int(),
});
export type SessionImpact = z.infer<typeof sessionImpact>;

const sessionMinutes = z.int().min(shortestSession).max(longestSession);

/** One change of a session by the secretariat; times are wall times in the edition's zone. */
export const sessionChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('move'),
    start: wallTime,
    roomId: id.nullable().optional(),
    /** How long it is from then on; as long as before unless told. */
    minutes: sessionMinutes.optional(),
  }),
  z.strictObject({
    kind: z.literal('delay'),
    minutes: z.int().min(1).max(600),
    shiftFollowing: z.boolean(),
    /** Breaks give way: what follows shifts only as far as it must. */
    onlyAsNeeded: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('room'), roomId: id.nullable() }),
  z.strictObject({ kind: z.literal('cancel') }),
  z.strictObject({ kind: z.literal('reinstate') }),
]);
export type SessionChange = z.infer<typeof sessionChange>;

export const previewSessionChange = route({
  method: 'POST',
  path: '/editions/:edition/sessions/:session/preview',
  action: 'programme.edit',
  summary: 'What a change would do: the sessions as they would be, the clashes, how many it touches',
  params: inSession,
  body: z.strictObject({ change: sessionChange }),
  response: sessionImpact,
});

export const changeSession = route({
  method: 'POST',
  path: '/editions/:edition/sessions/:session/changes',
  action: 'programme.edit',
  summary: 'Move, delay, change the room of, cancel or reinstate a session; everyone concerned sees it live',
  params: inSession,
  body: z.strictObject({ version, change: sessionChange }),
  response: z.strictObject({ sessions: z.array(session) }),
});

const sessionText = {
  title: filledLine(longestTitle),
  subtitle: line(longestTitle).nullable(),
  kind: z.enum(sessionKinds),
  audience: z.enum(sessionAudiences),
  trackId: id.nullable(),
  language: languageTag.nullable(),
  abstract: prose(longestAbstract),
};

const newSession = z.strictObject({
  ...sessionText,
  subtitle: sessionText.subtitle.default(null),
  language: sessionText.language.default(null),
  start: wallTime,
  minutes: sessionMinutes,
  roomId: id.nullable(),
});

export const previewNewSession = route({
  method: 'POST',
  path: '/editions/:edition/sessions/preview',
  action: 'programme.edit',
  summary: 'What a new session would clash with; nothing is written',
  params: inEdition,
  body: newSession,
  response: z.strictObject({ clashes: z.array(clash) }),
});

export const createSession = route({
  method: 'POST',
  path: '/editions/:edition/sessions',
  action: 'programme.edit',
  summary: 'Add a session',
  params: inEdition,
  body: newSession,
  response: sessionDetail,
});

export const editSession = route({
  method: 'PATCH',
  path: '/editions/:edition/sessions/:session',
  action: 'programme.edit',
  summary:
    'Change title, texts, kind, track, language or audience of a session; an audience that lets more people see it is confirmed',
  params: inSession,
  body: z.strictObject({
    version,
    ...z.object(sessionText).partial().shape,
    /** The audience that somebody was asked about and confirmed; required when more people see the session with it. */
    confirmedAudience: z.enum(sessionAudiences).optional(),
  }),
  response: sessionDetail,
});

export const listRoomsAndTracks = route({
  method: 'GET',
  path: '/editions/:edition/rooms-and-tracks',
  action: 'programme.edit',
  summary:
    'Every room and track, those too that no session uses; the programme names only those of the sessions in it',
  params: inEdition,
  response: z.strictObject({ rooms: z.array(room), tracks: z.array(track) }),
});

export const addRoom = route({
  method: 'POST',
  path: '/editions/:edition/rooms',
  action: 'programme.edit',
  summary: 'Add a room',
  params: inEdition,
  body: z.strictObject({ name: filledLine(longestPlace) }),
  response: room,
});

export const renameRoom = route({
  method: 'PATCH',
  path: '/editions/:edition/rooms/:room',
  action: 'programme.edit',
  summary: 'Give a room another name; its sessions stay in it',
  params: inEdition.extend({ room: id }),
  body: z.strictObject({ name: filledLine(longestPlace) }),
  response: room,
});

export const addTrack = route({
  method: 'POST',
  path: '/editions/:edition/tracks',
  action: 'programme.edit',
  summary: 'Add a track, which sessions can then belong to',
  params: inEdition,
  body: z.strictObject({ name: filledLine(longestPlace) }),
  response: track,
});

/** What an import would do, and what was skipped on reading; held when it removes too much at once. */
export const importNote = z.strictObject({
  code: z.string(),
  where: z.string(),
  value: z.string(),
  /** How often the whole file has it, where only the first is told. */
  count: z.int().min(2).optional(),
});
/** How many items an import adds, changes and removes; its lists hold the first 200 of each. */
export const importSums = z.strictObject({ added: z.int(), changed: z.int(), removed: z.int() });
const importField = z.strictObject({ field: z.string(), from: z.string(), to: z.string() });
/** Who a speaker of a file is, which only people can tell: one whom the secretariat has linked, or another person. */
const speakerQuestion = z.strictObject({
  /** What the file calls them. */
  key: z.string(),
  told: z.strictObject({ name: z.string(), organisation: z.string().nullable() }),
  /** Who it might be, and the person that they are linked to. */
  known: z.strictObject({ id, name: z.string(), person: z.string().nullable() }),
});
export const programmeImport = z.strictObject({
  id,
  source: z.string(),
  notes: z.array(importNote),
  sums: importSums,
  added: z.array(z.strictObject({ title: z.string(), start: instant, room: z.string().nullable() })),
  changed: z.array(
    z.strictObject({
      title: z.string(),
      fields: z.array(importField),
    }),
  ),
  removed: z.array(z.strictObject({ title: z.string(), start: instant })),
  unchanged: z.int(),
  /** Sessions of which the file says something else than the secretariat decided, which stays; the first 200. */
  disagreements: z.array(z.strictObject({ title: z.string(), fields: z.array(importField) })),
  disagreeing: z.int(),
  /** To be answered before it is applied. */
  questions: z.array(speakerQuestion),
  warnings: z.array(importNote),
  held: z.boolean(),
  state: z.enum(['proposed', 'applied', 'discarded']),
  createdAt: instant,
});
export type ProgrammeImport = z.infer<typeof programmeImport>;

export const proposeImport = route({
  method: 'POST',
  path: '/editions/:edition/programme/imports',
  action: 'programme.import',
  summary: 'Read a schedule.xml or schedule.json and show what it would change; nothing is applied',
  params: inEdition,
  query: z.strictObject({ name: line(200).default('schedule') }),
  body: z.instanceof(Uint8Array),
  accepts: 'application/octet-stream',
  limit: 20 * 1024 * 1024,
  response: programmeImport,
});

export const listImports = route({
  method: 'GET',
  path: '/editions/:edition/programme/imports',
  action: 'programme.import',
  summary: 'The imports of this edition, newest first',
  params: inEdition,
  response: z.array(programmeImport),
});

export const applyImport = route({
  method: 'POST',
  path: '/editions/:edition/programme/imports/:import',
  action: 'programme.import',
  summary:
    'Apply a shown difference; a held one wants its removals confirmed by number, and its questions about speakers answered',
  params: inEdition.extend({ import: id }),
  body: z.strictObject({
    confirmRemovals: z.int().min(0).optional(),
    /** Who each speaker is that was asked about; null for another person than any that is known. */
    speakers: z
      .array(z.strictObject({ key: z.string().max(400), speaker: id.nullable() }))
      .max(1000)
      .optional(),
  }),
  response: programmeImport,
});

export const star = route({
  method: 'PUT',
  path: '/editions/:edition/sessions/:session/star',
  action: 'agenda.own',
  summary: 'Put a session into my agenda',
  params: inSession,
  response: done,
});

export const unstar = route({
  method: 'DELETE',
  path: '/editions/:edition/sessions/:session/star',
  action: 'agenda.own',
  summary: 'Take a session out of my agenda',
  params: inSession,
  response: done,
});

export const readStars = route({
  method: 'GET',
  path: '/editions/:edition/stars',
  action: 'agenda.own',
  summary: 'The sessions in my agenda',
  params: inEdition,
  response: z.strictObject({ sessionIds: z.array(id), heads }),
});
