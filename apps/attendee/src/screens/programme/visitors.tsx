import { queryOf } from '@forum/client/query';
import { readEdition } from '@forum/contract/editions/editions';
import { useVenue } from '@forum/ui/lib/venue';
import { Heading } from '@forum/ui/shell/heading';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdition } from '@forum/ui/lib/edition';

const parts = ['emergencyNumbers', 'entryRules', 'transport', 'embassies'] as const;

/** What a visitor must know of the host capital. */
export function Visitors(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { city } = useVenue();
  const query = useQuery(queryOf(readEdition, { params: { edition: edition.slug } }));
  return (
    <div className="page">
      <Heading tab={t('visitors.title', { city })} />
      <Read query={query} bones={3}>
        {({ visitors }) => (
          <div className="columns">
            {parts.map((part) => (
              <section key={part} className="stack-tight">
                <h2>{t(`visitors.${part}`)}</h2>
                <p className="prose">{visitors[part] || t('visitors.not-yet')}</p>
              </section>
            ))}
          </div>
        )}
      </Read>
    </div>
  );
}
