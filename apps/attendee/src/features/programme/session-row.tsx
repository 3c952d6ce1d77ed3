import type { Programme } from '@forum/contract/programme/programme';
import type { Session } from '@forum/contract/programme/session';
import { Icon } from '@forum/ui/icons/icon';
import { useEdition } from '@forum/ui/lib/edition';
import { languageOfScript } from '@forum/ui/lib/script-language';
import { StartAndEnd } from '@forum/ui/time/time';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StarWaits } from '../../components/star-waits.tsx';
import { DetailLink, useIsOpen } from '../../components/detail-link.tsx';
import { phaseOf } from './session-phase.ts';
import { SessionState } from './session-state.tsx';

interface SessionRowProps {
  session: Session;
  programme: Pick<Programme, 'rooms' | 'tracks' | 'speakers'>;
  now: Date;
  /** The day of the list; null where it shows several. */
  day: string | null;
  starred?: boolean;
  /** The star was turned here and waits for the network. */
  waiting?: boolean;
  onStar?: ((on: boolean) => void) | undefined;
  /** The row above begins at the same time. */
  repeats?: boolean;
  /** Only when, what, where and how it stands. */
  brief?: boolean;
  /** The detail opens beside the list. */
  beside?: boolean;
}

const justChangedFor = 20_000;

/** A session as a row of the departure board. */
export function SessionRow(props: SessionRowProps): ReactNode {
  const {
    session,
    programme,
    now,
    day,
    starred = false,
    waiting = false,
    onStar,
    repeats,
    brief,
    beside = false,
  } = props;
  const { edition } = useEdition();
  const isOpen = useIsOpen('session', session.id);
  const room = programme.rooms.find(({ id }) => id === session.roomId);
  const phase = phaseOf(session, now);
  const justChanged = session.was !== null && now.getTime() - Date.parse(session.was.at) < justChangedFor;
  return (
    <article
      className={`board-row${justChanged ? ' just-changed' : ''}`}
      data-state={session.state}
      data-past={phase === 'past'}
      data-repeats={repeats}
      data-open={isOpen || undefined}
    >
      <StartAndEnd start={session.start} end={session.end} day={day} />
      <div className="what">
        <DetailLink
          to={`/e/${edition.slug}/sessions/${session.id}`}
          lang={session.language ?? languageOfScript(session.title)}
          beside={beside}
        >
          {session.title}
        </DetailLink>
        {!brief && <Track session={session} programme={programme} />}
        {!brief && <Speakers session={session} programme={programme} />}
        {waiting && <StarWaits on={starred} />}
      </div>
      <div className="where">
        <span lang={languageOfScript(room?.name ?? '')}>{room?.name}</span>
        <SessionState session={session} phase={phase} programme={programme} />
      </div>
      {onStar && <StarButton title={session.title} starred={starred} onStar={onStar} />}
    </article>
  );
}

type Named = Pick<SessionRowProps, 'session' | 'programme'>;

function Track({ session, programme }: Named): ReactNode {
  const track = programme.tracks.find(({ id }) => id === session.trackId);
  if (!track) return null;
  return (
    <span className="note track" style={{ '--track': track.colour ?? undefined } as CSSProperties}>
      <span className="track-dot" aria-hidden="true" />
      {track.name}
    </span>
  );
}

function Speakers({ session, programme }: Named): ReactNode {
  const names = session.speakerIds.flatMap(
    (id) => programme.speakers.find((speaker) => speaker.id === id)?.name ?? [],
  );
  if (names.length === 0) return null;
  return (
    <span className="note">
      {names.map((name, i) => (
        <span key={name}>
          {i > 0 && ' · '}
          <bdi lang={languageOfScript(name)}>{name}</bdi>
        </span>
      ))}
    </span>
  );
}

interface StarButtonProps {
  title: string;
  starred: boolean;
  onStar: (on: boolean) => void;
}

function StarButton({ title, starred, onStar }: StarButtonProps): ReactNode {
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
