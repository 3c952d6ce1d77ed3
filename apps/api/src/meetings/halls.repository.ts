import { Injectable } from '@nestjs/common';
import { type Hall } from '@forum/contract/meetings';
import { type Interval } from '@forum/domain/time/interval';
import { Database, type Transaction } from '../database/database.ts';

/** The meeting halls of an edition as they are kept. */
@Injectable()
export class HallsRepository {
  constructor(private readonly database: Database) {}

  /** All halls of an edition, or one, with hours and tables. */
  list(
    editionId: string,
    hallId: string | null = null,
    transaction: Transaction = this.database.reader,
  ): Promise<Hall[]> {
    return transaction.query<Hall>(
      `select h.id, h.version, h.name, h.slot_minutes as "slotMinutes", h.changeover_minutes as "changeoverMinutes",
         (select coalesce(json_agg(json_build_object('start', utc(lower(o.during)), 'end', utc(upper(o.during))) order by o.during), '[]')
          from hall_opening o where o.hall_id = h.id) as openings,
         (select coalesce(json_agg(json_build_object('start', utc(lower(c.during)), 'end', utc(upper(c.during)), 'reason', c.reason) order by c.during), '[]')
          from hall_closure c where c.hall_id = h.id) as closures,
         (select coalesce(json_agg(json_build_object('id', t.id, 'label', t.label, 'capacity', t.capacity, 'x', t.x, 'y', t.y) order by t.position), '[]')
          from meeting_table t where t.hall_id = h.id and t.removed_at is null) as tables
       from hall h where h.edition_id = $1 and ($2::uuid is null or h.id = $2) order by h.name, h.id limit 50`,
      [editionId, hallId],
    );
  }

  async save(transaction: Transaction, editionId: string, hall: HallToSave): Promise<string> {
    const [row] = await transaction.query<{ id: string }>(
      `insert into hall (id, edition_id, name, slot_minutes, changeover_minutes) values (coalesce($1, uuidv7()), $2, $3, $4, $5)
       on conflict (id) do update set name = excluded.name, slot_minutes = excluded.slot_minutes,
         changeover_minutes = excluded.changeover_minutes, version = hall.version + 1
       where hall.edition_id = excluded.edition_id
       returning id`,
      [hall.id, editionId, hall.name, hall.slotMinutes, hall.changeoverMinutes],
    );
    const id = row?.id ?? '';
    await this.#replaceHours(transaction, id, hall);
    await this.#placeTables(transaction, editionId, id, hall);
    return id;
  }

  async #replaceHours(transaction: Transaction, id: string, hall: HallToSave): Promise<void> {
    await transaction.query('delete from hall_opening where hall_id = $1', [id]);
    await transaction.query('delete from hall_closure where hall_id = $1', [id]);
    await transaction.query(
      `insert into hall_opening (hall_id, during) select $1, tstzrange(s, e) from unnest($2::timestamptz[], $3::timestamptz[]) as o (s, e)`,
      [id, hall.openings.map((one) => one.start), hall.openings.map((one) => one.end)],
    );
    await transaction.query(
      `insert into hall_closure (hall_id, during, reason)
       select $1, tstzrange(s, e), r from unnest($2::timestamptz[], $3::timestamptz[], $4::text[]) as c (s, e, r)`,
      [
        id,
        hall.closures.map((one) => one.start),
        hall.closures.map((one) => one.end),
        hall.closures.map((one) => one.reason),
      ],
    );
  }

  /** Tables stand in rows of the hall's plan; one that is taken away keeps its meetings until they are moved. */
  async #placeTables(
    transaction: Transaction,
    editionId: string,
    id: string,
    { tables, seats }: HallToSave,
  ): Promise<void> {
    const columns = Math.ceil(Math.sqrt(tables * 1.6));
    const rows = Math.ceil(tables / columns);
    await transaction.query(
      `insert into meeting_table (edition_id, hall_id, label, position, capacity, x, y)
       select $1, $2, chr((65 + (n - 1) / $4)::int) || ((n - 1) % $4 + 1), n, $5,
         (((n - 1) % $4) + 0.5) / $4, (((n - 1) / $4) + 0.5) / $6
       from generate_series(1, $3::int) n
       on conflict (hall_id, label) do update
         set position = excluded.position, capacity = excluded.capacity, x = excluded.x, y = excluded.y, removed_at = null`,
      [editionId, id, tables, columns, seats, rows],
    );
    await transaction.query(
      `update meeting_table set removed_at = now() where hall_id = $1 and removed_at is null and position > $2`,
      [id, tables],
    );
  }
}

/** A hall with its hours as instants. */
export interface HallToSave {
  id: string | null;
  name: string;
  slotMinutes: number;
  changeoverMinutes: number;
  openings: Interval[];
  closures: (Interval & { reason: string })[];
  tables: number;
  seats: number;
}
