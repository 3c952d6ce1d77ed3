import { Injectable } from '@nestjs/common';
import type * as agreedMeetings from '@forum/contract/meetings/agreed-meetings';
import type * as meetingContract from '@forum/contract/meetings/meeting';
import type * as requests from '@forum/contract/meetings/requests';
import type { RouteInput } from '@forum/contract/route';
import { requirePhase } from '@forum/domain/editions/phase';
import { DomainError } from '@forum/domain/errors';
import {
  cancelMeeting,
  declineMeeting,
  type MeetingParty,
  proposeTimes,
  requestMeeting,
  withdrawMeeting,
} from '@forum/domain/meetings/meeting-state';
import type { StepNews } from '@forum/domain/meetings/meeting-news';
import { expiryOf, requireRoomForRequest } from '@forum/domain/meetings/request-limits';
import { foldedTopic } from '@forum/domain/meetings/topic';
import type { Interval } from '@forum/domain/time/interval';
import { Database, type Transaction } from '../../database/database.ts';
import { lock } from '../../database/locks.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { selvesOf } from '../../delegations/delegates/own-decision.ts';
import { BarredPairs } from './barred-pairs.ts';
import { requireSlots } from '../halls/loaded-halls.repository.ts';
import { FreeTimes } from '../booking/free-times.ts';
import { MeetingPlaces } from '../booking/meeting-places.ts';
import { MeetingChanges, requireVersion } from '../meeting-changes.ts';
import { recordMovers } from '../export-control/movers.repository.ts';
import { sendPeople } from '../meeting-people.repository.ts';
import { lockMeeting, type MeetingRecord } from '../meeting-record.repository.ts';
import { MeetingsRepository } from './meetings.repository.ts';
import { firmOf, keepsThem, noSuchMeeting, requireParty } from './parties.ts';
import { findTeams } from './teams.repository.ts';

type Meeting = meetingContract.Meeting;
type Teams = Awaited<ReturnType<typeof findTeams>>;

/** A step of a meeting, by somebody who has seen this version of it. */
interface Step {
  id: string;
  version: number;
  news: StepNews;
  message?: string;
}

/** What a step makes of a meeting that is locked. */
type Rule = (locked: {
  meeting: MeetingRecord;
  now: string;
  transaction: Transaction;
}) => MeetingRecord | Promise<MeetingRecord>;

