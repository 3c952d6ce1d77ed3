import type { Programme } from '@forum/contract/programme/programme';
import type { Session } from '@forum/contract/programme/session';
import { useEdition } from '@forum/ui/lib/edition';
import { useNow } from '@forum/ui/lib/use-now';
import { useToday } from '@forum/ui/lib/venue';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useStars } from '../../components/use-stars.ts';
import { isOn } from './chosen-sessions.ts';
import { inOrder, isChanged, phaseOf } from './session-phase.ts';
import { SessionRow } from './session-row.tsx';

/** On a desk. */
export const rowsShown = 6;
/** On a phone: of all rows of a list. */
export const onPhone = 2;

interface GlanceProps {
  programme: Programme;
}

/** What is on now: what I starred first, then what everybody goes to. */
export function OnNow({ programme }: GlanceProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const stars = useStars();
  const rank = (session: Session) => (stars.ids.has(session.id) ? 0 : session.kind === 'plenary' ? 1 : 2);
  const live = programme.sessions
    .filter((session) => isOn(session, now))
    .sort((a, b) => rank(a) - rank(b) || inOrder(a, b));
  return (
    <Glance
      area="now"
      title={t('today.on-now')}
      none={t('today.nothing-now')}
      sessions={live}
      programme={programme}
      more={{ to: 'programme?on=now', label: t('today.all-now', { count: live.length }) }}
    />
  );
}

interface ChangedProps extends GlanceProps {
  /** Rows of what else has changed for the reader, how many, and what leads to more of them; null for none. */
  above: { rows: ReactNode; count: number; more: ReactNode } | null;
  /** What is true when nothing has. */
  none: string;
}

/** What was moved or cancelled and is still to come: what concerns me first, then the newest. */
export function Changed({ programme, above, none }: ChangedProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const stars = useStars();
  const at = (session: Session) => Date.parse(session.was?.at ?? session.start);
  const isOther = (session: Session) => Number(!stars.ids.has(session.id));
  const changed = programme.sessions
    .filter((session) => isChanged(session) && phaseOf(session, now) !== 'past')
    .sort((a, b) => isOther(a) - isOther(b) || at(b) - at(a));
  return (
    <Glance
      area="changed"
      title={t('today.changed')}
      above={above}
      none={none}
      sessions={changed}
      programme={programme}
      more={{ to: 'programme?changed=shown', label: t('today.all-changed', { count: changed.length }) }}
    />
  );
}

/** What begins next, all that begins at the same time. */
export function Then({ programme }: GlanceProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const coming = programme.sessions
    .filter((session) => session.state === 'scheduled' && Date.parse(session.start) > now.getTime())
    .sort(inOrder);
  const soonest = coming.filter((session) => session.start === coming[0]?.start);
  if (soonest.length === 0) return null;
  return (
    <Glance
      area="then"
      title={t('today.then')}
      sessions={soonest}
      programme={programme}
      more={{
        to: `programme?at=${encodeURIComponent(soonest[0]?.start ?? '')}`,
        label: t('today.all-then', { count: soonest.length }),
      }}
    />
  );
}

interface GlanceListProps {
  area: string;
  title: string;
  none?: string;
  above?: ChangedProps['above'];
  sessions: readonly Session[];
  programme: Programme;
  more: { to: string; label: string };
}

function Glance({ area, title, none, above = null, sessions, programme, more }: GlanceListProps): ReactNode {
  const now = useNow();
  const today = useToday();
  const { edition } = useEdition();
  const shown = sessions.slice(0, rowsShown);
  return (
    <section className="stack-tight" style={{ gridArea: area }}>
      <h2>{title}</h2>
      {shown.length === 0 && above === null && <p className="second">{none}</p>}
      {(shown.length > 0 || above !== null) && (
        <div className="board few">
          {above?.rows}
          {shown.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              programme={programme}
              now={now}
              day={today}
              brief
            />
          ))}
        </div>
      )}
      {above?.more}
      {sessions.length > onPhone - (above?.count ?? 0) && sessions.length > 0 && (
        <p className={sessions.length > rowsShown ? 'more' : 'more phone-more'}>
          <Link to={`/e/${edition.slug}/${more.to}`}>{more.label}</Link>
        </p>
      )}
    </section>
  );
}
