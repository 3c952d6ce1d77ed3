import { queryOf } from '@forum/client/query';
import { listFirms } from '@forum/contract/firms/firms';
import { useEdition } from '@forum/ui/lib/edition';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { type Named, NamedChoice } from './choice.tsx';

/** One firm of the edition, found by its name. */
export function FirmField({
  label,
  chosen,
  onChoose,
}: {
  label: string;
  chosen: Named | null;
  onChoose: (firm: Named | null) => void;
}): ReactNode {
  const { edition } = useEdition();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const query = useQuery({
    ...queryOf(listFirms, { params: { edition: edition.slug }, query: { search, limit: 8 } }),
    enabled: search !== '' && !chosen,
    placeholderData: keepPreviousData,
  });
  return (
    <NamedChoice
      label={label}
      value={chosen?.name ?? typed}
      found={search && !chosen ? (query.data?.rows ?? []) : null}
      isStale={query.isPlaceholderData || search !== typed.trim()}
      onType={(text) => {
        onChoose(null);
        setTyped(text);
      }}
      onChoose={({ id, name }) => {
        onChoose({ id, name });
        setTyped('');
      }}
    />
  );
}
