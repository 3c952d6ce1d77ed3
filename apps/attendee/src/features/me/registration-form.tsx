import { problemIn } from '@forum/client/http';
import { type RegistrationForm as Form } from '@forum/contract/delegations';
import { delegateCategories } from '@forum/domain/people/delegate-category';
import { SelectField, TextField, Tick } from '@forum/ui/forms/field';
import { Notice, ProblemNotice } from '@forum/ui/states/notice';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { countryOptions } from '../../components/countries.ts';
import { FirmChoice } from './firm-choice.tsx';
import { LanguagesSpoken } from './languages-spoken.tsx';
import { type Registration } from './registration-state.tsx';
import { useRegistration } from './use-registration.ts';

interface RegistrationFormProps {
  registration: Registration | null;
  invitation: string | null;
}

type Typed = { target: { value: string } };

/** The form of a registration. What is typed is kept as one types; errors stand at their field. */
export function RegistrationForm({ registration, invitation }: RegistrationFormProps): ReactNode {
  const { t, i18n } = useTranslation();
  const { form, change, changeName, draft, submit, errors } = useRegistration(registration, invitation);
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (submit.error) element.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [submit.error]);
  const name = (part: keyof Form['name']) => ({
    label: t(`register.name-${part}`),
    value: form.name[part] ?? '',
    error: errors.get(`name.${part}`),
    onChange: (event: Typed) => changeName(part, event.target.value),
  });
  const text = (part: 'office' | 'organisation' | 'dietary' | 'access') => ({
    label: t(`register.${part}`),
    value: form[part],
    error: errors.get(part),
    onChange: (event: Typed) => change({ [part]: event.target.value }),
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
    <form ref={element} className="form" onSubmit={send} noValidate>
      <SelectField
        label={t('register.category')}
        value={form.category}
        error={errors.get('category')}
        onChange={(event) => change({ category: event.target.value as Form['category'] })}
      >
        {delegateCategories.map((category) => (
          <option key={category} value={category}>
            {t(`category.${category}`)}
          </option>
        ))}
      </SelectField>
      <fieldset className="part">
        <legend>{t('register.name')}</legend>
        <TextField {...name('display')} hint={t('register.name-display-hint')} autoComplete="name" />
        <div className="pair">
          <TextField {...name('given')} autoComplete="given-name" />
          <TextField {...name('family')} autoComplete="family-name" />
        </div>
        <TextField
          {...name('nativeScript')}
          hint={t('register.name-nativeScript-hint')}
          lang={form.name.nativeLanguage ?? undefined}
        />
        <div className="pair">
          <TextField {...name('honorific')} autoComplete="honorific-prefix" />
          <TextField {...name('sortKey')} />
        </div>
        <p className="note">{t('register.name-sortKey-hint')}</p>
      </fieldset>
      <fieldset className="part">
        <legend>{t('register.for-whom')}</legend>
        <TextField {...text('office')} autoComplete="organization-title" />
        <TextField {...text('organisation')} autoComplete="organization" />
        {form.category === 'industry' && (
          <FirmChoice value={form.firmId} onChange={(firmId) => change({ firmId })} />
        )}
        <SelectField
          label={t('firms.country')}
          value={form.country}
          error={errors.get('country')}
          onChange={(event) => change({ country: event.target.value })}
        >
          <option value="">{t('register.choose')}</option>
          {countryOptions(i18n.language).map(({ code, name: label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </SelectField>
      </fieldset>
      <fieldset className="part">
        <legend>{t('register.needs')}</legend>
        <LanguagesSpoken chosen={form.languages} onChange={(languages) => change({ languages })} />
        <TextField {...text('dietary')} />
        <TextField {...text('access')} />
      </fieldset>
      <fieldset className="part">
        <legend>{t('register.consents')}</legend>
        <div>
          <Tick {...consent('profileVisible')} />
          <Tick {...consent('nextEditions')} />
          <Tick {...consent('photographs')} />
        </div>
      </fieldset>
      {submit.error && <ProblemNotice problem={problemIn(submit.error)} />}
      {submit.isSuccess && (
        <Notice tone="good">
          <p>{t('register.sent')}</p>
        </Notice>
      )}
      <div className="line-up">
        <button className="button" data-kind="main" type="submit" disabled={submit.isPending}>
          {registration?.submittedAt ? t('register.change') : t('register.submit')}
        </button>
        <span className="note" role="status">
          {draft.isPending && t('register.keeping')}
          {draft.isSuccess && t('register.kept')}
          {draft.isError && t('register.kept-here')}
        </span>
      </div>
    </form>
  );
}
