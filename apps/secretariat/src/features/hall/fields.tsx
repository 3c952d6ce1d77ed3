import { TextField } from '@forum/ui/forms/field';
import { useVenue } from '@forum/ui/lib/venue';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HallFields } from './hall-fields.ts';
import { Hours } from '../../components/hours.tsx';

const numbers = ['slotMinutes', 'changeoverMinutes', 'tables', 'seats'] as const;

/** What makes a hall: its name, slots, tables and hours. */
export function Fields({
  fields,
  onChange,
}: {
  fields: HallFields;
  onChange: (part: Partial<HallFields>) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { city } = useVenue();
  return (
    <>
      <TextField
        label={t('hall.name')}
        value={fields.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <div className="pair">
        {numbers.map((name) => (
          <TextField
            key={name}
            label={t(`hall.${name}`)}
            type="number"
            value={fields[name]}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        ))}
      </div>
      <Hours
        title={t('hall.openings', { city })}
        spans={fields.openings}
        onChange={(openings) => onChange({ openings })}
      />
      <Hours
        title={t('hall.closures')}
        spans={fields.closures}
        onChange={(closures) => onChange({ closures })}
        withReason
      />
    </>
  );
}
