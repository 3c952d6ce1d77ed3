import pg from 'pg';
import type { DataSource } from 'typeorm';
import { StartError } from '../start-error.ts';
import { sessionLocks } from './locks.ts';
import { createMigrationSource } from './migration-source.ts';
import { takeOver } from './take-over.ts';

/**
 * Brings the database at `url` to the newest migration, under a lock, so that several nodes may start at once.
 * Refuses a server older than PostgreSQL 18, and an encoding other than UTF-8. Returns the names of what was run.
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
    return [...(await takeOver(client, url)), ...(await runMissing(url))];
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

async function runMissing(url: string): Promise<string[]> {
  const source = await createMigrationSource(url).initialize();
  try {
    const run = await source.runMigrations();
    return run.map(({ name }) => name);
  } catch (error) {
    const [name] = await missing(source);
    throw new StartError(`The migration ${name} failed: ${(error as Error).message}`);
  } finally {
    await source.destroy();
  }
}

/** The names of migrations that were not run yet, the next one first. */
async function missing(source: DataSource): Promise<string[]> {
  const run: { name: string }[] = await source.query('select name from migrations');
  const names = source.migrations.map((migration) => migration.name ?? migration.constructor.name);
  return names.filter((name) => !run.some((other) => other.name === name));
}
