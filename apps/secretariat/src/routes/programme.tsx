import { queryOf } from '@forum/client/query';
import {
  listRooms,
  type Programme,
  readProgramme,
  readRestricted,
  type Session,
} from '@forum/contract/programme';
import { fold, matchesAll } from '@forum/domain/text/fold';
import { Heading } from '@forum/ui/shell/heading';
import { SearchField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { dayIn, dayName } from '@forum/ui/lib/instants';
import { useFilters } from '@forum/ui/lib/use-filters';
import { useNow } from '@forum/ui/lib/use-now';
import { Empty } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { Clock } from '@forum/ui/time/time';
import { StateSign } from '@forum/ui/states/state-sign';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { BoardPlan } from '../features/programme/board-plan.tsx';
import { SessionDesk } from '../features/programme/session-desk.tsx';

/** The programme of a day: drawn by room, listed beside it, and one session at work. */
export function ProgrammeScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const params = { edition: edition.slug };
  const query = useQuery(queryOf(readProgramme, { params }));
  const restricted = useQuery(queryOf(readRestricted, { params })).data;
  const rooms = useQuery(queryOf(listRooms, { params })).data;
  return (
    <div className="page">
      <Heading tab={t('desk.programme')} />
      <Read query={query}>
        {(programme) => <Board programme={whole(programme, restricted?.sessions ?? [], rooms)} />}
      </Read>
    </div>
  );
}

/** The programme as the desk works with it: restricted sessions too, and every room. */
const whole = (
  programme: Programme,
  sessions: readonly Session[],
  rooms: Programme['rooms'] = programme.rooms,
): Programme => ({
  ...programme,
  rooms,
  sessions: [
    ...new Map([...programme.sessions, ...sessions].map((session) => [session.id, session])).values(),
  ],
});

function Board({ programme }: { programme: Programme }): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const { session: open } = useParams();
  const [address] = useSearchParams();
  const filters = useFilters();
  const now = useNow();
  const today = dayIn(now, edition.zone);
  const opened = programme.sessions.find((session) => session.id === open);
  const day =
    filters.read('day') ||
    opened?.day ||
    (programme.days.includes(today) ? today : (programme.days[0] ?? today));
  const searched = filters.read('q');
  const sessions = programme.sessions
    .filter((session) => (searched ? matchesAll(fold(session.title), searched) : session.day === day))
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start) || a.title.localeCompare(b.title));
  if (programme.sessions.length === 0) {
    return (
      <Empty title={t('board.none')}>
        <Link className="button" to={`/${edition.slug}/imports`}>
          {t('desk.imports')}
        </Link>
      </Empty>
    );
  }
  const to = (id: string) => ({ pathname: `/${edition.slug}/programme/${id}`, search: address.toString() });
  return (
    <>
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
      <div className="panes" data-detail={Boolean(opened)}>
        <div className="pane-list stack">
          {!searched && (
            <BoardPlan sessions={sessions} rooms={programme.rooms} open={open ?? null} now={now} to={to} />
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
                      <Clock at={session.start} />–<Clock at={session.end} />
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
        </div>
        {opened && (
          <div className="pane-detail">
            <SessionDesk key={opened.id} session={opened} programme={programme} />
          </div>
        )}
      </div>
    </>
  );
}
