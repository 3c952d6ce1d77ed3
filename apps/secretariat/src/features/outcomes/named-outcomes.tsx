import type { EditionFigures } from '@forum/contract/outcomes/figures';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The confirmed outcomes that are not confidential, by name. */
export function NamedOutcomes({ named }: { named: EditionFigures['named'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="stack-tight" aria-labelledby="named">
      <h2 id="named">{t('figures.named')}</h2>
      {named.length === 0 ? (
        <p className="second">{t('figures.named-none')}</p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="region" aria-labelledby="named">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('figures.what')}</th>
                <th scope="col">{t('figures.stage')}</th>
                <th scope="col">{t('figures.firms')}</th>
              </tr>
            </thead>
            <tbody>
              {named.map((outcome) => (
                <tr key={outcome.id}>
                  <th scope="row">{outcome.title}</th>
                  <td>
                    {t(`stage.${outcome.stage}`)}
                    {outcome.until && <span className="note"> – {outcome.until}</span>}
                  </td>
                  <td>{outcome.firms.join(' · ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
