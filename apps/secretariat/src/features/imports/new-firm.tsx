import { listFirms } from '@forum/contract/firms/firms';
import { createFirm } from '@forum/contract/firms/listing';
import { TextArea, TextField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { Notice } from '@forum/ui/states/notice';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CountryField } from '../../components/country-field.tsx';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { useFieldErrors } from '../../components/use-field-errors.ts';

const nothing = { name: '', country: '', categories: '', website: '', stand: '' };

/** Adds one firm to the edition, as a list would. */
export function NewFirm(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [form, setForm] = useState(nothing);
  const create = useWrite(createFirm, listFirms);
  const refused = useFieldErrors(create.error);
  const change = (part: Partial<typeof nothing>) => {
    create.reset();
    setForm({ ...form, ...part });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      name: form.name,
      country: form.country || null,
      categories: form.categories
        .split('\n')
        .map((category) => category.trim())
        .filter((category) => category !== ''),
      website: form.website.trim() || null,
      stand: form.stand.trim() || null,
    };
    create.mutate({ params: { edition: edition.slug }, body }, { onSuccess: () => setForm(nothing) });
  };
  return (
    <details>
      <summary>{t('imports.add-firm')}</summary>
      <form className="form" onSubmit={submit}>
        <TextField
          label={t('editions.name')}
          value={form.name}
          error={refused('name')}
          required
          onChange={(event) => change({ name: event.target.value })}
        />
        <CountryField
          label={t('rotation.country')}
          value={form.country}
          error={refused('country')}
          onChoose={(country) => change({ country })}
        />
        <TextArea
          label={t('imports.categories')}
          hint={t('imports.categories-hint')}
          value={form.categories}
          error={refused('categories')}
          onChange={(event) => change({ categories: event.target.value })}
        />
        <div className="pair">
          <TextField
            label={t('imports.website')}
            hint="https://…"
            type="url"
            value={form.website}
            error={refused('website')}
            onChange={(event) => change({ website: event.target.value })}
          />
          <TextField
            label={t('imports.stand')}
            value={form.stand}
            error={refused('stand')}
            onChange={(event) => change({ stand: event.target.value })}
          />
        </div>
        <Failure error={create.error} atFields />
        {create.data && (
          <Notice tone="good">
            <p>{t('imports.firm-added', { name: create.data.name })}</p>
          </Notice>
        )}
        <p>
          <button className="button" data-kind="main" type="submit" disabled={create.isPending}>
            {t('imports.add-firm')}
          </button>
        </p>
      </form>
    </details>
  );
}
