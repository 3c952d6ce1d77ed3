import { type RingYear } from '@forum/contract/editions';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The ring as a list: who hosts when, and why. */
export function RingYears({ years }: { years: readonly RingYear[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <ol className="ruled">
      {years.map((year) => (
        <li className="ring-year" key={year.year}>
          <span className="figures">{year.year}</span>
          <span>
            <strong>{year.capital.name}</strong> <span className="second">{t(`ring.${year.standing}`)}</span>
            {year.reasons.map((reason, i) => (
              <span className="note" key={i} style={{ display: 'block' }}>
                {t(`ring.reason.${reason.code}`, { ...reason, defaultValue: reason.code })}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
}
