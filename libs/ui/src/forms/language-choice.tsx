import { changeLanguage, type Language, languages } from '../lib/texts.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The languages by their own names. */
export function LanguageChoice({ onChange }: { onChange?: (language: Language) => void }): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <div className="languages" role="group" aria-label={t('language')}>
      {Object.entries(languages).map(([tag, name]) => (
        <button
          key={tag}
          className="language"
          type="button"
          lang={tag}
          aria-pressed={i18n.language === tag}
          onClick={() => void changeLanguage(tag as Language).then(() => onChange?.(tag as Language))}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
