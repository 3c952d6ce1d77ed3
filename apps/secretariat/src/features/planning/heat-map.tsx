import type { PlanDetail } from '@forum/contract/matchmaking/planning/plan-detail';
import { forumDay } from '@forum/domain/time/forum-day';
import { useEdition } from '@forum/ui/lib/edition';
import { clockIn, dayName } from '@forum/ui/lib/instants';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** How full the hall is in each slot: a shade and the number of tables taken. */
export function HeatMap({ run }: { run: PlanDetail }): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const taken = run.slots.map((_, slot) => run.meetings.filter((meeting) => meeting.slot === slot).length);
  const days = [...new Set(run.slots.map(({ start }) => forumDay(start, edition)))];
  return (
    <section className="stack-tight" aria-labelledby="heat-title">
      <h3 id="heat-title">{t('planner.heat', { count: run.tables.length })}</h3>
      {days.map((day) => {
        const slots = run.slots.flatMap(({ start }, slot) =>
          forumDay(start, edition) === day ? [{ start, slot }] : [],
        );
        return (
          <div key={day} className="heat">
            <p className="second">{dayName(day, i18n.language)}</p>
            <ul>
              {slots.map(({ start, slot }) => (
                <li
                  key={slot}
                  style={{ '--share': (taken[slot] ?? 0) / Math.max(1, run.tables.length) } as object}
                  title={t('planner.heat-slot', {
                    time: clockIn(start, edition.zone),
                    count: taken[slot] ?? 0,
                    tables: run.tables.length,
                  })}
                >
                  <span className="note">{clockIn(start, edition.zone)}</span>
                  <strong className="figures">{taken[slot] ?? 0}</strong>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
