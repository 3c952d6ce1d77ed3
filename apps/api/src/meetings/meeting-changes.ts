import { Injectable } from '@nestjs/common';
import type { StreamName } from '@forum/domain/identity/streams';
import { reminderOf } from '@forum/domain/meetings/request-limits';
import { newsOf, sideTold, type StepNews } from '@forum/domain/meetings/meeting-news';
import type { MeetingParty } from '@forum/domain/meetings/meeting-state';
import type { Transaction } from '../database/database.ts';
import { requireVersion as requireSeen } from '../http/require-version.ts';
import { Jobs } from '../jobs/jobs.ts';
import { type Author, Changes } from '../live/changes.ts';
import { awaitedSince } from './export-control/topic-gate.ts';
import { lapseReleases } from './export-control/releases.repository.ts';
import { type MeetingRecord, saveMeeting } from './meeting-record.repository.ts';

/** What a step makes of a meeting, and which news of it the people concerned are told. */
export interface MeetingStep {
  editionId: string;
  before: MeetingRecord;
  after: MeetingRecord;
  news: StepNews | null;
  now: string;
  /** Who takes part changed without time or place. */
  peopleChanged?: boolean;
  message?: string;
  /** The side that can no longer come, where that is what ends it. */
  gone?: MeetingParty;
  /** Who takes the step; nobody where the forum does by itself. */
  by?: MeetingParty | 'host';
}

/** Ends every step of a meeting the same way: saved, told live, and told by mail, in one transaction. */
@Injectable()
export class MeetingChanges {
  constructor(
    private readonly changes: Changes,
    private readonly jobs: Jobs,
  ) {}

  async save(
    transaction: Transaction,
    author: Author,
    { editionId, before, after, news, now, peopleChanged = false, message = '', by, gone }: MeetingStep,
  ): Promise<void> {
    const isMoved =
      before.slot?.start !== after.slot?.start ||
      before.tableId !== after.tableId ||
      before.state !== after.state ||
      before.placeLost !== after.placeLost;
    const saved = {
      ...after,
      // Whatever ends a meeting has given back what it took.
      interpreterId: after.state === 'accepted' ? after.interpreterId : null,
      placeLost: after.state === 'accepted' && !isBookedAnew(before, after) ? after.placeLost : null,
      sequence: isMoved || peopleChanged ? before.sequence + 1 : before.sequence,
    };
    const isAsked = after.expiresAt !== null && after.expiresAt !== before.expiresAt;
    await saveMeeting(
      transaction,
      saved,
      isAsked && after.expiresAt ? reminderOf(now, after.expiresAt) : null,
    );
    await lapseReleases(transaction, saved, now);
    await this.announce(transaction, author, editionId, saved, before);
    const version = before.version + 1;
    const awaited = awaitedSince(before, saved, now);
    if (awaited.length > 0) {
      const wait = { editionId, meetingId: after.id, version, awaited };
      await this.jobs.enqueue(transaction, 'tell-officers', wait);
    }
    const told = news && newsOf(news, before);
    if (!news || !told) return;
    const left = before.people.filter(
      (person) => !after.people.some((other) => other.delegateId === person.delegateId),
    );
    await this.jobs.enqueue(transaction, 'tell-of-meeting', {
      meetingId: after.id,
      version,
      sequence: saved.sequence,
      news: told,
      to: sideTold(news, before, after),
      message,
      ...(gone ? { gone } : {}),
      ...(by ? { by } : {}),
      left: before.state === 'accepted' ? left.map(({ personId, side }) => ({ personId, side })) : [],
    });
  }

  /** Records the change of a meeting for both firms and the help desk. */
  announce(
    transaction: Transaction,
    author: Author,
    editionId: string,
    after: MeetingRecord,
    before: MeetingRecord | null,
  ): Promise<void> {
    const streams: StreamName[] = [`firm:${after.fromFirmId}`, `firm:${after.toFirmId}`, 'staff:organiser'];
    return this.changes.record(transaction, author, {
      editionId,
      streams,
      type: 'meeting.changed',
      entityId: after.id,
      version: (before?.version ?? 0) + 1,
      detail: { before: before && summary(before), after: summary(after) },
    });
  }
}

/** Whether another time or table was booked, which is a new place. */
const isBookedAnew = (before: MeetingRecord, after: MeetingRecord) =>
  before.slot?.start !== after.slot?.start || before.tableId !== after.tableId;

const summary = ({ state, turn, slot, tableId, interpreterId, people, ...rest }: MeetingRecord) => ({
  state,
  turn,
  slot,
  tableId,
  endedBy: rest.endedBy,
  placeLost: rest.placeLost,
  interpreterId,
  people: people.map((person) => person.delegateId),
});

/** Refuses a write that was made without having seen the newest version. */
export const requireVersion = ({ version: current }: MeetingRecord, seen: number): void =>
  requireSeen({ thing: 'The meeting', current, seen });
