import { Injectable } from '@nestjs/common';
import { endForLoss, type MeetingParty } from '@forum/domain/meetings/meeting-state';
import type { Transaction } from '../../database/database.ts';
import type { Author } from '../../live/changes.ts';
import { MeetingChanges } from '../meeting-changes.ts';
import { lockMeeting, type MeetingRecord } from '../meeting-record.repository.ts';

interface Homeless {
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

/** Open requests from and to teams that are dissolved, or in which nobody represents the firm. */
function findHomeless(
  transaction: Transaction,
  editionId: string,
  firmIds: readonly string[],
): Promise<Homeless[]> {
  return transaction.query<Homeless>(
    `select m.id, s.side, (
       select n.id from team n
       where n.edition_id = t.edition_id and n.firm_id = t.firm_id and n.removed_at is null
         and exists (select from team_member tm join representative r on r.delegate_id = tm.delegate_id and r.firm_id = n.firm_id
           where tm.team_id = n.id)
       order by (select count(*) from team_member tm join meeting_participant p on p.delegate_id = tm.delegate_id
           where tm.team_id = n.id and p.meeting_id = m.id) desc, n.position, n.id limit 1) as "teamId"
     from meeting m
     cross join lateral (values ('from', m.from_team_id), ('to', m.to_team_id)) as s (side, team_id)
     join team t on t.id = s.team_id
     where m.edition_id = $1 and t.firm_id = any($2::uuid[]) and m.state = 'requested'
       and (t.removed_at is not null or not exists (
         select from team_member tm join representative r on r.delegate_id = tm.delegate_id and r.firm_id = t.firm_id
         where tm.team_id = t.id))
     order by m.id, s.side limit 20000`,
    [editionId, firmIds],
  );
}
