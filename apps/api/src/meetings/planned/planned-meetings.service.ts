import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/database.ts';
import { Jobs } from '../../jobs/jobs.ts';
import { type Author, Changes } from '../../live/changes.ts';
import { ReservationsService } from '../../reservations/reservations.service.ts';
import { awaitedSince } from '../export-control/topic-gate.ts';
import { InterpretersRepository } from '../interpreters/interpreters.repository.ts';
import { MeetingChanges } from '../meeting-changes.ts';
import { findMeeting } from '../meeting-record.repository.ts';
import { insertMeetings, newIds } from './new-meetings.repository.ts';
import { PlanEndings } from './plan-endings.ts';
import { type Changing, loadInterpreted, loadMoving } from './plan-moves.ts';
import { reservationsOfPlan } from './plan-reservations.ts';
import type { PlannedMeetings } from './planned-meetings.ts';

/** Makes, moves and cancels the meetings of a plan: all of it in the caller's transaction, or nothing. */
@Injectable()
export class PlannedMeetingsService {
  constructor(
    private readonly reservations: ReservationsService,
    private readonly interpreters: InterpretersRepository,
    private readonly endings: PlanEndings,
    private readonly meetingChanges: MeetingChanges,
    private readonly changes: Changes,
    private readonly jobs: Jobs,
  ) {}

  /** The caller has locked the edition. What ends goes first, so that what is made may take its place. */
  async publish(
    transaction: Transaction,
    author: Author,
    editionId: string,
    planned: PlannedMeetings,
  ): Promise<void> {
    await this.endings.cancel(transaction, author, editionId, planned);
    await this.endings.closeRequests(transaction, author, editionId, planned);
    const made = await newIds(transaction, planned.make.length);
    const closures = await newIds(transaction, planned.close.length);
    const moving = await loadMoving(transaction, editionId, planned);
    const interpreted = await loadInterpreted(transaction, editionId, planned);
    const taken = reservationsOfPlan(planned, [...moving, ...interpreted], { made, closures });
    await this.reservations.bookAll(transaction, editionId, taken);
    const { now, runId, requests } = planned;
    const step = (one: Changing) => ({ editionId, ...one, now });
    for (const one of moving)
      await this.meetingChanges.save(transaction, author, { ...step(one), news: 'moved', by: 'host' });
    for (const one of interpreted)
      await this.meetingChanges.save(transaction, author, { ...step(one), news: null });
    await this.#sendAway(transaction, author, editionId, planned);
    await insertMeetings(transaction, editionId, planned, made);
    await this.#notifyOfficers(transaction, editionId, planned, made);
    await this.changes.record(transaction, author, ...changesOf(editionId, planned, made));
    if (made.length > 0 || requests.length > 0)
      await this.jobs.enqueue(transaction, 'tell-of-plan', { runId });
  }

  /** Notifies officers at once of what waits for them; an agreed meeting whose topic waits keeps its slot. */
  async #notifyOfficers(
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

  /** Takes what they are away from their hours, so that no booking takes them then. */
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
}

const changesOf = (editionId: string, { make }: PlannedMeetings, ids: readonly string[]) =>
  make.map(({ fromFirmId, toFirmId }, n) => ({
    editionId,
    streams: [`firm:${fromFirmId}`, `firm:${toFirmId}`, 'staff:organiser'] as const,
    type: 'meeting.changed' as const,
    entityId: ids[n] ?? '',
    version: 1,
  }));
