import { type Change, change, readChanges } from '@forum/contract/live/changes';
import type { Computed } from '@forum/contract/live/events';
import { call, ProblemError } from '../http.ts';
import {
  liveBefore,
  type LiveEffect,
  type LiveEvent,
  type LiveStatus,
  type LiveTimer,
} from './live-state.ts';
import { keepLastContact, lastContact } from './last-contact.ts';
import { socketOf } from './socket.ts';
import { step } from './step.ts';
import { type Heads, sinceOf } from './streams.ts';

/** What a live client is for and whom it tells. */
export interface LiveOptions {
  /** Slug of the edition. */
  edition: string;
  /** Each change exactly once, in order within its stream. */
  onChanges(changes: readonly Change[]): void;
  /** The server has computed something anew. */
  onComputed?(what: Computed): void;
  /** Changes up to these heads cannot be had: fetch afresh. */
  onReset(heads: Heads): void;
  /** The first welcome: changes are told from these heads on. */
  onJoined?(heads: Heads): void;
  /** Milliseconds since 1970. */
  now?(): number;
}

/** A running live client. */
export interface Live {
  /** For `useSyncExternalStore(live.status.subscribe, live.status.get)`. */
  status: { get(): LiveStatus; subscribe(listener: () => void): () => void };
  /** Tells at which heads something was read, so that catching up begins there. */
  fetched(heads: Heads): void;
  stop(): void;
}

/**
 * Follows an edition live: over a socket while there is one, else by asking every 15 s. The decisions are those of
 * `step`; this is only the shell with the socket, the clock and the timers.
 */
export function createLive(options: LiveOptions): Live {
  const now = options.now ?? (() => Date.now());
  const listeners = new Set<() => void>();
  const timers = new Map<LiveTimer, ReturnType<typeof setTimeout>>();
  const gone = new AbortController();
  let state = liveBefore(now(), lastContact());

  const hear = (event: LiveEvent) => {
    if (gone.signal.aborted) return;
    const { status: before, contactAt } = state;
    const next = step(state, event, { now: now(), random: Math.random() });
    state = next.state;
    if (state.contactAt !== null && state.contactAt !== contactAt) keepLastContact(state.contactAt);
    for (const effect of next.effects) run(effect);
    if (state.status !== before) for (const listener of listeners) listener();
  };
  const socket = socketOf(options.edition, hear);

  const askFor = async (since: Heads): Promise<LiveEvent> => {
    try {
      const input = { params: { edition: options.edition }, query: { since: sinceOf(since) } };
      const answer = await call(readChanges, input, { signal: gone.signal });
      // A change that a newer server tells in words of its own is left out; the gap then asks for a fresh fetch.
      const changes = answer.changes.filter((one) => change.safeParse(one).success);
      return { kind: 'caught-up', ...answer, changes };
    } catch (error) {
      return { kind: 'ask-failed', reached: error instanceof ProblemError && error.problem.status > 0 };
    }
  };

  const setTimer = (timer: LiveTimer, after: number | null) => {
    clearTimeout(timers.get(timer));
    if (after !== null)
      timers.set(
        timer,
        setTimeout(() => hear({ kind: 'timer', timer }), after),
      );
  };

  const run = (effect: LiveEffect): void => {
    if (effect.kind === 'connect') socket.open();
    else if (effect.kind === 'disconnect') socket.close();
    else if (effect.kind === 'ask') void askFor(effect.since).then(hear);
    else if (effect.kind === 'apply') options.onChanges(effect.changes);
    else if (effect.kind === 'computed') options.onComputed?.(effect.what);
    else if (effect.kind === 'reset') options.onReset(effect.heads);
    else if (effect.kind === 'joined') options.onJoined?.(effect.heads);
    else setTimer(effect.timer, effect.after);
  };

  const forgetWaking = onWaking(
    () => hear({ kind: 'woke' }),
    () => hear({ kind: 'cut-off' }),
  );
  hear({ kind: 'start' });
  if (typeof navigator !== 'undefined' && navigator.onLine === false) hear({ kind: 'cut-off' });

  return {
    status: {
      get: () => state.status,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    fetched: (heads) => hear({ kind: 'fetched', heads }),
    stop() {
      gone.abort();
      forgetWaking();
      socket.close();
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

/** The device has lost its network, or has it again, or the page is looked at again: moments to look whether the socket lives. */
function onWaking(woke: () => void, cutOff: () => void): () => void {
  if (typeof document === 'undefined') return () => undefined;
  const looked = () => {
    if (document.visibilityState === 'visible') woke();
  };
  addEventListener('online', woke);
  addEventListener('offline', cutOff);
  document.addEventListener('visibilitychange', looked);
  return () => {
    removeEventListener('online', woke);
    removeEventListener('offline', cutOff);
    document.removeEventListener('visibilitychange', looked);
  };
}
