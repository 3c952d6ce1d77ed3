import { useEdition } from '@forum/ui/lib/edition';
import { languageOfScript } from '@forum/ui/lib/script-language';
import { useToday } from '@forum/ui/lib/venue';
import { StateSign } from '@forum/ui/states/state-sign';
import { Span, StartAndEnd } from '@forum/ui/time/time';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DetailLink } from '../../components/detail-link.tsx';
import { onPhone, rowsShown } from '../programme/at-a-glance.tsx';
import type { MeetingChange } from './meeting-changes.ts';

const signOf = {
  cancelled: 'cancelled',
  unplaced: 'late',
  late: 'late',
  moved: 'moved',
  agreed: 'live',
} as const;
const signText = { unplaced: 'meeting.place-lost', agreed: 'meeting.accepted' } as const;

/** Own meetings that have changed, as the first rows of a board, and the way to those that have no row. */
export const changedMeetings = (changes: readonly MeetingChange[]) => ({
  rows: <ChangedMeetings changes={changes.slice(0, rowsShown)} />,
  count: changes.length,
  more: changes.length > onPhone ? <More changes={changes.length} /> : null,
});

function More({ changes }: { changes: number }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  return (
    <p className={changes > rowsShown ? 'more' : 'more phone-more'}>
      <Link to={`/e/${edition.slug}/meetings`}>{t('today.all-meetings', { count: changes })}</Link>
    </p>
  );
}

/** Own meetings that were cancelled, moved, begin late or are new, as rows of the board. */
function ChangedMeetings({ changes }: { changes: readonly MeetingChange[] }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const today = useToday();
  return changes.map(({ id, kind, start, end, firm, table, minutes, from }) => (
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
        {kind === 'agreed' && table && (
          <span>
            {table.hall}, {t('meetings.table', { table: table.label })}
          </span>
        )}
        <StateSign state={signOf[kind]}>
          {kind === 'unplaced' || kind === 'agreed' ? t(signText[kind]) : undefined}
        </StateSign>
      </div>
    </article>
  ));
}
