import ical, {
  type ICalAttendeeScheduleAgent,
  ICalAttendeeStatus,
  type ICalAttendeeData,
  ICalCalendarMethod,
  ICalEvent,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { webAddress } from '../reading/web-address.ts';
import { foldLines } from '../text/fold-lines.ts';
import type {
  Calendar,
  CalendarAttendee,
  CalendarItem,
  CalendarMethod,
  CalendarOrganiser,
} from './calendar-item.ts';
import {
  escapedValue,
  instantValue,
  lineValue,
  mailAddress,
  parameterValue,
  refused,
  textValue,
} from './calendar-text.ts';

const QUARTER_OF_AN_HOUR = 15 * 60; // seconds; calendars that obey it ask again after PT15M

/**
 * The calendar as iCalendar text (RFC 5545): UTC only, CRLF after every line, folded at 75 octets, and the same bytes
 * for the same input. This is the only way to ical-generator, whose 10.2 lets line breaks into some values and cannot
 * quote a name with `"`: every value is made safe here first.
 *
 * An invitation or withdrawal holds exactly one item (RFC 5546), and is for one recipient.
 *
 * @throws DomainError `request.invalid` for a time that is no instant, an end before its start, an address that is
 *   none, or another number of items in an invitation
 */
export function writeCalendar({
  name,
  method = 'PUBLISH',
  cancelledPrefix = 'CANCELLED: ',
  items,
}: Calendar): string {
  if (method !== 'PUBLISH' && items.length !== 1) {
    throw refused(
      'items',
      items.length,
      `are not one; a calendar with METHOD:${method} holds exactly one item`,
    );
  }
  const calendar = ical({
    name: escapedValue(name),
    method: ICalCalendarMethod[method],
    prodId: '//Forum//Forum calendar//EN',
    ttl: QUARTER_OF_AN_HOUR,
  });
  const END = 'END:VCALENDAR';
  const events = items.map((item) =>
    new ICalEvent(eventOf(item, method, cancelledPrefix), calendar).toString(),
  );
  return `${calendar.toString().slice(0, -END.length)}${foldLines(events.join(''))}${END}\r\n`;
}

function eventOf(item: CalendarItem, method: CalendarMethod, cancelledPrefix: string): ICalEventData {
  const cancelled = item.status === 'cancelled' || method === 'CANCEL';
  const lastModified = instantValue(item.lastModified);
  return {
    id: escapedValue(item.uid),
    sequence: sequenceOf(item),
    stamp: lastModified,
    created: instantValue(item.created),
    lastModified,
    ...spanOf(item),
    summary: lineValue(cancelled ? cancelledTitle(cancelledPrefix, item.title) : item.title),
    description: textValue(item.description ?? '') || null,
    location: locationOf(item),
    url: urlOf(item),
    status: cancelled ? ICalEventStatus.CANCELLED : statuses[item.status],
    transparency: cancelled ? ICalEventTransparency.TRANSPARENT : null,
    organizer: item.organiser ? organiserOf(item.organiser) : null,
    attendees: (item.attendees ?? []).map((attendee) => attendeeOf(attendee, method)),
  };
}

/** Without a title only that it is cancelled: `CANCELLED`. */
const cancelledTitle = (prefix: string, title: string): string =>
  title === '' ? prefix.replace(/[:\s]+$/u, '') : `${prefix}${title}`;

const statuses = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
};

const participations = {
  'needs-action': ICalAttendeeStatus.NEEDSACTION,
  accepted: ICalAttendeeStatus.ACCEPTED,
  declined: ICalAttendeeStatus.DECLINED,
  tentative: ICalAttendeeStatus.TENTATIVE,
};

function sequenceOf({ sequence }: CalendarItem): number {
  if (Number.isSafeInteger(sequence) && sequence >= 0) return sequence;
  throw refused('sequence', sequence, 'is no whole number from 0');
}

function spanOf(item: CalendarItem): { start: Date; end: Date } {
  const [start, end] = [instantValue(item.start), instantValue(item.end)];
  if (end > start) return { start, end };
  throw refused('end', item.end, `is not after the start ${item.start}`);
}

function locationOf(item: CalendarItem): { title: string } | null {
  const title = lineValue(item.location ?? '');
  return title ? { title } : null;
}

/** ical-generator escapes what it must not in a URI, so that none of it may be left (RFC 5545 §3.3.13). */
function urlOf(item: CalendarItem): string | null {
  const address = webAddress(item.url ?? '');
  return address && new URL(address).href.replace(/[,;\\]/g, encodeURIComponent);
}

function organiserOf({ name, email }: CalendarOrganiser): { name: string; email: string } {
  const address = mailAddress(email);
  return { name: parameterValue(name) || address, email: address };
}

/** In a feed, SCHEDULE-AGENT=NONE keeps calendar servers from mailing the people in it (RFC 6638 §7.1). */
function attendeeOf(
  { name, email, partstat, rsvp }: CalendarAttendee,
  method: CalendarMethod,
): ICalAttendeeData {
  return {
    name: parameterValue(name) || null,
    email: mailAddress(email),
    status: participations[partstat ?? 'needs-action'],
    rsvp: rsvp ?? null,
    scheduleAgent: method === 'PUBLISH' ? ('NONE' as ICalAttendeeScheduleAgent) : null,
  };
}
