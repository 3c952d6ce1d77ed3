import { delegateCategories, type DelegateCategory } from '@forum/domain/people/delegate-category';
import { AnyOf } from '@forum/ui/forms/any-of';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chosen, type Named } from '../../components/choice.tsx';
import { CountriesField } from './countries-field.tsx';
import { countriesIn } from '@forum/ui/lib/countries-in';
import { FirmField } from '../../components/firm-field.tsx';

/** One side of a rule while it is written. */
export interface PartyDraft {
  firms: readonly Named[];
  countries: string;
  categories: readonly DelegateCategory[];
}

/** A side that is everybody. */
export const everybody: PartyDraft = { firms: [], countries: '', categories: [] };

/** A side as rules keep it: what is left empty does not matter. */
export const partyOf = ({ firms, countries, categories }: PartyDraft) => ({
  categories: categories.length > 0 ? [...categories] : null,
  countries: countriesIn(countries).codes,
  firms: firms.length > 0 ? firms.map(({ id }) => id) : null,
});

/** Who one side of a rule is: by firm, by country, by category. */
export function PartyFields({
  legend,
  draft,
  onChange,
}: {
  legend: string;
  draft: PartyDraft;
  onChange: (draft: PartyDraft) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { firms, countries, categories } = draft;
  return (
    <fieldset className="stack">
      <legend>
        <h3>{legend}</h3>
      </legend>
      <div className="stack-tight">
        <FirmField
          label={t('matching.of-firm')}
          chosen={null}
          onChoose={(firm) =>
            firm && onChange({ ...draft, firms: [...firms.filter(({ id }) => id !== firm.id), firm] })
          }
        />
        <Chosen
          label={legend}
          chosen={firms}
          onRemove={(gone) => onChange({ ...draft, firms: firms.filter(({ id }) => id !== gone) })}
        />
      </div>
      <CountriesField value={countries} onChange={(text) => onChange({ ...draft, countries: text })} />
      <AnyOf
        label={t('matching.of-categories')}
        values={delegateCategories}
        chosen={delegateCategories.filter((one) => categories.includes(one))}
        nameOf={(one) => t(`category.${one}`)}
        onChange={(chosen) => onChange({ ...draft, categories: chosen })}
      />
    </fieldset>
  );
}
