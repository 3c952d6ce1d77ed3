import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { route } from '../route.ts';
import { day, heads } from '../scalars.ts';
import { inSession, room, session, sessionDetail, speaker, track } from './session.ts';

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

export const readSession = route({
  method: 'GET',
  path: '/editions/:edition/sessions/:session',
  action: 'programme.read',
  summary: 'One session with its texts',
  params: inSession,
  response: sessionDetail.extend({ speakers: z.array(speaker), heads }),
});
