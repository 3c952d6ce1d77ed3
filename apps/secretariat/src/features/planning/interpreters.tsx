import { type PlanDetail } from '@forum/contract/planning';
import { Span } from '@forum/ui/time/time';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const most = 200;

/** The planned meetings whose teams share no language, in order of time: where to send interpreters. */
export function Interpreters({ run }: { run: PlanDetail }): ReactNode {
  const { t } = useTranslation();
  const meetings = run.meetings
    .filter(({ needsInterpreter, slot }) => needsInterpreter && slot !== null)
    .sort((a, b) => (a.slot ?? 0) - (b.slot ?? 0));
  if (meetings.length === 0) return null;
  const nameOf = new Map(run.firms.map(({ id, name }) => [id, name]));
  const labelOf = new Map(run.tables.map(({ id, label }) => [id, label]));
  return (
    <details>
      <summary>{t('planner.interpreters', { count: meetings.length })}</summary>
      <p className="second">{t('planner.interpreters-text')}</p>
      <ul className="card-list">
        {meetings.slice(0, most).map(({ id, firms: [a, b], slot, table }) => {
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
      {meetings.length > most && (
        <p className="note">{t('imports.more', { count: meetings.length - most })}</p>
      )}
    </details>
  );
}
