import { queryOf } from '@forum/client/query';
import { listFirms } from '@forum/contract/firms';
import { TextField } from '@forum/ui/forms/field';
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
    <div className="stack-tight">
      <TextField
        label={label}
        type="search"
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      {search && (
        <ul className="ruled found" aria-label={t('match.found')}>
          {found.map((firm) => (
            <li key={firm.id}>
              <button
                className="found-row"
                type="button"
                onClick={() => {
                  setTyped('');
                  onChoose(firm);
                }}
              >
                {firm.name} <span className="note">{countryName(firm.country, i18n.language)}</span>
              </button>
            </li>
          ))}
          {query.data && found.length === 0 && <li className="note found-row">{t('firms.none')}</li>}
        </ul>
      )}
    </div>
  );
}
