import { queryOf } from '@forum/client/query';
import { type Firm, listFirms } from '@forum/contract/firms/firms';
import { SearchField } from '@forum/ui/forms/field';
import { countryName } from '@forum/ui/lib/country-name';
import { useActing, useEdition, useStanding } from '@forum/ui/lib/edition';
import { languageOfScript } from '@forum/ui/lib/script-language';
import { useFilters } from '@forum/ui/lib/use-filters';
import { WindowList } from '@forum/ui/lists/window-list';
import { Heading } from '@forum/ui/shell/heading';
import { Empty } from '@forum/ui/states/notice';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DetailLink, useIsOpen } from '../../components/detail-link.tsx';
import { Facet } from '../../components/facets.tsx';
import { PageTurn, usePage } from '../../components/page-turn.tsx';
import { ReadAccredited } from '../../components/read-thing.tsx';
import { Panes } from '../../components/panes.tsx';

/** The directory of firms: searched, narrowed by country and category. */
export function FirmsScreen(): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const standing = useStanding();
  const acting = useActing();
  const filters = useFilters();
  const page = usePage();
  const search = useDeferredValue(filters.read('q'));
  const [country, category] = [filters.read('country'), filters.read('category')];
  const query = useQuery({
    ...queryOf(listFirms, {
      params: { edition: edition.slug },
      query: {
        ...page,
        ...(search ? { search } : {}),
        ...(country ? { country } : {}),
        ...(category ? { category } : {}),
      },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <Panes param="firm">
      <div className="page">
        <Heading tab={t('nav.firms')} />
        {standing?.firmId && !acting && (
          <p className="line-up">
            <Link className="button" data-kind="main" to={`/e/${edition.slug}/whom-to-meet`}>
              {t('match.title')}
            </Link>
            <Link className="button" to={`/e/${edition.slug}/our-profile`}>
              {t('profile.title')}
            </Link>
          </p>
        )}
        <SearchField
          label={t('firms.search')}
          value={filters.read('q')}
          onSearch={(text) => filters.choose('q', text)}
        />
        <ReadAccredited query={query} bones={8}>
          {({ total, rows, countries, categories }) => (
            <>
              <div className="facets">
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
                  <WindowList items={rows} keyOf={(firm) => firm.id} estimate={82} label={t('nav.firms')}>
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
              <PageTurn total={total} />
            </>
          )}
        </ReadAccredited>
      </div>
    </Panes>
  );
}

function FirmRow({ firm }: { firm: Firm }): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const isOpen = useIsOpen('firm', firm.id);
  return (
    <article className="card-row" data-open={isOpen || undefined}>
      <DetailLink to={`/e/${edition.slug}/firms/${firm.id}`} lang={languageOfScript(firm.name)} beside>
        {firm.name}
      </DetailLink>
      <span className="second">
        {[countryName(firm.country, i18n.language), firm.stand && t('firms.stand', { stand: firm.stand })]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {firm.categories.length > 0 && <span className="note">{firm.categories.slice(0, 3).join(' · ')}</span>}
    </article>
  );
}
