import { type PlanDetail } from '@forum/contract/planning';
import { Span } from '@forum/ui/time/time';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Whom a repair touches and how: what moves, what ends, what is new. Everything else stays. */
export function Changes({ run }: { run: PlanDetail }): ReactNode {
  const { t } = useTranslation();
  const touched = run.meetings.filter(
    ({ was, priority, slot }) => was !== null || (priority > 0 && slot !== null),
  );
  const stays = run.meetings.length - touched.length;
  const nameOf = new Map(run.firms.map(({ id, name }) => [id, name]));
  const interpreterOf = new Map(run.interpreters.map(({ id, name }) => [id, name]));
  const tableOf = new Map(run.tables.map(({ id, label }) => [id, label]));
  return (
    <section className="stack-tight" aria-labelledby="changes-title">
      <h3 id="changes-title">{t('planner.changes', { count: touched.length })}</h3>
      <p className="second">{t('planner.stays', { count: stays })}</p>
      <ul className="card-list">
        {touched.map((meeting) => {
          const [slot, was] = [
            meeting.slot === null ? null : run.slots[meeting.slot],
            meeting.was ? run.slots[meeting.was.slot] : null,
          ];
          return (
            <li key={meeting.id}>
              <strong>{meeting.firms.map((firm) => nameOf.get(firm)).join(' – ')}</strong>
              {was && was !== slot && (
                <p className="second">
                  <s>
                    <Span start={was.start} end={was.end} /> {tableOf.get(meeting.was?.table ?? '')}
                  </s>
                </p>
              )}
              <p>
                {slot ? <Span start={slot.start} end={slot.end} /> : t('planner.ends')}{' '}
                {was && was === slot && meeting.was?.table !== meeting.table && (
                  <s>{tableOf.get(meeting.was?.table ?? '')}</s>
                )}{' '}
                <strong>{slot && tableOf.get(meeting.table ?? '')}</strong>
              </p>
              {(meeting.was?.interpreter ?? null) !== meeting.interpreter && (
                <p>
                  {t('interpreter.title')}:{' '}
                  {meeting.was?.interpreter && <s>{interpreterOf.get(meeting.was.interpreter)}</s>}{' '}
                  <strong>{interpreterOf.get(meeting.interpreter ?? '') ?? t('interpreters.nobody')}</strong>
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
