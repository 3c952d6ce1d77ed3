import { queryOf } from '@forum/client/query';
import { readFirm } from '@forum/contract/firms/firms';
import { listColleagues } from '@forum/contract/firms/teams';
import { readProfile } from '@forum/contract/matchmaking/profiles';
import { useEdition } from '@forum/ui/lib/edition';
import { Heading } from '@forum/ui/shell/heading';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { BackTo } from '../../components/back-to.tsx';
import { OfficersForm } from '../../features/export-control/officers-form.tsx';
import { TeamsForm } from '../../features/firms/teams-form.tsx';

/** The teams that one's own firm sends to meetings. */
export function FirmTeams(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { firm = '' } = useParams();
  const params = { edition: edition.slug, firm };
  const read = useQuery(queryOf(readFirm, { params }));
  const colleagues = useQuery(queryOf(listColleagues, { params }));
  const profile = useQuery(queryOf(readProfile, { params }));
  return (
    <div className="page">
      <BackTo to={`/e/${edition.slug}/firms/${firm}`} label={read.data?.name ?? t('nav.firms')} />
      <Heading tab={t('teams.title')} />
      <p className="second">{t('teams.text')}</p>
      <Read query={read} bones={3}>
        {({ teams }) => (
          <Read query={colleagues} bones={3}>
            {(people) => (
              <>
                <Read query={profile} bones={3}>
                  {({ content: { offers, needs } }) => (
                    <TeamsForm
                      firm={firm}
                      teams={teams}
                      people={people}
                      capabilities={[...offers, ...needs].map(({ capability }) => capability)}
                    />
                  )}
                </Read>
                <OfficersForm firm={firm} people={people} />
              </>
            )}
          </Read>
        )}
      </Read>
    </div>
  );
}
