import { Injectable } from '@nestjs/common';
import type * as agreedMeetings from '@forum/contract/meetings/agreed-meetings';
import type * as meetingContract from '@forum/contract/meetings/meeting';
import type * as requests from '@forum/contract/meetings/requests';
import { type RouteInput } from '@forum/contract/route';
import { requirePhase } from '@forum/domain/editions/phase';
import { DomainError } from '@forum/domain/errors';
import {
  acceptMeeting,
  cancelMeeting,
  declineMeeting,
  proposeTimes,
  requestMeeting,
  requireAcceptable,
  withdrawMeeting,
} from '@forum/domain/meetings/meeting-state';
import { expiryOf, requireRoomForRequest } from '@forum/domain/meetings/request-limits';
import { foldedTopic } from '@forum/domain/meetings/topic';
import { type Interval } from '@forum/domain/time/interval';
import { Database, type Transaction } from '../../database/database.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { selvesOf } from '../../delegations/delegates/own-decision.ts';
import { BarredPairs } from './barred-pairs.ts';
import { requireReleasedTopic } from '../export-control/topic-gate.ts';
import { requireSlots } from '../halls/load-halls.ts';
import { MeetingBooking } from '../booking/meeting-booking.ts';
import { MeetingChanges, requireVersion } from '../meeting-changes.ts';
import { findMeeting, lockMeeting, type MeetingRecord, recordMovers, sendPeople } from '../meeting-record.ts';
import { MeetingsRepository } from './meetings.repository.ts';
import { findTeams, firmOf, noSuchMeeting, requireParty } from './parties.ts';

type Meeting = meetingContract.Meeting;

