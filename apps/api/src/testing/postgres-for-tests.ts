import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../database/embedded-postgres.ts';
import { migrate } from '../database/migrate.ts';

/** Jest's global set-up: one PostgreSQL for the whole run, with a migrated database as template for all others. */
export default async function start(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'forum-postgres-'));
  await chmod(folder, 0o755);
  const postgres = await startEmbeddedPostgres(folder, [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
  ]);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query('create database forum_template');
  await client.end();
  const template = new URL(postgres.url);
  template.pathname = '/forum_template';
  await migrate(template.toString());
  process.env['FORUM_TEST_DATABASE'] = postgres.url;
  (globalThis as { stopTestPostgres?: () => Promise<void> }).stopTestPostgres = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
