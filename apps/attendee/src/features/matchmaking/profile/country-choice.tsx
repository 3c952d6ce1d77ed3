import { SelectField } from '@forum/ui/forms/field';
import { countryName } from '@forum/ui/lib/country-name';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface CountryChoiceProps {
  label: string;
  hint?: string;
  options: readonly { code: string; name: string }[];
  /** Null is not said. */
  chosen: readonly string[] | null;
  onChange: (codes: string[] | null) => void;
  /** What an empty list says; left out where there must be one. */
  none?: string;
}

/** Countries: chosen from a list, taken back by a tap; that there are none can be said too. */
export function CountryChoice({
  label,
  hint,
  options,
  chosen,
  onChange,
  none,
}: CountryChoiceProps): ReactNode {
  const { t, i18n } = useTranslation();
  const codes = chosen ?? [];
  return (
    <div className="stack-tight">
      <SelectField
        label={label}
        hint={hint}
        value={chosen?.length === 0 && none ? '-' : ''}
        onChange={(event) => {
          const { value } = event.target;
          if (value === '-') onChange([]);
          else onChange(value ? [...codes, value] : codes.length > 0 ? [...codes] : null);
        }}
      >
        <option value="">{t('profile.add-country')}</option>
        {none && <option value="-">{none}</option>}
        {options
          .filter(({ code }) => !codes.includes(code))
          .map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </SelectField>
      {codes.length > 0 && (
        <ul className="chips">
          {codes.map((code) => (
            <li key={code}>
              <button
                className="chip"
                type="button"
                aria-label={t('profile.remove-country', { country: countryName(code, i18n.language) })}
                onClick={() => {
                  const left = codes.filter((one) => one !== code);
                  onChange(left.length > 0 ? left : null);
                }}
              >
                {countryName(code, i18n.language)} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
