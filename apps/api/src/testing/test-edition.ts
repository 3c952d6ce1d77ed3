import type { Database } from '../database/database.ts';

/** An edition in Seoul for tests: live, three days, with a meeting hall when asked for. */
export interface TestEdition {
  id: string;
  slug: string;
}

/** Makes an edition of its own year; the wall clock of its meetings is that of Seoul. */
export async function createTestEdition(
  database: Database,
  year: number,
  phase = 'live',
): Promise<TestEdition> {
  const slug = `seoul-${year}`;
  const row = await database.row<{ id: string }>(
    `with host as (
       insert into capital (slug, name, country, zone, region, accent) values ('seoul', 'Seoul', 'KR', 'Asia/Seoul', 'indo-pacific', 'jade')
       on conflict (slug) do update set name = excluded.name returning id)
     insert into edition (slug, year, capital_id, title, venue, address, starts_on, ends_on, zone, phase)
     select $1, $2::int, id, 'Forum ' || $2::int, 'COEX', 'Gangnam', make_date($2::int, 5, 12), make_date($2::int, 5, 14), 'Asia/Seoul', $3 from host returning id`,
    [slug, year, phase],
  );
  return { id: row?.id ?? '', slug };
}

/** A hall of `tables` tables, open from nine to noon on 12 May of the year, in slots of 20 minutes with 5 between. */
export async function createTestHall(
  database: Database,
  edition: TestEdition,
  year: number,
  tables: number,
): Promise<string> {
  const row = await database.row<{ id: string }>(
    `with made as (
       insert into hall (edition_id, name, slot_minutes, changeover_minutes) values ($1, 'Hall B', 20, 5) returning id),
     opened as (
       insert into hall_opening (hall_id, during) select id, tstzrange(($2 || '-05-12T00:00:00Z')::timestamptz, ($2 || '-05-12T03:00:00Z')::timestamptz) from made),
     placed as (
       insert into meeting_table (edition_id, hall_id, label, position, capacity, x, y)
       select $1, id, 'T' || n, n, 6, 0.5, 0.5 from made, generate_series(1, $3::int) n)
     select id from made`,
    [edition.id, String(year), tables],
  );
  return row?.id ?? '';
}

/** A firm of an edition with one team. */
export interface TestFirm {
  id: string;
  teamId: string;
}

/** Makes a firm with one team whose members are the given people, accredited and confirmed. */
export async function createTestFirm(
  database: Database,
  edition: TestEdition,
  name: string,
  personIds: readonly (string | null)[],
): Promise<TestFirm & { delegateIds: string[] }> {
  const firm = await database.row<TestFirm>(
    `with made as (insert into firm (name, folded_name, country) values ($2, lower($2), 'KR') returning id),
     listed as (insert into firm_in_edition (edition_id, firm_id) select $1, id from made returning firm_id),
     team as (insert into team (edition_id, firm_id, name) select $1, firm_id, $2 from listed returning id)
     select made.id, team.id as "teamId" from made, team`,
    [edition.id, name],
  );
  const delegates = await database.rows<{ id: string }>(
    `with made as (
       insert into delegate
         (edition_id, person_id, firm_id, state, category, organisation, country, display_name, sort_key)
       select $1, id, $2, 'accredited', 'industry', $4, 'KR', display_name, sort_key from person
       where id = any($3::uuid[]) order by array_position($3::uuid[], id) returning id),
     joined as (insert into team_member (edition_id, team_id, delegate_id) select $1, $5, id from made),
     confirmed as (insert into representation (edition_id, firm_id, delegate_id, confirmed_at) select $1, $2, id, now() from made)
     select id from made`,
    [edition.id, firm?.id, personIds, name, firm?.teamId],
  );
  return {
    id: firm?.id ?? '',
    teamId: firm?.teamId ?? '',
    delegateIds: delegates.map((delegate) => delegate.id),
  };
}
