import { problemIn } from '@forum/client/http';
import { queryOf } from '@forum/client/query';
import { readMeeting } from '@forum/contract/meetings/meetings';
import { useNow } from '@forum/ui/lib/use-now';
import { Span } from '@forum/ui/time/time';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useActing, useEdition } from '@forum/ui/lib/edition';
import { languageNames } from '@forum/ui/lib/language-name';
import { languageOfScript } from '@forum/ui/lib/script-language';
import { useTopic } from '@forum/ui/lib/use-topic';
import { Heading } from '@forum/ui/shell/heading';
import { ReadThing } from '../../components/read-thing.tsx';
import { BackTo } from '../../components/back-to.tsx';
import { Attachments } from '../../features/attachments/attachments.tsx';
import { DeclareEntries } from '../../features/export-control/declare-entries.tsx';
import { TopicControlPanel } from '../../features/export-control/topic-control.tsx';
import { useKeptMeetings } from '../../features/agenda/own-agenda.ts';
import { KeptMeetingDetail } from '../../features/meetings/kept-meetings.tsx';
import { HallPlan } from '../../features/meetings/hall-plan.tsx';
import { MeetingAnswer } from '../../features/meetings/meeting-answer.tsx';
import { MeetingParty } from '../../features/meetings/meeting-party.tsx';
import { MeetingState } from '../../features/meetings/meeting-row.tsx';
import {
  hasBegun,
  isAhead,
  isOver,
  isToday,
  otherSide,
  ownSide,
} from '../../features/meetings/meeting-view.ts';
import { OnTheDay } from '../../features/meetings/on-the-day.tsx';
import { Outcomes } from '../../features/outcomes/outcomes.tsx';
import { Report } from '../../features/reports/report.tsx';

const isCutOff = (error: Error | null): boolean => problemIn(error).code === 'network.offline';

/** One meeting: with whom, when and where, and what can be done about it now. */
export function MeetingScreen(): ReactNode {
  const { t, i18n } = useTranslation();
  const topicOf = useTopic();
  const { edition } = useEdition();
  const acting = useActing();
  const { meeting: id = '' } = useParams();
  const now = useNow();
  const query = useQuery(queryOf(readMeeting, { params: { edition: edition.slug, meeting: id } }));
  const kept = useKeptMeetings()?.find((one) => one.id === id);
  if (kept && query.data === undefined && query.failureCount > 0 && isCutOff(query.failureReason))
    return (
      <div className="page">
        <BackTo to={`/e/${edition.slug}/meetings`} label={t('nav.meetings')} />
        <KeptMeetingDetail meeting={kept} />
      </div>
    );
  return (
    <div className="page">
      <BackTo to={`/e/${edition.slug}/meetings`} label={t('nav.meetings')} />
      <ReadThing
        what="meeting"
        list={{ to: `/e/${edition.slug}/meetings`, label: t('nav.meetings') }}
        query={query}
        bones={3}
      >
        {(meeting) => (
          <article className="stack-wide">
            <header className="stack-tight">
              <Heading tab={otherSide(meeting).firm} lang={languageOfScript(otherSide(meeting).firm)} />
              <p className="lead">{topicOf(meeting)}</p>
              <MeetingState meeting={meeting} />
              {meeting.endedBy && <p>{t(`meeting.ended-${meeting.endedBy}`)}</p>}
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
                {meeting.placeLost && (
                  <>
                    {!meeting.table && <dt>{t('session.where')}</dt>}
                    <dd>
                      <strong>{t(`meeting.place-lost-${meeting.placeLost}`)}</strong>
                    </dd>
                  </>
                )}
                {meeting.interpreter && (
                  <>
                    <dt>{t('interpreter.title')}</dt>
                    <dd>
                      <strong lang={languageOfScript(meeting.interpreter.name)}>
                        {meeting.interpreter.name}
                      </strong>{' '}
                      <span className="second">
                        {languageNames(meeting.interpreter.languages, i18n.language)}
                      </span>
                    </dd>
                  </>
                )}
              </dl>
            )}
            {meeting.table && meeting.state === 'accepted' && !isOver(meeting, now) && (
              <HallPlan hallId={meeting.table.hallId} tableId={meeting.table.id} />
            )}
            {isToday(meeting, now) && <OnTheDay meeting={meeting} />}
            {meeting.control && <TopicControlPanel meeting={meeting} control={meeting.control} />}
            {meeting.side !== 'help-desk' && isAhead(meeting, now) && <DeclareEntries meeting={meeting} />}
            {!isOver(meeting, now) && <MeetingAnswer meeting={meeting} />}
            {meeting.side !== 'help-desk' && hasBegun(meeting, now) && !acting && (
              <Report meeting={meeting} />
            )}
            {meeting.side !== 'help-desk' && <Attachments meeting={meeting} />}
            {meeting.message && <p className="prose">{meeting.message}</p>}
            <div className="columns">
              <MeetingParty party={otherSide(meeting)} />
              <MeetingParty party={ownSide(meeting)} />
            </div>
            {meeting.side !== 'help-desk' && meeting.state === 'accepted' && !acting && (
              <Outcomes firm={{ id: otherSide(meeting).firmId, name: otherSide(meeting).firm }} />
            )}
          </article>
        )}
      </ReadThing>
    </div>
  );
}
