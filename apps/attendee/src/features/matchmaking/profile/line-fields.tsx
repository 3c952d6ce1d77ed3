import type { ProfileLineForm } from '@forum/contract/matchmaking/profiles';
import { cooperationModes } from '@forum/domain/matchmaking/cooperation';
import { capacities } from '@forum/domain/matchmaking/profile';
import { SelectField, TextArea, TextField } from '@forum/ui/forms/field';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCapabilityName } from '../use-capabilities.ts';
import { type Detail, shows } from './detail.ts';

interface LineFieldsProps {
  line: ProfileLineForm;
  detail: Detail;
  onChange: (part: Partial<ProfileLineForm>) => void;
  onRemove: () => void;
}

const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** One offer or need: the way to cooperate, and as much of the rest as one wants to say now. */
export function LineFields({ line, detail, onChange, onRemove }: LineFieldsProps): ReactNode {
  const { t } = useTranslation();
  const title = useCapabilityName()(line.capability);
  return (
    <fieldset className="panel stack profile-line">
      <legend className="hidden-visually">{title}</legend>
      <p className="line-head">
        <strong>{title}</strong>
        <button
          className="button"
          data-kind="quiet"
          type="button"
          aria-label={t('profile.remove', { what: title })}
          onClick={onRemove}
        >
          {t('profile.remove-short')}
        </button>
      </p>
      <div className="pair">
        <SelectField
          label={t('profile.mode')}
          value={line.mode}
          onChange={(event) => onChange({ mode: event.target.value as ProfileLineForm['mode'] })}
        >
          {cooperationModes.map((mode) => (
            <option key={mode} value={mode}>
              {t(`mode.${mode}`)}
            </option>
          ))}
        </SelectField>
        {shows(detail, 'matchable') && (
          <SelectField
            label={t('profile.maturity')}
            value={line.maturity ?? ''}
            onChange={(event) => onChange({ maturity: Number(event.target.value) || null })}
          >
            <option value="">{t('profile.unsaid')}</option>
            {levels.map((level) => (
              <option key={level} value={level}>
                {t(`readiness.${level}`)}
              </option>
            ))}
          </SelectField>
        )}
        {shows(detail, 'complete') && (
          <>
            <SelectField
              label={t('profile.capacity')}
              value={line.capacity ?? ''}
              onChange={(event) =>
                onChange({ capacity: (event.target.value || null) as ProfileLineForm['capacity'] })
              }
            >
              <option value="">{t('profile.unsaid')}</option>
              {capacities.map((capacity) => (
                <option key={capacity} value={capacity}>
                  {t(`capacity.${capacity}`)}
                </option>
              ))}
            </SelectField>
            <TextField
              label={t('profile.lead-time')}
              type="number"
              min={0}
              max={1000}
              value={line.leadTimeWeeks ?? ''}
              onChange={(event) =>
                onChange({ leadTimeWeeks: event.target.value === '' ? null : Number(event.target.value) })
              }
            />
          </>
        )}
      </div>
      {shows(detail, 'complete') && (
        <TextArea
          label={t('profile.note')}
          maxLength={500}
          rows={2}
          value={line.note ?? ''}
          onChange={(event) => onChange({ note: event.target.value || null })}
        />
      )}
    </fieldset>
  );
}
