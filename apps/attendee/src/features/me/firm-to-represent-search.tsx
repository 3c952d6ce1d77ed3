import { queryOf } from '@forum/client/query';
import { findFirmToRepresent, type FirmToRepresent } from '@forum/contract/delegations/registration';
import { SearchChoice } from '@forum/ui/forms/search-choice';
import { countryName } from '@forum/ui/lib/country-name';
import { useEdition } from '@forum/ui/lib/edition';
import { languageOfScript } from '@forum/ui/lib/script-language';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface FirmToRepresentSearchProps {
  error?: string | undefined;
  onChoose: (firm: FirmToRepresent) => void;
}

/** Finds one's firm among those of the edition, and says what it means when it is not there. */
export function FirmToRepresentSearch({ error, onChoose }: FirmToRepresentSearchProps): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const isEnough = search.length >= 2;
  const query = useQuery({
    ...queryOf(findFirmToRepresent, { params: { edition: edition.slug }, query: { search } }),
    enabled: isEnough,
    placeholderData: keepPreviousData,
  });
  const firms = (isEnough && query.data) || [];
  return (
    <div className="stack-tight">
      <SearchChoice
        label={t('register.firm')}
        hint={t('register.firm-search')}
        error={error}
        value={typed}
        onType={setTyped}
        found={isEnough ? firms : null}
        isStale={query.isPlaceholderData || search !== typed.trim()}
        foundLabel={t('register.firms-found')}
        onChoose={onChoose}
      >
        {(firm) => (
          <>
            <span lang={languageOfScript(firm.name)}>{firm.name}</span>{' '}
            <span className="note">{countryName(firm.country, i18n.language)}</span>
          </>
        )}
      </SearchChoice>
      <p className="note" role="status">
        {isEnough && query.data?.length === 0 && `${t('register.firm-not-found')} `}
        {isEnough && query.isError && `${t('register.firm-unsearched')} `}
        {t('register.firm-unlisted')}
      </p>
    </div>
  );
}
