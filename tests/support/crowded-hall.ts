import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';

/** A request for a meeting that waits for its answer. */
export interface OpenRequest {
  meeting: string;
  start: string;
  /** The delegate who is asked, and the cookie of their session. */
  asked: string;
  cookie: string;
}

const tables = 60;
const people = 60;
const slotMinutes = 20;

/**
 * A hall of 60 tables and `count` open requests in it, each of two people who are free: no two requests of one person
 * are for the same slot.
 */
export async function fillHall(pool: Pool, edition: string, count: number): Promise<OpenRequest[]> {
  await pool.query(
    `with made as (
       insert into hall (edition_id, name, slot_minutes, changeover_minutes)
       select id, 'Hall of the benchmark', $2, 0 from edition where slug = $1 returning id, edition_id),
     opened as (
       insert into hall_opening (hall_id, during) select id, tstzrange(now() + interval '1 day', now() + interval '5 days') from made)
     insert into meeting_table (edition_id, hall_id, label, position, capacity, x, y)
     select edition_id, id, 'B' || n, n, 4, 0, 0 from made, generate_series(1, ${tables}) n`,
    [edition, slotMinutes],
  );
  const parties = await makeParties(pool, edition);
  const { rows } = await pool.query<{ start: Date }>(
    `select lower(during) as start from hall_opening o join hall h on h.id = o.hall_id where h.name = 'Hall of the benchmark'`,
  );
  const opens = rows[0]?.start.getTime() ?? 0;
  const pairs = Array.from({ length: count }, (_, n) => {
    const [round, place] = [Math.floor(n / (people / 2)), n % (people / 2)];
    const start = new Date(opens + round * slotMinutes * 60_000).toISOString();
    return { from: parties[place * 2]!, to: parties[place * 2 + 1]!, start };
  });
  const made = await pool.query<{ id: string }>(
    `with pair as (select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[]) with ordinality as p (from_team, to_team, sender, start, n)),
     made as (
       insert into meeting (id, edition_id, from_team_id, to_team_id, topic, turn, suggested, expires_at, requested_by)
       select uuidv7(), e.id, from_team, to_team, n::text, 'to', array[start], start, (select id from person order by id limit 1)
       from pair, edition e where e.slug = $1 returning id, edition_id, topic),
     sent as (
       insert into meeting_participant (edition_id, meeting_id, delegate_id, side)
       select edition_id, made.id, pair.sender, 'from' from made join pair on pair.n::text = made.topic)
     select id from made order by topic::int`,
    [
      edition,
      pairs.map(({ from }) => from.team),
      pairs.map(({ to }) => to.team),
      pairs.map(({ from }) => from.delegate),
      pairs.map(({ start }) => start),
    ],
  );
  return made.rows.map(({ id }, n) => ({
    meeting: id,
    start: pairs[n]!.start,
    asked: pairs[n]!.to.delegate,
    cookie: pairs[n]!.to.cookie,
  }));
}

/** As many requests as other teams of the crowd, of one slot and to the delegate who is asked in `one`. */
export async function askForOneSlot(
  pool: Pool,
  edition: string,
  one: OpenRequest,
  slot: number,
): Promise<OpenRequest[]> {
  const { rows } = await pool.query<{ meeting: string; start: Date }>(
    `with asked as (select edition_id, team_id from team_member where delegate_id = $2),
     opened as (
       select lower(o.during) + $3 * interval '${slotMinutes} minutes' as start from hall_opening o join hall h on h.id = o.hall_id
       where h.name = 'Hall of the benchmark'),
     others as (
       select tm.team_id, tm.delegate_id from team_member tm join delegate d on d.id = tm.delegate_id, asked
       where d.organisation = 'Crowd firm' and tm.team_id <> asked.team_id),
     made as (
       insert into meeting (id, edition_id, from_team_id, to_team_id, topic, turn, suggested, expires_at, requested_by)
       select uuidv7(), e.id, others.team_id, asked.team_id, others.delegate_id::text, 'to', array[start], start,
         (select id from person order by id limit 1)
       from others, asked, opened, edition e where e.slug = $1 returning id, edition_id, topic, expires_at),
     sent as (
       insert into meeting_participant (edition_id, meeting_id, delegate_id, side)
       select edition_id, id, topic::uuid, 'from' from made)
     select id as meeting, expires_at as start from made`,
    [edition, one.asked, slot],
  );
  return rows.map(({ meeting, start }) => ({ ...one, meeting, start: start.toISOString() }));
}

/** Firms of one accredited representative each, signed in. */
async function makeParties(
  pool: Pool,
  edition: string,
): Promise<{ team: string; delegate: string; cookie: string }[]> {
  const secrets = Array.from({ length: people }, () => randomBytes(32).toString('base64url'));
  const { rows } = await pool.query<{ team: string; delegate: string }>(
    `with wanted as (select n, uuidv7() as person, uuidv7() as firm, uuidv7() as team, uuidv7() as delegate, hash
       from unnest($2::bytea[]) with ordinality as s (hash, n)),
     host as (select id from edition where slug = $1),
     people as (insert into person (id, mail, display_name, sort_key)
       select person, 'crowd-' || n || '@bench.example', 'Crowd ' || n, 'crowd ' || n from wanted),
     sessions as (insert into sign_in_session (secret_hash, person_id, device, expires_at)
       select hash, person, 'bench', now() + interval '1 day' from wanted),
     firms as (insert into firm (id, name, folded_name, country)
       select firm, 'Crowd firm ' || n, 'crowd firm ' || n, 'KR' from wanted),
     listed as (insert into firm_in_edition (edition_id, firm_id) select host.id, firm from wanted, host),
     teams as (insert into team (id, edition_id, firm_id, name) select team, host.id, firm, 'Team' from wanted, host),
     delegates as (insert into delegate (id, edition_id, person_id, firm_id, state, category, organisation, country,
         display_name, sort_key)
       select delegate, host.id, person, firm, 'accredited', 'industry', 'Crowd firm', 'KR', 'Crowd', 'crowd' from wanted, host),
     joined as (insert into team_member (edition_id, team_id, delegate_id) select host.id, team, delegate from wanted, host),
     confirmed as (insert into representation (edition_id, firm_id, delegate_id, confirmed_at)
       select host.id, firm, delegate, now() from wanted, host)
     select team, delegate from wanted order by n`,
    [edition, secrets.map((secret) => createHash('sha256').update(secret).digest())],
  );
  return rows.map((row, n) => ({ ...row, cookie: `forum=${secrets[n]}` }));
}
