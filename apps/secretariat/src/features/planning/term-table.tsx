import type { PlanDetail } from '@forum/contract/matchmaking/planning/plan-detail';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shownTerms } from './terms.ts';

/** The objective, term by term: what the plan has, and what is proven impossible to go below. */
export function TermTable({ run }: { run: PlanDetail }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="table-scroll">
      <table className="table">
        <caption>{t('planner.quality')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('planner.what')}</th>
            <th scope="col">{t('planner.has')}</th>
            <th scope="col">{t('planner.bound')}</th>
          </tr>
        </thead>
        <tbody>
          {shownTerms(run).map(({ name, value, bound }) => (
            <tr key={name}>
              <td>{t(`planner.term.${name}`)}</td>
              <td className="figures">{value}</td>
              <td className="figures">
                {bound === null ? '–' : value === bound ? t('planner.best') : bound}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
