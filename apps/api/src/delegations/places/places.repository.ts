import { Injectable } from '@nestjs/common';
import type { DelegationPlaces, PlaceEntry } from '@forum/domain/accreditation/places';
import { phaseAllows, type PhaseName } from '@forum/domain/editions/phase';
import type { DelegateCategory } from '@forum/domain/people/delegate-category';
import type { Transaction } from '../../database/database.ts';

/** SQL for whether an officer holds the delegate `d` back: a decision stands, and not only that no place was free. */
export const isHeldBack = `(d.waiting_since is not null and d.state = 'waitlisted' and d.decided_at is not null)`;

/** Reads and keeps who has a place in a delegation and who waits for one. */
@Injectable()
export class PlacesRepository {
  /** Nobody else gives or takes places of this delegation until the transaction ends. */
  async lock(transaction: Transaction, delegationId: string): Promise<void> {
    await transaction.query('select from delegation where id = $1 for update', [delegationId]);
  }

  async read(transaction: Transaction, delegationId: string): Promise<DelegationPlaces> {
    const places = await transaction.query<{
      category: DelegateCategory | null;
      places: number;
      phase: PhaseName;
    }>(
      `select p.category, coalesce(p.places, 0) as places, e.phase from delegation g join edition e on e.id = g.edition_id
       left join delegation_place p on p.delegation_id = g.id where g.id = $1`,
      [delegationId],
    );
    const entries = await transaction.query<PlaceEntry & { holds: boolean }>(
      `select id as "delegateId", category, holds_place as holds, ${isHeldBack} as "heldBack" from delegate d
       where delegation_id = $1 and category is not null and (holds_place or waiting_since is not null)
       order by waiting_since, id`,
      [delegationId],
    );
    return {
      places: Object.fromEntries(
        places.flatMap((row) => (row.category ? [[row.category, row.places] as const] : [])),
      ),
      holders: entries.filter((entry) => entry.holds),
      waiting: entries.filter((entry) => !entry.holds),
      closed: places.some(({ phase }) => !phaseAllows(phase, 'accredit').ok),
    };
  }

  /** Takes one place, if and only if one is free; false when none is. */
  async fill(transaction: Transaction, delegationId: string, category: DelegateCategory): Promise<boolean> {
    const rows = await transaction.query(
      `update delegation_place set taken = taken + 1
       where delegation_id = $1 and category = $2 and taken < places returning category`,
      [delegationId, category],
    );
    return rows.length > 0;
  }

  async vacate(transaction: Transaction, delegationId: string, category: DelegateCategory): Promise<void> {
    await transaction.query(
      'update delegation_place set taken = taken - 1 where delegation_id = $1 and category = $2',
      [delegationId, category],
    );
  }

  async setPlaces(
    transaction: Transaction,
    delegationId: string,
    category: DelegateCategory,
    places: number,
  ): Promise<void> {
    await transaction.query(
      `insert into delegation_place (delegation_id, category, places) values ($1, $2, $3)
       on conflict on constraint delegation_place_pk do update set places = excluded.places`,
      [delegationId, category, places],
    );
  }

  /** Marks delegates as holding a place, as waiting from this moment on, or as neither. */
  async mark(
    transaction: Transaction,
    delegateIds: readonly string[],
    as: 'holding' | 'waiting' | 'neither',
  ): Promise<void> {
    if (delegateIds.length === 0) return;
    await transaction.query(
      `update delegate set holds_place = $2 = 'holding', waiting_since = case when $2 = 'waiting' then clock_timestamp() end
       where id = any($1::uuid[])`,
      [delegateIds, as],
    );
  }
}
