import { queryOf } from '@forum/client/query';
import { listPeople, type Profile } from '@forum/contract/delegations/people';
import { SearchField } from '@forum/ui/forms/field';
import { countryName } from '@forum/ui/lib/country-name';
import { useEdition } from '@forum/ui/lib/edition';
import { useFilters } from '@forum/ui/lib/use-filters';
import { WindowList } from '@forum/ui/lists/window-list';
import { PersonName } from '@forum/ui/people/person-name';
import { Heading } from '@forum/ui/shell/heading';
import { Empty } from '@forum/ui/states/notice';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { DetailLink, useIsOpen } from '../../components/detail-link.tsx';
import { Facet } from '../../components/facets.tsx';
import { PageTurn, usePage } from '../../components/page-turn.tsx';
import { ReadAccredited } from '../../components/read-thing.tsx';
import { Panes } from '../../components/panes.tsx';

/** Accredited delegates who let themselves be found. */
export function PeopleScreen(): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const filters = useFilters();
  const page = usePage();
  const search = useDeferredValue(filters.read('q'));
  const [country, category] = [filters.read('country'), filters.read('category')];
  const query = useQuery({
    ...queryOf(listPeople, {
      params: { edition: edition.slug },
      query: {
        ...page,
        ...(search ? { search } : {}),
        ...(country ? { country } : {}),
        ...(category ? { category: category as Profile['category'] } : {}),
      },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <Panes param="delegate">
      <div className="page">
        <Heading tab={t('nav.people')} />
        <SearchField
          label={t('people.search')}
          value={filters.read('q')}
          onSearch={(text) => filters.choose('q', text)}
        />
        <ReadAccredited query={query} bones={8}>
          {({ total, rows, countries, categories }) => (
            <>
              <div className="facets">
                <Facet
                  label={t('firms.country')}
                  options={countries.map((one) => ({ value: one.country, count: one.count }))}
                  value={country}
                  onChange={(value) => filters.choose('country', value)}
                  nameOf={(code) => countryName(code, i18n.language)}
                />
                <Facet
                  label={t('people.category')}
                  options={categories.map((one) => ({ value: one.category, count: one.count }))}
                  value={category}
                  onChange={(value) => filters.choose('category', value)}
                  nameOf={(one) => t(`category.${one}`)}
                />
              </div>
              <p className="note" role="status">
                {t('people.count', { count: total })}
              </p>
              {rows.length > 0 ? (
                <div className="card-list">
                  <WindowList items={rows} keyOf={(one) => one.id} estimate={90} label={t('nav.people')}>
                    {(person) => <PersonRow person={person} />}
                  </WindowList>
                </div>
              ) : (
                <Empty title={t('people.none')} />
              )}
              <PageTurn total={total} />
            </>
          )}
        </ReadAccredited>
      </div>
    </Panes>
  );
}

function PersonRow({ person }: { person: Profile }): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const isOpen = useIsOpen('delegate', person.id);
  return (
    <article className="card-row" data-open={isOpen || undefined}>
      <DetailLink to={`/e/${edition.slug}/people/${person.id}`} beside>
        <PersonName {...person} />
      </DetailLink>
      <span className="second">{[person.office, person.organisation].filter(Boolean).join(', ')}</span>
      <span className="note">
        {countryName(person.country, i18n.language)} · {t(`category.${person.category}`)}
      </span>
    </article>
  );
}
