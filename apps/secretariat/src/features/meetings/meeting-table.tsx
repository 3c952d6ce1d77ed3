import type { Meeting } from '@forum/contract/meetings/meeting';
import { useVenue } from '@forum/ui/lib/venue';
import { meetingStateKey } from '@forum/ui/lib/meeting-state-key';
import { useTopic } from '@forum/ui/lib/use-topic';
import { StateSign } from '@forum/ui/states/state-sign';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, type To } from 'react-router';
import { Moment } from '../../components/moment.tsx';

interface MeetingTableProps {
  rows: readonly Meeting[];
  open: string | undefined;
  to: (id: string) => To;
}

/** Meetings as a table, those that call for help first; the names of the parties open one. */
export function MeetingTable({ rows, open, to }: MeetingTableProps): ReactNode {
  const { t } = useTranslation();
  const topicOf = useTopic();
  const { city } = useVenue();
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('desk.meetings')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('overview.parties')}</th>
            <th scope="col">{t('overview.when', { city })}</th>
            <th scope="col">{t('overview.table')}</th>
            <th scope="col">{t('overview.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((meeting) => (
            <tr key={meeting.id} data-open={meeting.id === open}>
              <th scope="row">
                <Link to={to(meeting.id)} data-row aria-current={meeting.id === open || undefined}>
                  {meeting.from.firm} · {meeting.to.firm}
                </Link>
                <div className="note">{topicOf(meeting)}</div>
              </th>
              <td>{meeting.start && <Moment at={meeting.start} />}</td>
              <td>{meeting.table && `${meeting.table.hall}, ${meeting.table.label}`}</td>
              <td>
                {meeting.helpCalled ? (
                  <StateSign state="late">{t('overview.help')}</StateSign>
                ) : meeting.placeLost ? (
                  <StateSign state="late">{t('meeting.place-lost')}</StateSign>
                ) : (
                  t(meetingStateKey(meeting))
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
