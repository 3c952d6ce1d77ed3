import { z } from 'zod';
import { heads, instant } from '../scalars.ts';
import { change } from './changes.ts';

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
