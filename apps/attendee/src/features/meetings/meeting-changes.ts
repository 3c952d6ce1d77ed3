import type { Meeting } from '@forum/contract/meetings/meeting';
import { isOf } from '../agenda/appointment.ts';
import { isOver, otherSide } from './meeting-view.ts';

/** What concerns the reader of a meeting that is still to come. */
export interface MeetingChange {
  id: string;
  kind: 'cancelled' | 'unplaced' | 'late' | 'moved' | 'agreed';
  start: string;
  end: string;
  firm: string;
  table: Meeting['table'];
  /** How many minutes late the other side is. */
  minutes: number;
  /** Where it was before it moved. */
  from: { start: string; table: string | null } | null;
}

/** For how long a move or a new meeting is news at least, in milliseconds. */
const newsFor = 24 * 3_600_000;

/** Since when a move or a new meeting is news: for a day, and longer to somebody who has not looked since. */
export const newsSince = (lastLook: number | null, now: Date): Date =>
  new Date(Math.min(lastLook ?? Infinity, now.getTime() - newsFor));

/**
 * A delegate's meetings to come that were cancelled, lost their place, were moved since then, or to which the other side
 * comes late, in order of time; then those that were agreed or planned since then.
 */
export function meetingChanges(
  meetings: readonly Meeting[],
  delegateId: string | null,
  { now, since }: { now: Date; since: Date },
): MeetingChange[] {
  const isNews = (at: string | null) => at !== null && Date.parse(at) >= since.getTime();
  return meetings
    .flatMap((meeting): MeetingChange[] => {
      const { id, state, start, end } = meeting;
      if (!start || !end || isOver(meeting, now) || !isOf(meeting, delegateId)) return [];
      const told = {
        id,
        start,
        end,
        firm: otherSide(meeting).firm,
        table: meeting.table,
        minutes: 0,
        from: null,
      };
      if (state === 'cancelled') return [{ ...told, kind: 'cancelled' }];
      if (state !== 'accepted') return [];
      if (meeting.placeLost) return [{ ...told, kind: 'unplaced' }];
      const last = [...meeting.dayMessages]
        .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
        .findLast(({ side }) => side !== meeting.side && side !== 'help-desk');
      // Whoever is at the table by now is late no more.
      if (last?.code === 'minutes-late') return [{ ...told, kind: 'late', minutes: last.minutes ?? 0 }];
      const { moved } = meeting;
      if (moved && isNews(moved.at))
        return [{ ...told, kind: 'moved', from: { start: moved.fromStart, table: moved.fromTable } }];
      return isNews(meeting.agreedAt) ? [{ ...told, kind: 'agreed' }] : [];
    })
    .sort(
      (a, b) => isNew(a) - isNew(b) || Date.parse(a.start) - Date.parse(b.start) || (a.id < b.id ? -1 : 1),
    );
}

const isNew = ({ kind }: MeetingChange): number => Number(kind === 'agreed');
