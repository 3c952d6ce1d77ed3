import { Injectable } from '@nestjs/common';
import { type HallToBe, type Misfit, misfitOf } from '@forum/domain/meetings/halls/misfit';
import type { Transaction } from '../../database/database.ts';
import type { Author } from '../../live/changes.ts';
import { type Commitment, ReservationsService } from '../../reservations/reservations.service.ts';
import { type AgreedMeeting, HallsRepository, type HallToSave } from '../halls/halls.repository.ts';
import { MeetingChanges } from '../meeting-changes.ts';
import { lockMeeting } from '../meeting-record.repository.ts';

/** A hall as the rule of what fits it looks at it. */
export const hallToBe = (hall: Omit<HallToSave, 'id'>): HallToBe => ({
  ...hall,
  tables: new Set(hall.tables.map(({ label }) => label)),
});

/** A table that is too small is still there; the other misfits leave a meeting without any. */
const hasTable = (misfit: Misfit | null) => misfit === null || misfit === 'too-few-seats';

/**
 * Marks the agreed meetings that a hall no longer has a place for, until somebody moves or cancels them, or the place comes
 * back. Their people stay booked, so that nothing else is agreed meanwhile; the table is given back.
 */
@Injectable()
export class PlaceLosses {
  constructor(
    private readonly halls: HallsRepository,
    private readonly reservations: ReservationsService,
    private readonly changes: MeetingChanges,
  ) {}

  /** Waits until nobody books in the edition: a meeting that is booked meanwhile would not be looked at. */
  lock(transaction: Transaction, editionId: string): Promise<void> {
    return this.reservations.lockAll(transaction, editionId);
  }

  /** Looks at every agreed meeting of a hall that was just saved. */
  async settle(
    transaction: Transaction,
    author: Author,
    editionId: string,
    hall: HallToSave & { id: string },
  ): Promise<void> {
    const now = new Date().toISOString();
    const wanted = hallToBe(hall);
    for (const meeting of await this.halls.agreedMeetings(editionId, hall.id, now, transaction)) {
      const misfit = misfitOf(wanted, { slot: meeting, table: meeting.table, people: meeting.people });
      if (misfit !== meeting.placeLost)
        await this.#settleOne(transaction, author, editionId, meeting, misfit);
    }
  }

  async #settleOne(
    transaction: Transaction,
    author: Author,
    editionId: string,
    meeting: AgreedMeeting,
    misfit: Misfit | null,
  ): Promise<void> {
    const { id, tableId, placeLost } = meeting;
    const commitment = { kind: 'meeting', id };
    if (!hasTable(misfit)) await this.reservations.giveBack(transaction, commitment, tableId);
    // The table is there again, and somebody else sits at it.
    else if (!hasTable(placeLost) && !(await this.#takeBack(transaction, editionId, commitment, meeting)))
      return;
    const before = await lockMeeting(transaction, editionId, id);
    const after = { ...before, placeLost: misfit };
    const news = misfit === null ? 'place-back' : placeLost === null ? 'place-lost' : null;
    const now = new Date().toISOString();
    await this.changes.save(transaction, author, { editionId, before, after, news, now });
  }

  /** Takes the table of before again, unless another commitment has it. */
  async #takeBack(
    transaction: Transaction,
    editionId: string,
    commitment: Commitment,
    { tableId, start, end }: AgreedMeeting,
  ): Promise<boolean> {
    const isTaken = await this.reservations.busy(transaction, [tableId], { start, end }, commitment);
    if (isTaken.length > 0) return false;
    const table = { kind: 'table' as const, resourceId: tableId, start, end };
    await this.reservations.replace(transaction, {
      editionId,
      commitment,
      kind: 'table',
      reservation: table,
    });
    return true;
  }
}
