import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { StartError } from '../start-error.ts';
import { sessionLocks } from './locks.ts';

const folder = fileURLToPath(new URL('../../migrations', import.meta.url));

/** The migrations in their order; each file is one purpose, applied once, never edited. */
async function migrations(): Promise<{ name: string; sql: string; hash: string }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(`${folder}/${name}`, 'utf8');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Brings the database at `url` to the newest migration, under a lock, so that several nodes may start at once.
 * Refuses a server older than PostgreSQL 18, an encoding other than UTF-8, and a migration that was edited.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect().catch((error: Error) => {
    throw new StartError(
      `The database cannot be reached (${error.message || (error as NodeJS.ErrnoException).code}). Check DATABASE_URL and that the server runs.`,
    );
  });
  try {
    await refuseUnsuitable(client);
    await client.query('select pg_advisory_lock($1)', [sessionLocks.migrations]);
    return await applyMissing(client);
  } finally {
    await client.end();
  }
}

async function refuseUnsuitable(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as shown, getdatabaseencoding() as encoding`,
  );
  const { version, shown, encoding } = rows[0] as { version: number; shown: string; encoding: string };
  if (version < 180_000) {
    throw new StartError(
      `The database runs PostgreSQL ${shown}. The forum needs PostgreSQL 18 or newer, for constraints without overlaps.`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new StartError(
      `The database is encoded as ${encoding}. The forum needs UTF8: create it with ENCODING 'UTF8'.`,
    );
  }
}

async function applyMissing(client: pg.Client): Promise<string[]> {
  await client.query(
    'create table if not exists migration (name text constraint migration_pk primary key, hash text not null, applied_at timestamptz not null default now())',
  );
  const applied = new Map(
    (await client.query<{ name: string; hash: string }>('select name, hash from migration')).rows.map(
      (row) => [row.name, row.hash],
    ),
  );
  const missing: string[] = [];
  for (const { name, sql, hash } of await migrations()) {
    const known = applied.get(name);
    if (known === hash) continue;
    if (known)
      throw new StartError(
        `The migration ${name} was edited after it was applied. Restore it and add a new one.`,
      );
    await client.query('begin');
    try {
      await client.query(sql);
      await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw new StartError(`The migration ${name} failed: ${(error as Error).message}`);
    }
    missing.push(name);
  }
  return missing;
}
