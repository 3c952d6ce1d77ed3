import { Injectable } from '@nestjs/common';
import { type Hall } from '@forum/contract/meetings/halls';
import { DomainError } from '@forum/domain/errors';
import {
  freeSlots,
  mergeHalls,
  type MeetingNeeds,
  type Obstacle,
  obstaclesTo,
  type SlotForTeams,
  tablesFor,
  type TeamNeeds,
} from '@forum/domain/meetings/booking/free-slots';
import { isSlotOf, slotsOf } from '@forum/domain/meetings/halls/slots';
import { epochMs, isBefore } from '@forum/domain/time/instant';
import { type Interval } from '@forum/domain/time/interval';
import { Database, type Transaction } from '../../database/database.ts';
import { groupBy } from '../../live/group-by.ts';
import {
  type Commitment,
  type Reservation,
  ReservationsService,
} from '../../reservations/reservations.service.ts';
import { BarredPairs } from '../requests/barred-pairs.ts';
import { HallsRepository } from '../halls/halls.repository.ts';
import { loadHalls, needsAt, loadSlotsAt } from '../halls/load-halls.ts';
import { hindranceOf } from '../interpreters/load-interpreters.ts';
import { availableOfDelegate, type MeetingPerson, type MeetingRecord } from '../meeting-record.ts';

const alternatives = 6;
const everywhere: Interval = { start: '1970-01-01T00:00:00Z', end: '9999-12-31T00:00:00Z' };

type Hindrance = Obstacle | { readonly code: 'hall-closed' };

/** What stands in the way of a meeting at a time; the times that work are looked for later. */
class BookingRefused extends DomainError {
  constructor(
    readonly meeting: MeetingRecord,
    slot: Interval,
    hindrances: readonly Hindrance[],
  ) {
    const obstacles = hindrances.map((one) => ({ code: one.code, who: nameIn(meeting, one), ...slot }));
    super(
      codeFor(hindrances),
      { obstacles },
      `The meeting cannot be at ${slot.start}: ${obstacles.map((one) => (one.who ? `${one.who} (${one.code})` : one.code)).join(', ')}.`,
    );
  }
}

const nameIn = (meeting: MeetingRecord, hindrance: Hindrance) =>
  'participantId' in hindrance
    ? (meeting.people.find((person) => person.delegateId === hindrance.participantId)?.name ?? null)
    : null;

function codeFor(
  hindrances: readonly Hindrance[],
): 'meeting.no_table' | 'meeting.closed_time' | 'meeting.slot_taken' {
  const codes = hindrances.map((one) => one.code);
  if (codes.includes('hall-closed')) return 'meeting.closed_time';
  return codes.includes('table-busy') ? 'meeting.no_table' : 'meeting.slot_taken';
}

/** Where a meeting takes place, and who interprets at it. */
type Booked = Pick<MeetingRecord, 'interpreterId'> & { tableId: string; placeLost: null };

/** Books people and a table for a meeting, all of them or nobody. */
@Injectable()
export class MeetingBooking {
  constructor(
    private readonly database: Database,
    private readonly reservations: ReservationsService,
    private readonly halls: HallsRepository,
    private readonly barred: BarredPairs,
  ) {}

