import { LanguagesSpoken } from '@forum/ui/forms/languages-spoken';
import type { RegistrationForm as Form } from '@forum/contract/delegations/registration-form';
import { delegateCategories } from '@forum/domain/people/delegate-category';
import { SelectField, TextField } from '@forum/ui/forms/field';
import { Notice } from '@forum/ui/states/notice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { countryOptions } from '@forum/ui/lib/country-options';
import { FirmChoice } from './firm-choice.tsx';
import { placesLeft } from './places-left.ts';
import type { Registration } from './registration-state.tsx';

interface RegistrationPartsProps {
  registration: Registration | null;
  delegation: Registration['delegation'];
  form: Form;
  errors: ReadonlyMap<string, string>;
  change: (part: Partial<Form>) => void;
  changeName: (part: keyof Form['name'], typed: string) => void;
}

type Typed = { target: { value: string } };

/** Who comes, for whom, and what they need; each error stands at its field. */
export function RegistrationParts(props: RegistrationPartsProps): ReactNode {
  const { registration, delegation, form, errors, change, changeName } = props;
  const { t, i18n } = useTranslation();
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
  // Only people of industry represent a firm.
  const changeCategory = (category: Form['category']) =>
    change(category === 'industry' ? { category } : { category, firmId: null });
  return (
    <>
      <SelectField
        label={t('register.category')}
        value={form.category}
        error={errors.get('category')}
        onChange={(event) => changeCategory(event.target.value as Form['category'])}
      >
        {delegateCategories.map((category) => (
          <option key={category} value={category}>
            {t(`category.${category}`)}
          </option>
        ))}
      </SelectField>
      {delegation && mustWait(delegation, registration, form.category) && (
        <Notice tone="care">
          <p>
            {t('register.full', {
              category: t(`category.${form.category}`),
              delegation: delegation.name,
            })}
          </p>
        </Notice>
      )}
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
          <FirmChoice
            firmId={form.firmId}
            known={registration?.firm ?? null}
            error={errors.get('firmId')}
            onChoose={(firm) =>
              change({ firmId: firm?.id ?? null, organisation: form.organisation || (firm?.name ?? '') })
            }
          />
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
        <LanguagesSpoken
          label={t('register.languages')}
          chosen={form.languages}
          error={errors.get('languages')}
          onChange={(languages) => change({ languages })}
        />
        <TextField {...text('dietary')} hint={t('register.needs-hint')} />
        <TextField {...text('access')} hint={t('register.needs-hint')} />
      </fieldset>
    </>
  );
}

/** Whether submitting puts the applicant on the waiting list of a category, where they do not stand already. */
function mustWait(
  { places }: NonNullable<Registration['delegation']>,
  registration: Registration | null,
  category: Form['category'],
): boolean {
  const isIn = registration?.form?.category === category && registration.state !== 'withdrawn';
  return !isIn && placesLeft(places, category) === 0;
}
