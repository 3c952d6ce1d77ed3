import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../database/embedded-postgres.ts';
import { prepareDatabase } from '../database/prepare-database.ts';

/** Nothing here outlives the run: no write need reach the disk, and making a database from the template writes no WAL. */
const withoutCare = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_compression=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
];

/** Jest's global set-up: one PostgreSQL for the whole run, with a migrated database as template for all others. */
export default async function start(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'forum-postgres-'));
  await chmod(folder, 0o755);
  const postgres = await startEmbeddedPostgres(folder, {
    furtherSettings: withoutCare,
  });
  const client = new pg.Client({ connectionString: postgres.logins.owner });
  await client.connect();
  await client.query('create database forum_template');
  await client.end();
  const template = (login: string) =>
    Object.assign(new URL(login), { pathname: '/forum_template' }).toString();
  const { owner, server } = postgres.logins;
  await prepareDatabase({ owner: template(owner), server: template(server) });
  process.env['FORUM_TEST_DATABASE'] = owner;
  process.env['FORUM_TEST_LOGIN'] = server;
  // Where tests/support keeps the data of first starts, for all files.
  process.env['FORUM_PREPARED'] = await mkdtemp(path.join(tmpdir(), 'forum-prepared-'));
  await chmod(process.env['FORUM_PREPARED'], 0o755);
  (globalThis as { stopTestPostgres?: () => Promise<void> }).stopTestPostgres = async () => {
    await postgres.stop();
    for (const made of [folder, process.env['FORUM_PREPARED']!])
      await rm(made, { recursive: true, force: true });
  };
}
