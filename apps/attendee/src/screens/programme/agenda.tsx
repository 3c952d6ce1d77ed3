import { useVenue } from '@forum/ui/lib/venue';
import { Heading } from '@forum/ui/shell/heading';
import { Empty } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AgendaDays } from '../../features/agenda/agenda-days.tsx';
import { CalendarAddress } from '../../features/agenda/calendar-address.tsx';
import { DaySheet } from '../../features/agenda/day-sheet.tsx';
import { useAppointments } from '../../features/agenda/own-agenda.ts';
import { useActing, useEdition } from '@forum/ui/lib/edition';

/** My agenda: what I starred and the meetings I take part in, day by day, with what clashes. */
export function Agenda(): ReactNode {
  const { t } = useTranslation();
  const { edition, me } = useEdition();
  const acting = useActing();
  const { city } = useVenue();
  const query = useAppointments();
  return (
    <div className="page">
      <div className="page-head">
        <Heading tab={t('nav.agenda')} />
        <p className="second">{t('time.all-in', { city })}</p>
      </div>
      <Read query={query} bones={4}>
        {(appointments) =>
          appointments.length > 0 ? (
            <AgendaDays appointments={appointments} />
          ) : (
            <Empty title={t(me ? 'agenda.none' : 'agenda.signed-out')}>
              {me ? (
                <Link className="button" to={`/e/${edition.slug}/programme`}>
                  {t('nav.programme')}
                </Link>
              ) : (
                <Link className="button" data-kind="main" to={`/sign-in?to=/e/${edition.slug}/agenda`}>
                  {t('front.sign-in')}
                </Link>
              )}
            </Empty>
          )
        }
      </Read>
      {me && <DaySheet />}
      {me && !acting && <CalendarAddress />}
    </div>
  );
}
