import { useEdition } from '@forum/ui/lib/edition';
import { languageOfScript } from '@forum/ui/lib/script-language';
import { useToday } from '@forum/ui/lib/venue';
import { StateSign } from '@forum/ui/states/state-sign';
import { Span, StartAndEnd } from '@forum/ui/time/time';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DetailLink } from '../../components/detail-link.tsx';
import { type MeetingChange } from './meeting-changes.ts';

const signOf = { cancelled: 'cancelled', unplaced: 'late', late: 'late', moved: 'moved' } as const;

/** Own meetings that were cancelled, moved or begin late, as rows of the board. */
export function ChangedMeetings({ changes }: { changes: readonly MeetingChange[] }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const today = useToday();
  return changes.map(({ id, kind, start, end, firm, minutes, from }) => (
    <article key={id} className="board-row" data-state={kind === 'cancelled' ? 'cancelled' : 'scheduled'}>
      <StartAndEnd start={start} end={end} day={today} />
      <div className="what">
        <DetailLink to={`/e/${edition.slug}/meetings/${id}`} lang={languageOfScript(firm)}>
          {firm}
        </DetailLink>
        <span className="note">
          {t(`today.meeting-${kind}`, { firm, minutes })}
          {from && (
            <>
              {' '}
              {t('today.it-was')} <Span start={from.start} end={null} />
              {from.table && `, ${t('meetings.table', { table: from.table })}`}
            </>
          )}
        </span>
      </div>
      <div className="where">
        <StateSign state={signOf[kind]}>
          {kind === 'unplaced' ? t('meeting.place-lost') : undefined}
        </StateSign>
      </div>
    </article>
  ));
}
