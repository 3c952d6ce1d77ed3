import { type PlanDetail, type PlannedMeeting, readPlanPins, setPlanPin } from '@forum/contract/planning';
import { queryOf } from '@forum/client/query';
import { useEdition } from '@forum/ui/lib/edition';
import { Span } from '@forum/ui/time/time';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { FirmChoice } from './firm-choice.tsx';

/** The meetings of one firm in order of time; each can be pinned to its time for the runs to come. */
export function FirmTimetable({ run }: { run: PlanDetail }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [firm, setFirm] = useState('');
  const params = { edition: edition.slug };
  const pins = useQuery(queryOf(readPlanPins, { params }));
  const pin = useWrite(setPlanPin, readPlanPins);
  const meetings = run.meetings
    .filter((meeting) => meeting.firms.includes(firm))
    .sort((a, b) => (a.slot ?? Infinity) - (b.slot ?? Infinity));
  const nameOf = new Map(run.firms.map(({ id, name }) => [id, name]));
  const interpreterOf = new Map(run.interpreters.map(({ id, name }) => [id, name]));
  const otherOf = ({ firms: [a, b] }: PlannedMeeting) => (a === firm ? b : a);
  const isPinned = (other: string) =>
    pins.data?.some(
      ({ firmId, withFirmId }) => [firmId, withFirmId].includes(firm) && [firmId, withFirmId].includes(other),
    ) ?? false;
  return (
    <section className="stack-tight" aria-labelledby="timetable-title">
      <h3 id="timetable-title">{t('planner.timetable')}</h3>
      <FirmChoice label={t('planner.firm')} firms={run.firms} value={firm} onChoose={setFirm} />
      <Failure error={pin.error} />
      {firm && (
        <ul className="card-list">
          {meetings.map((meeting) => {
            const other = otherOf(meeting);
            const slot = meeting.slot === null ? null : run.slots[meeting.slot];
            return (
              <li key={meeting.id} className="apart">
                <span>
                  <strong>{nameOf.get(other)}</strong>
                  <br />
                  <span className="second">
                    {slot ? <Span start={slot.start} end={slot.end} /> : t('planner.not-held')}
                    {meeting.interpreter
                      ? ` · ${t('planner.interpreted-by', { name: interpreterOf.get(meeting.interpreter) })}`
                      : meeting.needsInterpreter && ` · ${t('planner.interpreter')}`}
                    {meeting.table && ` · ${run.tables.find(({ id }) => id === meeting.table)?.label ?? ''}`}
                  </span>
                </span>
                {slot && (
                  <button
                    className="chip"
                    type="button"
                    aria-pressed={isPinned(other)}
                    disabled={pin.isPending}
                    onClick={() =>
                      pin.mutate({
                        params,
                        body: { firmId: firm, withFirmId: other, start: isPinned(other) ? null : slot.start },
                      })
                    }
                  >
                    {isPinned(other) ? t('planner.pinned') : t('planner.pin')}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
