import { Injectable } from '@nestjs/common';
import type * as contract from '@forum/contract/meetings/interpreters';
import type { Meeting } from '@forum/contract/meetings/meeting';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import {
  canInterpret,
  haveCommonLanguage,
  hindranceAt,
  type InterpreterHindrance,
  type Spoken,
} from '@forum/domain/meetings/interpreting';
import { isBefore } from '@forum/domain/time/instant';
import type { Interval } from '@forum/domain/time/interval';
import { Database, type Transaction } from '../../database/database.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { type Commitment, ReservationsService } from '../../reservations/reservations.service.ts';
import { MeetingChanges, requireVersion } from '../meeting-changes.ts';
import { findMeeting, lockMeeting, type MeetingRecord } from '../meeting-record.repository.ts';
import { MeetingsService } from '../requests/meetings.service.ts';
import { type LoadedInterpreter, loadInterpreters } from './loaded-interpreters.repository.ts';
import { noSuchInterpreter } from './interpreters.service.ts';
import { uninterpretedMeetings } from './uninterpreted-meetings.repository.ts';
import { sidesOf } from './sides.repository.ts';

type Hindrance = InterpreterHindrance | 'languages';
export type Sides = { from: Spoken; to: Spoken };

const inWords: Record<Hindrance, string> = {
  languages: 'speaks no language of one side',
  busy: 'is booked at that time',
  'off-duty': 'does not work at that time',
  'in-a-row': 'would have too many meetings in a row',
};

/** Gives meetings their interpreters, at most one each. */
@Injectable()
export class MeetingInterpretersService {
  constructor(
    private readonly database: Database,
    private readonly reservations: ReservationsService,
    private readonly changes: MeetingChanges,
    private readonly meetings: MeetingsService,
  ) {}

  /** Meetings to come that want an interpreter and have none. */
  wanting(viewer: Admitted): Promise<RouteOutput<typeof contract.listUninterpreted>> {
    return uninterpretedMeetings(this.database.reader, editionOf(viewer).id, new Date().toISOString());
  }

  /** Whom a meeting could have, those who can come first. */
  choice(viewer: Admitted, id: string): Promise<RouteOutput<typeof contract.readInterpreterChoice>> {
    const { id: editionId } = editionOf(viewer);
    return this.database.snapshot(async (transaction) => {
      const meeting = await findMeeting(transaction, editionId, id);
      const { from, to } = await sidesOf(transaction, id);
      const all = isAgreed(meeting)
        ? await loadInterpreters(transaction, {
            ...{ editionId, time: meeting.slot, except: commitmentOf(id), id: null },
          })
        : [];
      const offered = all.map((one) => ({
        id: one.id,
        name: one.name,
        languages: one.languages,
        hindrance: isAgreed(meeting) ? hindranceIn(one, { from, to }, meeting.slot) : null,
      }));
      return {
        version: meeting.version,
        needed: !haveCommonLanguage(from, to),
        languages: { from: [...from], to: [...to] },
        interpreters: offered.sort((a, b) => Number(a.hindrance !== null) - Number(b.hindrance !== null)),
      };
    });
  }

  /** Gives a meeting an interpreter, another one, or none. */
  async set(
    viewer: Admitted,
    id: string,
    { version, interpreterId }: RouteInput<typeof contract.setInterpreter>['body'],
  ): Promise<Meeting> {
    const edition = editionOf(viewer);
    await this.database.write(async (transaction) => {
      const now = new Date().toISOString();
      const before = await lockMeeting(transaction, edition.id, id);
      requireVersion(before, version);
      const slot = requireToCome(before, now);
      if (interpreterId) await this.#requireFree(transaction, edition.id, id, interpreterId, slot);
      await this.reservations.replace(transaction, {
        editionId: edition.id,
        commitment: commitmentOf(id),
        kind: 'interpreter',
        reservation:
          interpreterId === null ? null : { kind: 'interpreter', resourceId: interpreterId, ...slot },
      });
      const after = { ...before, interpreterId };
      await this.changes.save(transaction, viewer, { editionId: edition.id, before, after, news: null, now });
    });
    return this.meetings.read(viewer, id);
  }

  async #requireFree(
    transaction: Transaction,
    editionId: string,
    meetingId: string,
    interpreterId: string,
    slot: Interval,
  ): Promise<void> {
    await this.reservations.lock(transaction, editionId, [interpreterId]);
    const except = commitmentOf(meetingId);
    const [interpreter] = await loadInterpreters(transaction, {
      ...{ editionId, time: slot, except, id: interpreterId },
    });
    if (!interpreter) throw noSuchInterpreter(interpreterId);
    const hindrance = hindranceIn(interpreter, await sidesOf(transaction, meetingId), slot);
    if (!hindrance) return;
    const { name, languages } = interpreter;
    throw new DomainError(
      'interpreter.hindered',
      { interpreter: { id: interpreterId, name, languages }, hindrance, start: slot.start },
      `${name} (${languages.join(', ')}) ${inWords[hindrance]}, ${slot.start}. Choose somebody who is free and fits, or another time for the meeting.`,
    );
  }
}

const commitmentOf = (id: string): Commitment => ({ kind: 'meeting', id });

const isAgreed = (meeting: MeetingRecord): meeting is MeetingRecord & { slot: Interval } =>
  meeting.state === 'accepted' && meeting.slot !== null;

function requireToCome(meeting: MeetingRecord, now: string): Interval {
  if (isAgreed(meeting) && isBefore(now, meeting.slot.end)) return meeting.slot;
  const { state, turn } = meeting;
  throw new DomainError(
    'meeting.transition',
    { state, turn, step: 'interpret' },
    `The meeting is ${state === 'accepted' ? 'over' : state}; only an agreed one that is not over has an interpreter.`,
  );
}

const hindranceIn = (
  interpreter: LoadedInterpreter,
  { from, to }: Sides,
  slot: Interval,
): Hindrance | null =>
  canInterpret(interpreter.languages, from, to) ? hindranceAt(interpreter, slot) : 'languages';
