import type { Change } from '@forum/contract/live/changes';
import type { QueryClient } from '@tanstack/query-core';
import { FollowedCache } from './apply-changes.ts';
import { askFailedAgain } from './ask-failed-again.ts';
import { createLive, type Live } from './live.ts';
import type { Answered } from './overlay.ts';

/** An edition that is followed live into the cache. */
export interface FollowedEdition {
  status: Live['status'];
  /** Takes the entities in the answer to a write at once, and keeps older reads from undoing them. */
  absorb(answered: Answered): void;
  /** Tells each batch of changes after it was applied, for marking rows and saying what was news. */
  onChanges(listener: (changes: readonly Change[]) => void): () => void;
  stop(): void;
}

/**
 * Follows an edition live and keeps the TanStack cache equal to a fresh fetch, whatever happens to the connection.
 *
 * @example const followed = followEdition(queryClient, 'seoul-2027'); useSyncExternalStore(followed.status.subscribe, followed.status.get)
 */
export function followEdition(client: QueryClient, edition: string): FollowedEdition {
  const listeners = new Set<(changes: readonly Change[]) => void>();
  const cache = new FollowedCache(client, edition, {
    fetched: (heads) => live.fetched(heads),
    wait: (ms, then) => void setTimeout(then, ms),
  });
  const live = createLive({
    edition,
    onChanges(changes) {
      cache.apply(changes);
      for (const listener of listeners) listener(changes);
    },
    onComputed: (what) => cache.computed(what),
    onReset: (heads) => cache.reset(heads),
    onJoined: (heads) => cache.joined(heads),
  });
  const stopAsking = askFailedAgain(client, live.status);
  return {
    status: live.status,
    absorb: (answered) => cache.absorb(answered),
    onChanges(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      stopAsking();
      live.stop();
      cache.stop();
    },
  };
}
