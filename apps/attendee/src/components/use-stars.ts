import type { Waiting } from '@forum/client/offline/waiting-stars';
import { queryOf } from '@forum/client/query';
import type { Session } from '@forum/contract/programme/session';
import { readStars } from '@forum/contract/programme/stars';
import { useEdition } from '@forum/ui/lib/edition';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { waitingStars } from '../query-client.ts';
import { readerOf } from '../waiting-stars.ts';

/** The sessions that I have starred, those included that wait for the network, and how to star one. */
export function useStars() {
  const { edition, me } = useEdition();
  const query = useQuery({
    ...queryOf(readStars, { params: { edition: edition.slug } }),
    enabled: me !== null,
  });
  const starred = query.data?.sessionIds;
  const reader = me && readerOf(me);
  const { turns } = useWaiting();
  const own = useMemo(
    () => turns.filter((turn) => turn.reader === reader && turn.edition === edition.slug),
    [turns, reader, edition.slug],
  );
  const ids = useMemo(() => {
    const shown = new Set(starred);
    for (const { session, on } of own)
      if (on) shown.add(session);
      else shown.delete(session);
    return shown;
  }, [starred, own]);
  const waiting = useMemo(() => new Set(own.map(({ session }) => session)), [own]);
  return {
    ids,
    /** Turned here and not told to the forum yet. */
    waiting,
    canStar: reader !== null,
    /** Whether it was read, or cannot be. */
    areKnown: starred !== undefined || query.isError,
    turn: (session: Session, on: boolean) => {
      if (reader) void waitingStars.turn({ reader, edition: edition.slug, session: session.id, on });
    },
  };
}

/** What waits on this device, and what was refused. */
export const useWaiting = (): Waiting => useSyncExternalStore(waitingStars.subscribe, waitingStars.get);
