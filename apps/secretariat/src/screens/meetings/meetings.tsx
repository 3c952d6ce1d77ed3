import { queryOf } from '@forum/client/query';
import { listUninterpreted } from '@forum/contract/meetings/interpreters';
import { listAllMeetings } from '@forum/contract/meetings/all-meetings';
import { readMeeting } from '@forum/contract/meetings/meetings';
import { meetingStates } from '@forum/domain/meetings/meeting-state';
import { SearchField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { useFilters } from '@forum/ui/lib/use-filters';
import { Heading } from '@forum/ui/shell/heading';
import { Empty, Notice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { Opened } from '../../components/opened.tsx';
import { Pager, pageOf, pageSize } from '../../components/pager.tsx';
import { Panes } from '../../components/panes.tsx';
import { StateChips } from '../../components/state-chips.tsx';
import { MeetingDetail } from '../../features/meetings/meeting-detail.tsx';
import { MeetingTable } from '../../features/meetings/meeting-table.tsx';
import { WithoutPlace } from '../../features/meetings/without-place.tsx';

/** Every meeting of the edition, those that call for help first. */
export function MeetingsScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { meeting: open } = useParams();
  const [address] = useSearchParams();
  const filters = useFilters();
  const search = useDeferredValue(filters.read('q'));
  const onlyPlaceless = filters.read('place') === 'lost';
  const state = meetingStates.find((one) => one === filters.read('state'));
  const query = useQuery({
    ...queryOf(listAllMeetings, {
      params: { edition: edition.slug },
      query: {
        offset: (pageOf(filters) - 1) * pageSize,
        limit: pageSize,
        search: search || undefined,
        state,
        withoutPlace: onlyPlaceless ? 'true' : undefined,
      },
    }),
    placeholderData: keepPreviousData,
  });
  const wanting = useQuery(queryOf(listUninterpreted, { params: { edition: edition.slug } }));
  const to = (id: string) => ({
    pathname: `/${edition.slug}/meetings${id && `/${id}`}`,
    search: address.toString(),
  });
  const opened = query.data?.rows.find((meeting) => meeting.id === open);
  return (
    <div className="page">
      <Heading tab={t('desk.meetings')} />
      {(wanting.data?.total ?? 0) > 0 && (
        <Notice tone="care">
          <p>
            {t('interpreters.want', { count: wanting.data?.total })}{' '}
            <Link to={`/${edition.slug}/interpreters`}>{t('desk.interpreters')}</Link>
          </p>
        </Notice>
      )}
      <WithoutPlace
        count={query.data?.withoutPlace ?? 0}
        only={onlyPlaceless}
        onTurn={(only) => filters.choose('place', only ? 'lost' : '')}
      />
      <Panes
        detail={
          open ? (
            <Opened
              key={open}
              listed={opened}
              route={readMeeting}
              input={{ params: { edition: edition.slug, meeting: open } }}
            >
              {(meeting) => <MeetingDetail meeting={meeting} />}
            </Opened>
          ) : null
        }
        closeTo={to('')}
      >
        <SearchField
          label={t('overview.search')}
          value={filters.read('q')}
          onSearch={(text) => filters.choose('q', text)}
        />
        <StateChips
          label={t('overview.state')}
          states={meetingStates}
          chosen={state}
          counts={query.data?.counts ?? {}}
          nameOf={(one) => t(`meeting.${one}`)}
          onChoose={(one) => filters.choose('state', one)}
        />
        <Read query={query}>
          {({ rows, total }) => (
            <>
              {rows.length === 0 ? (
                <Empty title={t(search || state ? 'overview.none' : 'overview.none-yet')} />
              ) : (
                <MeetingTable rows={rows} open={open} to={to} />
              )}
              <Pager total={total} filters={filters} />
            </>
          )}
        </Read>
      </Panes>
    </div>
  );
}
