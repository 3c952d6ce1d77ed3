import { Injectable } from '@nestjs/common';
import {
  freeTeamSlots,
  type HallCalendar,
  type Span,
  type TeamCalendar,
} from '@forum/domain/matchmaking/matching/free-team-slots';
import { type Transaction } from '../../database/database.ts';

/** What the calendars of an edition leave, and who meets in it already. */
export interface EditionCalendars {
  /** By firm, where known. */
  freeSlots: ReadonlyMap<string, number>;
  agreed: readonly (readonly [string, string])[];
}

type Taken = [id: string, start: number, end: number];

interface Row {
  halls: (Omit<HallCalendar, 'tables'> & { tables: string[] })[];
  teams: [team: string, firm: string, comes: boolean][];
  members: [team: string, delegate: string][];
  accredited: [delegate: string, person: string][];
  hours: [delegate: string, spans: Span[]][];
  taken: Taken[];
  meetings: [from: string, to: string, start: number, end: number][];
}

const listOf = (values: string, rest: string) =>
  `(select coalesce(json_agg(json_build_array(${values})), '[]') from ${rest})`;
const ms = (instant: string) => `(extract(epoch from ${instant}) * 1000)::bigint`;
const span = (during: string) => `${ms(`lower(${during})`)}, ${ms(`upper(${during})`)}`;
const hoursOf = (table: string) =>
  `(select coalesce(json_agg(json_build_object('start', utc(lower(o.during)), 'end', utc(upper(o.during)))), '[]')
    from ${table} o where o.hall_id = h.id)`;

/**
 * Reads how much room the calendars of an edition's firms have. One statement of plain lists: they are put together
 * here, because a planner without statistics of today joins thousands of people with thousands of reservations row by
 * row (tried with 8,000 people: 31 s, where the lists take a fifth of a second).
 */
@Injectable()
export class CalendarsRepository {
  async read(transaction: Transaction, editionId: string, now: string): Promise<EditionCalendars> {
    const [row] = await transaction.query<Row>(
      `select
         (select coalesce(json_agg(json_build_object(
            'slotMinutes', h.slot_minutes, 'changeoverMinutes', h.changeover_minutes,
            'openings', ${hoursOf('hall_opening')}, 'closures', ${hoursOf('hall_closure')},
            'tables', array(select id from meeting_table where hall_id = h.id and removed_at is null))), '[]')
          from hall h where h.edition_id = $1) as halls,
         ${listOf('id, firm_id, removed_at is null', 'team where edition_id = $1')} as teams,
         ${listOf('team_id, delegate_id', 'team_member where edition_id = $1')} as members,
         ${listOf('id, person_id', `delegate where edition_id = $1 and state = 'accredited'`)} as accredited,
         ${listOf(`delegate_id, ${listOf(span('during'), 'unnest(during) during')}`, 'availability where edition_id = $1')} as hours,
         ${listOf(
           `resource_id, ${span('during')}`,
           `commitment where edition_id = $1 and upper(during) > $2 and resource_kind in ('person', 'table')`,
         )} as taken,
         ${listOf(
           `from_team_id, to_team_id, ${ms('starts_at')}, ${ms('ends_at')}`,
           `meeting where edition_id = $1 and state = 'accepted'`,
         )} as meetings`,
      [editionId, now],
    );
    if (!row) return { freeSlots: new Map(), agreed: [] };
    const taken = spansById(row.taken);
    const halls = row.halls.map((hall) => ({ ...hall, tables: hall.tables.map((id) => taken(id) ?? []) }));
    const firms = new Map(row.teams.map(([team, firm]) => [team, firm]));
    return {
      freeSlots: freeTeamSlots(halls, calendarsOf(row, taken), now),
      agreed: row.meetings.flatMap(([from, to]) => {
        const [one, other] = [firms.get(from), firms.get(to)];
        return one && other ? [[one, other] as const] : [];
      }),
    };
  }
}

type SpansOf = (id: string) => readonly Span[] | undefined;

function calendarsOf({ teams, members, accredited, hours, meetings }: Row, taken: SpansOf): TeamCalendar[] {
  const persons = new Map(accredited);
  const available = new Map(hours);
  const meets = spansById(
    meetings.flatMap(([from, to, start, end]): Taken[] => [
      [from, start, end],
      [to, start, end],
    ]),
  );
  const people = new Map<string, TeamCalendar['members'][number][]>();
  for (const [team, delegate] of members) {
    const person = persons.get(delegate);
    if (!person) continue;
    const own = people.get(team) ?? [];
    own.push({ busy: taken(person) ?? [], available: available.get(delegate) ?? null });
    people.set(team, own);
  }
  const coming = teams.filter(([, , comes]) => comes);
  return coming.map(([team, firmId]) => ({
    firmId,
    meetings: meets(team) ?? [],
    members: people.get(team) ?? [],
  }));
}

function spansById(rows: readonly Taken[]): SpansOf {
  const spans = new Map<string, Span[]>();
  for (const [id, start, end] of rows) {
    const own = spans.get(id) ?? [];
    own.push([start, end]);
    spans.set(id, own);
  }
  return (id) => spans.get(id);
}
