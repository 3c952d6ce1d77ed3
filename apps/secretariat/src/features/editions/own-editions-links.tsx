import { queryOf } from '@forum/client/query';
import { listEditions } from '@forum/contract/editions/editions';
import { capitalName } from '@forum/ui/lib/capital-name';
import type { SignedIn } from '@forum/ui/lib/edition';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ownEditions } from './own-editions.ts';

/** The ways to the editions at whose desk somebody works; nothing when there is none. */
export function OwnEditions({ me }: { me: SignedIn | null }): ReactNode {
  const { t, i18n } = useTranslation();
  const editions = ownEditions(useQuery(queryOf(listEditions)).data ?? [], me);
  if (editions.length === 0) return null;
  return (
    <nav aria-label={t('desk.own-editions')}>
      <p>{t('desk.own-editions')}</p>
      <ul>
        {editions.map((one) => (
          <li key={one.id}>
            <Link to={`/${one.slug}`}>
              {one.title}, {capitalName(one.capital, i18n)} {one.year}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
