import { Injectable } from '@nestjs/common';
import type { AcceptFacts } from '@forum/domain/meetings/booking/decide-agreed';
import type { BookingFacts, BookingOption } from '@forum/domain/meetings/booking/decide-booking';
import type { MeetingParty } from '@forum/domain/meetings/meeting-state';
import type { Interval } from '@forum/domain/time/interval';
import type { Transaction } from '../../database/database.ts';
import { ReservationsService } from '../../reservations/reservations.service.ts';
import { findReleasesAfter } from '../export-control/movers.repository.ts';
import { lawAt, topicOf } from '../export-control/topic-gate.ts';
import { loadHalls, loadSlotsAt } from '../halls/loaded-halls.repository.ts';
import { loadInterpreters } from '../interpreters/loaded-interpreters.repository.ts';
import type { MeetingRecord } from '../meeting-record.repository.ts';
import { BarredPairs } from '../requests/barred-pairs.ts';

/** A meeting with the people who are to come, and where it is to be. */
export interface BookingWish {
  editionId: string;
  meeting: MeetingRecord;
  start: string;
  tableId: string | null;
}

/** Who accepts: the side, and the people who agree for it. */
export interface Acceptance {
  by: MeetingParty;
  personIds: readonly string[];
}

type Facts = BookingFacts<MeetingRecord>;

/**
 * Loads what decides a booking. The locks of its people and its interpreter are waited for before what is free is read, so
 * that it stays free until the commit; `now` is read after them.
 */
@Injectable()
export class BookingFactsRepository {
  constructor(
    private readonly reservations: ReservationsService,
    private readonly barred: BarredPairs,
  ) {}

  /** For a meeting that a side accepts. */
  async ofAcceptance(
    transaction: Transaction,
    wish: BookingWish,
    { by, personIds }: Acceptance,
  ): Promise<AcceptFacts<MeetingRecord>> {
    const { editionId, meeting } = wish;
    // A topic that touches no list needs no release, so there is none to look for.
    const isControlled = meeting.controlEntries.length > 0;
    const releases = isControlled ? await findReleasesAfter(transaction, meeting.id, personIds) : [];
    const facts = await this.ofStart(transaction, wish);
    // Asked in any case, so that the time it takes does not say that two firms must not meet.
    const mayMeet = await this.barred.mayMeet(transaction, editionId, meeting.fromFirmId, meeting.toFirmId);
    return { ...facts, by, mayMeet, releases, topic: topicOf(meeting), law: lawAt(facts.now) };
  }

  /** For any slot that begins at the start: halls may be cut into slots of different lengths. */
  async ofStart(transaction: Transaction, wish: BookingWish): Promise<Facts> {
    const slots = await loadSlotsAt(transaction, wish.editionId, wish.start);
    return this.#ofSlots(transaction, wish, slots);
  }

  /** For a meeting that keeps its slot and its table. */
  ofSlot(
    transaction: Transaction,
    editionId: string,
    meeting: MeetingRecord,
    slot: Interval,
  ): Promise<Facts> {
    const wish = { editionId, meeting, start: slot.start, tableId: meeting.tableId };
    return this.#ofSlots(transaction, wish, [slot]);
  }

  async #ofSlots(
    transaction: Transaction,
    { editionId, meeting, start, tableId }: BookingWish,
    slots: readonly Interval[],
  ): Promise<Facts> {
    const keys = meeting.people.map(({ personId }) => personId);
    if (meeting.interpreterId) keys.push(meeting.interpreterId);
    await this.reservations.lock(transaction, editionId, keys);
    const options: BookingOption[] = [];
    for (const slot of slots) options.push(await optionAt(transaction, editionId, meeting, slot));
    return { meeting, start, options, tableId, now: new Date().toISOString() };
  }
}

async function optionAt(
  transaction: Transaction,
  editionId: string,
  { id, people, interpreterId }: MeetingRecord,
  slot: Interval,
): Promise<BookingOption> {
  const around = { editionId, time: slot, except: { kind: 'meeting', id } };
  const personIds = people.map(({ personId }) => personId);
  const halls = await loadHalls(transaction, { ...around, personIds });
  const taken = new Set(halls.flatMap(({ takenPersonIds }) => takenPersonIds));
  const [interpreter] = interpreterId
    ? await loadInterpreters(transaction, { ...around, id: interpreterId })
    : [];
  return {
    slot,
    halls,
    taken: people.filter(({ personId }) => taken.has(personId)).map(({ delegateId }) => delegateId),
    interpreter: interpreter ?? null,
  };
}
