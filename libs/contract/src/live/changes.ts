import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { session } from '../programme/session.ts';
import { route } from '../route.ts';
import { heads, id, instant } from '../scalars.ts';

/** What a screen may need to know, told by type. Changes that a whole audience sees carry the new representation. */
export const changeTypes = [
  'session.changed',
  'session.removed',
  'session-people.changed',
  'programme.replaced',
  'edition.changed',
  'firms.changed',
  'meeting.changed',
  'attachments.changed',
  'attachment.saved',
  'interpreters.changed',
  'plan.changed',
  'pin.changed',
  'profile.changed',
  'wish.changed',
  'no-meet.changed',
  'matching.changed',
  'officers.changed',
  'representatives.changed',
  'advice.changed',
  'outcome.changed',
  'star.changed',
  'availability.changed',
  'hall.changed',
  'registration.changed',
  'delegation.changed',
  'aide.changed',
  'factor.changed',
  'rights.changed',
  'journal.erased',
] as const;
export type ChangeType = (typeof changeTypes)[number];

/** Changes that a client lays over what it has, in order of their versions; after every other it reads again. */
export const versionedTypes = ['session.changed', 'session.removed'] as const satisfies ChangeType[];
export type VersionedType = (typeof versionedTypes)[number];
const versioned: ReadonlySet<ChangeType> = new Set(versionedTypes);
export const isVersioned = (type: ChangeType): type is VersionedType => versioned.has(type);

/** One change in one stream, in whose numbers it has its order. */
export const change = z.strictObject({
  stream: z.string(),
  number: z.int().min(1),
  type: z.enum(changeTypes),
  entity: id,
  /** Of the session, for {@link versionedTypes} alone: applying one of them twice, or late, changes nothing. */
  version: z.int().min(0).optional(),
  at: instant,
  /** Only in streams of a whole audience, at most 2 kB; others fetch through the policy. */
  session: session.optional(),
});
export type Change = z.infer<typeof change>;

export const readChanges = route({
  method: 'GET',
  path: '/editions/:edition/changes',
  action: 'changes.read',
  summary: 'Changes since a number, stream by stream; a stream that is too far behind is named in `reset`',
  params: inEdition,
  query: z.strictObject({
    /** `public:12,person:…:4`: each stream that the client follows, with the last number it has. */
    since: z.string().max(4000).default(''),
  }),
  response: z.strictObject({ changes: z.array(change), heads, reset: z.array(z.string()) }),
});
