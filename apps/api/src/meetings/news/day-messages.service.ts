import { Injectable } from '@nestjs/common';
import type { SentDayMessage } from '@forum/contract/meetings/day-messages';
import type * as meeting from '@forum/contract/meetings/meeting';
import { DomainError } from '@forum/domain/errors';
import { callsHelpDesk, type DayMessage } from '@forum/domain/meetings/day-messages';
import { Database, type Transaction } from '../../database/database.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { MeetingChanges } from '../meeting-changes.ts';
import { lockMeeting, type MeetingRecord } from '../meeting-record.repository.ts';
import { MeetingsService } from '../requests/meetings.service.ts';
import { firmOf, requireParty } from '../requests/parties.ts';

type Meeting = meeting.Meeting;

/** What two sides and the help desk say to each other on the day of a meeting: short messages, and calls for help. */
@Injectable()
export class DayMessagesService {
  constructor(
    private readonly database: Database,
    private readonly changes: MeetingChanges,
    private readonly meetings: MeetingsService,
  ) {}

  /** Sends the other side a short message; a call for help reaches the help desk too. */
  async notify(viewer: Admitted, id: string, sent: SentDayMessage): Promise<Meeting> {
    const edition = editionOf(viewer);
    const message = dayMessageOf(sent);
    await this.database.write(async (transaction) => {
      const before = await lockMeeting(transaction, edition.id, id);
      const side = firmOf(viewer) === null ? 'help-desk' : requireParty(before, viewer);
      if (before.state !== 'accepted') {
        throw new DomainError(
          'meeting.transition',
          { state: before.state },
          `The meeting is ${before.state}; messages are for accepted ones.`,
        );
      }
      await transaction.query(
        'insert into day_message (edition_id, meeting_id, person_id, side, code, minutes, principal_id) values ($1, $2, $3, $4, $5, $6, $7)',
        [
          edition.id,
          id,
          (viewer.aide ?? personOf(viewer)).id,
          side,
          message.code,
          message.code === 'minutes-late' ? message.n : null,
          viewer.aide && personOf(viewer).id,
        ],
      );
      await this.#call(
        before,
        { ...before, helpCalled: before.helpCalled || callsHelpDesk(message) },
        viewer,
        transaction,
      );
    });
    return this.meetings.read(viewer, id);
  }

  /** The help desk has dealt with the call. */
  async answer(viewer: Admitted, id: string): Promise<void> {
    await this.database.write(async (transaction) => {
      const before = await lockMeeting(transaction, editionOf(viewer).id, id);
      await this.#call(before, { ...before, helpCalled: false }, viewer, transaction);
    });
  }

  #call(
    before: MeetingRecord,
    after: MeetingRecord,
    viewer: Admitted,
    transaction: Transaction,
  ): Promise<void> {
    return this.changes.save(transaction, viewer, {
      editionId: editionOf(viewer).id,
      before,
      after,
      news: null,
      now: new Date().toISOString(),
    });
  }
}

const dayMessageOf = (sent: SentDayMessage): DayMessage =>
  sent.code === 'minutes-late' ? { code: sent.code, n: sent.minutes } : { code: sent.code };