/** What two firms do with a meeting: ask for it, say no, propose times, take it back, cancel it. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly database: Database,
    private readonly freeTimes: FreeTimes,
    private readonly places: MeetingPlaces,
    private readonly changes: MeetingChanges,
    private readonly meetings: MeetingsRepository,
    private readonly barred: BarredPairs,
  ) {}

  /** Asks another firm's team for a meeting. It blocks nobody's time; open requests of a firm are limited. */
  async request(
    viewer: Admitted,
    body: RouteInput<typeof requests.requestMeeting>['body'],
  ): Promise<Meeting> {
    const { id: editionId, phase } = editionOf(viewer);
    requirePhase(phase, 'request-meeting');
    const { suggested, participants } = body;
    const id = await this.database.write(async (transaction) => {
      const teams = await findTeams(transaction, viewer, body, keepsThem);
      await this.#requireRoom(transaction, editionId, teams);
      const now = new Date().toISOString();
      const slots = await requireSlots(transaction, editionId, suggested);
      const core = requestMeeting(
        { fromId: teams.from.firmId, toId: teams.to.firmId },
        { suggested, expiresAt: expiryOf(now, suggested) },
        now,
      );
      await this.#requireFreeTime(transaction, viewer, { teams, slots, now });
      const meetingId = await this.#insert(transaction, editionId, body, personOf(viewer).id);
      await recordMovers(transaction, editionId, meetingId, selvesOf(viewer));
      const sent = { editionId, meetingId, teamId: teams.from.id, side: 'from' } as const;
      const people = await sendPeople(transaction, { ...sent, delegateIds: participants });
      const before = await lockMeeting(transaction, editionId, meetingId);
      const after = { ...before, ...core, people };
      await this.changes.save(transaction, viewer, { editionId, before, after, news: 'requested', now });
      return meetingId;
    });
    return this.read(viewer, id);
  }

  decline(
    viewer: Admitted,
    id: string,
    { version, message }: RouteInput<typeof requests.declineMeeting>['body'],
  ): Promise<Meeting> {
    return this.#step(viewer, { id, version, news: 'declined', message }, ({ meeting }) =>
      declineMeeting(meeting, requireParty(meeting, viewer)),
    );
  }

  /** Proposes other times, for a request or to move an accepted meeting, which keeps its slot meanwhile. */
  propose(
    viewer: Admitted,
    id: string,
    { version, suggested, participants }: RouteInput<typeof requests.proposeTimes>['body'],
  ): Promise<Meeting> {
    return this.#step(viewer, { id, version, news: 'proposed' }, async ({ meeting, now, transaction }) => {
      const side = requireParty(meeting, viewer);
      const { id: editionId } = editionOf(viewer);
      await requireSlots(transaction, editionId, suggested);
      await recordMovers(transaction, editionId, id, selvesOf(viewer));
      const proposal = { suggested, expiresAt: expiryOf(now, suggested) };
      const proposed = proposeTimes(meeting, side, proposal, now);
      return meeting.state === 'requested'
        ? withPeople(transaction, editionId, { meeting: proposed, side }, participants)
        : proposed;
    });
  }

  withdraw(viewer: Admitted, id: string, version: number): Promise<Meeting> {
    return this.#step(viewer, { id, version, news: 'withdrawn' }, ({ meeting }) =>
      withdrawMeeting(meeting, requireParty(meeting, viewer)),
    );
  }

  /** Cancels an accepted meeting, by either side or at the help desk; its people and table are free again. */
  cancel(
    viewer: Admitted,
    id: string,
    { version, message }: RouteInput<typeof agreedMeetings.cancelMeeting>['body'],
  ): Promise<Meeting> {
    return this.#step(
      viewer,
      { id, version, news: 'cancelled', message },
      async ({ meeting, now, transaction }) => {
        const cancelled = cancelMeeting(meeting, now);
        await this.places.release(transaction, id);
        return { ...cancelled, helpCalled: false };
      },
    );
  }

  /** One meeting as the viewer sees it; other people's are not there. */
  async read(viewer: Admitted, id: string): Promise<Meeting> {
    const meeting = await this.meetings.one(editionOf(viewer).id, { firmId: firmOf(viewer) }, id);
    if (!meeting) throw noSuchMeeting(id);
    return meeting;
  }

  /** Refuses a request of a firm that has too many open ones; its requests wait for each other here. */
  async #requireRoom(transaction: Transaction, editionId: string, { from, to }: Teams): Promise<void> {
    await lock(transaction, 'meetingRequests', from.firmId);
    requireRoomForRequest(await this.meetings.openRequests(transaction, editionId, from.firmId, to.firmId));
  }

  /** Refuses a request for times that are all taken; firms that must not meet have none that is free. */
  async #requireFreeTime(
    transaction: Transaction,
    viewer: Admitted,
    { teams: { from, to }, slots, now }: { teams: Teams; slots: readonly Interval[]; now: string },
  ): Promise<void> {
    const teams = { fromTeamId: from.id, toTeamId: to.id };
    const isFree = await this.freeTimes.suitsTeams(transaction, teams, slots, now);
    const may = await this.barred.mayMeet(transaction, editionOf(viewer).id, from.firmId, to.firmId);
    if (isFree && may) return;
    throw new DomainError(
      'meeting.slot_taken',
      { suggested: slots.map(({ start }) => start) },
      'Both teams are free at none of these times. Choose among those that suit both.',
    );
  }

  /** A step that books nothing: locks the meeting, asks the rule, saves what it makes of it. */
  async #step(viewer: Admitted, { id, version, news, message = '' }: Step, rule: Rule): Promise<Meeting> {
    const { id: editionId, phase } = editionOf(viewer);
    requirePhase(phase, 'answer-meeting');
    await this.database.write(async (transaction) => {
      const before = await lockMeeting(transaction, editionId, id);
      const now = new Date().toISOString();
      const by = firmOf(viewer) === null ? 'host' : requireParty(before, viewer);
      requireVersion(before, version);
      const after = await rule({ meeting: before, now, transaction });
      await this.changes.save(transaction, viewer, { editionId, before, after, news, now, message, by });
    });
    return this.read(viewer, id);
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

/** The meeting with these people of one side instead of those named before. */
async function withPeople(
  transaction: Transaction,
  editionId: string,
  { meeting, side }: { meeting: MeetingRecord; side: MeetingParty },
  delegateIds: readonly string[],
): Promise<MeetingRecord> {
  const teamId = side === 'from' ? meeting.fromTeamId : meeting.toTeamId;
  const sent = await sendPeople(transaction, { editionId, meetingId: meeting.id, teamId, side, delegateIds });
  return { ...meeting, people: [...meeting.people.filter((person) => person.side !== side), ...sent] };
}
