import { problemIn } from '@forum/client/http';
import { readAdvice } from '@forum/contract/advice/advice';
import { type FactName, type OwnFacts, readFacts, saveFacts } from '@forum/contract/advice/route-facts';
import { SelectField, TextField, Tick } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { Notice, ProblemNotice } from '@forum/ui/states/notice';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedThing } from '../../components/opened.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { CountrySet } from './country-set.tsx';

const ofTheFirm = [
  'establishedIn',
  'headquarteredIn',
  'managedFrom',
  'controlledFrom',
  'facilitiesIn',
  'guaranteed',
] as const;
const ofTheProduct = [
  'outsidePercent',
  'criticalProduct',
  'designAuthority',
  'dualUse',
  'civilApplication',
  'offsetObligation',
] as const;

type Value = readonly string[] | boolean | string | null;

/** What a firm says of itself for the rules of access, and which of it the advice of others may use. */
export function FactsForm({
  firm,
  own,
  opened,
}: {
  firm: string;
  own: OwnFacts;
  opened: OpenedThing;
}): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [facts, setFacts] = useState(own.facts);
  const [shared, setShared] = useState<FactName[]>(own.shared);
  const save = useWrite(saveFacts, readFacts, readAdvice);
  const change = (name: FactName, value: Value) => setFacts((before) => ({ ...before, [name]: value }));
  const known = [...ofTheFirm, ...ofTheProduct].filter((name) => isKnown(facts[name]));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      {
        params: { edition: edition.slug, firm },
        body: { version: opened.seen, facts, shared: shared.filter((name) => isKnown(facts[name])) },
      },
      { onSuccess: ({ version }) => opened.saved(version) },
    );
  };
  const part = (title: string, names: readonly FactName[]) => (
    <fieldset className="part">
      <legend>{title}</legend>
      {names.map((name) => (
        <div key={name} className="fact">
          <FactField name={name} value={facts[name]} onChange={(value) => change(name, value)} />
          <Tick
            label={t('facts.share')}
            aria-label={t('facts.share-what', { fact: t(`fact.${name}.short`) })}
            disabled={!isKnown(facts[name])}
            checked={shared.includes(name) && isKnown(facts[name])}
            onChange={(event) =>
              setShared(event.target.checked ? [...shared, name] : shared.filter((one) => one !== name))
            }
          />
        </div>
      ))}
    </fieldset>
  );
  return (
    <form className="form" onSubmit={submit}>
      <p className="second">
        {t('facts.progress', { known: known.length, all: ofTheFirm.length + ofTheProduct.length })}
      </p>
      {part(t('facts.firm'), ofTheFirm)}
      {part(t('facts.product'), ofTheProduct)}
      {!save.isPending && opened.notice}
      {save.error && !opened.notice && <ProblemNotice problem={problemIn(save.error)} />}
      {save.isSuccess && !opened.notice && (
        <Notice tone="good">
          <p>{t('facts.saved')}</p>
        </Notice>
      )}
      <p>
        <button
          className="button"
          data-kind="main"
          type="submit"
          disabled={save.isPending || opened.notice !== null}
        >
          {t('facts.save')}
        </button>
      </p>
    </form>
  );
}

interface FactFieldProps {
  name: FactName;
  value: Value;
  onChange: (value: Value) => void;
}

function FactField({ name, value, onChange }: FactFieldProps): ReactNode {
  const { t } = useTranslation();
  const text = { label: t(`fact.${name}.short`), hint: t(`fact.${name}.hint`) };
  if (name === 'outsidePercent') {
    return (
      <TextField
        {...text}
        inputMode="decimal"
        pattern="\d{1,3}([.]\d{1,6})?"
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onChange(event.target.value.trim().replace(',', '.') || null)}
      />
    );
  }
  if (name.endsWith('In') || name.endsWith('From')) {
    return (
      <CountrySet
        {...text}
        value={Array.isArray(value) ? (value as string[]) : []}
        onChange={(countries) => onChange(countries.length > 0 ? countries : null)}
      />
    );
  }
  return (
    <SelectField
      {...text}
      value={value === null ? '' : String(value)}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value === 'true')}
    >
      <option value="">{t('facts.not-known')}</option>
      <option value="true">{t('facts.yes')}</option>
      <option value="false">{t('facts.no')}</option>
    </SelectField>
  );
}

const isKnown = (value: Value) => value !== null && !(Array.isArray(value) && value.length === 0);
