import { Injectable } from '@nestjs/common';
import { endForLoss, type MeetingParty } from '@forum/domain/meetings/meeting-state';
import type { Transaction } from '../../database/database.ts';
import type { Author } from '../../live/changes.ts';
import { MeetingChanges } from '../meeting-changes.ts';
import { lockMeeting, type MeetingRecord } from '../meeting-record.repository.ts';
import { findHomeless } from './homeless-meetings.repository.ts';

export interface Homeless {
  id: string;
  side: MeetingParty;
  /** The team that takes it over; null where the firm has none with somebody who represents it. */
  teamId: string | null;
}

/**
 * A team that was dissolved, or has nobody left, hands its open requests to another of its firm, which is asked instead;
 * what no team can answer is closed. Agreed meetings belong to the people who are named for them, and stay.
 */
@Injectable()
export class TeamLosses {
  constructor(private readonly changes: MeetingChanges) {}

  async settleOf(
    transaction: Transaction,
    author: Author,
    editionId: string,
    delegateIds: readonly string[],
  ): Promise<void> {
    const firms = await transaction.query<{ id: string }>(
      `select distinct t.firm_id as id from team_member tm join team t on t.id = tm.team_id
       where t.edition_id = $1 and tm.delegate_id = any($2::uuid[]) order by 1`,
      [editionId, delegateIds],
    );
    await this.settle(
      transaction,
      author,
      editionId,
      firms.map(({ id }) => id),
    );
  }

  async settle(
    transaction: Transaction,
    author: Author,
    editionId: string,
    firmIds: readonly string[],
  ): Promise<void> {
    for (const homeless of await findHomeless(transaction, editionId, firmIds)) {
      const before = await lockMeeting(transaction, editionId, homeless.id);
      if (before.state === 'requested')
        await this.#handOver(transaction, author, editionId, before, homeless);
    }
  }

  async #handOver(
    transaction: Transaction,
    author: Author,
    editionId: string,
    before: MeetingRecord,
    { side, teamId }: Homeless,
  ): Promise<void> {
    const now = new Date().toISOString();
    if (teamId === null) {
      const after = endForLoss(before, side, 'nobody-left', now);
      await this.changes.save(transaction, author, {
        editionId,
        before,
        after,
        news: 'nobody-left',
        now,
        gone: side,
      });
      return;
    }
    const after = { ...before, ...(side === 'from' ? { fromTeamId: teamId } : { toTeamId: teamId }) };
    // Whoever is asked now has not seen the question yet.
    const news = before.turn === side ? 'requested' : null;
    await this.changes.save(transaction, author, {
      editionId,
      before,
      after,
      news,
      now,
    });
  }
}
