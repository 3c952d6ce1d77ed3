import { Icon } from '@forum/ui/icons/icon';
import { SelectField } from '@forum/ui/forms/field';
import { countryName } from '@forum/ui/lib/country-name';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { countryOptions } from '@forum/ui/lib/country-options';

interface CountrySetProps {
  label: string;
  hint: string;
  value: readonly string[];
  onChange: (countries: string[]) => void;
}

/** Some countries: those chosen, each to be taken out again, and a list to add from. */
export function CountrySet({ label, hint, value, onChange }: CountrySetProps): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <div className="stack-tight">
      <SelectField
        label={label}
        hint={hint}
        value=""
        onChange={(event) => onChange([...value, event.target.value])}
      >
        <option value="">{t('facts.add-country')}</option>
        {countryOptions(i18n.language)
          .filter(({ code }) => !value.includes(code))
          .map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </SelectField>
      {value.length > 0 ? (
        <ul className="chips" aria-label={label}>
          {value.map((code) => (
            <li key={code}>
              <button
                className="chip"
                type="button"
                aria-label={t('facts.remove-country', { country: countryName(code, i18n.language) })}
                onClick={() => onChange(value.filter((one) => one !== code))}
              >
                {countryName(code, i18n.language)}
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="note">{t('facts.not-known')}</p>
      )}
    </div>
  );
}
