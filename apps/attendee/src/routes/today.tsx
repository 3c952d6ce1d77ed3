import { type Programme } from '@forum/contract/programme';
import { dayIn, dayName, minutesUntil } from '@forum/ui/lib/instants';
import { useNow } from '@forum/ui/lib/use-now';
import { useVenue } from '@forum/ui/lib/venue';
import { Read } from '@forum/ui/states/read';
import { Span } from '@forum/ui/time/time';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Appointment, useAppointments } from '../features/agenda/own-agenda.ts';
import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { SessionRow } from '../features/programme/session-row.tsx';
import { inOrder, phaseOf } from '../features/programme/session-phase.ts';
import { useProgramme, useStars } from '../features/programme/use-programme.ts';

const changesShown = 6;

/** Three questions without scrolling: where must I be next, what is on now, what has changed. */
export function Today(): ReactNode {
  const { t, i18n } = useTranslation();
  const { zone, city } = useVenue();
  const now = useNow();
  const query = useProgramme();
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('nav.today')}</h1>
        <p className="second">
          {dayName(dayIn(now, zone), i18n.language)} · {t('time.all-in', { city })}
        </p>
      </div>
      <NextUp />
      <Read query={query} bones={5}>
        {(programme) => (
          <div className="columns">
            <NowAndNext programme={programme} />
            <Changed programme={programme} />
          </div>
        )}
      </Read>
    </div>
  );
}

/** Where I must be next, and in how many minutes. */
function NextUp(): ReactNode {
  const { t } = useTranslation();
  const { edition, me } = useEdition();
  const standing = useStanding();
  const now = useNow();
  const next = useAppointments().find(
    (one) =>
      Date.parse(one.end) > now.getTime() && (one.kind === 'meeting' || one.session.state === 'scheduled'),
  );
  if (me && !standing?.accredited && !standing?.roles.length) {
    return (
      <section className="panel stack-tight" data-tone="accent">
        <p>{standing ? t('today.waiting') : t('today.unregistered')}</p>
        <p>
          <Link className="button" data-kind="main" to={`/e/${edition.slug}/register`}>
            {standing ? t('today.see-registration') : t('today.register')}
          </Link>
        </p>
      </section>
    );
  }
  return (
    <section className="panel next-up" data-tone="accent" aria-labelledby="next-title">
      <h2 id="next-title" className="second">
        {t('today.next')}
      </h2>
      {next ? <NextAppointment next={next} now={now} /> : <p>{t('today.nothing-next')}</p>}
    </section>
  );
}

function NextAppointment({ next, now }: { next: Appointment; now: Date }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const minutes = minutesUntil(now, next.start);
  return (
    <>
      {minutes <= 60 && (
        <p className="minutes">{minutes <= 0 ? t('today.now') : t('today.in-minutes', { count: minutes })}</p>
      )}
      <p>
        <Link to={`/e/${edition.slug}/${next.kind}s/${next.id}`}>
          <strong>{next.title}</strong>
        </Link>
      </p>
      <p>
        {next.place} · <Span start={next.start} end={next.end} day={minutes > 60} />
      </p>
    </>
  );
}

function NowAndNext({ programme }: { programme: Programme }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const stars = useStars();
  const scheduled = programme.sessions.filter((session) => session.state === 'scheduled').sort(inOrder);
  const live = scheduled.filter((session) => phaseOf(session, now) === 'live');
  const coming = scheduled.filter((session) => Date.parse(session.start) > now.getTime());
  const soonest = coming.filter((session) => session.start === coming[0]?.start);
  const rows = (sessions: typeof live) =>
    sessions.map((session) => (
      <SessionRow
        key={session.id}
        session={session}
        programme={programme}
        now={now}
        starred={stars.ids.has(session.id)}
        onStar={stars.canStar ? (on) => stars.turn(session, on) : undefined}
      />
    ));
  return (
    <div className="stack">
      <section className="stack-tight">
        <h2>{t('today.on-now')}</h2>
        {live.length > 0 ? (
          <div className="board">{rows(live)}</div>
        ) : (
          <p className="second">{t('today.nothing-now')}</p>
        )}
      </section>
      {soonest.length > 0 && (
        <section className="stack-tight">
          <h2>{t('today.then')}</h2>
          <div className="board">{rows(soonest)}</div>
        </section>
      )}
    </div>
  );
}

function Changed({ programme }: { programme: Programme }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const stars = useStars();
  const changed = programme.sessions
    .filter(
      (session) =>
        (session.was !== null || session.state === 'cancelled') && phaseOf(session, now) !== 'past',
    )
    .sort((a, b) => Date.parse(b.was?.at ?? b.start) - Date.parse(a.was?.at ?? a.start))
    .slice(0, changesShown);
  return (
    <section className="stack-tight">
      <h2>{t('today.changed')}</h2>
      {changed.length === 0 && <p className="second">{t('today.nothing-changed')}</p>}
      {changed.length > 0 && (
        <div className="board">
          {changed.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              programme={programme}
              now={now}
              starred={stars.ids.has(session.id)}
            />
          ))}
        </div>
      )}
    </section>
  );
}
