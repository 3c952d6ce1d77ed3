import { Injectable } from '@nestjs/common';
import { newsOf, sideTold } from '@forum/domain/meetings/meeting-news';
import { DomainError } from '@forum/domain/errors';
import { expireMeeting, type MeetingCore } from '@forum/domain/meetings/meeting-state';
import { Database, type Transaction } from '../../database/database.ts';
import { Jobs } from '../../jobs/jobs.ts';
import { MeetingChanges } from '../meeting-changes.ts';
import { lockMeeting } from '../meeting-record.repository.ts';

const atOnce = 200;

/** What the forum does with meetings by itself: it reminds, and lets requests lapse. */
@Injectable()
export class MeetingUpkeep {
  constructor(
    private readonly database: Database,
    private readonly changes: MeetingChanges,
    private readonly jobs: Jobs,
  ) {
    jobs.handle('tend-meetings', () => this.tend(new Date().toISOString()));
  }

  /** Lets lapse what nobody answered, and reminds of what waits. */
  async tend(now: string): Promise<void> {
    const lapsed = await this.database.rows<{ id: string; editionId: string }>(
      `select id, edition_id as "editionId" from meeting where turn is not null and expires_at <= $1 order by expires_at, id limit ${atOnce}`,
      [now],
    );
    await eachInTurn(lapsed, ({ id, editionId }) => this.#expire(editionId, id, now));
    await this.database.write((transaction) => this.#remind(transaction, now));
  }

  async #remind(transaction: Transaction, now: string): Promise<void> {
    const due = await transaction.query<
      { id: string; version: number; sequence: number } & Pick<MeetingCore, 'state' | 'turn'>
    >(
      `update meeting set remind_at = null where id in (
         select id from meeting where turn is not null and remind_at <= $1 order by remind_at, id limit ${atOnce} for update skip locked)
       returning id, version, sequence, state, turn`,
      [now],
    );
    for (const { id, version, sequence, ...meeting } of due) {
      const news = newsOf('reminder', meeting);
      if (!news) continue;
      await this.jobs.enqueue(transaction, 'tell-of-meeting', {
        meetingId: id,
        version,
        sequence,
        news,
        to: sideTold('reminder', meeting, meeting),
        message: '',
        left: [],
      });
    }
  }

  async #expire(editionId: string, id: string, now: string): Promise<void> {
    await this.database
      .write(async (transaction) => {
        const before = await lockMeeting(transaction, editionId, id);
        const after = expireMeeting(before, now);
        await this.changes.save(transaction, null, { editionId, before, after, news: 'expired', now });
      })
      .catch((error: unknown) => {
        // Somebody answered at this very moment: then there is nothing to tend.
        if (!(error instanceof DomainError && error.code === 'meeting.transition')) throw error;
      });
  }
}

/** Does all of them, also when one fails; the job then fails with it and runs again. */
async function eachInTurn<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
