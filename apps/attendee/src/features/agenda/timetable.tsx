import { daysFrom } from '@forum/domain/time/forum-day';
import { useEdition } from '@forum/ui/lib/edition';
import { dayName } from '@forum/ui/lib/instants';
import { languageOfScript } from '@forum/ui/lib/script-language';
import { useFilters } from '@forum/ui/lib/use-filters';
import { useNow } from '@forum/ui/lib/use-now';
import { useToday, useVenue } from '@forum/ui/lib/venue';
import { Clock } from '@forum/ui/time/time';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Appointment } from './appointment.ts';
import { drawnAt, type Drawn, drawnDay, hoursOf, minuteOn } from './timetable-lanes.ts';

/** One's days drawn to scale: meetings in the colour of the edition, sessions in outline, and where now is. */
export function Timetable({ appointments }: { appointments: readonly Appointment[] }): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const venue = useVenue();
  const { read, choose } = useFilters();
  const now = useNow().toISOString();
  const today = useToday();
  const days = daysFrom(edition.startsOn, edition.endsOn);
  const day = days.find((one) => one === read('day')) ?? (days.includes(today) ? today : days[0]);
  const hours = hoursOf(appointments, venue);
  return (
    <div className="stack">
      <div className="chips chips-scroll timetable-days" role="group" aria-label={t('programme.days')}>
        {days.map((one) => (
          <button
            key={one}
            className="chip"
            type="button"
            aria-pressed={one === day}
            onClick={() => choose('day', one)}
          >
            {dayName(one, i18n.language)}
          </button>
        ))}
      </div>
      <p className="note">{t('time.all-in', { city: venue.city })}</p>
      <div className="timetable" style={{ '--hours': hours.length } as CSSProperties}>
        <ol className="timetable-hours" aria-hidden="true">
          {hours.map((hour, i) => (
            <li
              key={hour}
              data-after-gap={i > 0 && hours[i - 1] !== hour - 1}
            >{`${String(hour % 24).padStart(2, '0')}:00`}</li>
          ))}
        </ol>
        {days.map((one) => (
          <DayColumn
            key={one}
            day={one}
            isChosen={one === day}
            drawn={drawnDay(appointments, one, venue, hours)}
            nowAt={one === today ? drawnAt(minuteOn(one, now, venue.zone), hours) : null}
          />
        ))}
      </div>
    </div>
  );
}

interface DayColumnProps {
  day: string;
  isChosen: boolean;
  drawn: readonly Drawn[];
  nowAt: number | null;
}

function DayColumn({ day, isChosen, drawn, nowAt }: DayColumnProps): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <section className="timetable-day" data-chosen={isChosen}>
      <h2>{dayName(day, i18n.language)}</h2>
      <ol>
        {drawn.map((one) => (
          <Block key={one.appointment.id} {...one} day={day} />
        ))}
        {nowAt !== null && (
          <li className="timetable-now" style={{ '--from': nowAt } as CSSProperties} aria-hidden="true" />
        )}
      </ol>
      {drawn.length === 0 && <p className="note">{t('agenda.free-day')}</p>}
    </section>
  );
}

function Block({ appointment, from, minutes, lane, lanes, day }: Drawn & { day: string }): ReactNode {
  const { edition } = useEdition();
  const isCancelled = appointment.kind === 'session' && appointment.session.state === 'cancelled';
  return (
    <li
      className="timetable-block"
      data-kind={appointment.kind}
      data-state={isCancelled ? 'cancelled' : 'scheduled'}
      style={{ '--from': from, '--minutes': minutes, '--lane': lane, '--lanes': lanes } as CSSProperties}
    >
      <Link to={`/e/${edition.slug}/${appointment.kind}s/${appointment.id}`}>
        <span className="timetable-text">
          <Clock at={appointment.start} day={day} />{' '}
          <strong lang={languageOfScript(appointment.title)}>{appointment.title}</strong>{' '}
          <span className="place-name">{appointment.place}</span>
        </span>
      </Link>
    </li>
  );
}
