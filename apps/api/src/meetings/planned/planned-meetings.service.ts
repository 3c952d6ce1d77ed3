import { Injectable } from '@nestjs/common';
import {
  cancelMeeting,
  otherParty,
  rescheduleMeeting,
  withdrawMeeting,
} from '@forum/domain/meetings/meeting-state';
import { foldedTopic, type Topic } from '@forum/domain/meetings/topic';
import { type Interval } from '@forum/domain/time/interval';
import { type Transaction } from '../../database/database.ts';
import { Jobs } from '../../jobs/jobs.ts';
import { type Author, Changes } from '../../live/changes.ts';
import {
  type Commitment,
  type Reservation,
  ReservationsService,
} from '../../reservations/reservations.service.ts';
import { InterpretersRepository } from '../interpreters/interpreters.repository.ts';
import { awaitedSince } from '../export-control/topic-gate.ts';
import { MeetingChanges } from '../meeting-changes.ts';
import { type OpenRequest } from './requests-of-pairs.ts';
import { type MeetingPerson, sendPeople } from '../meeting-people.ts';
import { findMeeting, lockMeeting, type MeetingRecord } from '../meeting-record.ts';

/** Somebody who comes, by both of their names. */
export interface Representative {
  delegateId: string;
  personId: string;
}

/** What a planned meeting is about. */
export interface PlannedTopic extends Topic {
  topicKo: string;
  /** Entries of control lists that it touches: such a meeting waits for the release of both sides. */
  controlEntries: readonly string[];
}

/** A meeting that a plan makes. */
export interface MeetingToMake {
  fromTeamId: string;
  toTeamId: string;
  fromFirmId: string;
  toFirmId: string;
  topic: PlannedTopic;
  slot: Interval;
  tableId: string;
  interpreterId: string | null;
  from: readonly Representative[];
  to: readonly Representative[];
}

/** A meeting that stands, where a plan puts it, and whom each side sends then. */
export interface MeetingToMove {
  id: string;
  slot: Interval;
  tableId: string;
  interpreterId: string | null;
  from: readonly string[];
  to: readonly string[];
}

/** A meeting that stays where it is, and who interprets at it from now on. */
export interface MeetingToInterpret {
  id: string;
  interpreterId: string | null;
}

/** What a plan makes of the meetings of a hall. */
export interface PlannedMeetings {
  runId: string;
  requestedBy: string;
  now: string;
  make: readonly MeetingToMake[];
  move: readonly MeetingToMove[];
  cancel: readonly string[];
  interpret: readonly MeetingToInterpret[];
  /** Tables that nobody may have for a time. */
  close: readonly { tableId: string; during: Interval }[];
  /** Interpreters who do not work for a time. */
  away: readonly { interpreterId: string; from: string; until: string }[];
  /** Open requests of pairs that get a meeting: there is nothing to answer any more. */
  requests: readonly OpenRequest[];
}

interface Changing {
  before: MeetingRecord;
  after: MeetingRecord & { slot: Interval };
}

/** Makes, moves and cancels the meetings of a plan: all of it in the caller's transaction, or nothing. */
@Injectable()
export class PlannedMeetingsService {
  constructor(
    private readonly reservations: ReservationsService,
    private readonly interpreters: InterpretersRepository,
    private readonly meetingChanges: MeetingChanges,
    private readonly changes: Changes,
    private readonly jobs: Jobs,
  ) {}

