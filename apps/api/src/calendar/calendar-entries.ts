import { offsetLabel, wallTime } from '@forum/domain/time/zoned';
import { type CalendarItem } from '@forum/interchange/calendar/calendar-item';
import { type CalendarEdition, type MeetingEntry, type SessionEntry } from './calendar.repository.ts';

/** Where a calendar comes from: the edition, and the host that makes its identifiers the forum's own. */
export interface Origin {
  edition: CalendarEdition;
  host: string;
}

/** A session in a calendar. Of a restricted one a feed tells only that the time is taken: its address may be seen by others. */
export function sessionItem(entry: SessionEntry, { edition, host }: Origin): CalendarItem {
  const common = { ...times(entry), uid: `session-${entry.id}@${host}` };
  if (entry.restricted) return { ...common, title: 'Busy', description: localTime(entry, edition.zone) };
  return {
    ...common,
    title: entry.title,
    description: [
      localTime(entry, edition.zone),
      entry.subtitle ?? '',
      entry.speakers.length > 0 ? entry.speakers.join(', ') : '',
    ]
      .filter(Boolean)
      .join('\n'),
    location: [entry.room, edition.venue].filter(Boolean).join(', '),
    ...(entry.url ? { url: entry.url } : {}),
  };
}

/** A meeting in the calendar of one of its people; the invitation by mail has the same identifier and title. */
export function meetingItem(entry: MeetingEntry, { edition, host }: Origin): CalendarItem {
  return {
    ...times(entry),
    uid: `meeting-${entry.id}@${host}`,
    title: `${entry.firm} · ${entry.topic}`,
    description: [
      localTime(entry, edition.zone),
      entry.interpreter ? `Interpreter: ${entry.interpreter}` : '',
    ]
      .filter(Boolean)
      .join('\n'),
    location: [entry.table, edition.venue].filter(Boolean).join(', '),
  };
}

function times(entry: SessionEntry | MeetingEntry) {
  return {
    sequence: entry.sequence,
    created: entry.createdAt,
    lastModified: entry.updatedAt,
    start: entry.start,
    end: entry.end,
    status: entry.cancelled ? ('cancelled' as const) : ('confirmed' as const),
  };
}

/** The time as clocks at the venue show it, since a calendar shows the reader's own. */
function localTime({ start, end }: { start: string; end: string }, zone: string): string {
  const [date, from] = wallTime(start, zone).split('T');
  const [lastDate, until] = wallTime(end, zone).split('T');
  return `${date} ${from} – ${lastDate === date ? '' : `${lastDate} `}${until} ${zone} (${offsetLabel(start, zone)})`;
}
