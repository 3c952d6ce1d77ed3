import { Injectable } from '@nestjs/common';
import type { SqlReader } from '../../database/database.ts';

const listOf = (values: string, rest: string) =>
  `(select coalesce(json_agg(json_build_array(${values})), '[]') from ${rest})`;
const ms = (instant: string) => `(extract(epoch from ${instant}) * 1000)::bigint`;
const span = (during: string) => `${ms(`lower(${during})`)}, ${ms(`upper(${during})`)}`;
const hoursOf = (table: string) =>
  `(select coalesce(json_agg(json_build_object('start', utc(lower(o.during)), 'end', utc(upper(o.during)))), '[]')
    from ${table} o where o.hall_id = h.id)`;

/**
 * Reads how much room the calendars of an edition's firms have. One statement of plain lists, as JSON: they are
 * put together in `edition-calendars.ts`, because a planner without statistics of today joins thousands of people with thousands of reservations row by
 * row (tried with 8,000 people: 31 s, where the lists take a fifth of a second).
 */
@Injectable()
export class CalendarsRepository {
  async read(reader: SqlReader, editionId: string, now: string): Promise<string | null> {
    const [row] = await reader.query<{ calendars: string }>(
      `select row_to_json(lists)::text as calendars from (select
         (select coalesce(json_agg(json_build_object(
            'slotMinutes', h.slot_minutes, 'changeoverMinutes', h.changeover_minutes,
            'openings', ${hoursOf('hall_opening')}, 'closures', ${hoursOf('hall_closure')},
            'tables', array(select id from meeting_table where hall_id = h.id and removed_at is null))), '[]')
          from hall h where h.edition_id = $1) as halls,
         ${listOf('id, firm_id, removed_at is null', 'team where edition_id = $1')} as teams,
         ${listOf('team_id, delegate_id', 'team_member where edition_id = $1')} as members,
         ${listOf('delegate_id, person_id', 'representative where edition_id = $1')} as accredited,
         ${listOf(`delegate_id, ${listOf(span('during'), 'unnest(during) during')}`, 'availability where edition_id = $1')} as hours,
         ${listOf(
           `resource_id, ${span('during')}`,
           `commitment where edition_id = $1 and upper(during) > $2 and resource_kind in ('person', 'table')`,
         )} as taken,
         ${listOf(
           `from_team_id, to_team_id, ${ms('starts_at')}, ${ms('ends_at')}`,
           `meeting where edition_id = $1 and state = 'accepted'`,
         )} as meetings) lists`,
      [editionId, now],
    );
    return row?.calendars ?? null;
  }
}
