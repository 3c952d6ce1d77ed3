import { accreditationStates } from '@forum/domain/accreditation/accreditation';
import { longestSpeaker } from '@forum/domain/programme/session-limits';
import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { done, route } from '../route.ts';
import { filledLine, id, line } from '../scalars.ts';
import { inSession } from './session.ts';

/** Somebody as the desk names them; what they may see of a session also depends on their accreditation. */
const sessionPerson = z.strictObject({
  /** Null for a person who takes no part in this edition. */
  delegateId: id.nullable(),
  name: z.string(),
  organisation: z.string(),
  state: z.enum(accreditationStates).nullable(),
});
export type SessionPerson = z.infer<typeof sessionPerson>;

/** Who is cleared for a session by name, and who speaks in it. */
export const sessionPeople = z.strictObject({
  named: z.array(sessionPerson),
  speakers: z.array(
    z.strictObject({
      id,
      name: z.string(),
      organisation: z.string().nullable(),
      /** The person that the speaker is; null when nobody has said. */
      person: sessionPerson.nullable(),
    }),
  ),
});
export type SessionPeople = z.infer<typeof sessionPeople>;

export const readSessionPeople = route({
  method: 'GET',
  path: '/editions/:edition/sessions/:session/people',
  action: 'programme.edit',
  summary: 'Who is cleared for a session by name, and which persons its speakers are',
  params: inSession,
  response: sessionPeople,
});

export const nameForSession = route({
  method: 'PUT',
  path: '/editions/:edition/sessions/:session/named/:delegate',
  action: 'programme.edit',
  summary: 'Clear a delegate for a session while it is restricted; it takes effect once they are accredited',
  params: inSession.extend({ delegate: id }),
  response: done,
});

export const unnameForSession = route({
  method: 'DELETE',
  path: '/editions/:edition/sessions/:session/named/:delegate',
  action: 'programme.edit',
  summary: 'Take the clearance for a session from a delegate, at once',
  params: inSession.extend({ delegate: id }),
  response: done,
});

export const addSpeaker = route({
  method: 'POST',
  path: '/editions/:edition/sessions/:session/speakers',
  action: 'programme.edit',
  summary: 'Add a speaker behind the others: a delegate, or somebody by name; imports leave them alone',
  params: inSession,
  body: z.union([
    z.strictObject({ delegateId: id }),
    z.strictObject({ name: filledLine(longestSpeaker), organisation: line(longestSpeaker) }),
  ]),
  response: done,
});

export const removeSpeaker = route({
  method: 'DELETE',
  path: '/editions/:edition/sessions/:session/speakers/:speaker',
  action: 'programme.edit',
  summary: 'Take a speaker out of a session',
  params: inSession.extend({ speaker: id }),
  response: done,
});

export const linkSpeaker = route({
  method: 'PUT',
  path: '/editions/:edition/speakers/:speaker/delegate',
  action: 'programme.edit',
  summary: 'Say which delegate a speaker is, who then sees all sessions that they speak in; null for nobody',
  params: inEdition.extend({ speaker: id }),
  body: z.strictObject({ delegateId: id.nullable() }),
  response: done,
});
