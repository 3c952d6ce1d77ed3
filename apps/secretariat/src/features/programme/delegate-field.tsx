import { queryOf } from '@forum/client/query';
import { listDelegates } from '@forum/contract/delegations/delegates';
import { useEdition } from '@forum/ui/lib/edition';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NamedChoice } from '../../components/choice.tsx';

/** Searches the delegates of the edition; one that is chosen is told and the field is empty again. */
export function DelegateField({
  label,
  onChoose,
}: {
  label: string;
  onChoose: (delegateId: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const query = useQuery({
    ...queryOf(listDelegates, {
      params: { edition: edition.slug },
      query: { search, order: 'name', limit: 8 },
    }),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  });
  const rows = search ? query.data?.rows : undefined;
  return (
    <>
      <NamedChoice
        label={label}
        value={typed}
        found={
          rows?.map(({ id, name, organisation, state }) => ({
            id,
            name: [name, organisation, state !== 'accredited' && t(`accreditation.${state}`)]
              .filter(Boolean)
              .join(' · '),
          })) ?? null
        }
        isStale={query.isPlaceholderData || search !== typed.trim()}
        onType={setTyped}
        onChoose={({ id }) => {
          onChoose(id);
          setTyped('');
        }}
      />
      {rows?.length === 0 && <p className="note">{t('session-people.nobody-found', { search })}</p>}
    </>
  );
}
