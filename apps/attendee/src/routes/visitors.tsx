import { queryOf } from '@forum/client/query';
import { readEdition } from '@forum/contract/editions';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdition } from '@forum/ui/lib/edition';

const parts = ['emergencyNumbers', 'entryRules', 'transport', 'embassies'] as const;

/** What a visitor must know of the host capital. */
export function Visitors(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const query = useQuery(queryOf(readEdition, { params: { edition: edition.slug } }));
  return (
    <div className="page">
      <h1>{t('visitors.title', { city: edition.capital.name })}</h1>
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
