import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { minutesUntil } from '@forum/ui/lib/instants';
import { languageOfScript } from '@forum/ui/lib/script-language';
import { useNow } from '@forum/ui/lib/use-now';
import { StateSign } from '@forum/ui/states/state-sign';
import { Span } from '@forum/ui/time/time';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { keepPlace } from '../../components/back.ts';
import { StarWaits } from '../../components/star-waits.tsx';
import { type Appointment, nextOf } from './appointment.ts';
import { useAppointments, useMeetings } from './own-agenda.ts';

/** Where I must be next, and in how many minutes; before I am in, the step that brings me there. */
export function NextUp(): ReactNode {
  const { t } = useTranslation();
  const { edition, me } = useEdition();
  const standing = useStanding();
  const now = useNow();
  const appointments = useAppointments();
  const next = appointments.data && nextOf(appointments.data, now);
  const at = (screen: string) => `/e/${edition.slug}/${screen}`;
  if (!me)
    return <Step text={t('today.signed-out')} to={`/sign-in?to=${at('today')}`} label={t('front.sign-in')} />;
  if (!standing?.accredited && !standing?.roles.length)
    return (
      <Step
        text={standing ? t('today.waiting') : t('today.unregistered')}
        to={at('register')}
        label={standing ? t('today.see-registration') : t('today.register')}
      />
    );
  return (
    <section className="panel next-up" data-tone="accent" aria-labelledby="next-title">
      <div className="apart">
        <h2 id="next-title" className="second">
          {t('today.next')}
        </h2>
        <Link to={at('agenda')}>{t('nav.agenda')}</Link>
      </div>
      {next && <NextAppointment {...next} now={now} />}
      {!next && appointments.data && <p>{t('today.nothing-next')}</p>}
      {!appointments.data && <div className="next-bone bones" />}
      <Waiting />
    </section>
  );
}

function Step({ text, to, label }: { text: string; to: string; label: string }): ReactNode {
  return (
    <section className="panel stack-tight" data-tone="accent">
      <p>{text}</p>
      <p>
        <Link className="button" data-kind="main" to={to}>
          {label}
        </Link>
      </p>
    </section>
  );
}

interface NextAppointmentProps {
  next: Appointment;
  clashes: readonly Appointment[];
  now: Date;
}

function NextAppointment({ next, clashes, now }: NextAppointmentProps): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const minutes = minutesUntil(now, next.start);
  return (
    <>
      {minutes <= 60 && (
        <p className="minutes">{minutes <= 0 ? t('today.now') : t('today.in-minutes', { count: minutes })}</p>
      )}
      <p>
        <Link
          className="next-title"
          to={`/e/${edition.slug}/${next.kind}s/${next.id}`}
          state={keepPlace(useLocation())}
          lang={languageOfScript(next.title)}
        >
          {next.title}
        </Link>
      </p>
      <p className="second">
        <strong>{next.place}</strong> · <Span start={next.start} end={next.end} day={minutes > 60} />
      </p>
      {next.kind === 'session' && next.starWaits && <StarWaits on />}
      {clashes.length > 0 && (
        <p>
          <StateSign state="late">
            {t('agenda.clash-with', { titles: clashes.map((other) => other.title).join(' · ') })}
          </StateSign>
        </p>
      )}
    </>
  );
}

/** Requests that wait for my answer. */
function Waiting(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const meetings = useMeetings().query.data?.meetings ?? [];
  const count = meetings.filter((meeting) => meeting.turn !== null && meeting.turn === meeting.side).length;
  if (count === 0) return null;
  return (
    <p className="next-waiting">
      <Link to={`/e/${edition.slug}/meetings`}>{t('today.to-answer', { count })}</Link>
    </p>
  );
}
