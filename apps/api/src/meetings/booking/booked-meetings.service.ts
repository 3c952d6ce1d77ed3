import { Injectable } from '@nestjs/common';
import type { rescheduleMeeting, swapParticipants } from '@forum/contract/meetings/agreed-meetings';
import type { Meeting } from '@forum/contract/meetings/meeting';
import type { acceptMeeting } from '@forum/contract/meetings/requests';
import type { RouteInput } from '@forum/contract/route';
import { requirePhase } from '@forum/domain/editions/phase';
import { decideAccept, decideMove } from '@forum/domain/meetings/booking/decide-agreed';
import { decideBooking } from '@forum/domain/meetings/booking/decide-booking';
import { Database, type Transaction } from '../../database/database.ts';
import { selvesOf } from '../../delegations/delegates/own-decision.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { recordMovers } from '../export-control/movers.repository.ts';
import { requireTable } from '../halls/loaded-halls.repository.ts';
import { MeetingChanges, requireVersion } from '../meeting-changes.ts';
import { lockMembers, type MeetingPerson, savePeople } from '../meeting-people.repository.ts';
import { lockMeeting, type MeetingRecord } from '../meeting-record.repository.ts';
import { MeetingsService } from '../requests/meetings.service.ts';
import { lockOwnMeeting, type OwnMeeting } from '../requests/parties.ts';
import { BookingFactsRepository } from './booking-facts.repository.ts';
import { FreeTimes } from './free-times.ts';
import { MeetingPlaces } from './meeting-places.ts';

/**
 * The steps that book: a time is accepted, the help desk moves a meeting, a side sends others. Each locks the meeting, then
 * the people it names, then what they take; loads the facts; lets a pure rule decide; and does what was decided.
 */
@Injectable()
export class BookedMeetingsService {
  constructor(
    private readonly database: Database,
    private readonly facts: BookingFactsRepository,
    private readonly places: MeetingPlaces,
    private readonly changes: MeetingChanges,
    private readonly freeTimes: FreeTimes,
    private readonly meetings: MeetingsService,
  ) {}

  /** Accepts one of the suggested times: everybody and a table are booked at once, or nothing is. */
  async accept(
    viewer: Admitted,
    id: string,
    { version, start, participants }: RouteInput<typeof acceptMeeting>['body'],
  ): Promise<Meeting> {
    const { id: editionId, phase } = editionOf(viewer);
    requirePhase(phase, 'answer-meeting');
    const written = this.database.write(async (transaction) => {
      const own = await lockOwnMeeting(transaction, viewer, { id, version });
      const { before, side, by } = own;
      const meeting = await withMembers(transaction, own, participants);
      const wish = { editionId, meeting, start, tableId: null };
      const personIds = selvesOf(viewer);
      const facts = await this.facts.ofAcceptance(transaction, wish, { by: side, personIds });
      const after = await this.places.take(transaction, editionId, meeting, decideAccept(facts));
      await savePeople(transaction, { editionId, meetingId: id, side, delegateIds: participants });
      await recordMovers(transaction, editionId, id, personIds);
      const { now } = facts;
      await this.changes.save(transaction, viewer, { editionId, before, after, news: 'accepted', now, by });
    });
    await written.catch((error: unknown) => this.freeTimes.withAlternatives(error, editionId));
    return this.meetings.read(viewer, id);
  }

  /** Moves an accepted meeting to another slot or table for its parties. */
  async move(
    viewer: Admitted,
    id: string,
    { version, start, tableId }: RouteInput<typeof rescheduleMeeting>['body'],
  ): Promise<Meeting> {
    const { id: editionId } = editionOf(viewer);
    const written = this.database.write(async (transaction) => {
      const before = await lockMeeting(transaction, editionId, id);
      requireVersion(before, version);
      if (tableId) await requireTable(transaction, editionId, tableId);
      const facts = await this.facts.ofStart(transaction, { editionId, meeting: before, start, tableId });
      const moved = await this.places.take(transaction, editionId, before, decideMove(facts));
      const after = { ...moved, helpCalled: false };
      const { now } = facts;
      const step = { editionId, before, after, news: 'moved', now, by: 'host' } as const;
      await this.changes.save(transaction, viewer, step);
    });
    await written.catch((error: unknown) => this.freeTimes.withAlternatives(error, editionId));
    return this.meetings.read(viewer, id);
  }

  /** Sends other people of one's team; an accepted meeting keeps its slot when the new ones are free then. */
  async swap(
    viewer: Admitted,
    id: string,
    { version, participants }: RouteInput<typeof swapParticipants>['body'],
  ): Promise<Meeting> {
    const { id: editionId, phase } = editionOf(viewer);
    requirePhase(phase, 'answer-meeting');
    const written = this.database.write(async (transaction) => {
      const own = await lockOwnMeeting(transaction, viewer, { id, version });
      const { before, side, by } = own;
      const meeting = await withMembers(transaction, own, participants);
      const { after, now } = await this.#rebooked(transaction, editionId, meeting);
      await savePeople(transaction, { editionId, meetingId: id, side, delegateIds: participants });
      const step = { editionId, before, after, news: 'people', peopleChanged: true, now, by } as const;
      await this.changes.save(transaction, viewer, step);
    });
    await written.catch((error: unknown) => this.freeTimes.withAlternatives(error, editionId));
    return this.meetings.read(viewer, id);
  }

  /** A meeting with other people, in the slot that it has; one that is not agreed takes nobody's time. */
  async #rebooked(
    transaction: Transaction,
    editionId: string,
    meeting: MeetingRecord,
  ): Promise<{ after: MeetingRecord; now: string }> {
    if (meeting.state !== 'accepted' || !meeting.slot)
      return { after: meeting, now: new Date().toISOString() };
    const facts = await this.facts.ofSlot(transaction, editionId, meeting, meeting.slot);
    const after = await this.places.take(transaction, editionId, meeting, decideBooking(facts));
    return { after, now: facts.now };
  }
}

/** The meeting with these people of one side instead of those named before. */
async function withMembers(
  transaction: Transaction,
  { before, side }: OwnMeeting,
  delegateIds: readonly string[],
): Promise<MeetingRecord> {
  const teamId = side === 'from' ? before.fromTeamId : before.toTeamId;
  const members: MeetingPerson[] = await lockMembers(transaction, { teamId, side, delegateIds });
  return { ...before, people: [...before.people.filter((person) => person.side !== side), ...members] };
}
