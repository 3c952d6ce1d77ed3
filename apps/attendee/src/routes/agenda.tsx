import { dayIn, dayName } from '@forum/ui/lib/instants';
import { useNow } from '@forum/ui/lib/use-now';
import { useVenue } from '@forum/ui/lib/venue';
import { Heading } from '@forum/ui/shell/heading';
import { Empty } from '@forum/ui/states/notice';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AppointmentRow } from '../features/agenda/appointment-row.tsx';
import { CalendarAddress } from '../features/agenda/calendar-address.tsx';
import { type Appointment, clashing, useAppointments } from '../features/agenda/own-agenda.ts';
import { useEdition } from '@forum/ui/lib/edition';

/** My agenda: what I starred and the meetings I take part in, day by day, with what clashes. */
export function Agenda(): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition, me } = useEdition();
  const { zone, city } = useVenue();
  const now = useNow();
  const appointments = useAppointments();
  const clashes = clashing(appointments);
  const days = [...new Set(appointments.map((one) => dayOf(one, zone)))];
  return (
    <div className="page">
      <div className="page-head">
        <Heading tab={t('nav.agenda')} />
        <p className="second">{t('time.all-in', { city })}</p>
      </div>
      {appointments.length === 0 && (
        <Empty title={t('agenda.none')}>
          <Link className="button" to={`/e/${edition.slug}/programme`}>
            {t('nav.programme')}
          </Link>
        </Empty>
      )}
      {days.map((day) => (
        <section key={day} className="stack-tight">
          <h2>{dayName(day, i18n.language)}</h2>
          <div className="board">
            {appointments
              .filter((one) => dayOf(one, zone) === day)
              .map((one) => (
                <AppointmentRow
                  key={one.id}
                  appointment={one}
                  clashes={clashes.get(one.id) ?? []}
                  past={Date.parse(one.end) <= now.getTime()}
                />
              ))}
          </div>
        </section>
      ))}
      {me && <CalendarAddress />}
    </div>
  );
}

const dayOf = (appointment: Appointment, zone: string) =>
  appointment.kind === 'session' ? appointment.session.day : dayIn(appointment.start, zone);
