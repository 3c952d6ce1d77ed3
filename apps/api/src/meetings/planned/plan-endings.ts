import { Injectable } from '@nestjs/common';
import { cancelMeeting, otherParty, withdrawMeeting } from '@forum/domain/meetings/meeting-state';
import type { Transaction } from '../../database/database.ts';
import type { Author } from '../../live/changes.ts';
import { ReservationsService } from '../../reservations/reservations.service.ts';
import { MeetingChanges } from '../meeting-changes.ts';
import { lockMeeting } from '../meeting-record.repository.ts';
import type { PlannedMeetings } from './planned-meetings.ts';

/** Ends what a plan ends: meetings that it cancels, and open requests of pairs to which it gives a meeting. */
@Injectable()
export class PlanEndings {
  constructor(
    private readonly reservations: ReservationsService,
    private readonly meetingChanges: MeetingChanges,
  ) {}

  /** Cancels meetings; their people and tables are free for those that the plan makes. */
  async cancel(
    transaction: Transaction,
    author: Author,
    editionId: string,
    { cancel, now }: PlannedMeetings,
  ): Promise<void> {
    for (const id of cancel) {
      const before = await lockMeeting(transaction, editionId, id);
      const after = { ...cancelMeeting(before, now), helpCalled: false };
      await this.reservations.release(transaction, { kind: 'meeting', id });
      await this.meetingChanges.save(transaction, author, {
        editionId,
        before,
        after,
        news: 'cancelled',
        now,
        by: 'host',
      });
    }
  }

  /** Withdraws what was asked; its people read of it in the one mail that they get of the plan. */
  async closeRequests(
    transaction: Transaction,
    author: Author,
    editionId: string,
    { runId, requests, now }: PlannedMeetings,
  ): Promise<void> {
    for (const { id } of requests) {
      const before = await lockMeeting(transaction, editionId, id);
      // Answered at this very moment: then it is no request any more.
      if (before.state !== 'requested' || before.turn === null) continue;
      await this.meetingChanges.save(transaction, author, {
        editionId,
        before,
        after: withdrawMeeting(before, otherParty(before.turn)),
        news: null,
        now,
      });
    }
    await transaction.query(
      `update meeting set closed_by_plan = $2 where id = any($1::uuid[]) and state = 'withdrawn'`,
      [requests.map(({ id }) => id), runId],
    );
  }
}
