import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../lib/language-name.ts';
import { SelectField } from './field.tsx';

/** Those of the forum's capitals and partners first to find; the list is the reader's, in its own order. */
const offered =
  'en ko ja fr nl de hi es it pl pt ro cs sv nb da fi et lv lt el tr uk id ms th vi zh ar he'.split(' ');

const most = 8;

interface LanguagesSpokenProps {
  label: string;
  chosen: readonly string[];
  error?: string | undefined;
  onChange: (tags: string[]) => void;
}

/** The languages that somebody speaks: chosen from a list, taken back by a tap. */
export function LanguagesSpoken({ label, chosen, error, onChange }: LanguagesSpokenProps): ReactNode {
  const { t, i18n } = useTranslation();
  const nameOf = (tag: string) => languageName(tag, i18n.language);
  const rest = offered
    .filter((tag) => !chosen.includes(tag))
    .map((tag) => ({ tag, name: nameOf(tag) }))
    .sort((a, b) => a.name.localeCompare(b.name, i18n.language));
  return (
    <div className="stack-tight">
      <SelectField
        label={label}
        error={error}
        value=""
        disabled={chosen.length >= most}
        onChange={(event) => event.target.value && onChange([...chosen, event.target.value])}
      >
        <option value="">{t('form.add-language')}</option>
        {rest.map(({ tag, name }) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
      </SelectField>
      {chosen.length > 0 && (
        <ul className="chips">
          {chosen.map((tag) => (
            <li key={tag}>
              <button
                className="chip"
                type="button"
                aria-label={t('form.remove-language', { language: nameOf(tag) })}
                onClick={() => onChange(chosen.filter((other) => other !== tag))}
              >
                {nameOf(tag)} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
