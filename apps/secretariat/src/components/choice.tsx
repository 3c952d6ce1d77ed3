import { TextField } from '@forum/ui/forms/field';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Something that can be chosen, by its name. */
export interface Named {
  id: string;
  name: string;
}

/** A field to search in, with what was found below it. */
export function SearchChoice({
  label,
  value,
  found,
  onType,
  onChoose,
}: {
  label: string;
  value: string;
  /** Null while nothing is searched. */
  found: readonly Named[] | null;
  onType: (text: string) => void;
  onChoose: (one: Named) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="stack-tight">
      <TextField
        label={label}
        type="search"
        autoComplete="off"
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
      {found && (
        <ul className="chips" aria-label={t('matching.found')}>
          {found.map((one) => (
            <li key={one.id}>
              <button className="chip" type="button" onClick={() => onChoose(one)}>
                {one.name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
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
