import { Injectable } from '@nestjs/common';
import { endForLoss, type MeetingEnd, type MeetingParty } from '@forum/domain/meetings/meeting-state';
import type { Transaction } from '../../database/database.ts';
import type { Author } from '../../live/changes.ts';
import { type LossData, Losses } from '../../losses/losses.ts';
import { MeetingPlaces } from '../booking/meeting-places.ts';
import { MeetingChanges } from '../meeting-changes.ts';
import { leaveOut, type MeetingPerson } from '../meeting-people.repository.ts';
import { lockMeeting, type MeetingRecord } from '../meeting-record.repository.ts';
import {
  meetingsOfDelegates,
  meetingsOfFirms,
  requestsOfEmptiedTeams,
} from './touched-meetings.repository.ts';
import { TeamLosses } from './team-losses.ts';
import { seats } from './seats.repository.ts';

/** Settles meetings whose people or firms are lost, in the transaction of the loss, and mails both sides why. */
@Injectable()
export class MeetingLosses {
  constructor(
    private readonly places: MeetingPlaces,
    private readonly changes: MeetingChanges,
    teams: TeamLosses,
    losses: Losses,
  ) {
    losses.on('representatives', {
      settle: (transaction, author, lost) => this.#withoutPeople(transaction, author, lost),
      foresee: (transaction, { editionId, delegateIds }) =>
        meetingsOfDelegates(transaction, editionId, delegateIds),
    });
    losses.on('firms', {
      settle: (transaction, author, lost) => this.#withoutFirms(transaction, author, lost),
      foresee: (transaction, { editionId, firmIds }) => meetingsOfFirms(transaction, editionId, firmIds),
    });
    losses.on('representatives', {
      settle: (transaction, author, { editionId, delegateIds }) =>
        teams.settleOf(transaction, author, editionId, delegateIds),
      foresee: (transaction, { editionId, delegateIds }) =>
        requestsOfEmptiedTeams(transaction, editionId, delegateIds),
    });
    losses.on('teams', {
      settle: (transaction, author, { editionId, firmId }) =>
        teams.settle(transaction, author, editionId, [firmId]),
    });
  }

  /** Others of their team go without them; where nobody of a side is left, the meeting is off. */
  async #withoutPeople(
    transaction: Transaction,
    author: Author,
    { editionId, delegateIds }: LossData['representatives'],
  ): Promise<void> {
    for (const { id } of await meetingsOfDelegates(transaction, editionId, delegateIds)) {
      const before = await lockMeeting(transaction, editionId, id);
      const lost = before.people.filter((person) => delegateIds.includes(person.delegateId));
      const emptied = lost.find((gone) => isLast(before, gone, lost));
      if (emptied) await this.#end(transaction, author, editionId, before, emptied.side, 'nobody-left');
      else await this.#leave(transaction, author, editionId, before, lost);
    }
  }

  async #withoutFirms(
    transaction: Transaction,
    author: Author,
    { editionId, firmIds }: LossData['firms'],
  ): Promise<void> {
    for (const { id } of await meetingsOfFirms(transaction, editionId, firmIds)) {
      const before = await lockMeeting(transaction, editionId, id);
      const gone = firmIds.includes(before.fromFirmId) ? 'from' : 'to';
      await this.#end(transaction, author, editionId, before, gone, 'firm-gone');
    }
  }

  async #leave(
    transaction: Transaction,
    author: Author,
    editionId: string,
    before: MeetingRecord,
    lost: readonly MeetingPerson[],
  ): Promise<void> {
    if (lost.length === 0) return;
    for (const { delegateId, personId } of lost) {
      await leaveOut(transaction, before.id, delegateId);
      await this.places.excuse(transaction, before.id, personId);
    }
    const people = before.people.filter((person) => !lost.includes(person));
    const isRoomAgain =
      before.placeLost === 'too-few-seats' && (await seats(transaction, before, people.length));
    const after = { ...before, people, placeLost: isRoomAgain ? null : before.placeLost };
    const now = new Date().toISOString();
    await this.changes.save(transaction, author, {
      editionId,
      before,
      after,
      news: 'people',
      now,
      peopleChanged: true,
    });
  }

  async #end(
    transaction: Transaction,
    author: Author,
    editionId: string,
    before: MeetingRecord,
    gone: MeetingParty,
    why: MeetingEnd,
  ): Promise<void> {
    const now = new Date().toISOString();
    const holds =
      before.state === 'requested' || (before.state === 'accepted' && now < (before.slot?.end ?? ''));
    // Somebody ended it while this transaction waited for it.
    if (!holds) return;
    await this.places.release(transaction, before.id);
    const after = { ...endForLoss(before, gone, why, now), helpCalled: false };
    await this.changes.save(transaction, author, { editionId, before, after, news: why, now, gone });
  }
}

/** Whether nobody of somebody's side would be left without those who are lost. */
const isLast = (meeting: MeetingRecord, { side }: MeetingPerson, lost: readonly MeetingPerson[]) =>
  meeting.people.every((person) => person.side !== side || lost.includes(person));
