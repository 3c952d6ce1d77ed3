import { dayName } from '@forum/ui/lib/instants';
import { useNow } from '@forum/ui/lib/use-now';
import { useVenue } from '@forum/ui/lib/venue';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppointmentRow } from './appointment-row.tsx';
import { type Appointment, clashing, dayOf } from './appointment.ts';

/** Appointments day by day, each with what it clashes with. */
export function AgendaDays({ appointments }: { appointments: readonly Appointment[] }): ReactNode {
  const { i18n } = useTranslation();
  const venue = useVenue();
  const now = useNow();
  const clashes = clashing(appointments);
  const days = [...new Set(appointments.map((one) => dayOf(one, venue)))].sort();
  return days.map((day) => (
    <section key={day} className="stack-tight">
      <h2>{dayName(day, i18n.language)}</h2>
      <div className="board">
        {appointments
          .filter((one) => dayOf(one, venue) === day)
          .map((one) => (
            <AppointmentRow
              key={one.id}
              appointment={one}
              day={day}
              clashes={clashes.get(one.id) ?? []}
              past={Date.parse(one.end) <= now.getTime()}
            />
          ))}
      </div>
    </section>
  ));
}
