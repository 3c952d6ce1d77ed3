import { Injectable } from '@nestjs/common';
import type { Hall } from '@forum/contract/meetings/halls';
import { DomainError } from '@forum/domain/errors';
import {
  freeSlots,
  mergeHalls,
  type MeetingNeeds,
  obstaclesTo,
  type SlotForTeams,
  type TeamNeeds,
} from '@forum/domain/meetings/booking/free-slots';
import { slotsOf } from '@forum/domain/meetings/halls/slots';
import { isBefore } from '@forum/domain/time/instant';
import type { Interval } from '@forum/domain/time/interval';
import { Database, type Transaction, type SqlReader } from '../../database/database.ts';
import { groupBy } from '../../live/group-by.ts';
import { type Commitment, ReservationsService } from '../../reservations/reservations.service.ts';
import { HallsRepository } from '../halls/halls.repository.ts';
import type { MeetingPerson } from '../meeting-people.repository.ts';
import type { MeetingRecord } from '../meeting-record.repository.ts';
import { BarredPairs } from '../requests/barred-pairs.ts';
import { BookingRefused } from './booking-refused.ts';
import { accreditedMembers } from './free-times.repository.ts';

const alternatives = 6;
const everywhere: Interval = { start: '1970-01-01T00:00:00Z', end: '9999-12-31T00:00:00Z' };

/** The teams of two firms. */
export interface TwoTeams {
  fromTeamId: string;
  toTeamId: string;
}

/** Whose time is looked at, and where; what `except` takes counts as free. */
interface Within {
  people: readonly MeetingPerson[];
  halls: readonly Hall[];
  span: Interval;
  except?: Commitment | undefined;
}

/** Looks for times at which people and tables are free; it books nothing. */
@Injectable()
export class FreeTimes {
  constructor(
    private readonly database: Database,
    private readonly reservations: ReservationsService,
    private readonly halls: HallsRepository,
    private readonly barred: BarredPairs,
  ) {}

  /**
   * The refusal with the times that work instead. They are looked for after the transaction, when its locks are given
   * back: who waits for the same table must not wait for a search through the whole hall.
   */
  async withAlternatives(error: unknown, editionId: string): Promise<never> {
    if (!(error instanceof BookingRefused)) throw error;
    const { reader } = this.database;
    const found = await this.#nextTimes(reader, editionId, error.meeting);
    // Asked in any case and last, so that the time it takes says nothing either.
    const { fromFirmId, toFirmId } = error.meeting;
    const next = (await this.barred.mayMeet(reader, editionId, fromFirmId, toFirmId)) ? found : [];
    const times = next.map((time) => time.start);
    throw new DomainError(
      error.code,
      { ...error.details, next },
      `${error.message} ${
        times.length > 0
          ? `Times that work: ${times.join(', ')}.`
          : 'No time of the hall works for everybody; ask others to come.'
      }`,
    );
  }

  /** Whether at one of these times somebody of each team could come; tables are looked for when a time is agreed. */
  async suitsTeams(
    transaction: Transaction,
    teams: TwoTeams,
    slots: readonly Interval[],
    now: string,
  ): Promise<boolean> {
    const people = await accreditedMembers(transaction, teams);
    const needs = await this.#needs(transaction, { people, halls: [], span: everywhere });
    return slots.map((slot) => someOfBoth(people, needs, slot, now)).includes(true);
  }

  /** For each hall, what a meeting of somebody of each team would need within a span. */
  async teamNeeds(
    transaction: Transaction,
    teams: TwoTeams,
    within: Omit<Within, 'people'>,
  ): Promise<(hall: Hall) => TeamNeeds> {
    const people = await accreditedMembers(transaction, teams);
    const all = await this.#needs(transaction, { ...within, people });
    const of = (side: 'from' | 'to') => all.participants.filter((_, i) => people[i]?.side === side);
    return (hall) => {
      const ids = new Set(hall.tables.map((table) => table.id));
      return { from: of('from'), to: of('to'), tables: all.tables.filter((table) => ids.has(table.id)) };
    };
  }

  /** The next times at which the people of a meeting and a table are free, soonest first. */
  async #nextTimes(reader: SqlReader, editionId: string, { id, people }: MeetingRecord): Promise<Interval[]> {
    const now = new Date().toISOString();
    const found: SlotForTeams[][] = [];
    for (const hall of await this.halls.list(editionId, null, reader)) {
      const slots = slotsOf(hall).filter((slot) => isBefore(now, slot.start));
      const [first, last] = [slots[0], slots.at(-1)];
      if (!first || !last) continue;
      const span = { start: first.start, end: last.end };
      const needs = await this.#needs(reader, {
        people,
        halls: [hall],
        span,
        except: { kind: 'meeting', id },
      });
      const free = freeSlots(slots, needs, { now, count: alternatives });
      found.push(free.map((slot) => ({ ...slot, free: true })));
    }
    return mergeHalls(found)
      .slice(0, alternatives)
      .map(({ start, end }) => ({ start, end }));
  }

  /** What a meeting of these people needs, with all that is taken within a span. */
  async #needs(reader: SqlReader, { people, halls, span, except }: Within): Promise<MeetingNeeds> {
    const tables = halls.flatMap((hall) => hall.tables);
    const resourceIds = [...people.map((person) => person.personId), ...tables.map((table) => table.id)];
    const busy = groupBy(
      await this.reservations.busy(reader, resourceIds, span, except),
      (one) => one.resourceId,
    );
    return {
      participants: people.map((person) => ({
        id: person.delegateId,
        busy: busy.get(person.personId) ?? [],
        available: person.available,
      })),
      tables: tables.map(({ id, capacity }) => ({ id, capacity, busy: busy.get(id) ?? [] })),
    };
  }
}

/** Whether at some time somebody of each side could come. */
const someOfBoth = (people: readonly MeetingPerson[], needs: MeetingNeeds, slot: Interval, now: string) => {
  const busy = new Set(
    obstaclesTo({ ...needs, tables: [] }, slot, now).map(
      (one) => 'participantId' in one && one.participantId,
    ),
  );
  const free = people.filter((person) => !busy.has(person.delegateId));
  return (['from', 'to'] as const).every((side) => free.some((person) => person.side === side));
};
