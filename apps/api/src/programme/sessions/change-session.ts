import type { SessionChange } from '@forum/contract/programme/session-changes';
import {
  cancelSession,
  changeRoom,
  delaySession,
  moveSession,
  reinstateSession,
} from '@forum/domain/programme/moves';
import type { ProgrammeSession } from '@forum/domain/programme/session';
import { forumDayBounds } from '@forum/domain/time/forum-day';
import { instantOf } from '@forum/domain/time/zoned';
import { type EditionDates, sessionDay } from '../session-days.ts';
import type { StoredSession } from './sessions.repository.ts';

/** A session as a change would leave it. */
export interface ChangedSession extends ProgrammeSession {
  day: string;
}

/** The sessions that a change by the secretariat would alter, as they would be; times must lie in the edition. */
export function sessionsAfter(
  sessions: readonly StoredSession[],
  session: StoredSession,
  change: SessionChange,
  edition: EditionDates,
): ChangedSession[] {
  const stored = new Map(sessions.map((other) => [other.id, other]));
  return ruled(sessions, session, change, edition).map((after) => {
    const before = stored.get(after.id) ?? session;
    return { ...after, day: after.start === before.start ? before.day : sessionDay(after.start, edition) };
  });
}

function ruled(
  sessions: readonly StoredSession[],
  session: StoredSession,
  change: SessionChange,
  edition: EditionDates,
): ProgrammeSession[] {
  switch (change.kind) {
    case 'move':
      return moveSession(sessions, session.id, {
        start: instantOf(change.start, edition.zone),
        ...(change.roomId === undefined ? {} : { roomId: change.roomId }),
        ...(change.minutes === undefined ? {} : { minutes: change.minutes }),
      });
    case 'delay':
      return delaySession(sessions, session.id, {
        minutes: change.minutes,
        shiftFollowing: change.shiftFollowing,
        onlyAsNeeded: change.onlyAsNeeded ?? false,
        until: forumDayBounds(session.day, edition).end,
      });
    case 'room':
      return changeRoom(sessions, session.id, change.roomId);
    case 'cancel':
      return cancelSession(sessions, session.id);
    case 'reinstate':
      return reinstateSession(sessions, session.id);
  }
}
