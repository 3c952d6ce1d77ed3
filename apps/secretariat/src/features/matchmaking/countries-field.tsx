import { TextField } from '@forum/ui/forms/field';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { countriesIn } from '@forum/ui/lib/countries-in';

/** Countries by their codes, typed one after the other; a word that is none is named at the field. */
export function CountriesField({
  value,
  onChange,
}: {
  value: string;
  onChange: (text: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { strange } = countriesIn(value);
  return (
    <TextField
      label={t('matching.of-countries')}
      hint={t('matching.countries-hint')}
      error={strange.length > 0 ? t('matching.no-country', { what: strange.join(', ') }) : null}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
