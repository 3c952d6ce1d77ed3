import { type Meeting } from '@forum/contract/meetings';
import { type Programme, type Session } from '@forum/contract/programme';

interface Planned {
  id: string;
  start: string;
  end: string;
  title: string;
  place: string;
}

/** Something that I mean to be at. */
export type Appointment =
  | (Planned & { kind: 'session'; session: Session; starWaits: boolean })
  /** Without network only its time and place are known, and no topic. */
  | (Planned & { kind: 'meeting'; topic: string | null });

/** The sessions that I starred. */
export function starredSessions(
  programme: Programme,
  starred: ReadonlySet<string>,
  waiting: ReadonlySet<string>,
): Appointment[] {
  return programme.sessions
    .filter(({ id }) => starred.has(id))
    .map((session) => ({
      kind: 'session',
      id: session.id,
      start: session.start,
      end: session.end,
      title: session.title,
      place: programme.rooms.find((room) => room.id === session.roomId)?.name ?? '',
      session,
      starWaits: waiting.has(session.id),
    }));
}

/** The agreed meetings that a delegate takes part in. */
export function agreedMeetings(
  meetings: readonly Meeting[],
  delegateId: string | null,
  placeOf: (table: NonNullable<Meeting['table']>) => string,
): Appointment[] {
  const isMine = ({ from, to }: Meeting) =>
    [...from.people, ...to.people].some((person) => person.delegateId === delegateId);
  return meetings.flatMap((meeting): Appointment[] => {
    const { id, state, start, end, table, topic } = meeting;
    if (state !== 'accepted' || !start || !end || !isMine(meeting)) return [];
    const title = meeting.side === 'from' ? meeting.to.firm : meeting.from.firm;
    return [{ kind: 'meeting', id, start, end, title, place: table ? placeOf(table) : '', topic }];
  });
}

/** In order of time, the same for everybody. */
export const byTime = (a: Appointment, b: Appointment): number =>
  Date.parse(a.start) - Date.parse(b.start) || (a.id < b.id ? -1 : 1);

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
