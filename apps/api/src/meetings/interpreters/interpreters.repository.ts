import { Injectable } from '@nestjs/common';
import type { Interpreter } from '@forum/contract/meetings/interpreters';
import type { Interval } from '@forum/domain/time/interval';
import { Database, type Transaction, type SqlReader } from '../../database/database.ts';

/** An interpreter with their hours as instants. */
export interface InterpreterToSave {
  name: string;
  languages: readonly string[];
  hours: readonly Interval[] | null;
  mostInARow: number | null;
}

const hoursOf = `case when i.hours is not null then (
  select coalesce(json_agg(json_build_object('start', utc(lower(h)), 'end', utc(upper(h))) order by h), '[]')
  from unnest(i.hours) h) end`;

/** Of the parameters 3 and 4, the starts and ends; null when the starts are. */
const hoursGiven = `case when $3::timestamptz[] is not null then (
  select coalesce(range_agg(tstzrange(s, e)), '{}') from unnest($3::timestamptz[], $4::timestamptz[]) h (s, e)) end`;

/** Who interprets at meetings of an edition, as it is kept. */
@Injectable()
export class InterpretersRepository {
  constructor(private readonly database: Database) {}

  /** Those on the list of an edition, or one of them. */
  list(
    editionId: string,
    id: string | null = null,
    reader: SqlReader = this.database.reader,
  ): Promise<Interpreter[]> {
    return reader.query<Interpreter>(
      `select i.id, i.version, i.name, i.languages, ${hoursOf} as hours, i.most_in_a_row as "mostInARow",
         (select count(*)::int from meeting m where m.interpreter_id = i.id) as booked
       from interpreter i where i.edition_id = $1 and i.removed_at is null and ($2::uuid is null or i.id = $2)
       order by i.name, i.id limit 500`,
      [editionId, id],
    );
  }

  async insert(transaction: Transaction, editionId: string, one: InterpreterToSave): Promise<string> {
    const [row] = await transaction.query<{ id: string }>(
      `insert into interpreter (edition_id, name, hours, languages, most_in_a_row)
       values ($1, $2, ${hoursGiven}, $5, $6) returning id`,
      [editionId, ...columnsOf(one)],
    );
    return row?.id ?? '';
  }

  async update(transaction: Transaction, id: string, one: InterpreterToSave): Promise<void> {
    await transaction.query(
      `update interpreter set name = $2, hours = ${hoursGiven}, languages = $5, most_in_a_row = $6, version = version + 1
       where id = $1`,
      [id, ...columnsOf(one)],
    );
  }

  async remove(transaction: Transaction, id: string): Promise<void> {
    await transaction.query(
      'update interpreter set removed_at = now(), version = version + 1 where id = $1',
      [id],
    );
  }

  /** Takes a time out of somebody's hours; answers the new version. */
  async sendAway(transaction: Transaction, id: string, { start, end }: Interval): Promise<number> {
    const [row] = await transaction.query<{ version: number }>(
      `update interpreter i set version = version + 1,
         hours = coalesce(i.hours, (
             select range_agg(o.during) from hall h join hall_opening o on o.hall_id = h.id
             where h.edition_id = i.edition_id), '{}') - tstzmultirange(tstzrange($2, $3))
       where i.id = $1 returning version`,
      [id, start, end],
    );
    return row?.version ?? 0;
  }

  /** The meetings to come that an interpreter is booked for, the soonest first. */
  toCome(transaction: Transaction, id: string, now: string): Promise<Interval[]> {
    return transaction.query<Interval>(
      `select utc(starts_at) as start, utc(ends_at) as "end" from meeting
       where interpreter_id = $1 and ends_at > $2 order by starts_at limit 500`,
      [id, now],
    );
  }
}

const columnsOf = ({ name, hours, languages, mostInARow }: InterpreterToSave): unknown[] => [
  name,
  hours && hours.map(({ start }) => start),
  hours && hours.map(({ end }) => end),
  languages,
  mostInARow,
];
