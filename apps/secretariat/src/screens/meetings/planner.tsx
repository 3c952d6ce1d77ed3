import { queryOf } from '@forum/client/query';
import { readHalls } from '@forum/contract/meetings/halls';
import { listPlanRuns, readPlanScope } from '@forum/contract/matchmaking/planning/plan-runs';
import { useEdition } from '@forum/ui/lib/edition';
import { Heading } from '@forum/ui/shell/heading';
import { Empty } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Panes } from '../../components/panes.tsx';
import { Absences } from '../../features/planning/absences.tsx';
import { RepairForm } from '../../features/planning/repair-form.tsx';
import { RunDetail } from '../../features/planning/run-detail.tsx';
import { RunForm } from '../../features/planning/run-form.tsx';
import { RunTable } from '../../features/planning/run-table.tsx';

/** Plans the meetings of the hall: what there is to plan, the runs, and one run at work. */
export function PlannerScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { run } = useParams();
  const params = { edition: edition.slug };
  const query = useQuery({
    ...queryOf(listPlanRuns, { params }),
    // A run whose server goes away tells nobody: while one is at work, it is looked after.
    refetchInterval: (asked) => (asked.state.data?.some(({ state }) => state === 'running') ? 5_000 : false),
  });
  const halls = useQuery(queryOf(readHalls, { params }));
  const [chosen, choose] = useState<string | null>(null);
  const hallId = chosen ?? halls.data?.[0]?.id;
  const scope = useQuery({
    ...queryOf(readPlanScope, { params, query: { hallId } }),
    enabled: hallId !== undefined,
  });
  const to = (id: string) => `/${edition.slug}/planner${id && `/${id}`}`;
  return (
    <div className="page">
      <Heading tab={t('desk.planner')} />
      <Panes
        detail={run ? <RunDetail key={run} id={run} others={query.data ?? []} /> : null}
        closeTo={to('')}
      >
        <Read query={query}>
          {(runs) => (
            <Read query={halls}>
              {(all) =>
                all.length === 0 ? (
                  <Empty title={t('planner.no-hall')}>
                    <Link className="button" data-kind="main" to={`/${edition.slug}/hall`}>
                      {t('desk.hall')}
                    </Link>
                  </Empty>
                ) : (
                  <>
                    <dl className="figures-row">
                      {(['firms', 'wishes', 'pairs', 'slots', 'tables', 'interpreters'] as const).map(
                        (name) => (
                          <div key={name}>
                            <dt>{t(`planner.scope.${name}`)}</dt>
                            <dd className="figures">{scope.data?.[name] ?? '–'}</dd>
                          </div>
                        ),
                      )}
                    </dl>
                    <RunForm
                      halls={all}
                      hallId={hallId ?? ''}
                      onHall={choose}
                      interpreters={scope.data?.interpreters ?? 0}
                      busy={runs.some(({ state }) => state === 'running')}
                      to={to}
                    />
                    {runs.some(({ publishedAt }) => publishedAt !== null) && (
                      <RepairForm halls={all} to={to} />
                    )}
                    <Absences />
                    <RunTable runs={runs} open={run} to={to} />
                  </>
                )
              }
            </Read>
          )}
        </Read>
      </Panes>
    </div>
  );
}
