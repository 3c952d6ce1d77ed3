import { queryOf } from '@forum/client/query';
import { readAdvice } from '@forum/contract/advice/advice';
import { TextField } from '@forum/ui/forms/field';
import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { useFilters } from '@forum/ui/lib/use-filters';
import { Heading } from '@forum/ui/shell/heading';
import { Notice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { BackTo } from '../../components/back-to.tsx';
import { VerdictList } from '../../features/advice/verdict-list.tsx';

/** Which programmes are open to one's firm, or to it and another together, by the rules of a day. */
export function LegalRoutes(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { firm = '' } = useParams();
  const isOwn = useStanding()?.firmId === firm;
  const { read, choose } = useFilters();
  const asOf = /^\d{4}-\d{2}-\d{2}$/.test(read('asOf')) ? read('asOf') : undefined;
  const query = useQuery({
    ...queryOf(readAdvice, { params: { edition: edition.slug, firm }, query: { asOf } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  return (
    <div className="page">
      <BackTo to={`/e/${edition.slug}/firms/${firm}`} label={data?.firm.name ?? t('nav.firms')} />
      <header className="stack-tight">
        <Heading tab={t('routes.title')} />
        {data && (
          <p className="lead">
            {data.own ? t('routes.pair', { own: data.own.name, other: data.firm.name }) : data.firm.name}
          </p>
        )}
      </header>
      <Notice>
        <p>
          <strong>{t('routes.orientation')}</strong>
        </p>
        <p className="second">{t('routes.orientation-more')}</p>
      </Notice>
      <div className="routes-tools">
        <TextField
          type="date"
          label={t('routes.as-of')}
          hint={t('routes.as-of-hint')}
          value={asOf ?? data?.asOf ?? ''}
          onChange={(event) => choose('asOf', event.target.value)}
        />
        {isOwn && (
          <p className="line-up">
            <Link className="button" data-kind="main" to={`/e/${edition.slug}/firms/${firm}/facts`}>
              {t('routes.to-facts')}
            </Link>
            <Link className="button" to={`/e/${edition.slug}/firms/${firm}/worksheets`}>
              {t('worksheets.title')}
            </Link>
          </p>
        )}
      </div>
      <Read query={query} bones={7}>
        {(advice) => <VerdictList advice={advice} />}
      </Read>
    </div>
  );
}
