import { queryOf } from '@forum/client/query';
import { listFirms } from '@forum/contract/firms/firms';
import { SearchChoice } from '@forum/ui/forms/search-choice';
import { countryName } from '@forum/ui/lib/country-name';
import { useEdition } from '@forum/ui/lib/edition';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface FirmSearchProps {
  label: string;
  /** Firms that cannot be chosen. */
  without: readonly string[];
  onChoose: (firm: { id: string; name: string }) => void;
}

/** Finds a firm of the edition by its name. */
export function FirmSearch({ label, without, onChoose }: FirmSearchProps): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const query = useQuery({
    ...queryOf(listFirms, { params: { edition: edition.slug }, query: { search, limit: 8 } }),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  });
  const found = (search && query.data?.rows.filter(({ id }) => !without.includes(id))) || [];
  return (
    <SearchChoice
      label={label}
      value={typed}
      onType={setTyped}
      found={search && query.data ? found : null}
      isStale={query.isPlaceholderData || search !== typed.trim()}
      foundLabel={t('match.found')}
      none={t('firms.none')}
      onChoose={(firm) => {
        setTyped('');
        onChoose(firm);
      }}
    >
      {(firm) => (
        <>
          {firm.name} <span className="note">{countryName(firm.country, i18n.language)}</span>
        </>
      )}
    </SearchChoice>
  );
}
