import { type FollowedEdition, followEdition } from '@forum/client/live/follow-edition';
import { queryOf } from '@forum/client/query';
import { type Edition } from '@forum/contract/editions';
import { whoAmI } from '@forum/contract/identity';
import { deviceZone } from '../lib/instants.ts';
import { VenueContext } from '../lib/venue.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { EditionContext } from '../lib/edition.ts';

/** Puts an edition on the screen: its clock, its live changes, and who looks at it. */
export function EditionProvider({ edition, children }: { edition: Edition; children: ReactNode }): ReactNode {
  const me = useQuery(queryOf(whoAmI)).data ?? null;
  const client = useQueryClient();
  const [followed, setFollowed] = useState<FollowedEdition | null>(null);
  const reader = `${me?.id} ${me?.actingFor?.id}`;
  useEffect(() => {
    // Whoever looks decides which streams there are, so another reader is another connection.
    const following = followEdition(client, edition.slug);
    setFollowed(following);
    return () => following.stop();
  }, [client, edition.slug, reader]);
  const venue = useMemo(
    () => ({ city: edition.capital.name, zone: edition.zone, readerZone: me?.zone ?? deviceZone() }),
    [edition, me?.zone],
  );
  const view = useMemo(() => ({ edition, me, followed }), [edition, me, followed]);
  return (
    <EditionContext value={view}>
      <VenueContext value={venue}>{children}</VenueContext>
    </EditionContext>
  );
}
