import { type KeptMeeting, keptMeetingsPath } from '@forum/client/offline/what-is-kept';
import { queryOf } from '@forum/client/query';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { listMeetings } from '@forum/contract/meetings/meetings';
import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProgramme } from '../../components/use-programme.ts';
import { useStars } from '../../components/use-stars.ts';
import { agreedMeetings, type Appointment, byTime, starredSessions } from './appointment.ts';

/** The meetings of my firm; only firms have any. */
export function useMeetings() {
  const { edition } = useEdition();
  const standing = useStanding();
  const enabled = Boolean(standing?.firmId && standing.accredited);
  return {
    enabled,
    query: useQuery({ ...queryOf(listMeetings, { params: { edition: edition.slug } }), enabled }),
  };
}

/** Starred sessions and the meetings that I take part in, in order of time, once all of them are known. */
export function useAppointments() {
  const { me } = useEdition();
  const programme = useProgramme();
  const stars = useStars();
  const meetings = useOwnMeetings();
  const areRead = meetings && (me === null || stars.areKnown);
  return {
    ...programme,
    data:
      programme.data && areRead
        ? [...starredSessions(programme.data, stars.ids, stars.waiting), ...meetings].sort(byTime)
        : undefined,
  };
}

/** What this device kept of my agreed meetings, for a time without network; undefined where it kept none. */
export function useKeptMeetings(): KeptMeeting[] | undefined {
  const { edition } = useEdition();
  return useQuery<KeptMeeting[]>({
    queryKey: [keptMeetingsPath, { edition: edition.slug }],
    queryFn: () => [],
    enabled: false,
  }).data;
}

/** My agreed meetings; without network what this device kept of them. */
function useOwnMeetings(): Appointment[] | undefined {
  const { t } = useTranslation();
  const standing = useStanding();
  const { enabled, query } = useMeetings();
  const kept = useKeptMeetings();
  if (!enabled) return [];
  const placeOf = ({ hall, label }: { hall: string; label: string }) =>
    `${hall}, ${t('meetings.table', { table: label })}`;
  const toldPlace = ({ table, placeLost }: Pick<Meeting, 'table' | 'placeLost'>) =>
    placeLost && !table ? t('meeting.place-lost') : table ? placeOf(table) : '';
  if (query.data) return agreedMeetings(query.data.meetings, standing?.delegateId ?? null, toldPlace);
  // The first failure is enough to show it; an answer takes its place whenever it comes.
  if (!query.isError && !kept) return undefined;
  return (kept ?? []).map(({ id, start, end, table, theirs, topic, topicKo }) => ({
    kind: 'meeting',
    id,
    start,
    end,
    title: theirs.firm,
    place: table ? placeOf(table) : '',
    topic,
    topicKo: topicKo ?? null,
  }));
}