  /**
   * Takes every participant and a table for `slot`, instead of what the meeting took before. Says what stands in the
   * way and which times work when it cannot. Its interpreter comes along when free then, and is let go otherwise: nobody
   * is refused a time because of one.
   *
   * @param wantedTable a table to take, or null for the smallest free one
   * @param unavailable delegates who count as taken, whatever their calendar says
   */
  async book(
    transaction: Transaction,
    editionId: string,
    meeting: MeetingRecord,
    slot: Interval,
    now: string,
    wantedTable: string | null = null,
    unavailable: readonly string[] = [],
  ): Promise<Booked> {
    const commitment: Commitment = { kind: 'meeting', id: meeting.id };
    const people = meeting.people.map((person) => person.personId);
    const { interpreterId } = meeting;
    await this.reservations.lock(transaction, editionId, interpreterId ? [...people, interpreterId] : people);
    const halls = await loadHalls(transaction, editionId, slot, people, commitment);
    const open = halls.filter((one) => isSlotOf(one, slot));
    if (open.length === 0) throw new BookingRefused(meeting, slot, [{ code: 'hall-closed' }]);
    const needs = needsAt(open, meeting.people, slot, unavailable);
    const obstacles = obstaclesTo(needs, slot, now);
    if (obstacles.length > 0) throw new BookingRefused(meeting, slot, obstacles);
    const tables = tablesFor(needs, slot, turnOf(meeting)).filter((id) => (wantedTable ?? id) === id);
    const isAlong =
      interpreterId && !(await hindranceOf(transaction, editionId, interpreterId, slot, commitment));
    const others: Reservation[] = people.map((resourceId) => ({ kind: 'person', resourceId, ...slot }));
    if (isAlong) others.push({ kind: 'interpreter', resourceId: interpreterId, ...slot });
    const tableId = await this.#bookOne(transaction, editionId, commitment, { others, tables, slot });
    if (!tableId) throw new BookingRefused(meeting, slot, [{ code: 'table-busy' }]);
    return { tableId, interpreterId: isAlong ? interpreterId : null, placeLost: null };
  }

  /**
   * Books a meeting as {@link book} does, in a slot that begins then: halls may be cut into slots of different lengths, and
   * the first one that works is taken.
   */
  async bookAt(
    transaction: Transaction,
    editionId: string,
    meeting: MeetingRecord,
    start: string,
    ...rest: [now: string, wantedTable?: string | null, unavailable?: readonly string[]]
  ): Promise<Booked & { slot: Interval }> {
    const refused: BookingRefused[] = [];
    for (const slot of await loadSlotsAt(transaction, editionId, start)) {
      try {
        return { slot, ...(await this.book(transaction, editionId, meeting, slot, ...rest)) };
      } catch (error) {
        if (!(error instanceof BookingRefused)) throw error;
        refused.push(error);
      }
    }
    throw refused[0] ?? new BookingRefused(meeting, { start, end: start }, [{ code: 'hall-closed' }]);
  }

  /** Gives back what a meeting takes. */
  release(transaction: Transaction, meetingId: string): Promise<void> {
    return this.reservations.release(transaction, { kind: 'meeting', id: meetingId });
  }

  /** Gives back the time of somebody who does not come; the others and the table stay. */
  excuse(transaction: Transaction, meetingId: string, personId: string): Promise<void> {
    return this.reservations.giveBack(transaction, { kind: 'meeting', id: meetingId }, personId);
  }

