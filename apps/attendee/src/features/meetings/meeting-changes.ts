import { type Meeting } from '@forum/contract/meetings';
import { isOf } from '../agenda/appointment.ts';
import { isOver, otherSide } from './meeting-view.ts';

/** What concerns the reader of a meeting that is still to come. */
export interface MeetingChange {
  id: string;
  kind: 'cancelled' | 'unplaced' | 'late' | 'moved';
  start: string;
  end: string;
  firm: string;
  /** How many minutes late the other side is. */
  minutes: number;
  /** Where it was before it moved. */
  from: { start: string; table: string | null } | null;
}

/** For how long a move is news, in milliseconds. */
const newsFor = 24 * 3_600_000;

/**
 * A delegate's meetings to come that were cancelled, lost their place, were moved within a day, or to which the other side
 * comes late; in order of time.
 */
export function meetingChanges(
  meetings: readonly Meeting[],
  delegateId: string | null,
  now: Date,
): MeetingChange[] {
  return meetings
    .flatMap((meeting): MeetingChange[] => {
      const { id, state, start, end } = meeting;
      if (!start || !end || isOver(meeting, now) || !isOf(meeting, delegateId)) return [];
      const told = { id, start, end, firm: otherSide(meeting).firm, minutes: 0, from: null };
      if (state === 'cancelled') return [{ ...told, kind: 'cancelled' }];
      if (state !== 'accepted') return [];
      if (meeting.placeLost) return [{ ...told, kind: 'unplaced' }];
      const last = [...meeting.dayMessages]
        .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
        .findLast(({ side }) => side !== meeting.side && side !== 'help-desk');
      // Whoever is at the table by now is late no more.
      if (last?.code === 'minutes-late') return [{ ...told, kind: 'late', minutes: last.minutes ?? 0 }];
      const { moved } = meeting;
      if (!moved || Date.parse(moved.at) < now.getTime() - newsFor) return [];
      return [{ ...told, kind: 'moved', from: { start: moved.fromStart, table: moved.fromTable } }];
    })
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start) || (a.id < b.id ? -1 : 1));
}
