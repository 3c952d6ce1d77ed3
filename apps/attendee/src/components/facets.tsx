import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '@forum/ui/forms/field';

interface FacetProps {
  label: string;
  options: readonly { value: string; count: number }[];
  value: string;
  onChange: (value: string) => void;
  nameOf?: (value: string) => string;
}

/** One way to narrow a list, with how many each choice leaves. */
export function Facet({ label, options, value, onChange, nameOf = (one) => one }: FacetProps): ReactNode {
  const { t } = useTranslation();
  return (
    <SelectField label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('programme.all')}</option>
      {value && !options.some((option) => option.value === value) && (
        <option value={value}>{nameOf(value)}</option>
      )}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {nameOf(option.value)} ({option.count})
        </option>
      ))}
    </SelectField>
  );
}
