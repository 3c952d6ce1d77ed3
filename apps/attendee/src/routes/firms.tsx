import { queryOf } from '@forum/client/query';
import { type Firm, listFirms } from '@forum/contract/firms';
import { SearchField } from '@forum/ui/forms/field';
import { WindowList } from '@forum/ui/lists/window-list';
import { Empty } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { countryName } from '@forum/ui/lib/country-name';
import { Facet } from '../components/facets.tsx';
import { useFilters } from '@forum/ui/lib/use-filters';
import { useEdition } from '@forum/ui/lib/edition';

/** The directory of firms: searched, narrowed by country and category. */
export function FirmsScreen(): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const filters = useFilters();
  const search = useDeferredValue(filters.read('q'));
  const [country, category] = [filters.read('country'), filters.read('category')];
  const query = useQuery({
    ...queryOf(listFirms, {
      params: { edition: edition.slug },
      query: {
        limit: 500,
        ...(search ? { search } : {}),
        ...(country ? { country } : {}),
        ...(category ? { category } : {}),
      },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <h1>{t('nav.firms')}</h1>
      <SearchField
        label={t('firms.search')}
        value={filters.read('q')}
        onChange={(event) => filters.choose('q', event.target.value)}
      />
      <Read query={query} bones={8}>
        {({ total, rows, countries, categories }) => (
          <>
            <div className="pair">
              <Facet
                label={t('firms.country')}
                options={countries}
                value={country}
                onChange={(value) => filters.choose('country', value)}
                nameOf={(code) => countryName(code, i18n.language)}
              />
              <Facet
                label={t('firms.category')}
                options={categories}
                value={category}
                onChange={(value) => filters.choose('category', value)}
              />
            </div>
            <p className="note" role="status">
              {t('firms.count', { count: total })}
            </p>
            {rows.length > 0 ? (
              <div className="card-list">
                <WindowList items={rows} keyOf={(firm) => firm.id} estimate={76} label={t('nav.firms')}>
                  {(firm) => <FirmRow firm={firm} />}
                </WindowList>
              </div>
            ) : (
              <Empty title={t('firms.none')}>
                <button className="button" type="button" onClick={filters.clear}>
                  {t('list.clear')}
                </button>
              </Empty>
            )}
          </>
        )}
      </Read>
    </div>
  );
}

function FirmRow({ firm }: { firm: Firm }): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  return (
    <article className="card-row">
      <Link className="title" to={`/e/${edition.slug}/firms/${firm.id}`}>
        {firm.name}
      </Link>
      <span className="second">
        {[countryName(firm.country, i18n.language), firm.stand && t('firms.stand', { stand: firm.stand })]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {firm.categories.length > 0 && <span className="note">{firm.categories.slice(0, 3).join(' · ')}</span>}
    </article>
  );
}
