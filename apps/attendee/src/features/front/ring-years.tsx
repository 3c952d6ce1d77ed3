import { type RingYear } from '@forum/contract/editions';
import { capitalName } from '@forum/ui/lib/capital-name';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The ring as a list: who hosts when, and why. */
export function RingYears({ years }: { years: readonly RingYear[] }): ReactNode {
  const { t, i18n } = useTranslation();
  const inWords = (fact: unknown) => (i18n.exists(`region.${fact}`) ? t(`region.${fact}`) : fact);
  const factsOf = (reason: object) =>
    Object.fromEntries(Object.entries(reason).map(([name, fact]) => [name, inWords(fact)]));
  return (
    <ol className="ring-years">
      {years.map((year) => (
        <li className="ring-year" key={year.year}>
          <span className="figures">{year.year}</span>
          <span>
            <strong>{capitalName(year.capital, i18n)}</strong>{' '}
            <span className="second">{t(`ring.${year.standing}`)}</span>
            {year.reasons.map((reason, i) => (
              <span className="note" key={i} style={{ display: 'block' }}>
                {t(`ring.reason.${reason.code}`, { ...factsOf(reason), defaultValue: reason.code })}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
}
