import { Injectable } from '@nestjs/common';
import { newsOf, sideTold } from '@forum/domain/meetings/meeting-news';
import { DomainError } from '@forum/domain/errors';
import {
  cancelMeeting,
  declineMeeting,
  expireMeeting,
  type MeetingCore,
  withdrawMeeting,
} from '@forum/domain/meetings/meeting-state';
import { Database, type Transaction } from '../database/database.ts';
import { type JobData, Jobs } from '../jobs/jobs.ts';
import { MeetingBooking } from './meeting-booking.ts';
import { MeetingChanges, type MeetingStep } from './meeting-changes.ts';
import { lockMeeting, type MeetingRecord, leaveOut } from './meeting-record.ts';

const atOnce = 200;

/** What the forum does with meetings by itself: it reminds, lets requests lapse, and frees those who may not come. */
@Injectable()
export class MeetingUpkeep {
  constructor(
    private readonly database: Database,
    private readonly booking: MeetingBooking,
    private readonly changes: MeetingChanges,
    private readonly jobs: Jobs,
  ) {
    jobs.handle('tend-meetings', () => this.tend(new Date().toISOString()));
    jobs.handle('release-delegate', (data) => this.release(data));
  }

  /** Lets lapse what nobody answered, and reminds of what waits. */
  async tend(now: string): Promise<void> {
    const lapsed = await this.database.rows<{ id: string; editionId: string }>(
      `select id, edition_id as "editionId" from meeting where turn is not null and expires_at <= $1 order by expires_at, id limit ${atOnce}`,
      [now],
    );
    await eachInTurn(lapsed, ({ id, editionId }) =>
      this.#change(editionId, id, 'expired', now, (meeting) => expireMeeting(meeting, now)),
    );
    await this.database.write((transaction) => this.#remind(transaction, now));
  }

  /** A delegate may no longer come: others of the team go without them; where nobody is left, the meeting is off. */
  async release({ editionId, delegateId }: JobData['release-delegate']): Promise<void> {
    const now = new Date().toISOString();
    const meetings = await this.database.rows<{ id: string }>(
      `select m.id from meeting_participant p join meeting m on m.id = p.meeting_id
       where p.edition_id = $1 and p.delegate_id = $2 and (m.state = 'requested' or (m.state = 'accepted' and m.ends_at > $3)) order by m.id`,
      [editionId, delegateId, now],
    );
    await eachInTurn(meetings, ({ id }) =>
      this.#change(editionId, id, null, now, (meeting, transaction) =>
        this.#without(transaction, meeting, delegateId, now),
      ),
    );
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
      await this.jobs.enqueue(transaction, 'tell-of-meeting', {
        meetingId: id,
        version,
        sequence,
        news: newsOf('reminder', meeting),
        to: sideTold('reminder', meeting, meeting),
        message: '',
        left: [],
      });
    }
  }

  async #without(
    transaction: Transaction,
    meeting: MeetingRecord,
    delegateId: string,
    now: string,
  ): Promise<Pick<MeetingStep, 'after' | 'news'>> {
    const gone = meeting.people.find((person) => person.delegateId === delegateId);
    if (!gone) return { after: meeting, news: null };
    const staying = meeting.people.filter((person) => person.side === gone.side && person !== gone);
    if (staying.length > 0) {
      const after = { ...meeting, people: meeting.people.filter((person) => person !== gone) };
      await leaveOut(transaction, meeting.id, delegateId);
      await this.booking.excuse(transaction, meeting.id, gone.personId);
      return { after, news: 'people' };
    }
    if (meeting.state === 'accepted') {
      await this.booking.release(transaction, meeting.id);
      return { after: cancelMeeting(meeting, now), news: 'cancelled' };
    }
    const isOwnProposal = meeting.turn !== gone.side;
    return isOwnProposal
      ? { after: withdrawMeeting(meeting, gone.side), news: 'withdrawn' }
      : { after: declineMeeting(meeting, gone.side), news: 'declined' };
  }

  async #change(
    editionId: string,
    id: string,
    news: MeetingStep['news'],
    now: string,
    rule: (
      meeting: MeetingRecord,
      transaction: Transaction,
    ) => MeetingRecord | Promise<Pick<MeetingStep, 'after' | 'news'>>,
  ): Promise<void> {
    await this.database
      .write(async (transaction) => {
        const before = await lockMeeting(transaction, editionId, id);
        const made = await rule(before, transaction);
        const step = 'after' in made ? made : { after: made, news };
        await this.changes.save(transaction, null, {
          editionId,
          before,
          now,
          ...step,
          peopleChanged: step.news === 'people',
        });
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
