import { useEdition } from '@forum/ui/lib/edition';
import { useFilters } from '@forum/ui/lib/use-filters';
import { Heading } from '@forum/ui/shell/heading';
import { Empty } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panes } from '../../components/panes.tsx';
import { useAppointments, useKeptMeetings, useMeetings } from '../../features/agenda/own-agenda.ts';
import { Timetable } from '../../features/agenda/timetable.tsx';
import { WaitsForFirm } from '../../features/firms/waits-for-firm.tsx';
import { KeptMeetings } from '../../features/meetings/kept-meetings.tsx';
import { MeetingGroups } from '../../features/meetings/meeting-groups.tsx';

const views = ['list', 'calendar'] as const;

/** Requests in and out and what is agreed, as a list or drawn as a timetable. */
export function MeetingsScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { enabled, query } = useMeetings();
  const kept = useKeptMeetings();
  const isKept = kept !== undefined && query.data === undefined && query.failureCount > 0;
  const view = useFilters().read('view') === 'calendar' ? 'calendar' : 'list';
  return (
    <Panes param="meeting">
      <div className="page">
        <div className="page-head">
          <Heading tab={t('nav.meetings')} />
          {enabled && <ViewChoice />}
        </div>
        <WaitsForFirm />
        {!enabled && <Empty title={t('meetings.firms-only')} />}
        {enabled && view === 'calendar' && <OwnTimetable />}
        {enabled && view === 'list' && isKept && <KeptMeetings meetings={kept} />}
        {enabled && view === 'list' && !isKept && (
          <Read query={query}>
            {({ meetings, openRequests, openLimit }) => (
              <>
                {meetings.length === 0 && (
                  <Empty title={t('meetings.none')}>
                    <Link className="button" data-kind="main" to={`/e/${edition.slug}/firms`}>
                      {t('meetings.find-firm')}
                    </Link>
                  </Empty>
                )}
                <MeetingGroups meetings={meetings} />
                <p className="note">{t('meetings.open', { open: openRequests, limit: openLimit })}</p>
              </>
            )}
          </Read>
        )}
      </div>
    </Panes>
  );
}

function ViewChoice(): ReactNode {
  const { t } = useTranslation();
  const { read, choose } = useFilters();
  return (
    <div className="chips" role="group" aria-label={t('meetings.view')}>
      {views.map((view) => (
        <button
          key={view}
          className="chip"
          type="button"
          aria-pressed={(read('view') || 'list') === view}
          onClick={() => choose('view', view === 'list' ? '' : view)}
        >
          {t(`meetings.view-${view}`)}
        </button>
      ))}
    </div>
  );
}

function OwnTimetable(): ReactNode {
  return <Read query={useAppointments()}>{(appointments) => <Timetable appointments={appointments} />}</Read>;
}