/** What two firms do with a meeting: ask for it, answer, take it back, cancel it, send other people. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly database: Database,
    private readonly booking: MeetingBooking,
    private readonly changes: MeetingChanges,
    private readonly meetings: MeetingsRepository,
    private readonly barred: BarredPairs,
  ) {}

  /** Asks another firm's team for a meeting. It blocks nobody's time; open requests of a firm are limited. */
  async request(
    viewer: Admitted,
    body: RouteInput<typeof requests.requestMeeting>['body'],
  ): Promise<Meeting> {
    const edition = editionOf(viewer);
    requirePhase(edition.phase, 'request-meeting');
    const now = new Date().toISOString();
    const id = await this.database.write(async (transaction) => {
      const teams = await findTeams(transaction, edition.id, viewer, body.fromTeamId, body.toTeamId, true);
      await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 3))', [teams.from.firmId]);
      const { from, to } = teams;
      requireRoomForRequest(
        await this.meetings.openRequests(transaction, edition.id, from.firmId, to.firmId),
      );
      const slots = await requireSlots(transaction, edition.id, body.suggested);
      const { suggested } = body;
      const core = requestMeeting(
        { fromId: teams.from.firmId, toId: teams.to.firmId },
        { suggested, expiresAt: expiryOf(now, suggested) },
        now,
      );
      await this.#requireFreeTime(transaction, edition.id, teams, slots, now);
      const meetingId = await this.#insert(transaction, edition.id, body, personOf(viewer).id);
      await recordMovers(transaction, edition.id, meetingId, selvesOf(viewer));
      const people = await sendPeople(transaction, {
        editionId: edition.id,
        meetingId,
        teamId: teams.from.id,
        side: 'from',
        delegateIds: body.participants,
      });
      const before = await lockMeeting(transaction, edition.id, meetingId);
      await this.changes.save(transaction, viewer, {
        editionId: edition.id,
        before,
        after: { ...before, ...core, people },
        news: 'requested',
        now,
      });
      return meetingId;
    });
    return this.read(viewer, id);
  }

  /** Accepts one of the suggested times: everybody and a table are booked at once, or nobody. */
  accept(
    viewer: Admitted,
    id: string,
    body: RouteInput<typeof requests.acceptMeeting>['body'],
  ): Promise<Meeting> {
    return this.#step(viewer, id, body.version, 'accepted', async (meeting, now, transaction) => {
      const side = requireParty(meeting, viewer);
      requireAcceptable(meeting, side, body.start, now);
      const people = await this.#send(transaction, viewer, meeting, side, body.participants);
      const editionId = editionOf(viewer).id;
      await recordMovers(transaction, editionId, id, selvesOf(viewer));
      // Read again: who agrees cannot be the one who alone has released.
      const { releases } = await findMeeting(transaction, editionId, id);
      requireReleasedTopic({ ...people, releases }, now);
      const may = await this.barred.mayMeet(transaction, editionId, meeting.fromFirmId, meeting.toFirmId);
      const others = people.people.filter((person) => person.side !== side);
      const unavailable = may ? [] : others.map((person) => person.delegateId);
      const { slot, ...booked } = await this.booking.bookAt(
        transaction,
        editionId,
        people,
        body.start,
        now,
        null,
        unavailable,
      );
      return { ...acceptMeeting(people, side, slot, now), ...booked };
    });
  }

  decline(
    viewer: Admitted,
    id: string,
    body: RouteInput<typeof requests.declineMeeting>['body'],
  ): Promise<Meeting> {
    return this.#step(
      viewer,
      id,
      body.version,
      'declined',
      (meeting) => declineMeeting(meeting, requireParty(meeting, viewer)),
      body.message,
    );
  }

  /** Proposes other times, for a request or to move an accepted meeting, which keeps its slot meanwhile. */
  propose(
    viewer: Admitted,
    id: string,
    body: RouteInput<typeof requests.proposeTimes>['body'],
  ): Promise<Meeting> {
    return this.#step(viewer, id, body.version, 'proposed', async (meeting, now, transaction) => {
      const side = requireParty(meeting, viewer);
      const { suggested } = body;
      await requireSlots(transaction, editionOf(viewer).id, suggested);
      await recordMovers(transaction, editionOf(viewer).id, id, selvesOf(viewer));
      const proposed = proposeTimes(meeting, side, { suggested, expiresAt: expiryOf(now, suggested) }, now);
      return meeting.state === 'requested'
        ? this.#send(transaction, viewer, proposed, side, body.participants)
        : proposed;
    });
  }

  withdraw(viewer: Admitted, id: string, version: number): Promise<Meeting> {
    return this.#step(viewer, id, version, 'withdrawn', (meeting) =>
      withdrawMeeting(meeting, requireParty(meeting, viewer)),
    );
  }

  /** Cancels an accepted meeting, by either side or at the help desk; its people and table are free again. */
  cancel(
    viewer: Admitted,
    id: string,
    body: RouteInput<typeof agreedMeetings.cancelMeeting>['body'],
  ): Promise<Meeting> {
    return this.#step(
      viewer,
      id,
      body.version,
      'cancelled',
      async (meeting, now, transaction) => {
        const cancelled = cancelMeeting(meeting, now);
        await this.booking.release(transaction, id);
        return { ...cancelled, helpCalled: false };
      },
      body.message,
    );
  }

  /** Sends other people of one's team; an accepted meeting keeps its slot when the new ones are free then. */
  swap(
    viewer: Admitted,
    id: string,
    body: RouteInput<typeof agreedMeetings.swapParticipants>['body'],
  ): Promise<Meeting> {
    return this.#step(viewer, id, body.version, 'people', async (meeting, now, transaction) => {
      const side = requireParty(meeting, viewer);
      const people = await this.#send(transaction, viewer, meeting, side, body.participants);
      if (meeting.state !== 'accepted' || !meeting.slot) return people;
      const { id: editionId } = editionOf(viewer);
      const booked = await this.booking.book(
        transaction,
        editionId,
        people,
        meeting.slot,
        now,
        meeting.tableId,
      );
      return { ...people, ...booked };
    });
  }

  /** One meeting as the viewer sees it; other people's are not there. */
  async read(viewer: Admitted, id: string): Promise<Meeting> {
    const meeting = await this.meetings.one(editionOf(viewer).id, { firmId: firmOf(viewer) }, id);
    if (!meeting) throw noSuchMeeting(id);
    return meeting;
  }

  /** Refuses a request for times that are all taken; firms that must not meet have none that is free. */
  async #requireFreeTime(
    transaction: Transaction,
    editionId: string,
    { from, to }: Awaited<ReturnType<typeof findTeams>>,
    slots: readonly Interval[],
    now: string,
  ): Promise<void> {
    const isFree = await this.booking.suitsTeams(transaction, from.id, to.id, slots, now);
    const may = await this.barred.mayMeet(transaction, editionId, from.firmId, to.firmId);
    if (isFree && may) return;
    throw new DomainError(
      'meeting.slot_taken',
      { suggested: slots.map(({ start }) => start) },
      'Both teams are free at none of these times. Choose among those that suit both.',
    );
  }

  async #step(
    viewer: Admitted,
    id: string,
    version: number,
    news: Parameters<MeetingChanges['save']>[2]['news'],
    rule: (
      meeting: MeetingRecord,
      now: string,
      transaction: Transaction,
    ) => MeetingRecord | Promise<MeetingRecord>,
    message = '',
  ): Promise<Meeting> {
    const edition = editionOf(viewer);
    requirePhase(edition.phase, 'answer-meeting');
    const step = this.database.write(async (transaction) => {
      const now = new Date().toISOString();
      const before = await lockMeeting(transaction, edition.id, id);
      if (firmOf(viewer) !== null) requireParty(before, viewer);
      requireVersion(before, version);
      const after = await rule(before, now, transaction);
      await this.changes.save(transaction, viewer, {
        editionId: edition.id,
        before,
        after,
        news,
        now,
        message,
        peopleChanged: news === 'people',
        by: firmOf(viewer) === null ? 'host' : requireParty(before, viewer),
      });
    });
    await step.catch((error: unknown) => this.booking.withAlternatives(error, edition.id));
    return this.read(viewer, id);
  }

  /** The meeting with these people of one side instead of those named before. */
  async #send(
    transaction: Transaction,
    viewer: Admitted,
    meeting: MeetingRecord,
    side: 'from' | 'to',
    delegateIds: readonly string[],
  ): Promise<MeetingRecord> {
    const sent = await sendPeople(transaction, {
      editionId: editionOf(viewer).id,
      meetingId: meeting.id,
      teamId: side === 'from' ? meeting.fromTeamId : meeting.toTeamId,
      side,
      delegateIds,
    });
    return { ...meeting, people: [...meeting.people.filter((person) => person.side !== side), ...sent] };
  }

  async #insert(
    transaction: Transaction,
    editionId: string,
    body: RouteInput<typeof requests.requestMeeting>['body'],
    personId: string,
  ): Promise<string> {
    const [row] = await transaction.query<{ id: string }>(
      `insert into meeting (edition_id, from_team_id, to_team_id, topic, message, control_entries, turn, requested_by, version,
         folded_topic)
       values ($1, $2, $3, $4, $5, $6, 'to', $7, 0, $8) returning id`,
      [
        editionId,
        body.fromTeamId,
        body.toTeamId,
        body.topic,
        body.message,
        [...new Set(body.controlEntries)],
        personId,
        foldedTopic(body),
      ],
    );
    return row?.id ?? '';
  }
}
