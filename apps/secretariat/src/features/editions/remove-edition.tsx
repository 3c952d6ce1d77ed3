import { queryOf } from '@forum/client/query';
import { listRoles } from '@forum/contract/delegations/roles';
import { removeEdition } from '@forum/contract/removals/removals';
import { useEdition } from '@forum/ui/lib/edition';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Removal } from '../../components/removal.tsx';
import { editionReads } from './new-edition.tsx';

/** Removes an edition that was planned by a slip; whoever holds a role in it loses it, and is named first. */
export function RemoveEdition(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const navigate = useNavigate();
  const params = { edition: edition.slug };
  const holders = useQuery(queryOf(listRoles, { params })).data ?? [];
  return (
    <section className="stack-tight">
      <h2>{t('editions.remove')}</h2>
      <p className="second">{t('editions.remove-text')}</p>
      <Removal
        name={`${edition.title}, ${edition.year}`}
        route={removeEdition}
        input={{ params }}
        reads={editionReads}
        touched={holders.map(({ person, role }) => `${person.name}, ${t(`role.${role}`)}`)}
        onRemoved={() => void navigate('/')}
      />
    </section>
  );
}
