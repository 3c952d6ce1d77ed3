import { queryOf } from '@forum/client/query';
import { readMeeting } from '@forum/contract/meetings';
import { Icon } from '@forum/ui/icons/icon';
import { useNow } from '@forum/ui/lib/use-now';
import { Read } from '@forum/ui/states/read';
import { Span } from '@forum/ui/time/time';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useEdition } from '@forum/ui/lib/edition';
import { HallPlan } from '../features/meetings/hall-plan.tsx';
import { MeetingAnswer } from '../features/meetings/meeting-answer.tsx';
import { MeetingParty } from '../features/meetings/meeting-party.tsx';
import { MeetingState } from '../features/meetings/meeting-row.tsx';
import { isToday, otherSide, ownSide } from '../features/meetings/meeting-view.ts';
import { OnTheDay } from '../features/meetings/on-the-day.tsx';

/** One meeting: with whom, when and where, and what can be done about it now. */
export function MeetingScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { meeting: id = '' } = useParams();
  const now = useNow();
  const query = useQuery(queryOf(readMeeting, { params: { edition: edition.slug, meeting: id } }));
  return (
    <div className="page">
      <p>
        <Link className="button" data-kind="quiet" to={`/e/${edition.slug}/meetings`}>
          <Icon name="back" />
          {t('nav.meetings')}
        </Link>
      </p>
      <Read query={query} bones={3}>
        {(meeting) => (
          <article className="stack-wide">
            <header className="stack-tight">
              <h1>{otherSide(meeting).firm}</h1>
              <p className="lead">{meeting.topic}</p>
              <MeetingState meeting={meeting} />
            </header>
            {meeting.start && (
              <dl className="facts">
                <dt>{t('session.when')}</dt>
                <dd>
                  <Span start={meeting.start} end={meeting.end} />
                </dd>
                {meeting.table && (
                  <>
                    <dt>{t('session.where')}</dt>
                    <dd>
                      {meeting.table.hall},{' '}
                      <strong>{t('meetings.table', { table: meeting.table.label })}</strong>
                    </dd>
                  </>
                )}
              </dl>
            )}
            <MeetingAnswer meeting={meeting} />
            {isToday(meeting, now) && <OnTheDay meeting={meeting} />}
            {meeting.table && meeting.state === 'accepted' && (
              <HallPlan hallId={meeting.table.hallId} tableId={meeting.table.id} />
            )}
            {meeting.message && <p className="prose">{meeting.message}</p>}
            <div className="columns">
              <MeetingParty party={otherSide(meeting)} />
              <MeetingParty party={ownSide(meeting)} />
            </div>
          </article>
        )}
      </Read>
    </div>
  );
}
