import { type Programme, type Session } from '@forum/contract/programme';
import { clockIn } from '@forum/ui/lib/instants';
import { useVenue } from '@forum/ui/lib/venue';
import { Icon } from '@forum/ui/icons/icon';
import { StateSign } from '@forum/ui/states/state-sign';
import { Clock } from '@forum/ui/time/time';
import { type CSSProperties, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useEdition } from '@forum/ui/lib/edition';
import { phaseOf } from './session-phase.ts';

interface SessionRowProps {
  session: Session;
  programme: Pick<Programme, 'rooms' | 'tracks' | 'speakers'>;
  now: Date;
  starred: boolean;
  onStar?: ((on: boolean) => void) | undefined;
  /** The row above begins at the same time. */
  repeats?: boolean;
}

/** A session as a row of the departure board. */
export function SessionRow({
  session,
  programme,
  now,
  starred,
  onStar,
  repeats = false,
}: SessionRowProps): ReactNode {
  const { edition } = useEdition();
  const room = programme.rooms.find(({ id }) => id === session.roomId);
  const track = programme.tracks.find(({ id }) => id === session.trackId);
  const phase = phaseOf(session, now);
  const justChanged = session.was !== null && now.getTime() - Date.parse(session.was.at) < 20_000;
  return (
    <article
      className={`board-row${justChanged ? ' just-changed' : ''}`}
      data-state={session.state}
      data-past={phase === 'past'}
      data-repeats={repeats}
    >
      <div className="when">
        <Clock at={session.start} />
        <span className="until">
          <Clock at={session.end} />
        </span>
      </div>
      <div className="what">
        <Link className="title" to={`/e/${edition.slug}/sessions/${session.id}`}>
          {session.title}
        </Link>
        {track && (
          <span className="note track" style={{ '--track': track.colour ?? undefined } as CSSProperties}>
            <span className="track-dot" aria-hidden="true" />
            {track.name}
          </span>
        )}
        <Speakers session={session} programme={programme} />
      </div>
      <div className="where">
        <span>{room?.name}</span>
        <SessionState session={session} phase={phase} programme={programme} />
        {onStar && <StarButton title={session.title} starred={starred} onStar={onStar} />}
      </div>
    </article>
  );
}

function Speakers({ session, programme }: Pick<SessionRowProps, 'session' | 'programme'>): ReactNode {
  const names = session.speakerIds
    .map((id) => programme.speakers.find((speaker) => speaker.id === id)?.name)
    .filter(Boolean);
  return names.length > 0 ? <span className="note">{names.join(' · ')}</span> : null;
}

/** How a session stands: always a word and a sign. */
export function SessionState({
  session,
  phase,
  programme,
}: {
  session: Session;
  phase: string;
  programme: Pick<Programme, 'rooms'>;
}): ReactNode {
  const { t } = useTranslation();
  const { zone } = useVenue();
  if (session.state === 'cancelled') return <StateSign state="cancelled" />;
  const { was } = session;
  const roomBefore =
    was && was.roomId !== session.roomId ? programme.rooms.find(({ id }) => id === was.roomId)?.name : null;
  return (
    <>
      {phase === 'live' && <StateSign state="live" />}
      {was && was.start !== session.start && (
        <StateSign state="moved">{t('session.was', { was: clockIn(was.start, zone) })}</StateSign>
      )}
      {roomBefore && <StateSign state="moved">{t('session.was', { was: roomBefore })}</StateSign>}
      {session.audience === 'restricted' && <StateSign state="full">{t('session.restricted')}</StateSign>}
    </>
  );
}

function StarButton({
  title,
  starred,
  onStar,
}: {
  title: string;
  starred: boolean;
  onStar: (on: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <button
      className="icon-button act"
      type="button"
      aria-pressed={starred}
      aria-label={t('programme.star', { title })}
      onClick={() => onStar(!starred)}
    >
      <Icon name="star" filled={starred} />
    </button>
  );
}
