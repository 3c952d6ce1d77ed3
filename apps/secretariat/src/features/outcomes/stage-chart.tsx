import type { EditionFigures } from '@forum/contract/outcomes/figures';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Confirmed outcomes by stage, drawn and in figures; a withheld number has no bar, and says so. */
export function StageChart({ figures }: { figures: EditionFigures }): ReactNode {
  const { t } = useTranslation();
  const most = Math.max(1, ...figures.stages.map(({ total }) => total ?? 0));
  const isWithheld = figures.stages.some(({ total }) => total === null);
  return (
    <section className="stack-tight" aria-labelledby="stages">
      <h2 id="stages">{t('figures.outcomes')}</h2>
      <table className="table stage-chart">
        <thead>
          <tr>
            <th scope="col">{t('figures.stage')}</th>
            <th scope="col">{t('figures.number')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.stages.map(({ stage, total }) => (
            <tr key={stage}>
              <th scope="row">{t(`stage.${stage}`)}</th>
              <td>
                <div className="stage-number">
                  <span className="stage-bar" data-withheld={total === null} aria-hidden="true">
                    <span className="stage-fill" style={{ inlineSize: `${((total ?? 0) / most) * 100}%` }} />
                  </span>
                  <strong className="figures">{total ?? t('figures.withheld')}</strong>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('figures.total')}</th>
            <td>
              <div className="stage-number">
                <strong className="figures">{figures.total ?? t('figures.withheld')}</strong>
              </div>
            </td>
          </tr>
        </tfoot>
      </table>
      {isWithheld && <p className="note">{t('figures.withheld-why')}</p>}
    </section>
  );
}
