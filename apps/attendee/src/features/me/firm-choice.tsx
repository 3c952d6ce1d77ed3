import { queryOf } from '@forum/client/query';
import { listFirms } from '@forum/contract/firms';
import { SelectField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface FirmChoiceProps {
  value: string | null;
  onChange: (id: string | null) => void;
}

/** The firm that one represents, where the directory is open to the applicant. */
export function FirmChoice({ value, onChange }: FirmChoiceProps): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const firms =
    useQuery({
      ...queryOf(listFirms, { params: { edition: edition.slug }, query: { limit: 500 } }),
      retry: false,
    }).data?.rows ?? [];
  return (
    <SelectField
      label={t('register.firm')}
      hint={t('register.firm-hint')}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
    >
      <option value="">{t('register.no-firm')}</option>
      {firms.map((firm) => (
        <option key={firm.id} value={firm.id}>
          {firm.name}
        </option>
      ))}
    </SelectField>
  );
}
