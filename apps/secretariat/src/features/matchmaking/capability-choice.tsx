import { queryOf } from '@forum/client/query';
import { listCapabilities } from '@forum/contract/matchmaking/capabilities';
import { useEdition } from '@forum/ui/lib/edition';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chosen, NamedChoice } from '../../components/choice.tsx';
import { useCapabilityName, useCapabilityTitle } from './use-capability-name.ts';

const mostFound = 8;

/** Some capabilities of the edition's list, found by their names. */
export function CapabilityChoice({
  codes,
  onChange,
}: {
  codes: readonly string[];
  onChange: (codes: string[]) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const titleOf = useCapabilityTitle();
  const nameOf = useCapabilityName();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const query = useQuery({
    ...queryOf(listCapabilities, { params: { edition: edition.slug }, query: { search } }),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  });
  const found = query.data?.slice(0, mostFound).map((entry) => ({ id: entry.code, name: titleOf(entry) }));
  const label = t('matching.goal.capabilities');
  return (
    <div className="stack-tight">
      <NamedChoice
        label={label}
        value={typed}
        found={search ? (found ?? []) : null}
        isStale={query.isPlaceholderData || search !== typed.trim()}
        onType={setTyped}
        onChoose={({ id }) => {
          onChange([...codes.filter((code) => code !== id), id]);
          setTyped('');
        }}
      />
      <Chosen
        label={label}
        chosen={codes.map((code) => ({ id: code, name: nameOf(code) }))}
        onRemove={(gone) => onChange(codes.filter((code) => code !== gone))}
      />
    </div>
  );
}
