import { queryOf } from '@forum/client/query';
import { listPlanAbsences, removePlanAbsence } from '@forum/contract/matchmaking/planning/absences';
import { readPlanScope } from '@forum/contract/matchmaking/planning/plan-runs';
import { useEdition } from '@forum/ui/lib/edition';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { useRunWords } from './run-words.ts';

/** Firms that no plan gives meetings, because a published repair says that they are away; each can be taken back. */
export function Absences(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { at } = useRunWords();
  const params = { edition: edition.slug };
  const query = useQuery(queryOf(listPlanAbsences, { params }));
  const remove = useWrite(removePlanAbsence, listPlanAbsences, readPlanScope);
  if (!query.data || query.data.length === 0) return null;
  return (
    <section className="panel stack-tight" aria-labelledby="absences-title">
      <h2 id="absences-title">{t('planner.absences', { count: query.data.length })}</h2>
      <p className="second">{t('planner.absences-hint')}</p>
      <Failure error={remove.error} />
      <ul className="card-list">
        {query.data.map(({ id, firm, from, until, saidBy }) => (
          <li key={id} className="apart">
            <span>
              <strong>{firm.name}</strong>
              <br />
              <span className="second">
                {until
                  ? t('planner.span', { from: at(from), until: at(until) })
                  : t('planner.away-from', { from: at(from) })}{' '}
                · {saidBy}
              </span>
            </span>
            <button
              className="button"
              data-kind="quiet"
              type="button"
              aria-label={t('planner.comes-after-all-of', { firm: firm.name })}
              disabled={remove.isPending}
              onClick={() => remove.mutate({ params: { ...params, absence: id }, body: undefined })}
            >
              {t('planner.comes-after-all')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
