import { whoAmI } from '@forum/contract/identity/me';
import type { RouteOutput } from '@forum/contract/route';
import type { QueryClient } from '@tanstack/query-core';

type Me = RouteOutput<typeof whoAmI>;

/** What tabs of one browser tell each other: who reads, and for whom. */
export interface ReaderChannel {
  postMessage(reader: string): void;
  onmessage: ((event: MessageEvent<string>) => unknown) | null;
  close(): void;
}

/**
 * Keeps a tab from showing what a former reader read: tabs share one sign-in, so whichever tab learns first that another
 * has signed in, acts for another or has signed out tells the others, and those begin afresh.
 *
 * @param beginAfresh what a tab does whose reader is gone; its cache is empty already
 */
export function followReader(
  client: QueryClient,
  beginAfresh: () => void = reloadBlank,
  channel: ReaderChannel | null = channelOfBrowser(),
): () => void {
  let reader: string | undefined;
  const unsubscribe = client.getQueryCache().subscribe(({ type, query, ...event }) => {
    if (type !== 'updated' || !('action' in event) || event.action.type !== 'success') return;
    // What was kept on the device is of an earlier time and tells nothing of now.
    if (query.queryKey[0] !== whoAmI.path || event.action.manual) return;
    const now = nameOf(query.state.data as Me);
    if (now !== reader) channel?.postMessage(now);
    reader = now;
  });
  if (channel)
    channel.onmessage = ({ data }) => {
      const kept = client.getQueryData<Me>([whoAmI.path, {}, {}]);
      const mine = reader ?? (kept === undefined ? undefined : nameOf(kept));
      // A tab that does not know its reader yet shows nothing of anybody, and asks.
      if (mine === undefined || data === mine) return;
      reader = data;
      client.clear();
      beginAfresh();
    };
  return () => {
    unsubscribe();
    channel?.close();
  };
}

/** The page is empty at once, since loading it again can take a while. */
function reloadBlank(): void {
  document.body.replaceChildren();
  location.reload();
}

const nameOf = (me: Me): string => JSON.stringify([me?.id ?? null, me?.actingFor?.aide ?? null]);

const channelOfBrowser = (): ReaderChannel | null =>
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('forum-reader');
