import { topicIn } from '@forum/domain/meetings/topic';
import { offsetLabel, wallTime } from '@forum/domain/time/zoned';
import type { CalendarItem } from '@forum/interchange/calendar/calendar-item';
import { interpreterLine, tableLabel } from '../mail/notices/phrases.ts';
import type { CalendarWords } from './calendar-words.ts';
import type { CalendarEdition, MeetingEntry, SessionEntry, Withdrawal } from './calendar.repository.ts';

/** Where a calendar comes from: the edition, the host that makes its identifiers the forum's own; and in which words. */
export interface Origin {
  edition: Pick<CalendarEdition, 'venue' | 'address' | 'zone'>;
  host: string;
  words: CalendarWords;
}

/** A session in a calendar. Of a restricted one a feed tells only that the time is taken: its address may be seen by others. */
export function sessionItem(entry: SessionEntry, { edition, host, words }: Origin): CalendarItem {
  const common = { ...times(entry), uid: `session-${entry.id}@${host}` };
  if (entry.restricted) return { ...common, title: words.busy, description: localTime(entry, edition.zone) };
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
    location: placeOf([entry.room], edition),
    ...(entry.url ? { url: entry.url } : {}),
  };
}

/** A meeting in the calendar of one of its people, the same in their feed and in what is mailed to them. */
export function meetingItem(entry: MeetingEntry, { edition, host, words }: Origin): CalendarItem {
  const { table } = entry;
  return {
    ...times(entry),
    uid: `meeting-${entry.id}@${host}`,
    title: `${entry.firm} · ${topicIn(entry, words.language)}`,
    description: [localTime(entry, edition.zone), interpreterOf(entry, words)].filter(Boolean).join('\n'),
    location: placeOf(table ? [table.hall, tableLabel(table.label, words.language)] : [], edition),
  };
}

/** What left a calendar: cancelled, without a word of what it was. */
export function withdrawnItem(
  { kind, id, ...entry }: Withdrawal,
  { host }: Pick<Origin, 'host'>,
): CalendarItem {
  return {
    uid: `${kind}-${id}@${host}`,
    sequence: entry.sequence,
    created: entry.at,
    lastModified: entry.at,
    start: entry.start,
    end: entry.end,
    title: '',
    status: 'cancelled',
  };
}

function times(entry: SessionEntry | MeetingEntry) {
  return {
    sequence: entry.sequence,
    created: entry.createdAt,
    lastModified: entry.changedAt,
    start: entry.start,
    end: entry.end,
    status: entry.cancelled ? ('cancelled' as const) : ('confirmed' as const),
  };
}

const placeOf = (within: readonly (string | null)[], { venue, address }: Origin['edition']): string =>
  [...within, venue, address].filter(Boolean).join(', ');

function interpreterOf({ interpreter }: MeetingEntry, words: CalendarWords): string {
  const line = interpreterLine(interpreter, words.language);
  return line && `${words.interpreter}: ${line}`;
}

/** The time as clocks at the venue show it, since a calendar shows the reader's own. */
function localTime({ start, end }: { start: string; end: string }, zone: string): string {
  const [date, from] = wallTime(start, zone).split('T');
  const [lastDate, until] = wallTime(end, zone).split('T');
  return `${date} ${from} – ${lastDate === date ? '' : `${lastDate} `}${until} ${zone} (${offsetLabel(start, zone)})`;
}
