import type { Change } from '@forum/contract/live/changes';
import type { Computed } from '@forum/contract/live/events';
import type { Heads } from './streams.ts';

/** What the reader is told of the connection; a screen says so in words only when it matters. */
export interface LiveStatus {
  state: 'live' | 'reconnecting' | 'polling' | 'offline' | 'catching-up' | 'stalled';
  /** Instant since when it is so; of `offline`, when the forum was last heard, by its clock; null if never. */
  since: string | null;
  /** How many milliseconds the server's clock is ahead of this device's. */
  clockOffset: number;
}

/** Everything the live client knows; replaced, never changed. */
export interface LiveState {
  /** `opening` until the server's welcome, which names our streams. */
  socket: 'closed' | 'opening' | 'open';
  /** Attempts to open a socket since the last one that stood. */
  attempt: number;
  /** The server has said on this socket that its database does not answer. */
  stalled: boolean;
  last: Heads;
  /** Changes behind a gap. */
  waiting: readonly Change[];
  /** Where we stood when we asked for what is missing; null when nothing is asked. */
  asking: Heads | null;
  /** Something more was missed while we asked. */
  askAgain: boolean;
  /** Whether a welcome came ever. */
  welcomed: boolean;
  /** The answers to polling, while there is no socket. */
  polls: 'none' | 'answered' | 'unanswered';
  heardAt: number;
  /** When the forum was last heard on this device, in an earlier load of the page too, by the forum's clock. */
  contactAt: number | null;
  status: LiveStatus;
}

/** What happens to the live client. */
export type LiveEvent =
  | { kind: 'start' }
  | { kind: 'welcome'; heads: Heads; now: string }
  | { kind: 'changes'; changes: readonly Change[] }
  | { kind: 'heartbeat'; heads: Heads; now: string }
  /** The server has computed something anew. */
  | { kind: 'computed'; what: Computed }
  /** Whether the server's database answers. */
  | { kind: 'database'; answers: boolean }
  | { kind: 'leaving'; retryAfter: number }
  | { kind: 'closed' }
  /** The device says that it has no network. */
  | { kind: 'cut-off' }
  /** The device says it is online again, or the page is looked at again. */
  | { kind: 'woke' }
  /** Data was fetched that was read at these heads. */
  | { kind: 'fetched'; heads: Heads }
  | { kind: 'caught-up'; changes: readonly Change[]; heads: Heads; reset: readonly string[] }
  | { kind: 'ask-failed'; reached: boolean }
  | { kind: 'timer'; timer: LiveTimer };

export type LiveTimer = 'reconnect' | 'poll' | 'silence';

/** What the shell must do then, in this order. */
export type LiveEffect =
  | { kind: 'connect' }
  | { kind: 'disconnect' }
  | { kind: 'ask'; since: Heads }
  | { kind: 'apply'; changes: Change[] }
  /** Read again what rests on it. */
  | { kind: 'computed'; what: Computed }
  /** Changes up to these heads cannot be had, or streams came or went: fetch afresh, at these heads or later. */
  | { kind: 'reset'; heads: Heads }
  /** The first welcome. From these heads on every change is told; what was fetched before them is not enough. */
  | { kind: 'joined'; heads: Heads }
  /** Sets or, with null, clears a timer. */
  | { kind: 'timer'; timer: LiveTimer; after: number | null };

/** The clock and the chance of this very step. */
export interface Moment {
  /** Milliseconds since 1970 on this device. */
  now: number;
  /** From 0 up to 1. */
  random: number;
}

/** Before anything happened; `contactAt` is what an earlier load of the page remembers. */
export function liveBefore(now: number, contactAt: number | null = null): LiveState {
  return {
    socket: 'closed',
    attempt: 0,
    stalled: false,
    last: {},
    waiting: [],
    asking: null,
    askAgain: false,
    welcomed: false,
    polls: 'none',
    heardAt: now,
    contactAt,
    status: { state: 'reconnecting', since: new Date(now).toISOString(), clockOffset: 0 },
  };
}
