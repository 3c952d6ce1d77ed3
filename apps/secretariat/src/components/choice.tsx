import { SearchChoice } from '@forum/ui/forms/search-choice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Something that can be chosen, by its name. */
export interface Named {
  id: string;
  name: string;
}

/** A field to search in by name, with what was found below it. */
export function NamedChoice(props: {
  label: string;
  value: string;
  /** Null while nothing is searched. */
  found: readonly Named[] | null;
  isStale: boolean;
  onType: (text: string) => void;
  onChoose: (one: Named) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <SearchChoice {...props} foundLabel={t('matching.found')}>
      {({ name }) => name}
    </SearchChoice>
  );
}

/** What was chosen; each can be taken out again. */
export function Chosen({
  label,
  chosen,
  onRemove,
}: {
  label: string;
  chosen: readonly Named[];
  onRemove: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  if (chosen.length === 0) return null;
  return (
    <ul className="chips" aria-label={t('matching.chosen', { what: label })}>
      {chosen.map(({ id, name }) => (
        <li key={id}>
          <button
            className="chip"
            type="button"
            aria-label={t('matching.take-out', { what: name })}
            onClick={() => onRemove(id)}
          >
            {name} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
