import { type FollowedEdition, followEdition } from '@forum/client/live/follow-edition';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';

/**
 * Follows an edition live for as long as it is on the screen; null until the connection is begun.
 *
 * @param reader who looks: the server decides by it which streams there are, so another reader is another connection
 */
export function useFollowed(edition: string, reader: string): FollowedEdition | null {
  const client = useQueryClient();
  const following = useMemo(() => followingOf(client, edition, reader), [client, edition, reader]);
  return useSyncExternalStore(following.subscribe, following.get);
}

function followingOf(client: QueryClient, edition: string, reader: string) {
  let followed: FollowedEdition | null = null;
  return {
    reader,
    get: () => followed,
    subscribe() {
      const begun = followEdition(client, edition);
      followed = begun;
      return () => {
        begun.stop();
        followed = null;
      };
    },
  };
}
