import type { RingYear } from '@forum/contract/editions/rotation';
import { capitalName } from '@forum/ui/lib/capital-name';
import { useHostReason } from '@forum/ui/lib/use-host-reason';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The ring as a list: who hosts when, and why. */
export function RingYears({ years }: { years: readonly RingYear[] }): ReactNode {
  const { t, i18n } = useTranslation();
  const reasonOf = useHostReason();
  return (
    <ol className="ring-years">
      {years.map((year) => (
        <li className="ring-year" key={year.year}>
          <span className="figures">{year.year}</span>
          <span>
            {year.capital && <strong>{capitalName(year.capital, i18n)} </strong>}
            <span className="second">{t(`ring.${year.standing}`)}</span>
            {year.reasons.map((reason, i) => (
              <span className="note" key={i} style={{ display: 'block' }}>
                {reasonOf(reason)}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
}
