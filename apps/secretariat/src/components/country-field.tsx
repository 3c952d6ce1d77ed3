import { SelectField } from '@forum/ui/forms/field';
import { countryOptions } from '@forum/ui/lib/country-options';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface CountryFieldProps {
  label: string;
  /** ISO 3166-1 alpha-2; empty for none. */
  value: string;
  error?: string | null;
  onChoose: (code: string) => void;
}

/** A country, by its name in the reader's language. */
export function CountryField({ label, value, error, onChoose }: CountryFieldProps): ReactNode {
  const { t, i18n } = useTranslation();
  const options = countryOptions(i18n.language);
  return (
    <SelectField label={label} value={value} error={error} onChange={(event) => onChoose(event.target.value)}>
      <option value="">{t('overview.choose')}</option>
      {options.every(({ code }) => code !== value) && value && <option value={value}>{value}</option>}
      {options.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
