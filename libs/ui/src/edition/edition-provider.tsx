import { queryOf } from '@forum/client/query';
import type { Edition } from '@forum/contract/editions/editions';
import { whoAmI } from '@forum/contract/identity/me';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { capitalName } from '../lib/capital-name.ts';
import { EditionContext } from '../lib/edition.ts';
import { deviceZone } from '../lib/instants.ts';
import { useFollowed } from '../lib/use-followed.ts';
import { VenueContext } from '../lib/venue.ts';

/** Puts an edition on the screen: its clock, its live changes, and who looks at it. */
export function EditionProvider({ edition, children }: { edition: Edition; children: ReactNode }): ReactNode {
  const me = useQuery(queryOf(whoAmI)).data ?? null;
  const { i18n } = useTranslation();
  const city = capitalName(edition.capital, i18n);
  const followed = useFollowed(edition.slug, `${me?.id} ${me?.actingFor?.aide}`);
  const venue = useMemo(
    () => ({
      ...{ city, zone: edition.zone, startsOn: edition.startsOn },
      readerZone: me?.zone ?? deviceZone(),
    }),
    [city, edition.zone, edition.startsOn, me?.zone],
  );
  const view = useMemo(() => ({ edition, me, followed }), [edition, me, followed]);
  return (
    <EditionContext value={view}>
      <VenueContext value={venue}>{children}</VenueContext>
    </EditionContext>
  );
}
