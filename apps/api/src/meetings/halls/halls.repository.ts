import { Injectable } from '@nestjs/common';
import type { Hall } from '@forum/contract/meetings/halls';
import { DomainError } from '@forum/domain/errors';
import type { Misfit } from '@forum/domain/meetings/halls/misfit';
import type { PlacedTable } from '@forum/domain/meetings/halls/table-plan';
import type { Interval } from '@forum/domain/time/interval';
import { Database, type Transaction, type SqlReader } from '../../database/database.ts';

/** The meeting halls of an edition as they are kept. */
@Injectable()
export class HallsRepository {
  constructor(private readonly database: Database) {}

  /** All halls of an edition, or one, with hours and tables. */
  list(
    editionId: string,
    hallId: string | null = null,
    reader: SqlReader = this.database.reader,
  ): Promise<Hall[]> {
    return reader.query<Hall>(
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

  /** Makes these the tables of the hall; one that is taken away keeps its meetings until they are moved. */
  async #placeTables(
    transaction: Transaction,
    editionId: string,
    id: string,
    { tables, seats }: HallToSave,
  ): Promise<void> {
    const labels = tables.map(({ label }) => label);
    await transaction.query(
      `insert into meeting_table (edition_id, hall_id, label, position, capacity, x, y)
       select $1, $2, t.label, t.n, $3, t.x, t.y
       from unnest($4::text[], $5::real[], $6::real[]) with ordinality as t (label, x, y, n)
       on conflict (hall_id, label) do update
         set position = excluded.position, capacity = excluded.capacity, x = excluded.x, y = excluded.y, removed_at = null`,
      [editionId, id, seats, labels, tables.map(({ x }) => x), tables.map(({ y }) => y)],
    );
    await transaction.query(
      `update meeting_table set removed_at = now() where hall_id = $1 and removed_at is null and label <> all ($2::text[])`,
      [id, labels],
    );
  }

  /** The agreed meetings of a hall that are not over, soonest first. */
  agreedMeetings(
    editionId: string,
    hallId: string,
    now: string,
    reader: SqlReader = this.database.reader,
  ): Promise<AgreedMeeting[]> {
    return reader.query<AgreedMeeting>(
      `select m.id, utc(m.starts_at) as start, utc(m.ends_at) as "end", t.label as "table", t.id as "tableId", m.place_lost as "placeLost", one.name as "from", other.name as "to",
         (select count(*)::int from meeting_participant p where p.meeting_id = m.id) as people
       from meeting m join meeting_table t on t.id = m.table_id
       join team from_team on from_team.id = m.from_team_id join firm one on one.id = from_team.firm_id
       join team to_team on to_team.id = m.to_team_id join firm other on other.id = to_team.firm_id
       where m.edition_id = $1 and t.hall_id = $2 and m.state = 'accepted' and m.ends_at > $3
       order by m.starts_at, m.id limit 20000`,
      [editionId, hallId, now],
    );
  }

  /** Removes a hall with its hours and tables; what has referred to it stands in the way. */
  async remove(transaction: Transaction, id: string): Promise<void> {
    for (const statement of [
      'delete from meeting_table where hall_id = $1',
      'delete from hall_opening where hall_id = $1',
      'delete from hall_closure where hall_id = $1',
      'delete from hall where id = $1',
    ]) {
      await transaction.query(statement, [id]);
    }
  }
}

export const noSuchHall = (hall: string) =>
  new DomainError('not_found', { hall }, 'This edition has no such hall.');

/** An agreed meeting as a hall knows it. */
export interface AgreedMeeting extends Interval {
  id: string;
  table: string;
  tableId: string;
  /** Why it needs a new place since the hall changed before. */
  placeLost: Misfit | null;
  from: string;
  to: string;
  /** How many come. */
  people: number;
}

/** A hall with its hours as instants. */
export interface HallToSave {
  id: string | null;
  name: string;
  slotMinutes: number;
  changeoverMinutes: number;
  openings: Interval[];
  closures: (Interval & { reason: string })[];
  tables: PlacedTable[];
  seats: number;
}
