import { Injectable } from '@nestjs/common';
import { DomainError } from '@forum/domain/errors';
import type { StreamName } from '@forum/domain/identity/streams';
import type { CalendarItem } from '@forum/interchange/calendar/calendar-item';
import { writeCalendar } from '@forum/interchange/calendar/write-calendar';
import { setImmediate as letOthersGo } from 'node:timers/promises';
import { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { type Document, plainDocument } from '../documents/document.ts';
import { Documents, type KeptDocument } from '../documents/documents.ts';
import { hashOf } from '../identity/secrets.ts';
import { meetingItem, type Origin, sessionItem, withdrawnItem } from './calendar-entries.ts';
import { type CalendarWords, calendarWords } from './calendar-words.ts';
import { type CalendarEdition, CalendarRepository, type SessionEntry } from './calendar.repository.ts';

const type = 'text/calendar; charset=utf-8';
const itemsAtOnce = 50;

/** Writes the calendars that people subscribe to or download. */
@Injectable()
export class CalendarsService {
  /** The public programme of an edition, kept in memory: every calendar asks for it each hour. */
  readonly programme: KeptDocument;

  constructor(
    documents: Documents,
    private readonly database: Database,
    private readonly repository: CalendarRepository,
    private readonly config: Config,
  ) {
    this.programme = documents.keep({
      type,
      streams: ['public'],
      types: ['session.changed', 'session.removed', 'programme.replaced', 'edition.changed'],
      write: async (transaction, editionId) => {
        const edition = await repository.edition(transaction, editionId);
        if (!edition) throw notThere();
        const sessions = await repository.publicSessions(transaction, editionId);
        const gone = await repository.noLongerPublic(transaction, editionId);
        const origin = this.#origin(edition, calendarWords('en'));
        const items = await this.#items(sessions, origin);
        return writeCalendar({
          name: edition.title,
          items: [...items, ...gone.map((one) => withdrawnItem(one, origin))],
        });
      },
    });
  }

  async session(editionId: string, sessionId: string, streams: readonly StreamName[]): Promise<Document> {
    const edition = await this.repository.edition(this.database.reader, editionId);
    const session = await this.repository.session(editionId, sessionId, streams);
    if (!edition || !session) throw notThere();
    const item = sessionItem(session, this.#origin(edition, calendarWords('en')));
    return plainDocument(type, writeCalendar({ name: edition.title, items: [item] }));
  }

  /** The agenda and meetings of whoever a secret belongs to; nothing once it is revoked. */
  async personal(secret: string): Promise<Document> {
    const owner = await this.repository.owner(hashOf(secret));
    if (!owner) throw notThere();
    const words = calendarWords(owner.language);
    const origin = this.#origin(owner.edition, words);
    const sessions = await this.repository.starred(owner);
    const meetings = await this.repository.meetings(owner);
    const gone = await this.repository.withdrawn(owner);
    const items = [
      ...sessions.map((session) => sessionItem(session, origin)),
      ...meetings.map((meeting) => meetingItem(meeting, origin)),
      ...gone.map((one) => withdrawnItem(one, origin)),
    ];
    const { cancelledPrefix } = words;
    return plainDocument(type, writeCalendar({ name: owner.edition.title, cancelledPrefix, items }));
  }

  /** Local times of a thousand sessions take a tenth of a second: others are served meanwhile. */
  async #items(sessions: readonly SessionEntry[], origin: Origin): Promise<CalendarItem[]> {
    const items: CalendarItem[] = [];
    for (const session of sessions) {
      items.push(sessionItem(session, origin));
      if (items.length % itemsAtOnce === 0) await letOthersGo();
    }
    return items;
  }

  #origin(edition: CalendarEdition, words: CalendarWords): Origin {
    return { edition, words, host: new URL(this.config.baseUrl).hostname };
  }
}

const notThere = () => new DomainError('not_found', {}, 'There is no such calendar.');
