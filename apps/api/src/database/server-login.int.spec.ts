import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';
import { createTestDatabase, loginsOf } from '../testing/test-database.ts';
import { postgresCode } from './database.ts';
import { admitServerLogin } from './server-login.ts';

const denied = '42501';

describe('the login of a running server', () => {
  let forum: TestForum;
  beforeAll(async () => {
    forum = await startTestForum();
  });
  afterAll(() => forum.stop());

  const codeOf = (sql: string) =>
    forum.database
      .write(async (transaction) => {
        await transaction.query('set role none');
        await transaction.query(sql);
      })
      .then(
        () => 'done',
        (error: unknown) => postgresCode(error),
      );

  it('can take no other role, forum_server neither', async () => {
    const others = await otherRoles(forum.databaseUrl);
    expect(others).toContain('forum_server');
    for (const role of others) expect([role, await codeOf(`set role ${role}`)]).toEqual([role, denied]);
  });

  it('has no more rights when it gives up the role that it has', async () => {
    for (const forbidden of [
      'delete from journal',
      'update journal_stream set payload = null',
      'alter table journal disable trigger all',
      'truncate person',
      'drop table person',
      'create table anything (id int)',
      'create schema anything',
      'delete from migrations',
      `copy (select 1) to program 'true'`,
      `create role anybody`,
      `alter role forum_server login`,
    ]) {
      expect([forbidden, await codeOf(forbidden)]).toEqual([forbidden, denied]);
    }
  });

  it('is that of every connection of the server', async () => {
    const owner = new pg.Client({ connectionString: forum.databaseUrl });
    await owner.connect();
    const { rows } = await owner.query<{ name: string; login: string }>(
      `select distinct application_name as name, usename::text as login from pg_stat_activity
       where datname = current_database() and application_name like 'forum%' order by name`,
    );
    await owner.end();
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['forum', 'forum-jobs', 'forum-sequencer', 'forum-tail']),
    );
    expect(new Set(rows.map(({ login }) => login))).toEqual(new Set(['forum_login']));
  });
});

describe('a login that is given beside an owner', () => {
  let place: Awaited<ReturnType<typeof createTestDatabase>>;
  const name = `login_${randomBytes(6).toString('hex')}`;
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: place.url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  const admit = () => {
    const server = Object.assign(new URL(place.url), { username: name, password: 'login' }).toString();
    return admitServerLogin({ owner: place.url, server });
  };
  beforeAll(async () => {
    place = await createTestDatabase();
    await run(`create role ${name} login password 'login'`);
  });
  afterAll(async () => {
    await run(`drop owned by ${name}; drop role ${name}`);
    await place.drop();
  });

  it('gets the rights of the server, once and again', async () => {
    await admit();
    await admit();
    await run(`set session authorization ${name}; select count(*) from person`);
  });

  it('may not take the role even where it could before', async () => {
    await run(`grant forum_server to ${name} with set true`);
    await admit();
    await expect(run(`set session authorization ${name}; set role forum_server`)).rejects.toThrow(/denied/);
  });

  it.each([
    ['is a superuser', (is: boolean) => `alter role ${name} ${is ? 'superuser' : 'nosuperuser'}`],
    ['may create roles', (is: boolean) => `alter role ${name} ${is ? 'createrole' : 'nocreaterole'}`],
    ['may create databases', (is: boolean) => `alter role ${name} ${is ? 'createdb' : 'nocreatedb'}`],
    [
      'owns the database or something in it',
      (is: boolean) =>
        `${is ? 'create' : 'drop'} schema ${is ? `of_login authorization ${name}` : 'of_login'}`,
    ],
    [
      'may act as pg_read_all_data',
      (is: boolean) => `${is ? 'grant' : 'revoke'} pg_read_all_data ${is ? 'to' : 'from'} ${name}`,
    ],
  ])('is refused when it %s', async (words, make) => {
    await run(make(true));
    await expect(admit()).rejects.toThrow(`${name}, which ${words}`);
    await run(make(false));
    await admit();
  });
});

async function otherRoles(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname <> $1 order by rolname',
    [new URL(loginsOf(url).server).username],
  );
  await client.end();
  return rows.map(({ rolname }) => rolname);
}