  async publish(
    transaction: Transaction,
    author: Author,
    editionId: string,
    planned: PlannedMeetings,
  ): Promise<void> {
    await this.#cancel(transaction, author, editionId, planned);
    await this.#closeRequests(transaction, author, editionId, planned);
    const ids = await newIds(transaction, planned.make.length);
    const closures = await newIds(transaction, planned.close.length);
    const moving = await this.#moving(transaction, editionId, planned);
    const interpreted = await interpretedAnew(transaction, editionId, planned);
    await this.reservations.bookAll(transaction, editionId, [
      ...[...moving, ...interpreted].map(({ after }) => ({
        commitment: commitmentOf(after.id),
        reservations: taken(after.people, after),
      })),
      ...planned.make.map((one, n) => ({
        commitment: commitmentOf(ids[n] ?? ''),
        reservations: taken([...one.from, ...one.to], one),
      })),
      ...planned.close.map(({ tableId, during }, n) => ({
        commitment: { kind: 'closure', id: closures[n] ?? '' },
        reservations: [{ kind: 'table' as const, resourceId: tableId, ...during }],
      })),
    ]);
    for (const { before, after } of moving) {
      const { now } = planned;
      const step = { editionId, before, after, news: 'moved', now, by: 'host' } as const;
      await this.meetingChanges.save(transaction, author, step);
    }
    for (const { before, after } of interpreted) {
      const { now } = planned;
      await this.meetingChanges.save(transaction, author, { editionId, before, after, news: null, now });
    }
    await this.#sendAway(transaction, author, editionId, planned);
    await insertMeetings(transaction, editionId, planned, ids);
    await this.#tellOfficers(transaction, editionId, planned, ids);
    await this.changes.record(
      transaction,
      author,
      ...planned.make.map(({ fromFirmId, toFirmId }, n) => ({
        editionId,
        streams: [`firm:${fromFirmId}`, `firm:${toFirmId}`, 'staff:organiser'] as const,
        type: 'meeting.changed' as const,
        entityId: ids[n] ?? '',
        version: 1,
      })),
    );
    if (ids.length > 0 || planned.requests.length > 0)
      await this.jobs.enqueue(transaction, 'tell-of-plan', { runId: planned.runId });
  }

  /** Officers hear at once of what waits for them; an agreed meeting whose topic waits keeps its slot. */
  async #tellOfficers(
    transaction: Transaction,
    editionId: string,
    { make, now }: PlannedMeetings,
    ids: readonly string[],
  ): Promise<void> {
    for (const [n, { topic }] of make.entries()) {
      if (topic.controlEntries.length === 0) continue;
      const meeting = await findMeeting(transaction, editionId, ids[n] ?? '');
      const awaited = awaitedSince({ ...meeting, version: 0 }, meeting, now);
      if (awaited.length === 0) continue;
      const wait = { editionId, meetingId: meeting.id, version: meeting.version, awaited };
      await this.jobs.enqueue(transaction, 'tell-officers', wait);
    }
  }

  async #cancel(
    transaction: Transaction,
    author: Author,
    editionId: string,
    { cancel, now }: PlannedMeetings,
  ): Promise<void> {
    for (const id of cancel) {
      const before = await lockMeeting(transaction, editionId, id);
      const after = { ...cancelMeeting(before, now), helpCalled: false };
      await this.reservations.release(transaction, commitmentOf(id));
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
  async #closeRequests(
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

  async #moving(
    transaction: Transaction,
    editionId: string,
    { move, now }: PlannedMeetings,
  ): Promise<Changing[]> {
    const moving = [];
    for (const { id, slot, tableId, interpreterId, ...sides } of move) {
      const before = await lockMeeting(transaction, editionId, id);
      const people = [
        ...(await this.#send(transaction, editionId, before, 'from', sides.from)),
        ...(await this.#send(transaction, editionId, before, 'to', sides.to)),
      ];
      const after = {
        ...rescheduleMeeting(before, slot, now),
        slot,
        tableId,
        interpreterId,
        people,
        placeLost: null,
      };
      moving.push({ before, after });
    }
    return moving;
  }

  /** Takes what they are away from their hours, so that nobody books them then. */
  async #sendAway(
    transaction: Transaction,
    author: Author,
    editionId: string,
    { away }: PlannedMeetings,
  ): Promise<void> {
    for (const { interpreterId, from, until } of away) {
      const version = await this.interpreters.sendAway(transaction, interpreterId, {
        start: from,
        end: until,
      });
      await this.changes.record(transaction, author, {
        editionId,
        streams: ['staff:organiser'],
        type: 'interpreters.changed',
        entityId: interpreterId,
        version,
      });
    }
  }

  /** The people of one side: those who come already, or others where they cannot. */
  #send(
    transaction: Transaction,
    editionId: string,
    meeting: MeetingRecord,
    side: 'from' | 'to',
    delegateIds: readonly string[],
  ): Promise<MeetingPerson[]> | MeetingPerson[] {
    const now = meeting.people.filter((person) => person.side === side);
    const isSame =
      now.length === delegateIds.length && now.every(({ delegateId }) => delegateIds.includes(delegateId));
    if (isSame) return now;
    return sendPeople(transaction, {
      editionId,
      meetingId: meeting.id,
      teamId: side === 'from' ? meeting.fromTeamId : meeting.toTeamId,
      side,
      delegateIds,
    });
  }
}

