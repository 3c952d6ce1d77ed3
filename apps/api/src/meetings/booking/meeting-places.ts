import { Injectable } from '@nestjs/common';
import type { Booked, Place, Refused } from '@forum/domain/meetings/booking/decide-booking';
import { epochMs } from '@forum/domain/time/instant';
import type { Transaction } from '../../database/database.ts';
import {
  type Commitment,
  type Reservation,
  ReservationsService,
} from '../../reservations/reservations.service.ts';
import type { MeetingRecord } from '../meeting-record.repository.ts';
import { BookingRefused } from './booking-refused.ts';

const commitmentOf = (id: string): Commitment => ({ kind: 'meeting', id });

/** Takes the people, the table and the interpreter of a meeting, and gives them back. */
@Injectable()
export class MeetingPlaces {
  constructor(private readonly reservations: ReservationsService) {}

  /**
   * Does what was decided: takes the first place that nobody else takes, instead of what the meeting took before. Its
   * people are locked already; a table is locked here.
   *
   * @returns the meeting in its place
   * @throws BookingRefused when it was refused, or others have taken every table meanwhile; the transaction must end then
   */
  async take(
    transaction: Transaction,
    editionId: string,
    meeting: MeetingRecord,
    decision: Booked<MeetingRecord> | Refused,
  ): Promise<MeetingRecord> {
    if (decision.kind === 'refused') throw new BookingRefused(meeting, decision);
    for (const [n, { tables, ...place }] of decision.places.entries()) {
      const tableId = await this.#takeTable(
        transaction,
        { editionId, meeting, ...place },
        { tables, mayWait: n === 0 },
      );
      if (tableId) return { ...decision.meeting, ...place, tableId, placeLost: null };
    }
    throw new BookingRefused(meeting, decision.otherwise);
  }

  /**
   * Takes the first of these tables that is still free once nobody else may take it, and the people with it. Who holds a
   * table already must not wait for another, so that nobody waits in a ring.
   */
  async #takeTable(
    transaction: Transaction,
    taking: Taking,
    { tables, mayWait }: { tables: readonly string[]; mayWait: boolean },
  ): Promise<string | null> {
    const { editionId, meeting, slot } = taking;
    const keyOf = (tableId: string) => `table:${tableId}:${epochMs(slot.start)}`;
    for (let left = tables; left.length > 0;) {
      const wait = mayWait && left.length === tables.length;
      const key = await this.reservations.lockOne(transaction, left.map(keyOf), wait);
      const tableId = left.find((table) => keyOf(table) === key);
      if (!tableId) return null;
      const isTaken = await this.reservations.book(transaction, {
        editionId,
        commitment: commitmentOf(meeting.id),
        contested: { kind: 'table', resourceId: tableId, ...slot },
        others: othersOf(taking),
      });
      if (isTaken) return tableId;
      left = left.filter((one) => one !== tableId);
    }
    return null;
  }

  /** Gives back what a meeting takes. */
  release(transaction: Transaction, meetingId: string): Promise<void> {
    return this.reservations.release(transaction, commitmentOf(meetingId));
  }

  /** Gives back the time of somebody who does not come; the others and the table stay. */
  excuse(transaction: Transaction, meetingId: string, personId: string): Promise<void> {
    return this.reservations.giveBack(transaction, commitmentOf(meetingId), personId);
  }
}

/** A meeting that takes a place, whichever its table is. */
interface Taking extends Omit<Place, 'tables'> {
  editionId: string;
  meeting: MeetingRecord;
}

const othersOf = ({ meeting, slot, interpreterId }: Taking): Reservation[] => [
  ...meeting.people.map(({ personId }) => ({ kind: 'person' as const, resourceId: personId, ...slot })),
  ...(interpreterId ? [{ kind: 'interpreter' as const, resourceId: interpreterId, ...slot }] : []),
];
