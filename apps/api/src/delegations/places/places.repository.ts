import { Injectable } from '@nestjs/common';
import { type DelegationPlaces, type PlaceEntry } from '@forum/domain/accreditation/places';
import { type DelegateCategory } from '@forum/domain/people/delegate-category';
import { type Transaction } from '../../database/database.ts';

/** Reads and keeps who has a place in a delegation and who waits for one. */
@Injectable()
export class PlacesRepository {
  /** Nobody else gives or takes places of this delegation until the transaction ends. */
  async lock(transaction: Transaction, delegationId: string): Promise<void> {
    await transaction.query('select from delegation where id = $1 for update', [delegationId]);
  }

  async read(transaction: Transaction, delegationId: string): Promise<DelegationPlaces> {
    const places = await transaction.query<{ category: DelegateCategory; places: number }>(
      'select category, places from delegation_place where delegation_id = $1',
      [delegationId],
    );
    const entries = await transaction.query<PlaceEntry & { holds: boolean }>(
      `select id as "delegateId", category, holds_place as holds from delegate
       where delegation_id = $1 and category is not null and (holds_place or waiting_since is not null)
       order by waiting_since, id`,
      [delegationId],
    );
    return {
      places: Object.fromEntries(places.map((row) => [row.category, row.places])),
      holders: entries.filter((entry) => entry.holds),
      waiting: entries.filter((entry) => !entry.holds),
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
