import { readPlanPins, setPlanPin } from '@forum/contract/matchmaking/planning/pins';
import type { PlanDetail } from '@forum/contract/matchmaking/planning/plan-detail';
import { queryOf } from '@forum/client/query';
import { useEdition } from '@forum/ui/lib/edition';
import { dayName } from '@forum/ui/lib/instants';
import { Clock } from '@forum/ui/time/time';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { FirmChoice } from './firm-choice.tsx';
import { type FirmMeeting, firmDays, meetingsOfFirm, type SlotOfFirm } from './firm-days.ts';

/** The days of one firm drawn slot by slot, its breaks marked; each meeting can be pinned for the runs to come. */
export function FirmTimetable({ run }: { run: PlanDetail }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [firm, setFirm] = useState('');
  const meetings = meetingsOfFirm(run, firm);
  const notHeld = meetings.filter(({ slot }) => slot === null);
  return (
    <section className="stack-tight" aria-labelledby="timetable-title">
      <h3 id="timetable-title">{t('planner.timetable')}</h3>
      <FirmChoice label={t('planner.firm')} firms={run.firms} value={firm} onChoose={setFirm} />
      {firm && (
        <>
          <div className="firm-days">
            {firmDays(run, meetings, edition).map(({ day, slots, breaks }) => (
              <Day key={day} day={day} firm={firm} slots={slots} breaks={breaks} />
            ))}
          </div>
          {notHeld.length > 0 && (
            <p className="second">
              {t('planner.not-held')}: {notHeld.map(({ other }) => other.name).join(', ')}
            </p>
          )}
        </>
      )}
    </section>
  );
}

interface DayProps {
  firm: string;
  day: string;
  slots: readonly SlotOfFirm[];
  breaks: number;
}

function Day({ firm, day, slots, breaks }: DayProps): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <section>
      <h4>
        {dayName(day, i18n.language)} <span className="second">{t('planner.breaks', { count: breaks })}</span>
      </h4>
      <ol>
        {slots.map((slot) => (
          <li key={slot.start} data-kind={slot.kind}>
            <span className="figures">
              <Clock at={slot.start} day={day} />
            </span>
            {slot.kind === 'break' && <span className="second">{t('planner.break')}</span>}
            <span>
              {slot.meetings.map((meeting) => (
                <Held key={meeting.id} firm={firm} meeting={meeting} start={slot.start} />
              ))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Held({ firm, meeting, start }: { firm: string; meeting: FirmMeeting; start: string }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const params = { edition: edition.slug };
  const pins = useQuery(queryOf(readPlanPins, { params }));
  const pin = useWrite(setPlanPin, readPlanPins);
  const { other, table, needsInterpreter, interpreter } = meeting;
  const isPinned =
    pins.data?.some(
      ({ firmId, withFirmId }) => [firmId, withFirmId].sort().join() === [firm, other.id].sort().join(),
    ) ?? false;
  return (
    <span className="apart">
      <span>
        <strong>{other.name}</strong>{' '}
        <span className="second">
          {table}
          {interpreter
            ? ` · ${t('planner.interpreted-by', { name: interpreter })}`
            : needsInterpreter && ` · ${t('planner.interpreter')}`}
        </span>
      </span>
      <button
        className="chip"
        type="button"
        aria-pressed={isPinned}
        aria-label={t(isPinned ? 'planner.unpin-with' : 'planner.pin-with', { firm: other.name })}
        disabled={pin.isPending}
        onClick={() =>
          pin.mutate({ params, body: { firmId: firm, withFirmId: other.id, start: isPinned ? null : start } })
        }
      >
        {isPinned ? t('planner.pinned') : t('planner.pin')}
      </button>
      <Failure error={pin.error} />
    </span>
  );
}
