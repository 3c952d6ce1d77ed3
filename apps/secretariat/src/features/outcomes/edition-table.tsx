import type { EditionFigures } from '@forum/contract/outcomes/figures';
import { outcomeStages } from '@forum/domain/outcomes/ledger';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The figures of all editions beside each other. */
export function EditionTable({ editions }: { editions: readonly EditionFigures[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="stack-tight" aria-labelledby="editions">
      <h2 id="editions">{t('figures.by-edition')}</h2>
      <div className="table-scroll" tabIndex={0} role="region" aria-labelledby="editions">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('figures.edition')}</th>
              {outcomeStages.map((stage) => (
                <th key={stage} scope="col">
                  {t(`stage.${stage}`)}
                </th>
              ))}
              <th scope="col">{t('figures.total')}</th>
            </tr>
          </thead>
          <tbody>
            {editions.map((edition) => (
              <tr key={edition.slug}>
                <th scope="row">
                  {edition.title} {edition.year}
                </th>
                {edition.stages.map(({ stage, total }) => (
                  <td key={stage} className="figures">
                    {total ?? t('figures.withheld')}
                  </td>
                ))}
                <td className="figures">{edition.total ?? t('figures.withheld')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
