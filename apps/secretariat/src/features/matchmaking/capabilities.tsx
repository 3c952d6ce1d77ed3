import { queryOf } from '@forum/client/query';
import { type CapabilityEntry, listCapabilities } from '@forum/contract/matchmaking/capabilities';
import { SearchField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { useFilters } from '@forum/ui/lib/use-filters';
import { Read } from '@forum/ui/states/read';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CapabilityForm } from './capability-form.tsx';

/** The edition's list of capabilities: searched, retitled, hidden, added to. */
export function CapabilitiesPart(): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const filters = useFilters();
  const [edited, setEdited] = useState<CapabilityEntry | 'new' | null>(null);
  const search = useDeferredValue(filters.read('q'));
  const query = useQuery({
    ...queryOf(listCapabilities, {
      params: { edition: edition.slug },
      query: search ? { search } : {},
    }),
    placeholderData: keepPreviousData,
  });
  if (edited)
    return <CapabilityForm entry={edited === 'new' ? null : edited} onDone={() => setEdited(null)} />;
  return (
    <>
      <p className="second">{t('matching.capabilities-text')}</p>
      <SearchField
        label={t('matching.search-capability')}
        value={filters.read('q')}
        onSearch={(text) => filters.choose('q', text)}
      />
      <p>
        <button className="button" type="button" onClick={() => setEdited('new')}>
          {t('matching.add-capability')}
        </button>
      </p>
      <Read query={query}>
        {(entries) => (
          <>
            <p className="note" role="status">
              {t('matching.count', { count: entries.length })}
            </p>
            <ul className="ruled">
              {entries.map((entry) => {
                const title = i18n.language === 'ko' ? entry.title.ko : entry.title.en;
                return (
                  <li key={entry.code} className="history-row">
                    <button
                      className="link-button"
                      type="button"
                      aria-label={t('matching.edit', { what: title })}
                      onClick={() => setEdited(entry)}
                    >
                      {title}
                    </button>{' '}
                    <span className="note">
                      {[
                        t(`taxonomy.${entry.scheme}`),
                        entry.code,
                        entry.hidden && t('matching.hidden'),
                        entry.changed && t('matching.changed'),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </Read>
    </>
  );
}
