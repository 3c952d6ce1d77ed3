import type { Meeting } from '@forum/contract/meetings/meeting';
import type { Programme } from '@forum/contract/programme/programme';
import type { Session } from '@forum/contract/programme/session';
import { type ForumDays, forumDay } from '@forum/domain/time/forum-day';

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
  | (Planned & { kind: 'meeting'; topic: string | null; topicKo: string | null });

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

/** Whether a delegate takes part in a meeting of their firm. */
export const isOf = ({ from, to }: Pick<Meeting, 'from' | 'to'>, delegateId: string | null): boolean =>
  [...from.people, ...to.people].some((person) => person.delegateId === delegateId);

/** The agreed meetings that a delegate takes part in. */
export function agreedMeetings(
  meetings: readonly Meeting[],
  delegateId: string | null,
  placeOf: (meeting: Pick<Meeting, 'table' | 'placeLost'>) => string,
): Appointment[] {
  return meetings.flatMap((meeting): Appointment[] => {
    const { id, state, start, end, topic, topicKo } = meeting;
    if (state !== 'accepted' || !start || !end || !isOf(meeting, delegateId)) return [];
    const title = meeting.side === 'from' ? meeting.to.firm : meeting.from.firm;
    return [{ kind: 'meeting', id, start, end, title, place: placeOf(meeting), topic, topicKo }];
  });
}

/** The day of the forum that an appointment belongs to, on every screen of one's own. */
export const dayOf = (one: Appointment, days: ForumDays): string =>
  one.kind === 'session' ? one.session.day : forumDay(one.start, days);

/** In order of time, the same for everybody. */
export const byTime = (a: Appointment, b: Appointment): number =>
  Date.parse(a.start) - Date.parse(b.start) || (a.id < b.id ? -1 : 1);

/** Whether it takes place, as far as is known. */
const isHeld = (one: Appointment): boolean => one.kind === 'meeting' || one.session.state === 'scheduled';

const overlap = (a: Appointment, b: Appointment): boolean =>
  Date.parse(a.start) < Date.parse(b.end) && Date.parse(b.start) < Date.parse(a.end);

/** What each appointment overlaps that has not been cancelled; those that overlap nothing are not in it. */
export function clashing(appointments: readonly Appointment[]): Map<string, Appointment[]> {
  const held = appointments.filter(isHeld);
  return new Map(
    held
      .map((one) => [one.id, held.filter((other) => other !== one && overlap(one, other))] as const)
      .filter(([, others]) => others.length > 0),
  );
}

const soonMs = 60 * 60_000;

/**
 * Where one is expected next, of appointments in order of time, and what clashes with it. What was agreed with others
 * comes before a star that it overlaps, unless it only begins more than an hour after that.
 */
export function nextOf(
  appointments: readonly Appointment[],
  now: Date,
): { next: Appointment; clashes: readonly Appointment[] } | null {
  const coming = appointments.filter((one) => isHeld(one) && Date.parse(one.end) > now.getTime());
  const [first] = coming;
  if (!first) return null;
  const by = Math.max(now.getTime(), Date.parse(first.start)) + soonMs;
  const agreed = coming.find(
    (one) => one.kind === 'meeting' && overlap(one, first) && Date.parse(one.start) <= by,
  );
  const next = first.kind === 'meeting' ? first : (agreed ?? first);
  return { next, clashes: coming.filter((other) => other !== next && overlap(next, other)) };
}
