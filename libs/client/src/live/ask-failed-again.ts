import type { QueryClient } from '@tanstack/query-core';
import { problemIn } from '../http.ts';
import type { Live } from './live.ts';

/** Asks again, once the forum is back, for what could not be read while it or its database was away. */
export function askFailedAgain(client: QueryClient, status: Live['status']): () => void {
  let before = status.get().state;
  return status.subscribe(() => {
    const { state } = status.get();
    // Where no socket gets through, polling is all that comes back.
    const isBack = state !== before && (state === 'live' || (state === 'polling' && before === 'offline'));
    before = state;
    if (!isBack) return;
    void client.refetchQueries({
      type: 'active',
      predicate: (query) => query.state.status === 'error' && isOfAbsence(query.state.error),
    });
  });
}

/** Whether nobody answered, rather than that it was refused. */
function isOfAbsence(error: Error | null): boolean {
  const { code, status } = problemIn(error);
  return code === 'network.offline' || status >= 500;
}
