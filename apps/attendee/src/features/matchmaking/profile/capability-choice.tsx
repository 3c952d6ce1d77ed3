import { capabilitySearch } from '@forum/domain/matchmaking/taxonomy/search';
import { SearchChoice } from '@forum/ui/forms/search-choice';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCapabilities, useCapabilityName } from '../use-capabilities.ts';

const mostFound = 7;

interface CapabilityChoiceProps {
  label: string;
  hint: string;
  onChoose: (code: string) => void;
}

/** Finds a capability in the edition's list, in either language, as one types. */
export function CapabilityChoice({ label, hint, onChoose }: CapabilityChoiceProps): ReactNode {
  const { t } = useTranslation();
  const nameOf = useCapabilityName();
  const entries = useCapabilities();
  const [typed, setTyped] = useState('');
  const search = useMemo(() => {
    const capabilities = entries.filter(({ hidden }) => !hidden);
    return capabilitySearch({ capabilities, byCode: new Map() });
  }, [entries]);
  const found = typed.trim() ? search(typed, mostFound).map((entry) => ({ ...entry, id: entry.code })) : [];
  return (
    <SearchChoice
      label={label}
      hint={hint}
      value={typed}
      onType={setTyped}
      found={typed.trim() ? found : null}
      foundLabel={t('match.found')}
      none={t('profile.none-found')}
      onChoose={({ code }) => {
        setTyped('');
        onChoose(code);
      }}
    >
      {({ code, scheme, parent }) => (
        <>
          {nameOf(code)}{' '}
          <span className="note">
            {scheme === 'forum' ? (parent ? nameOf(parent) : '') : `${t(`taxonomy.${scheme}`)} ${code}`}
          </span>
        </>
      )}
    </SearchChoice>
  );
}
