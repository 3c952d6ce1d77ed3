import { type Meeting } from '@forum/contract/meetings';
import { Empty } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMeetings } from '../features/agenda/own-agenda.ts';
import { useEdition } from '@forum/ui/lib/edition';
import { MeetingRow } from '../features/meetings/meeting-row.tsx';
import { isOver, needsMyAnswer } from '../features/meetings/meeting-view.ts';
import { useNow } from '@forum/ui/lib/use-now';

/** Requests that wait for my answer first, then what is agreed, then what waits for others. */
export function MeetingsScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { enabled, query } = useMeetings();
  return (
    <div className="page">
      <h1>{t('nav.meetings')}</h1>
      {!enabled && <Empty title={t('meetings.firms-only')} />}
      {enabled && (
        <Read query={query}>
          {({ meetings, openRequests, openLimit }) => (
            <>
              {meetings.length === 0 && (
                <Empty title={t('meetings.none')}>
                  <Link className="button" to={`/e/${edition.slug}/firms`}>
                    {t('nav.firms')}
                  </Link>
                </Empty>
              )}
              <Groups meetings={meetings} />
              <p className="note">{t('meetings.open', { open: openRequests, limit: openLimit })}</p>
            </>
          )}
        </Read>
      )}
    </div>
  );
}

function Groups({ meetings }: { meetings: readonly Meeting[] }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const groups = [
    { title: t('meetings.to-answer'), rows: meetings.filter(needsMyAnswer) },
    {
      title: t('meetings.agreed'),
      rows: meetings.filter((one) => one.state === 'accepted' && !needsMyAnswer(one) && !isOver(one, now)),
    },
    {
      title: t('meetings.waiting'),
      rows: meetings.filter((one) => one.state === 'requested' && !needsMyAnswer(one)),
    },
    {
      title: t('meetings.past'),
      rows: meetings.filter(
        (one) => (one.state !== 'requested' && one.state !== 'accepted') || isOver(one, now),
      ),
    },
  ];
  return groups
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows }) => (
      <section key={title} className="stack-tight">
        <h2>{title}</h2>
        <div className="card-list">
          {rows.map((meeting) => (
            <MeetingRow key={meeting.id} meeting={meeting} />
          ))}
        </div>
      </section>
    ));
}