const commitmentOf = (id: string): Commitment => ({ kind: 'meeting', id });

const taken = (
  people: readonly { personId: string }[],
  { slot, tableId, interpreterId }: { slot: Interval; tableId: string | null; interpreterId: string | null },
): Reservation[] => [
  ...people.map(({ personId }) => ({ kind: 'person' as const, resourceId: personId, ...slot })),
  ...(tableId ? [{ kind: 'table' as const, resourceId: tableId, ...slot }] : []),
  ...(interpreterId ? [{ kind: 'interpreter' as const, resourceId: interpreterId, ...slot }] : []),
];

/** The meetings that keep everything but their interpreter. */
async function interpretedAnew(
  transaction: Transaction,
  editionId: string,
  { interpret }: PlannedMeetings,
): Promise<Changing[]> {
  const changing: Changing[] = [];
  for (const { id, interpreterId } of interpret) {
    const before = await lockMeeting(transaction, editionId, id);
    if (before.state === 'accepted' && before.slot)
      changing.push({ before, after: { ...before, slot: before.slot, interpreterId } });
  }
  return changing;
}

async function newIds(transaction: Transaction, count: number): Promise<string[]> {
  const rows = await transaction.query<{ id: string }>('select uuidv7() as id from generate_series(1, $1)', [
    count,
  ]);
  return rows.map(({ id }) => id);
}

async function insertMeetings(
  transaction: Transaction,
  editionId: string,
  { make, requestedBy, runId }: PlannedMeetings,
  ids: readonly string[],
): Promise<void> {
  await transaction.query(
    `insert into meeting (id, edition_id, from_team_id, to_team_id, topic, topic_ko, folded_topic, state, starts_at, ends_at, table_id,
       interpreter_id, control_entries, requested_by, planned_by)
     select m.id, $1, m.from_team, m.to_team, m.topic, m.topic_ko, m.folded_topic, 'accepted', m.starts, m.ends, m.table_id,
       m.interpreter_id, string_to_array(m.entries, ' '), $2, $3
     from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::timestamptz[], $9::timestamptz[], $10::uuid[], $11::uuid[], $12::text[],
       $13::text[], $14::text[])
       as m (id, from_team, to_team, topic, starts, ends, table_id, interpreter_id, entries, topic_ko, folded_topic)`,
    [
      editionId,
      requestedBy,
      runId,
      ids,
      make.map((one) => one.fromTeamId),
      make.map((one) => one.toTeamId),
      make.map((one) => one.topic.topic),
      make.map((one) => one.slot.start),
      make.map((one) => one.slot.end),
      make.map((one) => one.tableId),
      make.map((one) => one.interpreterId),
      make.map((one) => one.topic.controlEntries.join(' ')),
      make.map((one) => one.topic.topicKo),
      make.map((one) => foldedTopic(one.topic)),
    ],
  );
  const people = make.flatMap(({ from, to }, n) => [
    ...from.map(({ delegateId }) => ({ id: ids[n], delegateId, side: 'from' })),
    ...to.map(({ delegateId }) => ({ id: ids[n], delegateId, side: 'to' })),
  ]);
  await transaction.query(
    `insert into meeting_participant (edition_id, meeting_id, delegate_id, side)
     select $1, p.meeting, p.delegate, p.side from unnest($2::uuid[], $3::uuid[], $4::text[]) as p (meeting, delegate, side)`,
    [
      editionId,
      people.map(({ id }) => id),
      people.map(({ delegateId }) => delegateId),
      people.map(({ side }) => side),
    ],
  );
}
