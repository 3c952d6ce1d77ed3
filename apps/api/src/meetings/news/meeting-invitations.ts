import { Injectable } from '@nestjs/common';
import { isEnding } from '@forum/domain/meetings/meeting-news';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { writeCalendar } from '@forum/interchange/calendar/write-calendar';
import { meetingItem } from '../../calendar/calendar-entries.ts';
import { calendarWords } from '../../calendar/calendar-words.ts';
import { Config } from '../../config.ts';
import type { NewMail } from '../../mail/mails.ts';
import type { MeetingNewsKind } from '../../mail/notices/meeting-facts.ts';
import type { MeetingRecipient, StoredMeeting } from './meeting-recipients.repository.ts';

const withCalendar: ReadonlySet<MeetingNewsKind> = new Set([
  ...(['accepted', 'moved', 'people', 'cancelled', 'left'] as const),
  ...(['firm-gone', 'nobody-left', 'place-lost', 'place-back'] as const),
]);

/** Writes what a mail about a meeting does to the reader's calendar. */
@Injectable()
export class MeetingInvitations {
  constructor(private readonly config: Config) {}

  /** The entry of one reader: themselves and one contact of the other side, nobody else; null where nothing changes. */
  of(
    news: MeetingNewsKind,
    meeting: Meeting,
    stored: StoredMeeting,
    recipient: MeetingRecipient,
  ): NewMail['calendar'] | null {
    const isOff = news === 'left' || isEnding(news);
    const { start, end, table, interpreter } = meeting;
    if (!withCalendar.has(news) || !(recipient.takesPart || isOff) || !start || !end) return null;
    const method = isOff ? ('CANCEL' as const) : ('REQUEST' as const);
    const words = calendarWords(recipient.language);
    const other = recipient.side === 'from' ? meeting.to : meeting.from;
    const contact = other.people.find((person) => person.mail);
    const item = meetingItem(
      {
        id: meeting.id,
        sequence: stored.sequence + stored.entrySequence,
        createdAt: stored.createdAt,
        changedAt: stored.changedAt,
        start,
        end,
        cancelled: isOff,
        topic: meeting.topic,
        topicKo: meeting.topicKo,
        firm: other.firm,
        table: table && { hall: table.hall, label: table.label },
        interpreter: interpreter && { name: interpreter.name, languages: interpreter.languages },
      },
      { edition: stored, host: new URL(this.config.baseUrl).hostname, words },
    );
    const attendees = [
      { name: recipient.name, email: recipient.mail, partstat: 'accepted' as const, rsvp: false },
      ...(contact?.mail
        ? [{ name: contact.name, email: contact.mail, partstat: 'accepted' as const, rsvp: false }]
        : []),
    ];
    const organiser = { name: stored.title, email: this.config.mailFrom };
    const content = writeCalendar({
      name: stored.title,
      method,
      cancelledPrefix: words.cancelledPrefix,
      items: [{ ...item, organiser, attendees }],
    });
    return { method, content };
  }
}
