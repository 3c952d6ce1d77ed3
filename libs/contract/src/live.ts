import { z } from 'zod';
import { inEdition } from './editions.ts';
import { route } from './route.ts';
import { session } from './programme.ts';
import { flag, heads, id, instant } from './scalars.ts';

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

/** What the server computes behind the answers it gives. */
export const computedThings = ['matching'] as const;
export type Computed = (typeof computedThings)[number];

/** Sent by the server over Socket.IO. Payloads are validated by these schemas on both sides. */
export const serverEvents = {
  /** After connecting: the streams this socket follows, and the number each stands at. */
  welcome: z.strictObject({ heads, now: instant }),
  /** A batch of changes, in order within each stream. */
  changes: z.strictObject({ changes: z.array(change) }),
  /** Every 15 s: where each stream stands, and the server's clock. */
  heartbeat: z.strictObject({ heads, now: instant }),
  /**
   * What the node has computed is newer, or no longer all so: worth asking again. It says the same to everybody, is in no
   * stream and in no journal, and may be lost: an answer says itself that a newer one is on its way.
   */
  computed: z.strictObject({ what: z.enum(computedThings) }),
  /** Whether the database answers; while it does not, nothing new can be told and nothing can be saved. */
  database: z.strictObject({ answers: z.boolean() }),
  /** The server goes away; come back after so many milliseconds. */
  leaving: z.strictObject({ retryAfter: z.int() }),
} as const;

/** Sent by a client. It says which edition it looks at; streams come from the server's policy. */
export const clientEvents = { follow: z.strictObject({ edition: z.string().max(64) }) } as const;

export const auditEntry = z.strictObject({
  sequence: z.int(),
  at: instant,
  type: z.string(),
  entity: id,
  by: z.string().nullable(),
  actingFor: z.string().nullable(),
  hash: z.string(),
});

export const readAudit = route({
  method: 'GET',
  path: '/editions/:edition/audit',
  action: 'audit.read',
  summary: 'The journal of an edition, newest first: who did what, for whom',
  params: inEdition,
  query: z.strictObject({ before: z.coerce.number().int().optional(), mine: flag.default(false) }),
  response: z.array(auditEntry),
});
