import { queryOf } from '@forum/client/query';
import { createEdition, frontPage, listCapitals, listEditions, readEdition } from '@forum/contract/editions';
import { SelectField, TextField } from '@forum/ui/forms/field';
import { capitalName } from '@forum/ui/lib/capital-name';
import { useWrite } from '@forum/ui/lib/use-write';
import { Notice } from '@forum/ui/states/notice';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Failure } from '../../components/failure.tsx';

/** What is read again after an edition was planned or changed. */
export const editionReads = [readEdition, listEditions, frontPage] as const;

/** Plans an edition; its capital is one of those that host or may host. */
export function NewEdition({ year }: { year: number }): ReactNode {
  const { t, i18n } = useTranslation();
  const capitals = useQuery(queryOf(listCapitals)).data ?? [];
  const [form, setForm] = useState({
    year: String(year),
    capitalId: '',
    title: '',
    venue: '',
    address: '',
    startsOn: '',
    endsOn: '',
  });
  const create = useWrite(createEdition, ...editionReads);
  const field = (name: keyof typeof form, type = 'text') => (
    <TextField
      label={t(`editions.${name}`)}
      type={type}
      value={form[name]}
      onChange={(event) => setForm({ ...form, [name]: event.target.value })}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ body: { ...form, year: Number(form.year) } });
  };
  return (
    <form className="form" onSubmit={submit}>
      {field('year', 'number')}
      <SelectField
        label={t('editions.capital')}
        value={form.capitalId}
        onChange={(event) => setForm({ ...form, capitalId: event.target.value })}
      >
        <option value="">{t('overview.choose')}</option>
        {capitals.map((capital) => (
          <option key={capital.id} value={capital.id}>
            {capitalName(capital, i18n)}
          </option>
        ))}
      </SelectField>
      {field('title')}
      {field('venue')}
      {field('address')}
      <div className="pair">
        {field('startsOn', 'date')}
        {field('endsOn', 'date')}
      </div>
      <Failure error={create.error} />
      {create.data && (
        <Notice tone="good">
          <p>
            <Link to={`/${create.data.slug}/editions`}>{create.data.title}</Link>
          </p>
        </Notice>
      )}
      <p>
        <button className="button" data-kind="main" type="submit" disabled={create.isPending}>
          {t('editions.plan')}
        </button>
      </p>
    </form>
  );
}
