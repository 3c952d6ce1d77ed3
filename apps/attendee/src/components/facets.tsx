import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface FacetProps {
  label: string;
  options: readonly { value: string; name?: string; count?: number }[];
  value: string;
  onChange: (value: string) => void;
  nameOf?: (value: string) => string;
}

/** One way to narrow a list, with how many each choice leaves. It says itself what it narrows, in one line. */
export function Facet({ label, options, value, onChange, nameOf = (one) => one }: FacetProps): ReactNode {
  const { t } = useTranslation();
  return (
    <select
      className="input facet"
      aria-label={label}
      value={value}
      data-chosen={value !== '' || undefined}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('list.all-of', { what: label })}</option>
      {value && !options.some((option) => option.value === value) && (
        <option value={value}>{nameOf(value)}</option>
      )}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name ?? nameOf(option.value)}
          {option.count === undefined ? '' : ` (${option.count})`}
        </option>
      ))}
    </select>
  );
}
