import { queryOf } from '@forum/client/query';
import { listCapitals } from '@forum/contract/editions/capitals';
import { createEdition, listEditions, readEdition } from '@forum/contract/editions/editions';
import { frontPage } from '@forum/contract/editions/front-page';
import { SelectField, TextField } from '@forum/ui/forms/field';
import { capitalName } from '@forum/ui/lib/capital-name';
import { hostOf } from './host-of.ts';
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
  const ring = useQuery(queryOf(frontPage)).data?.ring ?? [];
  const [form, setForm] = useState({
    year: String(year),
    // Null until another than the host of the year is chosen.
    capitalId: null as string | null,
    title: '',
    venue: '',
    address: '',
    startsOn: '',
    endsOn: '',
  });
  const create = useWrite(createEdition, ...editionReads);
  const host = hostOf(ring, Number(form.year));
  const capitalId = form.capitalId ?? host?.capital.id ?? '';
  const contradicted =
    host?.isByHand && capitalId !== '' && capitalId !== host.capital.id ? host.capital : null;
  const field = (name: Exclude<keyof typeof form, 'capitalId'>, type = 'text') => (
    <TextField
      label={t(`editions.${name}`)}
      type={type}
      value={form[name]}
      onChange={(event) => setForm({ ...form, [name]: event.target.value })}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({
      body: {
        ...form,
        capitalId,
        year: Number(form.year),
        ...(contradicted ? { insteadOf: contradicted.id } : {}),
      },
    });
  };
  return (
    <form className="form" onSubmit={submit}>
      {field('year', 'number')}
      <SelectField
        label={t('editions.capital')}
        value={capitalId}
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
      {contradicted && (
        <Notice tone="care">
          <p>{t('editions.contradicts', { year: form.year, city: capitalName(contradicted, i18n) })}</p>
        </Notice>
      )}
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
          {t(contradicted ? 'editions.plan-all-the-same' : 'editions.plan')}
        </button>
      </p>
    </form>
  );
}
