import { queryOf } from '@forum/client/query';
import { listPeople } from '@forum/contract/delegations';
import { SearchField } from '@forum/ui/forms/field';
import { PersonName } from '@forum/ui/people/person-name';
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

/** Accredited delegates who let themselves be found. */
export function PeopleScreen(): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const filters = useFilters();
  const search = useDeferredValue(filters.read('q'));
  const country = filters.read('country');
  const query = useQuery({
    ...queryOf(listPeople, {
      params: { edition: edition.slug },
      query: { limit: 500, ...(search ? { search } : {}), ...(country ? { country } : {}) },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <h1>{t('nav.people')}</h1>
      <SearchField
        label={t('people.search')}
        value={filters.read('q')}
        onChange={(event) => filters.choose('q', event.target.value)}
      />
      <Read query={query} bones={8}>
        {({ total, rows, countries }) => (
          <>
            <Facet
              label={t('firms.country')}
              options={countries.map((one) => ({ value: one.country, count: one.count }))}
              value={country}
              onChange={(value) => filters.choose('country', value)}
              nameOf={(code) => countryName(code, i18n.language)}
            />
            <p className="note" role="status">
              {t('people.count', { count: total })}
            </p>
            {rows.length === 0 && <Empty title={t('people.none')} />}
            <div className="card-list">
              <WindowList items={rows} keyOf={(person) => person.id} estimate={76} label={t('nav.people')}>
                {(person) => (
                  <article className="card-row">
                    <Link className="title" to={`/e/${edition.slug}/people/${person.id}`}>
                      <PersonName {...person} />
                    </Link>
                    <span>{[person.office, person.organisation].filter(Boolean).join(', ')}</span>
                    <span className="note">
                      {countryName(person.country, i18n.language)} · {t(`category.${person.category}`)}
                    </span>
                  </article>
                )}
              </WindowList>
            </div>
          </>
        )}
      </Read>
    </div>
  );
}
