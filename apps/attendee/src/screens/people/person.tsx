import { queryOf } from '@forum/client/query';
import { readPerson } from '@forum/contract/delegations/people';
import { PersonName } from '@forum/ui/people/person-name';
import { languageNames } from '@forum/ui/lib/language-name';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { countryName } from '@forum/ui/lib/country-name';
import { useEdition } from '@forum/ui/lib/edition';
import { Heading } from '@forum/ui/shell/heading';
import { ReadThing } from '../../components/read-thing.tsx';
import { BackTo } from '../../components/back-to.tsx';

/** One delegate; how to reach them only where a meeting was agreed. */
export function PersonScreen(): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const { delegate = '' } = useParams();
  const query = useQuery(queryOf(readPerson, { params: { edition: edition.slug, delegate } }));
  return (
    <div className="page">
      <BackTo to={`/e/${edition.slug}/people`} label={t('nav.people')} />
      <ReadThing
        what="person"
        list={{ to: `/e/${edition.slug}/people`, label: t('nav.people') }}
        query={query}
        bones={2}
      >
        {(person) => (
          <article className="stack-wide">
            <Heading tab={person.name}>
              <PersonName {...person} />
            </Heading>
            <dl className="facts">
              <dt>{t('register.office')}</dt>
              <dd>{person.office}</dd>
              <dt>{t('register.organisation')}</dt>
              <dd>
                {person.firm ? (
                  <Link to={`/e/${edition.slug}/firms/${person.firm.id}`}>{person.firm.name}</Link>
                ) : (
                  person.organisation
                )}
              </dd>
              <dt>{t('firms.country')}</dt>
              <dd>{countryName(person.country, i18n.language)}</dd>
              <dt>{t('register.languages')}</dt>
              <dd>{languageNames(person.languages, i18n.language)}</dd>
              <dt>{t('people.contact')}</dt>
              <dd>
                {person.contact ? (
                  <a href={`mailto:${person.contact.mail}`}>{person.contact.mail}</a>
                ) : (
                  t('people.contact-later')
                )}
              </dd>
            </dl>
          </article>
        )}
      </ReadThing>
    </div>
  );
}
