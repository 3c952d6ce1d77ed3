import type { ComponentLine, Reckoned } from '@forum/contract/advice/worksheets';
import { SelectField, TextField } from '@forum/ui/forms/field';
import { Icon } from '@forum/ui/icons/icon';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { countryOptions } from '@forum/ui/lib/country-options';
import { isAmount } from './amount.ts';

interface LineListProps {
  lines: readonly ComponentLine[];
  results: readonly Reckoned[];
  currency: string;
  onChange: (lines: ComponentLine[]) => void;
}

/** The lines of a bill of materials, each with its origin, its cost, and where it counts in each scheme. */
export function LineList({ lines, results, currency, onChange }: LineListProps): ReactNode {
  const { t, i18n } = useTranslation();
  const change = (at: number, part: Partial<ComponentLine>) =>
    onChange(lines.map((line, i) => (i === at ? { ...line, ...part } : line)));
  const countries = countryOptions(i18n.language);
  return (
    <ol className="lines">
      {lines.map((line, at) => (
        <li key={at} className="line">
          <TextField
            label={t('worksheets.component')}
            value={line.component}
            maxLength={120}
            required
            onChange={(event) => change(at, { component: event.target.value })}
          />
          <SelectField
            label={t('worksheets.origin')}
            value={line.origin ?? ''}
            onChange={(event) => change(at, { origin: event.target.value || null })}
          >
            <option value="">{t('facts.not-known')}</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t('worksheets.cost', { currency })}
            inputMode="decimal"
            value={line.cost}
            error={line.cost === '' || isAmount(line.cost) ? null : t('worksheets.no-amount')}
            onChange={(event) => change(at, { cost: event.target.value.trim().replace(',', '.') })}
          />
          <button
            className="icon-button line-remove"
            type="button"
            aria-label={t('worksheets.remove-line', { component: line.component })}
            onClick={() => onChange(lines.filter((_, i) => i !== at))}
          >
            <Icon name="close" />
          </button>
          <p className="note line-sides">
            {results.map(({ scheme, sides }) => (
              <span key={scheme} data-side={sides[at]}>
                {t('worksheets.counts', {
                  scheme: t(`scheme.${scheme}.name`),
                  side: t(`side.${sides[at] ?? 'undecided'}`),
                })}
              </span>
            ))}
          </p>
        </li>
      ))}
    </ol>
  );
}
