import { sessionAudiences, sessionKinds } from '@forum/domain/programme/session';
import {
  longestAbstract,
  longestSession,
  longestTitle,
  shortestSession,
} from '@forum/domain/programme/session-limits';
import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { route } from '../route.ts';
import { filledLine, id, instant, languageTag, line, prose, version, wallTime } from '../scalars.ts';
import { inSession, session, sessionDetail } from './session.ts';

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
