import { doubledTimes } from '@forum/domain/time/wall-clock';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { offsetIn } from '../lib/instants.ts';
import { useVenue } from '../lib/venue.ts';
import { SelectField, TextField } from './field.tsx';

interface WallTimeFieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | null | undefined;
  required?: boolean;
  /** A wall time of the venue, with its distance from UTC where the clocks show it twice. */
  value: string;
  onChange: (wall: string) => void;
}

/** A date and time of the venue. In the hour that the clocks show twice it asks which of both is meant. */
export function WallTimeField({ value, onChange, ...field }: WallTimeFieldProps): ReactNode {
  const { t } = useTranslation();
  const { zone } = useVenue();
  const doubled = doubledTimes(value, zone);
  return (
    <>
      <TextField
        {...field}
        type="datetime-local"
        value={value.slice(0, 16)}
        onChange={(event) => {
          const wall = event.target.value;
          onChange(doubledTimes(wall, zone)[0]?.wall ?? wall);
        }}
      />
      {doubled.length > 0 && (
        <SelectField label={t('time.which')} value={value} onChange={(event) => onChange(event.target.value)}>
          {doubled.map(({ wall, instant }, i) => (
            <option key={wall} value={wall}>
              {t(i === 0 ? 'time.first-of-two' : 'time.second-of-two', {
                time: wall.slice(11, 16),
                offset: offsetIn(instant, zone),
              })}
            </option>
          ))}
        </SelectField>
      )}
    </>
  );
}
