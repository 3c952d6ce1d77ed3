import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { holdDemoForum } from '../demo/demo-forum.ts';
import { beyond, schemaOf } from '../testing/schema-snapshot.ts';
import { createEmptyDatabase, createTestDatabase, loginsOf } from '../testing/test-database.ts';
import { createDataSource } from './data-source.ts';
import { Database } from './database.ts';
import { DatabaseUrl } from './database-url.ts';
import { migrate } from './migrate.ts';
import { makeOldForum } from './testing/old-forum.ts';

type Row = Record<string, unknown>;

const now = new Date('2027-05-12T03:20:00Z');
const opened: { client: pg.Client; drop(): Promise<void> }[] = [];

async function connect(database: { url: string; drop(): Promise<void> }) {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  opened.push({ client, drop: database.drop });
  return { client, url: database.url };
}

async function plantDemo(url: string): Promise<void> {
  const source = await createDataSource(DatabaseUrl.forCommands(loginsOf(url)), 4).initialize();
  await holdDemoForum(new Database(source), now);
  await source.destroy();
}

async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
       and relname not in ('migration', 'migrations') order by relname`,
  );
  return rows.map(({ name }) => name);
}

/** All rows of a database, by table and in one order. */
async function contentOf(client: pg.Client): Promise<Map<string, Row[]>> {
  const content = new Map<string, Row[]>();
  for (const table of await tablesOf(client)) {
    const { rows } = await client.query<{ row: Row }>(
      `select to_jsonb(t) as row from "${table}" t order by to_jsonb(t)`,
    );
    content.set(
      table,
      rows.map(({ row }) => row),
    );
  }
  return content;
}

/**
 * Puts rows into those tables and columns that are there; what references what does not matter meanwhile. Staff were not
 * known everywhere.
 */
async function fill(client: pg.Client, content: Map<string, Row[]>): Promise<void> {
  await client.query('set session_replication_role = replica');
  for (const table of await tablesOf(client)) {
    const { rows: columns } = await client.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1`,
      [table],
    );
    const rows = (content.get(table) ?? []).map((row) =>
      row['category'] === 'staff' ? { ...row, category: 'industry' } : row,
    );
    const there = columns.map(({ name }) => name).filter((name) => rows.some((row) => name in row));
    if (there.length === 0) continue;
    const names = there.map((name) => `"${name}"`).join(', ');
    await client.query(
      `insert into "${table}" (${names}) overriding system value
       select ${names} from jsonb_populate_recordset(null::"${table}", $1)`,
      [JSON.stringify(rows)],
    );
  }
  await client.query('set session_replication_role = origin');
}

/** The rows of `before` that are not in `after` with all they held, by table; columns that are no more do not count. */
function lostFrom(before: Map<string, Row[]>, after: Map<string, Row[]>): Record<string, number> {
  const lost: Record<string, number> = {};
  for (const [table, rows] of before) {
    const there = after.get(table) ?? [];
    const shared = Object.keys(there[0] ?? rows[0] ?? {}).filter((name) => name in (rows[0] ?? {}));
    const written = (row: Row) => JSON.stringify(shared.map((name) => row[name]));
    const known = new Set(there.map(written));
    const missing = rows.filter((row) => !known.has(written(row))).length;
    if (missing > 0) lost[table] = missing;
  }
  return lost;
}

const functions = `
  select proname as name, regexp_replace(prosrc, '\\s+', ' ', 'g') as source from pg_proc p
  where pronamespace = 'public'::regnamespace and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
  union all select relname, pg_get_viewdef(oid) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
  union all select tgname, pg_get_triggerdef(oid) from pg_trigger
    where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
  union all select relname, concat_ws(' ', relacl::text, reloptions::text) from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'S', 'v') and relname !~ '^migrations'
  union all select relname, has_table_privilege('forum_server', oid, 'select, insert, update, delete')::text from pg_class
    where relnamespace = 'public'::regnamespace and relname = 'migrations'
  union all select attrelid::regclass || '.' || attname, attstorage::text from pg_attribute
    where attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r') and attnum > 0 and not attisdropped
  union all select coalesce(a.attname, '') || ' of ' || c.relname, d.description from pg_description d
    join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
    left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and d.objsubid > 0
    where c.relnamespace = 'public'::regnamespace
  order by 1, 2`;

/** What functions, views and triggers do, who may what, how columns are kept, and what is said of them. */
async function behaviourOf(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; source: string }>(functions);
  return new Map(rows.map(({ name, source }) => [`${name}: ${source}`, '']));
}

let fresh: pg.Client;

beforeAll(async () => {
  const database = await connect(await createTestDatabase());
  fresh = database.client;
  await plantDemo(database.url);
});

afterAll(async () => {
  for (const { client, drop } of opened) {
    await client.end();
    await drop();
  }
});

/** A forum that had the files up to `last`, with the rows of the demonstration as far as it had their tables. */
async function oldForum(last: string) {
  const old = await connect(await createEmptyDatabase());
  await makeOldForum(old.client, last);
  await fill(old.client, await contentOf(fresh));
  return old;
}

async function expectFreshSchema(client: pg.Client): Promise<void> {
  for (const read of [schemaOf, behaviourOf]) {
    const [taken, made] = [await read(client), await read(fresh)];
    expect(beyond(taken, made)).toEqual({});
    expect(beyond(made, taken)).toEqual({});
  }
}

describe('a forum that was made by numbered files', () => {
  it('is taken over from 0132 with every row', async () => {
    const { client, url } = await oldForum('0132-know-when-meetings-are-agreed.sql');
    const before = await contentOf(client);
    expect(await migrate(url)).toEqual(['0133-let-delegations-have-teams.sql']);
    expect(lostFrom(before, await contentOf(client))).toEqual({});
    await expectFreshSchema(client);
    expect(await migrate(url)).toEqual([]);
  });

  it('is taken over from 0072 with every row', async () => {
    const { client, url } = await oldForum('0072-close-requests-by-plan.sql');
    const before = await contentOf(client);
    expect((await migrate(url)).length).toBe(29);
    expect(lostFrom(before, await contentOf(client))).toEqual({});
    await expectFreshSchema(client);
    expect(await migrate(url)).toEqual([]);
  });

  it('is refused when it is older than that', async () => {
    const { client, url } = await connect(await createEmptyDatabase());
    await makeOldForum(client, '0071-tell-runs-apart.sql');
    await expect(migrate(url)).rejects.toThrow('This forum is older than 0072');
  });

  it('is refused when a file that it had was edited', async () => {
    const { client, url } = await connect(await createEmptyDatabase());
    await makeOldForum(client, '0080-know-staff.sql');
    await client.query(`update migration set hash = 'edited' where name = '0080-know-staff.sql'`);
    await expect(migrate(url)).rejects.toThrow('0080-know-staff.sql was edited');
  });
});
