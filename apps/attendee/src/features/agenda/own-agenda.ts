import { queryOf } from '@forum/client/query';
import { listMeetings, type Meeting } from '@forum/contract/meetings';
import { type Programme, type Session } from '@forum/contract/programme';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { useProgramme, useStars } from '../../components/use-programme.ts';

/** Something that I mean to be at. */
export type Appointment =
  | {
      kind: 'session';
      id: string;
      start: string;
      end: string;
      title: string;
      place: string;
      session: Session;
    }
  | {
      kind: 'meeting';
      id: string;
      start: string;
      end: string;
      title: string;
      place: string;
      meeting: Meeting;
    };

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
  const { enabled, query } = useMeetings();
  const appointments = useOwn(programme.data, stars.ids, query.data?.meetings ?? []);
  const isKnown =
    programme.data && (me === null || stars.areKnown) && (!enabled || query.data || query.isError);
  return { ...programme, data: isKnown ? appointments : undefined };
}

function useOwn(
  programme: Programme | undefined,
  starred: ReadonlySet<string>,
  meetings: readonly Meeting[],
): Appointment[] {
  const { t } = useTranslation();
  const standing = useStanding();
  const isMine = (meeting: Meeting) =>
    [...meeting.from.people, ...meeting.to.people].some(
      (person) => person.delegateId === standing?.delegateId,
    );
  const sessions = (programme?.sessions ?? [])
    .filter((session) => starred.has(session.id))
    .map((session): Appointment => ({
      kind: 'session',
      id: session.id,
      start: session.start,
      end: session.end,
      title: session.title,
      place: programme?.rooms.find((room) => room.id === session.roomId)?.name ?? '',
      session,
    }));
  const agreed = meetings
    .filter((meeting) => meeting.state === 'accepted' && isMine(meeting))
    .flatMap((meeting): Appointment[] =>
      meeting.start && meeting.end
        ? [
            {
              kind: 'meeting',
              id: meeting.id,
              start: meeting.start,
              end: meeting.end,
              title: meeting.side === 'from' ? meeting.to.firm : meeting.from.firm,
              place: meeting.table
                ? `${meeting.table.hall}, ${t('meetings.table', { table: meeting.table.label })}`
                : '',
              meeting,
            },
          ]
        : [],
    );
  return [...sessions, ...agreed].sort(
    (a, b) => Date.parse(a.start) - Date.parse(b.start) || (a.id < b.id ? -1 : 1),
  );
}

/** What each appointment overlaps that has not been cancelled; those that overlap nothing are not in it. */
export function clashing(appointments: readonly Appointment[]): Map<string, Appointment[]> {
  const held = appointments.filter((one) => one.kind === 'meeting' || one.session.state === 'scheduled');
  const overlap = (a: Appointment, b: Appointment) =>
    Date.parse(a.start) < Date.parse(b.end) && Date.parse(b.start) < Date.parse(a.end);
  return new Map(
    held
      .map((one) => [one.id, held.filter((other) => other !== one && overlap(one, other))] as const)
      .filter(([, others]) => others.length > 0),
  );
}
