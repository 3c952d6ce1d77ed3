import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type SqlReader, transactionOn } from '../../database/database.ts';
import { addTestSession } from '../../testing/test-programme.ts';
import { deskOf, twoFirms } from '../../testing/two-firms.ts';
import { verify } from '../../commands/verify.ts';
import { countOrphans, findOrphans, orphanQueries } from './orphans.repository.ts';

const year = 2047;
let firms: Awaited<ReturnType<typeof twoFirms>>;
let agreed: { id: string };
let asked: { id: string };
let owner: pg.Client;

beforeAll(async () => {
  firms = await twoFirms(year);
  const { forum, edition, hanbit } = firms;
  agreed = await firms.ask();
  await firms.accept(agreed);
  asked = await firms.ask();
  owner = new pg.Client({ connectionString: forum.databaseUrl });
  await owner.connect();
  const [delegation] = await forum.database.rows<{ id: string }>(
    `insert into delegation (edition_id, kind, name) values ($1, 'institution', 'Agency') returning id`,
    [edition.id],
  );
  await forum.database.rows(
    `insert into delegation_place (delegation_id, category, places, taken) values ($1, 'industry', 3, 1)`,
    [delegation?.id],
  );
  await forum.database.rows('update delegate set delegation_id = $2, holds_place = true where id = $1', [
    hanbit.delegateIds[0],
    delegation?.id,
  ]);
  for (const audience of ['accredited', 'restricted'] as const) {
    const { id: session } = await addTestSession(await deskOf(forum), edition, { audience, title: audience });
    await forum.database.rows('insert into star (edition_id, person_id, session_id) values ($1, $2, $3)', [
      edition.id,
      hanbit.browser.personId,
      session,
    ]);
  }
  await forum.database.rows('select settle_stars($1, null, null)', [edition.id]);
  await forum.database.rows(
    `with made as (insert into interpreter (edition_id, name, languages) values ($1, 'Gone', '{ko,en}') returning id),
     booked as (insert into reservation (edition_id, resource_kind, resource_id, during, commitment_kind, commitment_id)
       select $1, 'interpreter', made.id, tstzrange(m.starts_at, m.ends_at), 'meeting', m.id from made, meeting m where m.id = $2)
     update meeting set interpreter_id = made.id from made where meeting.id = $2`,
    [edition.id, agreed.id],
  );
});
afterAll(async () => {
  await owner.end();
  await firms.forum.stop();
});

/** What each query is to find, as it is planted past the doors of the forum. */
const planted: Record<string, () => [string, ...unknown[]]> = {
  'meeting-of-removed-firm': () => [
    'update firm_in_edition set removed_at = now() where firm_id = $1',
    firms.nordlys.id,
  ],
  'request-of-dissolved-team': () => [
    'update team set removed_at = now() where id = $1',
    firms.nordlys.teamId,
  ],
  'request-nobody-answers': () => ['delete from team_member where team_id = $1', firms.nordlys.teamId],
  'meeting-with-nobody': () => ['delete from meeting_participant where meeting_id = $1', agreed.id],
  'participant-who-is-gone': () => [
    `update delegate set state = 'waitlisted' where id = $1`,
    firms.hanbit.delegateIds[0],
  ],
  'meeting-at-no-table': () => [
    'update meeting_table set removed_at = now() where id = (select table_id from meeting where id = $1)',
    agreed.id,
  ],
  'meeting-without-reservation': () => [
    `delete from reservation where commitment_id = $1 and resource_kind = 'table'`,
    agreed.id,
  ],
  'meeting-without-interpreter-on-the-list': () => [
    'update interpreter set removed_at = now() where id = (select interpreter_id from meeting where id = $1)',
    agreed.id,
  ],
  'reservation-without-holder': () => [
    `update meeting set state = 'cancelled', interpreter_id = null where id = $1`,
    agreed.id,
  ],
  'place-held-by-nobody': () => [
    'update delegate set holds_place = false where id = $1',
    firms.hanbit.delegateIds[0],
  ],
  'place-of-somebody-who-is-out': () => [
    `update delegate set state = 'withdrawn' where id = $1`,
    firms.hanbit.delegateIds[0],
  ],
  'waiting-for-nothing': () => [
    'update delegate set waiting_since = now() where id = $1',
    firms.hanbit.delegateIds[0],
  ],
  'waiting-for-a-free-place': () => [
    `update delegate set state = 'waitlisted', holds_place = false, waiting_since = now(), decided_at = null where id = $1`,
    firms.hanbit.delegateIds[0],
  ],
  'star-of-what-is-not-read': () => ['update star set freed_at = null'],
  'star-freed-without-cause': () => ['update star set freed_at = now()'],
};

/** Plants something, asks, and takes it back. */
async function foundWith(sql: string, values: readonly unknown[]): Promise<string[]> {
  await owner.query('begin');
  try {
    await owner.query(sql, [...values]);
    return (await findOrphans(ownerReads)).map(({ query }) => query);
  } finally {
    await owner.query('rollback');
  }
}

const ownerReads: SqlReader = { query: (...given) => transactionOn(owner).query(...given) };

describe('a forum that keeps its word', () => {
  it('has nothing orphaned, by every question', async () => {
    expect(asked.id).not.toBe(agreed.id);
    expect(await findOrphans(firms.forum.database.reader)).toEqual([]);
    const counts = await countOrphans(firms.forum.database.reader);
    expect(counts).toEqual(orphanQueries.map(({ name }) => ({ query: name, count: 0 })));
  });

  it('is asked each question by a name of its own', () => {
    expect(Object.keys(planted)).toEqual(orphanQueries.map(({ name }) => name));
  });
});

describe.each(orphanQueries.map(({ name }) => [name]))('%s', (name) => {
  it('finds one that was planted (control)', async () => {
    const [sql, ...values] = planted[name]!();
    expect(await foundWith(sql, values)).toContain(name);
  });
});

describe('the command', () => {
  it('prints what is orphaned and ends with 1, else with 0', async () => {
    const { app, database } = firms.forum;
    const run = async () => {
      const lines: string[] = [];
      const code = await verify.run(
        { app, database, config: {} as never, print: (line) => void lines.push(line) },
        [],
      );
      return { code, lines };
    };
    expect(await run()).toEqual({
      code: 0,
      lines: [`Nothing is orphaned (${orphanQueries.length} questions).`],
    });
    await database.rows('update delegation_place set taken = 2');
    const { code, lines } = await run();
    await database.rows('update delegation_place set taken = 1');
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^seoul-2047: place-held-by-nobody [-0-9a-f]{36}: a delegation/),
    ]);
  });
});
