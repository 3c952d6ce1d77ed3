import { sessionAudiences, sessionKinds, sessionStates } from '@forum/domain/programme/session';
import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { day, id, instant, version } from '../scalars.ts';

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

export const inSession = inEdition.extend({ session: id });
