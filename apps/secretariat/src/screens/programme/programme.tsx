import { queryOf } from '@forum/client/query';
import {
  type Programme,
  readProgramme,
  readRestricted,
  readSession,
} from '@forum/contract/programme/programme';
import { listRoomsAndTracks } from '@forum/contract/programme/rooms-and-tracks';
import type { Session } from '@forum/contract/programme/session';
import { matchesAll } from '@forum/domain/text/fold';
import { removeSession } from '@forum/contract/removals/removals';
import { Heading } from '@forum/ui/shell/heading';
import { SearchField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { dayIn, dayName } from '@forum/ui/lib/instants';
import { foldedSessions } from '@forum/ui/lib/session-texts';
import { useToday } from '@forum/ui/lib/venue';
import { useFilters } from '@forum/ui/lib/use-filters';
import { useNow } from '@forum/ui/lib/use-now';
import { Empty } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { Clock } from '@forum/ui/time/time';
import { StateSign } from '@forum/ui/states/state-sign';
import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { Opened } from '../../components/opened.tsx';
import { Panes } from '../../components/panes.tsx';
import { Removal } from '../../components/removal.tsx';
import { BoardPlan } from '../../features/programme/board-plan.tsx';
import { EditSession } from '../../features/programme/edit-session.tsx';
import { NewSession } from '../../features/programme/new-session.tsx';
import { RoomsAndTracks } from '../../features/programme/rooms-and-tracks.tsx';
import { SessionDesk } from '../../features/programme/session-desk.tsx';

/** The programme of a day: drawn by room, listed beside it, and one session at work. */
export function ProgrammeScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const params = { edition: edition.slug };
  const query = useQuery(queryOf(readProgramme, { params }));
  const restricted = useQuery(queryOf(readRestricted, { params })).data;
  const places = useQuery(queryOf(listRoomsAndTracks, { params })).data;
  return (
    <div className="page">
      <Heading tab={t('desk.programme')} />
      <Read query={query}>
        {(programme) => <Board programme={whole(programme, restricted?.sessions ?? [], places)} />}
      </Read>
    </div>
  );
}

/** The programme as the desk works with it: restricted sessions too, and every room and track. */
const whole = (
  programme: Programme,
  sessions: readonly Session[],
  places?: Pick<Programme, 'rooms' | 'tracks'>,
): Programme => ({
  ...programme,
  ...places,
  sessions: onceEach([...programme.sessions, ...sessions]),
});

const onceEach = <Thing extends { id: string }>(things: readonly Thing[]): Thing[] => [
  ...new Map(things.map((thing) => [thing.id, thing])).values(),
];

function Board({ programme }: { programme: Programme }): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const { session: open } = useParams();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const filters = useFilters();
  const now = useNow();
  const today = useToday();
  const opened = programme.sessions.find((session) => session.id === open);
  const day =
    filters.read('day') ||
    opened?.day ||
    (programme.days.includes(today) ? today : (programme.days[0] ?? today));
  const searched = filters.read('q');
  const isSearched = searched !== '';
  const texts = useMemo(
    () => (isSearched ? foldedSessions(programme) : new Map<string, string>()),
    [programme, isSearched],
  );
  const sessions = programme.sessions
    .filter((session) => (searched ? matchesAll(texts.get(session.id) ?? '', searched) : session.day === day))
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start) || a.title.localeCompare(b.title));
  const to = (id: string) => ({ pathname: `/${edition.slug}/programme/${id}`, search: address.toString() });
  const detail = opened ? (
    <Fragment key={opened.id}>
      <SessionDesk session={opened} programme={programme} />
      <EditSession session={opened} programme={programme} />
      <Removal
        name={opened.title}
        route={removeSession}
        input={{ params: { edition: edition.slug, session: opened.id } }}
        reads={[readProgramme, readRestricted]}
        onRemoved={() =>
          void navigate({ pathname: `/${edition.slug}/programme`, search: address.toString() })
        }
      />
    </Fragment>
  ) : open === 'new' ? (
    <NewSession programme={programme} day={day} onAdded={(id) => void navigate(to(id))} />
  ) : open === 'rooms' ? (
    <RoomsAndTracks programme={programme} />
  ) : open ? (
    <Opened
      key={open}
      listed={undefined}
      route={readSession}
      input={{ params: { edition: edition.slug, session: open } }}
    >
      {({ title }) => <h2>{title}</h2>}
    </Opened>
  ) : null;
  return (
    <>
      <p className="line-up">
        <Link className="button" data-kind="main" to={to('new')}>
          {t('board.add')}
        </Link>
        <Link className="button" to={to('rooms')}>
          {t('board.rooms-and-tracks')}
        </Link>
      </p>
      <SearchField
        label={t('board.search')}
        value={searched}
        onSearch={(text) => filters.choose('q', text)}
      />
      <div className="chips" role="group" aria-label={t('board.days')}>
        {programme.days.map((one) => (
          <button
            key={one}
            className="chip"
            type="button"
            aria-pressed={one === day && !searched}
            onClick={() => filters.choose('day', one)}
          >
            {dayName(one, i18n.language)}
          </button>
        ))}
      </div>
      <Panes closeTo={{ pathname: `/${edition.slug}/programme`, search: address.toString() }} detail={detail}>
        {programme.sessions.length === 0 && (
          <Empty title={t('board.none')}>
            <Link className="button" to={`/${edition.slug}/imports`}>
              {t('desk.imports')}
            </Link>
          </Empty>
        )}
        {!searched && (
          <BoardPlan
            key={day}
            sessions={sessions}
            rooms={programme.rooms}
            open={open ?? null}
            isBeside={detail !== null}
            now={now}
            to={to}
          />
        )}
        <div className="table-scroll">
          <table className="table">
            <caption className="note">{t('board.count', { count: sessions.length })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('board.time')}</th>
                <th scope="col">{t('board.session')}</th>
                <th scope="col">{t('board.room')}</th>
                <th scope="col">{t('board.state')}</th>
              </tr>
            </thead>
            <tbody>
              {sessions.map((session) => (
                <tr key={session.id} aria-selected={session.id === open}>
                  <td className="figures">
                    <Clock at={session.start} day={searched ? null : day} />–
                    <Clock at={session.end} day={dayIn(session.start, edition.zone)} />
                  </td>
                  <td>
                    <Link to={to(session.id)}>{session.title}</Link>
                  </td>
                  <td>{programme.rooms.find((room) => room.id === session.roomId)?.name}</td>
                  <td>
                    {session.state === 'cancelled' && <StateSign state="cancelled" />}
                    {session.was && session.state === 'scheduled' && <StateSign state="moved" />}
                    {session.audience !== 'public' && (
                      <span className="note">{t(`audience.${session.audience}`)}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panes>
    </>
  );
}
