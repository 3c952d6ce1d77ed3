import { capabilitySearch } from '@forum/domain/matchmaking/taxonomy/search';
import { TextField } from '@forum/ui/forms/field';
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
  const found = typed.trim() ? search(typed, mostFound) : [];
  return (
    <div className="stack-tight">
      <TextField
        label={label}
        hint={hint}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed.trim() && (
        <ul className="ruled found" aria-label={t('match.found')}>
          {found.map(({ code, scheme, parent }) => (
            <li key={code}>
              <button
                className="found-row"
                type="button"
                onClick={() => {
                  setTyped('');
                  onChoose(code);
                }}
              >
                {nameOf(code)}{' '}
                <span className="note">
                  {scheme === 'forum' ? (parent ? nameOf(parent) : '') : `${t(`scheme.${scheme}`)} ${code}`}
                </span>
              </button>
            </li>
          ))}
          {found.length === 0 && <li className="note found-row">{t('profile.none-found')}</li>}
        </ul>
      )}
    </div>
  );
}
