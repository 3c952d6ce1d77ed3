import type { PlanRun } from '@forum/contract/matchmaking/planning/plan-run';
import { Empty } from '@forum/ui/states/notice';
import { Span } from '@forum/ui/time/time';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RunState } from './run-state.tsx';
import { useRunWords } from './run-words.ts';
import { termOf } from './terms.ts';

interface RunTableProps {
  runs: readonly PlanRun[];
  open: string | undefined;
  to: (run: string) => string;
}

/** Every run, newest first, with how good its plan is. */
export function RunTable({ runs, open, to }: RunTableProps): ReactNode {
  const { t } = useTranslation();
  const { nameOf, happenedWords, askedWords, heldWords } = useRunWords();
  if (runs.length === 0) return <Empty title={t('planner.none')} />;
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="note">{t('planner.runs', { count: runs.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('planner.run')}</th>
            <th scope="col">{t('planner.held')}</th>
            <th scope="col">{t('planner.term.breaks')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => {
            const breaks = termOf(run, 'breaks');
            return (
              <tr key={run.id} aria-selected={run.id === open}>
                <th scope="row">
                  <span className="line-up">
                    <Link data-row to={to(run.id)}>
                      {nameOf(run)}
                    </Link>
                    <RunState run={run} />
                  </span>
                  {run.happened.length > 0 && <p>{happenedWords(run)}</p>}
                  <span className="note">
                    <Span start={run.createdAt} end={null} /> · {run.createdBy} · {askedWords(run)}
                  </span>
                </th>
                <td className="figures">{heldWords(run)}</td>
                <td className="figures">
                  {breaks ? t('planner.of-bound', { value: breaks.value, bound: breaks.bound }) : '–'}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
