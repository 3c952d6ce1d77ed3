import type { Meeting } from '@forum/contract/meetings/meeting';
import { languageOfScript } from '@forum/ui/lib/script-language';
import { meetingStateKey } from '@forum/ui/lib/meeting-state-key';
import { StateSign } from '@forum/ui/states/state-sign';
import { Span } from '@forum/ui/time/time';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DetailLink, useIsOpen } from '../../components/detail-link.tsx';
import { useEdition } from '@forum/ui/lib/edition';
import { useTopic } from '@forum/ui/lib/use-topic';
import { needsMyAnswer, otherSide } from './meeting-view.ts';

/** A meeting or a request as a row. */
export function MeetingRow({ meeting }: { meeting: Meeting }): ReactNode {
  const { t } = useTranslation();
  const topicOf = useTopic();
  const { edition } = useEdition();
  const isOpen = useIsOpen('meeting', meeting.id);
  const { firm } = otherSide(meeting);
  return (
    <article className="card-row" data-open={isOpen || undefined}>
      <DetailLink to={`/e/${edition.slug}/meetings/${meeting.id}`} lang={languageOfScript(firm)} beside>
        {firm}
      </DetailLink>
      <span>{topicOf(meeting)}</span>
      <span className="second">
        {meeting.start ? (
          <Span start={meeting.start} end={meeting.end} />
        ) : (
          meeting.state === 'requested' && t('meetings.suggested', { count: meeting.suggested.length })
        )}
        {meeting.table && ` · ${meeting.table.hall}, ${t('meetings.table', { table: meeting.table.label })}`}
      </span>
      <MeetingState meeting={meeting} />
    </article>
  );
}

/** How a meeting stands, for the reader. */
export function MeetingState({ meeting }: { meeting: Meeting }): ReactNode {
  const { t } = useTranslation();
  if (needsMyAnswer(meeting)) return <StateSign state="soon">{t('meetings.answer-it')}</StateSign>;
  if (meeting.placeLost) return <StateSign state="late">{t('meeting.place-lost')}</StateSign>;
  switch (meeting.state) {
    case 'accepted':
      return <StateSign state="live">{t('meeting.accepted')}</StateSign>;
    case 'requested':
      return <StateSign state="moved">{t('meeting.requested')}</StateSign>;
    default:
      return <StateSign state="cancelled">{t(meetingStateKey(meeting))}</StateSign>;
  }
}
