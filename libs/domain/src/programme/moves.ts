import { DomainError } from '../errors.ts';
import { addMinutes, compareInstants, epochMs } from '../time/instant.ts';
import type { ProgrammeSession } from './session.ts';

/** The part of a programme that a move works on; every function returns only the sessions that it changes. */
type Sessions = readonly ProgrammeSession[];

/**
 * Moves a session to another time, and to another room (null: to no room) or length when one is given.
 *
 * @returns the session as it would be, or nothing when it is there already
 * @throws DomainError `not_found` for an unknown session; `session.transition` for a cancelled one
 */
export function moveSession(
  sessions: Sessions,
  sessionId: string,
  to: {
    readonly start: string;
    readonly roomId?: string | null;
    readonly minutes?: number;
  },
): ProgrammeSession[] {
  const session = scheduled(sessions, sessionId, 'move');
  const roomId = to.roomId === undefined ? session.roomId : to.roomId;
  const minutes = to.minutes ?? session.minutes;
  const isThere =
    epochMs(to.start) === epochMs(session.start) && roomId === session.roomId && minutes === session.minutes;
  return isThere ? [] : [{ ...session, start: to.start, roomId, minutes }];
}

/** How a delay works on. */
export interface Delay {
  /** Elapsed minutes, at least 1. */
  readonly minutes: number;
  /** Whether what follows in the same room shifts by the same time. */
  readonly shiftFollowing: boolean;
  /** Whether breaks give way: what follows shifts only as far as it must. Else it all shifts by the same time. */
  readonly onlyAsNeeded?: boolean;
  /** Up to when sessions count as following; usually the end of the day of the programme (`day.ts`). */
  readonly until: string;
}

/**
 * Starts a session later; if asked, every scheduled session that begins after it in the same room until the end of the
 * day shifts by the same time, so that order and breaks stay as they were announced; or only as far as it must.
 *
 * @throws DomainError `not_found`, `session.transition` as {@link moveSession}; `request.invalid` unless the delay is a
 *   whole number of minutes from 1
 */
export function delaySession(sessions: Sessions, sessionId: string, delay: Delay): ProgrammeSession[] {
  const session = scheduled(sessions, sessionId, 'delay');
  if (!Number.isInteger(delay.minutes) || delay.minutes < 1) {
    throw new DomainError(
      'request.invalid',
      { field: 'minutes', value: delay.minutes },
      `A delay of ${delay.minutes} minutes is not possible; give a whole number from 1, or move the session.`,
    );
  }
  const following = delay.shiftFollowing ? followersOf(sessions, session, delay.until) : [];
  return delay.onlyAsNeeded
    ? shiftedAsNeeded(session, following, delay.minutes)
    : [session, ...following].map((each) => later(each, delay.minutes));
}

const later = (session: ProgrammeSession, minutes: number): ProgrammeSession => ({
  ...session,
  start: addMinutes(session.start, minutes),
});

/** The first session later by some minutes, and of the others, in order, those that it pushes; none by more than it. */
function shiftedAsNeeded(
  first: ProgrammeSession,
  following: readonly ProgrammeSession[],
  minutes: number,
): ProgrammeSession[] {
  const shifted = [later(first, minutes)];
  let end = endOf(shifted[0] ?? first);
  for (const session of following) {
    const overlap = Math.ceil((end - epochMs(session.start)) / 60_000);
    const shift = Math.min(minutes, Math.max(0, overlap));
    const after = later(session, shift);
    if (shift > 0) shifted.push(after);
    end = Math.max(end, endOf(after));
  }
  return shifted;
}

const endOf = ({ start, minutes }: ProgrammeSession): number => epochMs(start) + minutes * 60_000;

/**
 * Puts a session into another room at the same time; null takes it out of any room.
 *
 * @throws DomainError as {@link moveSession}
 */
export function changeRoom(sessions: Sessions, sessionId: string, roomId: string | null): ProgrammeSession[] {
  const session = scheduled(sessions, sessionId, 'change-room');
  return roomId === session.roomId ? [] : [{ ...session, roomId }];
}

/**
 * Cancels a session; it keeps time and room, so that people see what does not take place, and it can be reinstated.
 *
 * @throws DomainError as {@link moveSession}
 */
export function cancelSession(sessions: Sessions, sessionId: string): ProgrammeSession[] {
  return [{ ...scheduled(sessions, sessionId, 'cancel'), state: 'cancelled' }];
}

/**
 * Lets a cancelled session take place after all, at its old time and room. Its room may have been given away: look at
 * `clashesCausedBy` first.
 *
 * @throws DomainError `not_found` for an unknown session; `session.transition` for one that is not cancelled
 */
export function reinstateSession(sessions: Sessions, sessionId: string): ProgrammeSession[] {
  const session = found(sessions, sessionId);
  if (session.state !== 'cancelled') throw refused(session, 'reinstate', 'it is not cancelled');
  return [{ ...session, state: 'scheduled' }];
}

function followersOf(sessions: Sessions, session: ProgrammeSession, until: string): ProgrammeSession[] {
  if (session.roomId === null) return [];
  return sessions
    .filter(
      (other) =>
        other.id !== session.id &&
        other.roomId === session.roomId &&
        other.state === 'scheduled' &&
        compareInstants(other.start, session.start) > 0 &&
        compareInstants(other.start, until) < 0,
    )
    .sort((a, b) => compareInstants(a.start, b.start) || (a.id < b.id ? -1 : 1));
}

function found(sessions: Sessions, sessionId: string): ProgrammeSession {
  const session = sessions.find((other) => other.id === sessionId);
  if (session) return session;
  throw new DomainError('not_found', { sessionId }, `There is no session ${sessionId} in this programme.`);
}

function scheduled(sessions: Sessions, sessionId: string, step: string): ProgrammeSession {
  const session = found(sessions, sessionId);
  if (session.state === 'cancelled') throw refused(session, step, 'it is cancelled; reinstate it first');
  return session;
}

const refused = (session: ProgrammeSession, step: string, why: string) =>
  new DomainError(
    'session.transition',
    { sessionId: session.id, state: session.state, step },
    `"${session.title}" allows no "${step}": ${why}.`,
  );
