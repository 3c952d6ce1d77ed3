import { call, problemIn, ProblemError } from '@forum/client/http';
import { keyOf, queryOf } from '@forum/client/query';
import {
  type RegistrationForm as Form,
  readRegistration,
  saveDraft,
  submitRegistration,
} from '@forum/contract/delegations';
import { listFirms } from '@forum/contract/firms';
import { whoAmI } from '@forum/contract/identity';
import { delegateCategories } from '@forum/domain/people/delegate-category';
import { SelectField, TextField, Tick } from '@forum/ui/forms/field';
import { Notice, ProblemNotice } from '@forum/ui/states/notice';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdition } from '@forum/ui/lib/edition';
import { countryOptions } from './countries.ts';
import { formOf } from './form-of.ts';
import { type Registration } from './registration-state.tsx';

const savePause = 1_500;

/** The form of a registration. What is typed is kept on the server as one types; errors stand at their field. */
export function RegistrationForm({
  registration,
  invitation,
}: {
  registration: Registration | null;
  invitation: string | null;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const client = useQueryClient();
  const params = { edition: edition.slug };
  const [form, setForm] = useState<Form>(() => formOf(registration));
  const [touched, setTouched] = useState(false);
  const draft = useMutation({
    mutationFn: (typed: Form) =>
      call(saveDraft, { params, body: { draft: typed, ...(invitation ? { invitation } : {}) } }),
  });
  const submit = useMutation({
    mutationFn: () =>
      call(submitRegistration, {
        params,
        body: { form, ...(registration?.submittedAt ? { version: registration.version } : {}) },
      }),
    onSuccess: () =>
      Promise.all(
        [readRegistration, whoAmI].map((route) => client.invalidateQueries({ queryKey: keyOf(route) })),
      ),
  });
  const { mutate: keep } = draft;
  useEffect(() => {
    if (!touched) return;
    const waiting = setTimeout(() => keep(form), savePause);
    return () => clearTimeout(waiting);
  }, [form, touched, keep]);
  const change = (part: Partial<Form>) => {
    setTouched(true);
    setForm((before) => ({ ...before, ...part }));
  };
  const errorAt = (path: string) => fieldErrors(submit.error).get(path);
  const name = (part: keyof Form['name']) => ({
    label: t(`register.name-${part}`),
    value: form.name[part] ?? '',
    error: errorAt(`name.${part}`),
    onChange: (event: { target: { value: string } }) =>
      change({
        name: {
          ...form.name,
          [part]: event.target.value || (part === 'display' || part === 'sortKey' ? '' : null),
        },
      }),
  });
  const text = (part: 'office' | 'organisation' | 'dietary' | 'access') => ({
    label: t(`register.${part}`),
    value: form[part],
    error: errorAt(part),
    onChange: (event: { target: { value: string } }) => change({ [part]: event.target.value }),
  });
  const consent = (part: keyof Form['consents']) => ({
    label: t(`register.consent-${part}`),
    checked: form.consents[part],
    onChange: (event: { target: { checked: boolean } }) =>
      change({ consents: { ...form.consents, [part]: event.target.checked } }),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    submit.mutate();
  };
  return (
    <form className="form" onSubmit={send} noValidate>
      <SelectField
        label={t('register.category')}
        value={form.category}
        error={errorAt('category')}
        onChange={(event) => change({ category: event.target.value as Form['category'] })}
      >
        {delegateCategories.map((category) => (
          <option key={category} value={category}>
            {t(`category.${category}`)}
          </option>
        ))}
      </SelectField>
      <fieldset className="stack">
        <legend>
          <h2>{t('register.name')}</h2>
        </legend>
        <TextField {...name('display')} hint={t('register.name-display-hint')} autoComplete="name" />
        <div className="pair">
          <TextField {...name('given')} autoComplete="given-name" />
          <TextField {...name('family')} autoComplete="family-name" />
        </div>
        <div className="pair">
          <TextField {...name('nativeScript')} hint={t('register.name-nativeScript-hint')} />
          <TextField {...name('honorific')} autoComplete="honorific-prefix" />
        </div>
        <TextField {...name('sortKey')} hint={t('register.name-sortKey-hint')} />
      </fieldset>
      <TextField {...text('office')} autoComplete="organization-title" />
      <TextField {...text('organisation')} autoComplete="organization" />
      {form.category === 'industry' && (
        <FirmChoice value={form.firmId} onChange={(firmId) => change({ firmId })} />
      )}
      <SelectField
        label={t('firms.country')}
        value={form.country}
        error={errorAt('country')}
        onChange={(event) => change({ country: event.target.value })}
      >
        {countryOptions(i18n.language).map(({ code, name: label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('register.languages')}
        hint={t('register.languages-hint')}
        value={form.languages.join(', ')}
        error={errorAt('languages')}
        onChange={(event) => change({ languages: event.target.value.split(/[\s,]+/).filter(Boolean) })}
      />
      <TextField {...text('dietary')} />
      <TextField {...text('access')} />
      <fieldset>
        <legend>
          <h2>{t('register.consents')}</h2>
        </legend>
        <Tick {...consent('profileVisible')} />
        <Tick {...consent('nextEditions')} />
        <Tick {...consent('photographs')} />
      </fieldset>
      {submit.error && <ProblemNotice problem={problemIn(submit.error)} />}
      {submit.isSuccess && (
        <Notice tone="good">
          <p>{t('register.sent')}</p>
        </Notice>
      )}
      <p className="line-up">
        <button className="button" data-kind="main" type="submit" disabled={submit.isPending}>
          {registration?.submittedAt ? t('register.change') : t('register.submit')}
        </button>
        <span className="note" role="status">
          {draft.isPending ? t('register.keeping') : draft.isSuccess ? t('register.kept') : ''}
        </span>
      </p>
    </form>
  );
}

function FirmChoice({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (id: string | null) => void;
}): ReactNode {
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

/** The remedies of a refusal by the field of the form that each is for. */
function fieldErrors(error: unknown): Map<string, string> {
  const fields = error instanceof ProblemError ? (error.problem.fields ?? []) : [];
  return new Map(fields.map((field) => [field.path.replace(/^(body\.)?(form\.)?/, ''), field.remedy]));
}
