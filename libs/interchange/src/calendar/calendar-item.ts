/** Whether an item takes place. Cancelled items stay in a feed, so that calendars learn of it. */
export type CalendarStatus = 'confirmed' | 'tentative' | 'cancelled';

/** Where a person's answer to an invitation stands (RFC 5545 §3.2.12). */
export type Participation = 'needs-action' | 'accepted' | 'declined' | 'tentative';

/** Who answers for an item; the address must be one that the forum may send from. */
export interface CalendarOrganiser {
  name: string;
  email: string;
}

/** Someone invited; only people whom every reader of the calendar may know. */
export interface CalendarAttendee {
  name: string;
  email: string;
  partstat?: Participation;
  /** Whether an answer is asked for. */
  rsvp?: boolean;
}

/** One entry of a calendar; all times are instants in UTC with `Z`. */
export interface CalendarItem {
  /** Stable for the life of the booking and the same in feed, mail and download, such as `meeting-<id>@host`. */
  uid: string;
  /** Raised by every change of time, place or status, a cancellation too (RFC 5546 §2.1.4). */
  sequence: number;
  created: string;
  /** When it last changed; it is the DTSTAMP too, so that the same item is always the same bytes. */
  lastModified: string;
  start: string;
  /** Later than `start`. */
  end: string;
  /** May be empty for a cancelled item, which then says nothing of what it was. */
  title: string;
  description?: string;
  location?: string;
  /** Left out unless it is `http` or `https`. */
  url?: string;
  status: CalendarStatus;
  organiser?: CalendarOrganiser;
  attendees?: CalendarAttendee[];
}

/** A feed (`PUBLISH`), an invitation or its update (`REQUEST`), or a withdrawal (`CANCEL`), RFC 5546. */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';

/** What a calendar is written from. */
export interface Calendar {
  /** Shown by the reader's calendar as the name of the feed. */
  name: string;
  /** `PUBLISH` if not given. */
  method?: CalendarMethod;
  /** Put before the title of cancelled items, since some calendars show them as if nothing had happened. */
  cancelledPrefix?: string;
  items: CalendarItem[];
}
