import { SelectField } from '@forum/ui/forms/field';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface FirmChoiceProps {
  label: string;
  firms: readonly { id: string; name: string }[];
  value: string;
  onChoose: (firm: string) => void;
}

/** One firm of many, by name. */
export function FirmChoice({ label, firms, value, onChoose }: FirmChoiceProps): ReactNode {
  const { t } = useTranslation();
  return (
    <SelectField label={label} value={value} onChange={(event) => onChoose(event.target.value)}>
      <option value="">{t('planner.choose-firm')}</option>
      {[...firms]
        .sort((a, b) => a.name.localeCompare(b.name))
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </SelectField>
  );
}
