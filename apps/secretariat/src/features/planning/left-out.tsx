import type { PlanDetail } from '@forum/contract/matchmaking/planning/plan-detail';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const most = 200;

/** Every meeting that found no place: why, and what would make it fit. */
export function LeftOut({ run }: { run: PlanDetail }): ReactNode {
  const { t, i18n } = useTranslation();
  const left = run.meetings.filter(({ leftOut }) => leftOut !== null);
  if (left.length === 0) return <p className="second">{t('planner.all-held')}</p>;
  const nameOf = new Map(run.firms.map(({ id, name }) => [id, name]));
  return (
    <details>
      <summary>{t('planner.left-out', { count: left.length })}</summary>
      <ul className="card-list">
        {left.slice(0, most).map(({ id, firms: [a, b], leftOut }) => (
          <li key={id}>
            <strong>
              {nameOf.get(a)} – {nameOf.get(b)}
            </strong>
            <p>{t(`planner.reason.${leftOut?.code ?? 'order'}`)}</p>
            {i18n.language === 'en' && (
              <p className="note">
                {leftOut?.reason} {leftOut?.remedy}
              </p>
            )}
          </li>
        ))}
      </ul>
      {left.length > most && <p className="note">{t('imports.more', { count: left.length - most })}</p>}
    </details>
  );
}
