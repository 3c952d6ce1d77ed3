import type { PlanDetail } from '@forum/contract/matchmaking/planning/plan-detail';
import { Span } from '@forum/ui/time/time';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lackingInterpreter } from './terms.ts';

const most = 200;

/** Who interprets how often in a plan, and the planned meetings without a common language that nobody interprets. */
export function Interpreters({ run }: { run: PlanDetail }): ReactNode {
  const { t } = useTranslation();
  const held = run.meetings.filter(({ slot }) => slot !== null);
  const lacking = lackingInterpreter(run);
  const load = run.interpreters.map(({ id, name }) => ({
    ...{ id, name },
    count: held.filter(({ interpreter }) => interpreter === id).length,
  }));
  const isAsked = load.some(({ count }) => count > 0);
  const nameOf = new Map(run.firms.map(({ id, name }) => [id, name]));
  const labelOf = new Map(run.tables.map(({ id, label }) => [id, label]));
  return (
    <>
      {isAsked && (
        <div className="table-scroll">
          <table className="table">
            <caption>{t('planner.load')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('interpreters.name')}</th>
                <th scope="col">{t('planner.load-meetings')}</th>
              </tr>
            </thead>
            <tbody>
              {load.map(({ id, name, count }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td className="figures">{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {lacking.length > 0 && (
        <details>
          <summary>{t('planner.interpreters', { count: lacking.length })}</summary>
          <p className="second">{t('planner.interpreters-text')}</p>
          <ul className="card-list">
            {lacking.slice(0, most).map(({ id, firms: [a, b], slot, table }) => {
              const time = run.slots[slot ?? -1];
              return (
                <li key={id}>
                  <strong>
                    {nameOf.get(a)} – {nameOf.get(b)}
                  </strong>
                  <br />
                  <span className="second">
                    {time && <Span start={time.start} end={time.end} />}
                    {table && ` · ${labelOf.get(table) ?? ''}`}
                  </span>
                </li>
              );
            })}
          </ul>
          {lacking.length > most && (
            <p className="note">{t('imports.more', { count: lacking.length - most })}</p>
          )}
        </details>
      )}
    </>
  );
}
