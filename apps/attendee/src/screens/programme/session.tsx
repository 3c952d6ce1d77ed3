import { addressOf, problemIn } from '@forum/client/http';
import { queryOf } from '@forum/client/query';
import { type Programme, readSession } from '@forum/contract/programme/programme';
import type { RouteOutput } from '@forum/contract/route';
import { sessionCalendar } from '@forum/contract/calendar/calendar';
import { Icon } from '@forum/ui/icons/icon';
import { useNow } from '@forum/ui/lib/use-now';
import { languageOfScript } from '@forum/ui/lib/script-language';
import { PersonName } from '@forum/ui/people/person-name';
import { Heading } from '@forum/ui/shell/heading';
import { Span } from '@forum/ui/time/time';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { StarWaits } from '../../components/star-waits.tsx';
import { ReadThing } from '../../components/read-thing.tsx';
import { BackTo } from '../../components/back-to.tsx';
import { useEdition } from '@forum/ui/lib/edition';
import { phaseOf } from '../../features/programme/session-phase.ts';
import { SessionState } from '../../features/programme/session-state.tsx';
import { useProgramme } from '../../components/use-programme.ts';
import { useStars } from '../../components/use-stars.ts';

type ShownProgramme = Pick<Programme, 'sessions' | 'speakers' | 'rooms' | 'tracks'>;

const noProgramme: ShownProgramme = { sessions: [], speakers: [], rooms: [], tracks: [] };

/** One session: when, where, who, and what about. */
export function SessionScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { session: id = '' } = useParams();
  const query = useQuery(queryOf(readSession, { params: { edition: edition.slug, session: id } }));
  const programme = useProgramme().data ?? noProgramme;
  // What was read before stays with the query; once the forum says that it is not there, none of it is shown.
  const isGone = query.isError && problemIn(query.error).code === 'not_found';
  const shown = isGone ? undefined : (query.data ?? inProgramme(programme, id));
  const stars = useStars();
  const now = useNow();
  return (
    <div className="page">
      <BackTo to={`/e/${edition.slug}/programme`} label={t('nav.programme')} />
      <ReadThing
        what="session"
        list={{ to: `/e/${edition.slug}/programme`, label: t('nav.programme') }}
        query={{ ...query, data: shown }}
        bones={3}
      >
        {(session) => (
          <article className="stack-wide">
            <header className="stack-tight">
              <p className="note">{t(`kind.${session.kind}`)}</p>
              <Heading tab={session.title} lang={session.language ?? languageOfScript(session.title)} />
              {session.subtitle && <p className="lead">{session.subtitle}</p>}
              <p className="line-up">
                <SessionState session={session} phase={phaseOf(session, now)} programme={programme} />
              </p>
            </header>
            <dl className="facts">
              <dt>{t('session.when')}</dt>
              <dd>
                <Span start={session.start} end={session.end} />
              </dd>
              <dt>{t('session.where')}</dt>
              <dd>
                {programme.rooms.find((room) => room.id === session.roomId)?.name ?? t('session.no-room')}
              </dd>
              {session.trackId && (
                <>
                  <dt>{t('programme.track')}</dt>
                  <dd>{programme.tracks.find((track) => track.id === session.trackId)?.name}</dd>
                </>
              )}
              {session.speakers.length > 0 && (
                <>
                  <dt>{t('session.who')}</dt>
                  <dd>
                    {session.speakers.map((speaker) => (
                      <div key={speaker.id}>
                        <PersonName name={speaker.name} />{' '}
                        <span className="second">{speaker.organisation}</span>
                      </div>
                    ))}
                  </dd>
                </>
              )}
            </dl>
            <p className="line-up">
              {stars.canStar && (
                <button
                  className="button"
                  data-kind={stars.ids.has(session.id) ? undefined : 'main'}
                  type="button"
                  aria-pressed={stars.ids.has(session.id)}
                  onClick={() => stars.turn(session, !stars.ids.has(session.id))}
                >
                  <Icon name="star" filled={stars.ids.has(session.id)} />
                  {stars.ids.has(session.id) ? t('session.in-agenda') : t('session.add')}
                </button>
              )}
              {session.audience === 'public' && (
                <a
                  className="button"
                  href={`/api${addressOf(sessionCalendar, { params: { edition: edition.slug, session: session.id } })}`}
                >
                  <Icon name="calendar" />
                  {t('session.calendar')}
                </a>
              )}
            </p>
            {stars.waiting.has(session.id) && <StarWaits on={stars.ids.has(session.id)} />}
            {!query.data && query.isError && <p className="second">{t('session.from-programme')}</p>}
            <p className="prose">{session.abstract}</p>
            {session.description && <p className="prose">{session.description}</p>}
            {session.links.length > 0 && (
              <ul className="stack-tight">
                {session.links.map((link) => (
                  <li key={link.url}>
                    <a href={link.url} rel="noreferrer">
                      {link.title}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </article>
        )}
      </ReadThing>
    </div>
  );
}

/** A session as far as the programme tells it: all but its texts, and there without network. */
function inProgramme(
  { sessions, speakers }: ShownProgramme,
  id: string,
): RouteOutput<typeof readSession> | undefined {
  const session = sessions.find((one) => one.id === id);
  return (
    session && {
      ...session,
      speakers: session.speakerIds.flatMap((one) => speakers.find((speaker) => speaker.id === one) ?? []),
      abstract: '',
      description: '',
      url: null,
      links: [],
      heads: {},
    }
  );
}