  /** Books the others, who are locked, and the first of these tables that is still free once nobody else may take it. */
  async #bookOne(
    transaction: Transaction,
    editionId: string,
    commitment: Commitment,
    { others, tables, slot }: { others: readonly Reservation[]; tables: readonly string[]; slot: Interval },
  ): Promise<string | null> {
    const keyOf = (tableId: string) => `table:${tableId}:${epochMs(slot.start)}`;
    for (let left = tables; left.length > 0;) {
      const wait = left.length === tables.length;
      const key = await this.reservations.lockOne(transaction, left.map(keyOf), wait);
      const tableId = left.find((table) => keyOf(table) === key);
      if (!tableId) return null;
      const table = { kind: 'table' as const, resourceId: tableId, ...slot };
      if (await this.reservations.book(transaction, editionId, commitment, table, others)) return tableId;
      left = left.filter((one) => one !== tableId);
    }
    return null;
  }

  /** What a meeting of these people needs, with all that is taken within a span. */
  async #needs(
    transaction: Transaction,
    people: readonly MeetingPerson[],
    halls: readonly Hall[],
    span: Interval,
    except?: Commitment,
  ): Promise<MeetingNeeds> {
    const tables = halls.flatMap((hall) => hall.tables);
    const resourceIds = [...people.map((person) => person.personId), ...tables.map((table) => table.id)];
    const busy = groupBy(
      await this.reservations.busy(transaction, resourceIds, span, except),
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

  /**
   * The refusal with the times that work instead. They are looked for after the transaction, when its locks are given
   * back: whoever waits for the same table must not wait for a search through the whole hall.
   */
  async withAlternatives(error: unknown, editionId: string): Promise<never> {
    if (!(error instanceof BookingRefused)) throw error;
    const { reader } = this.database;
    const halls = await this.halls.list(editionId, null, reader);
    const { people, id } = error.meeting;
    const now = new Date().toISOString();
    const found = await this.nextTimes(reader, people, halls, now, { kind: 'meeting', id });
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

  /** The next times at which these people and a table are free, soonest first. */
  async nextTimes(
    transaction: Transaction,
    people: readonly MeetingPerson[],
    halls: readonly Hall[],
    now: string,
    except?: Commitment,
    count = alternatives,
  ): Promise<Interval[]> {
    const found: SlotForTeams[][] = [];
    for (const hall of halls) {
      const slots = slotsOf(hall).filter((slot) => isBefore(now, slot.start));
      const [first, last] = [slots[0], slots.at(-1)];
      if (!first || !last) continue;
      const needs = await this.#needs(
        transaction,
        people,
        [hall],
        { start: first.start, end: last.end },
        except,
      );
      found.push(freeSlots(slots, needs, { now, count }).map((slot) => ({ ...slot, free: true })));
    }
    return mergeHalls(found)
      .slice(0, count)
      .map(({ start, end }) => ({ start, end }));
  }

  /** Whether at one of these times somebody of each team could come; tables are looked for when a time is agreed. */
  async suitsTeams(
    transaction: Transaction,
    fromTeamId: string,
    toTeamId: string,
    slots: readonly Interval[],
    now: string,
  ): Promise<boolean> {
    const people = await accreditedMembers(transaction, fromTeamId, toTeamId);
    const needs = await this.#needs(transaction, people, [], everywhere);
    return slots.map((slot) => someOfBoth(people, needs, slot, now)).includes(true);
  }

  /** For each hall, what a meeting of somebody of each team would need within a span. */
  async teamNeeds(
    transaction: Transaction,
    { fromTeamId, toTeamId }: { fromTeamId: string; toTeamId: string },
    halls: readonly Hall[],
    span: Interval,
    except?: Commitment,
  ): Promise<(hall: Hall) => TeamNeeds> {
    const people = await accreditedMembers(transaction, fromTeamId, toTeamId);
    const all = await this.#needs(transaction, people, halls, span, except);
    const of = (side: 'from' | 'to') => all.participants.filter((_, i) => people[i]?.side === side);
    return (hall) => {
      const ids = new Set(hall.tables.map((table) => table.id));
      return { from: of('from'), to: of('to'), tables: all.tables.filter((table) => ids.has(table.id)) };
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

function accreditedMembers(
  transaction: Transaction,
  fromTeamId: string,
  toTeamId: string,
): Promise<MeetingPerson[]> {
  return transaction.query<MeetingPerson>(
    `select d.id as "delegateId", d.person_id as "personId", p.display_name as name,
       case tm.team_id when $1 then 'from' else 'to' end as side, d.country, ${availableOfDelegate} as available
     from team_member tm join team t on t.id = tm.team_id
     join representative r on r.delegate_id = tm.delegate_id and r.firm_id = t.firm_id
     join delegate d on d.id = tm.delegate_id join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id
     where tm.team_id in ($1, $2) order by d.id limit 60`,
    [fromTeamId, toTeamId],
  );
}

/** A number of a meeting's own, which no two that are booked at once are likely to share. */
const turnOf = ({ id }: MeetingRecord) => Number.parseInt(id.slice(-6), 16);
