import { type Meeting } from '@forum/contract/meetings';
import { isOf } from '../agenda/appointment.ts';
import { isOver, otherSide } from './meeting-view.ts';

/** What concerns the reader of a meeting that is still to come. */
export interface MeetingChange {
  id: string;
  kind: 'cancelled' | 'late';
  start: string;
  end: string;
  firm: string;
  /** How many minutes late the other side is. */
  minutes: number;
}

/** A delegate's meetings to come that were cancelled, or to which the other side comes late; in order of time. */
export function meetingChanges(
  meetings: readonly Meeting[],
  delegateId: string | null,
  now: Date,
): MeetingChange[] {
  return meetings
    .flatMap((meeting): MeetingChange[] => {
      const { id, state, start, end } = meeting;
      if (!start || !end || isOver(meeting, now) || !isOf(meeting, delegateId)) return [];
      const told = { id, start, end, firm: otherSide(meeting).firm };
      if (state === 'cancelled') return [{ ...told, kind: 'cancelled', minutes: 0 }];
      const last = [...meeting.dayMessages]
        .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
        .findLast(({ side }) => side !== meeting.side && side !== 'help-desk');
      // Whoever is at the table by now is late no more.
      if (state !== 'accepted' || last?.code !== 'minutes-late') return [];
      return [{ ...told, kind: 'late', minutes: last.minutes ?? 0 }];
    })
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start) || (a.id < b.id ? -1 : 1));
}
