import { queryOf } from '@forum/client/query';
import { readFacts } from '@forum/contract/advice/route-facts';
import { useEdition } from '@forum/ui/lib/edition';
import { Heading } from '@forum/ui/shell/heading';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { BackTo } from '../../components/back-to.tsx';
import { Opened } from '../../components/opened.tsx';
import { FactsForm } from '../../features/advice/facts-form.tsx';

/** What one's own firm says of itself for the rules of access. */
export function FirmFacts(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { firm = '' } = useParams();
  const query = useQuery(queryOf(readFacts, { params: { edition: edition.slug, firm } }));
  return (
    <div className="page">
      <BackTo to={`/e/${edition.slug}/firms/${firm}/routes`} label={t('routes.title')} />
      <Heading tab={t('facts.title')} />
      <p className="second">{t('facts.text')}</p>
      <Read query={query} bones={6}>
        {(own) => (
          <Opened version={own.version}>
            {(opened) => <FactsForm firm={firm} own={own} opened={opened} />}
          </Opened>
        )}
      </Read>
    </div>
  );
}
