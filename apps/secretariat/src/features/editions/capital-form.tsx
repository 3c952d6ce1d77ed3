import type { Capital } from '@forum/contract/editions/capitals';
import { SelectField, TextField } from '@forum/ui/forms/field';
import { languages } from '@forum/ui/lib/texts';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CountryField } from '../../components/country-field.tsx';
import { Failure } from '../../components/failure.tsx';
import { useFieldErrors } from '../../components/use-field-errors.ts';

type CapitalFields = Pick<Capital, 'name' | 'names' | 'country' | 'zone' | 'region'>;

interface CapitalFormProps {
  /** The one to correct; absent for a new one. */
  capital?: Capital;
  action: string;
  error: Error | null;
  busy: boolean;
  onSave: (fields: CapitalFields) => void;
}

const otherLanguages = Object.entries(languages).filter(([tag]) => tag !== 'en');

/** What is written down of a capital. */
export function CapitalForm({ capital, action, error, busy, onSave }: CapitalFormProps): ReactNode {
  const { t } = useTranslation();
  const zones = useId();
  const [form, setForm] = useState<CapitalFields>({
    name: capital?.name ?? '',
    names: capital?.names ?? {},
    country: capital?.country ?? '',
    zone: capital?.zone ?? '',
    region: capital?.region ?? 'indo-pacific',
  });
  const refused = useFieldErrors(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const named = Object.entries(form.names).filter(([, name]) => name.trim() !== '');
    onSave({ ...form, names: Object.fromEntries(named) });
  };
  return (
    <form className="form" onSubmit={submit}>
      <TextField
        label={t('rotation.name')}
        value={form.name}
        error={refused('name')}
        required
        onChange={(event) => setForm({ ...form, name: event.target.value })}
      />
      {otherLanguages.map(([tag, language]) => (
        <TextField
          key={tag}
          label={t('rotation.name-in', { language })}
          lang={tag}
          value={form.names[tag] ?? ''}
          error={refused(`names.${tag}`)}
          onChange={(event) => setForm({ ...form, names: { ...form.names, [tag]: event.target.value } })}
        />
      ))}
      <CountryField
        label={t('rotation.country')}
        value={form.country}
        error={refused('country')}
        onChoose={(country) => setForm({ ...form, country })}
      />
      <TextField
        label={t('rotation.zone')}
        hint={t('rotation.zone-hint')}
        list={zones}
        value={form.zone}
        error={refused('zone')}
        required
        onChange={(event) => setForm({ ...form, zone: event.target.value })}
      />
      <datalist id={zones}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <SelectField
        label={t('rotation.region')}
        value={form.region}
        onChange={(event) => setForm({ ...form, region: event.target.value as Capital['region'] })}
      >
        <option value="indo-pacific">{t('region.indo-pacific')}</option>
        <option value="europe">{t('region.europe')}</option>
      </SelectField>
      <Failure error={error} atFields />
      <p>
        <button className="button" data-kind="main" type="submit" disabled={busy}>
          {action}
        </button>
      </p>
    </form>
  );
}
