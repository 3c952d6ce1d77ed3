import { queryOf } from '@forum/client/query';
import type { PlanDetail } from '@forum/contract/matchmaking/planning/plan-detail';
import type { PlanRun } from '@forum/contract/matchmaking/planning/plan-run';
import { listPlanRuns, readPlanRun, stopPlanRun } from '@forum/contract/matchmaking/planning/plan-runs';
import { useEdition } from '@forum/ui/lib/edition';
import { Notice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '@forum/ui/lib/use-write';
import { Comparison } from './comparison.tsx';
import { FailedRun } from './failed-run.tsx';
import { FirmTimetable } from './firm-timetable.tsx';
import { HeatMap } from './heat-map.tsx';
import { Interpreters } from './interpreters.tsx';
import { LeftOut } from './left-out.tsx';
import { Publication } from './publication.tsx';
import { RunChart } from './run-chart.tsx';
import { RunState } from './run-state.tsx';
import { useRunWords } from './run-words.ts';
import { TermTable } from './term-table.tsx';

/** One run: how it went, how good its plan is, what it holds and what not, and its publication. */
export function RunDetail({ id, others }: { id: string; others: readonly PlanRun[] }): ReactNode {
  const { edition } = useEdition();
  const query = useQuery({
    ...queryOf(readPlanRun, { params: { edition: edition.slug, run: id } }),
    // The desk is told of each step; where its socket is down, it looks by itself.
    refetchInterval: (asked) => (asked.state.data?.state === 'running' ? 2_000 : false),
  });
  return <Read query={query}>{(run) => <Run run={run} others={others} />}</Read>;
}

function Run({ run, others }: { run: PlanDetail; others: readonly PlanRun[] }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { nameOf, happenedWords, askedWords } = useRunWords();
  const stop = useWrite(stopPlanRun, listPlanRuns, readPlanRun);
  return (
    <>
      <div className="apart">
        <h2>{nameOf(run)}</h2>
        <RunState run={run} />
      </div>
      {run.happened.length > 0 && <p>{happenedWords(run)}</p>}
      <p className="second">
        {run.hall.name} · {askedWords(run)}
        {run.iterations !== null &&
          ` · ${t('planner.iterations', { count: Math.floor(run.iterations), iterations: run.iterations })}`}
      </p>
      {run.state === 'running' && (
        <p className="line-up">
          <progress aria-label={t('planner.states.running')} />
          <button
            className="button"
            type="button"
            disabled={stop.isPending}
            onClick={() => stop.mutate({ params: { edition: edition.slug, run: run.id }, body: undefined })}
          >
            {t('planner.stop')}
          </button>
        </p>
      )}
      {run.state === 'failed' && <FailedRun run={run} />}
      {run.conflict && (
        <Notice tone="care">
          <p>
            <strong>{t('planner.conflict')}</strong>
          </p>
          <p>{run.conflict.sentence}</p>
          <ul>
            {run.conflict.pairs.slice(0, 12).map(([a, b]) => (
              <li key={`${a}${b}`}>
                {a} – {b}
              </li>
            ))}
          </ul>
          <p className="second">{t('planner.conflict-hint')}</p>
        </Notice>
      )}
      <RunChart run={run} />
      {run.state === 'done' && (
        <>
          <Publication run={run} />
          <TermTable run={run} />
          <HeatMap run={run} />
          <FirmTimetable run={run} />
          <LeftOut run={run} />
          <Interpreters run={run} />
          <Comparison run={run} others={others} />
        </>
      )}
    </>
  );
}
