import { queryOf } from '@forum/client/query';
import { readProfile } from '@forum/contract/matchmaking/profiles';
import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { Heading } from '@forum/ui/shell/heading';
import { Empty } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BackTo } from '../../components/back-to.tsx';
import { countryOptions } from '@forum/ui/lib/country-options';
import { NoMeetList } from '../../features/matchmaking/no-meet-list.tsx';
import { ProfileForm } from '../../features/matchmaking/profile/profile-form.tsx';

/** What one's own firm offers and needs, and whom it never wants to meet. */
export function OurProfile(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const standing = useStanding();
  return (
    <div className="page">
      <BackTo to={`/e/${edition.slug}/whom-to-meet`} label={t('match.title')} />
      <Heading tab={t('profile.title')} />
      {standing?.firmId ? (
        <OfFirm firm={standing.firmId} />
      ) : (
        <Empty title={t('match.firms-only')}>
          <Link className="button" to={`/e/${edition.slug}/firms`}>
            {t('nav.firms')}
          </Link>
        </Empty>
      )}
    </div>
  );
}

function OfFirm({ firm }: { firm: string }): ReactNode {
  const { i18n } = useTranslation();
  const { edition } = useEdition();
  const query = useQuery(queryOf(readProfile, { params: { edition: edition.slug, firm } }));
  return (
    <Read query={query} bones={6}>
      {(own) => (
        <div className="stack-wide">
          <ProfileForm firm={firm} own={own} countries={countryOptions(i18n.language)} />
          <NoMeetList own={firm} />
        </div>
      )}
    </Read>
  );
}
