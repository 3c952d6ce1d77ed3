import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { StartError } from '../start-error.ts';
import { createMigrationSource } from './migration-source.ts';
import { firstMigrations } from './migrations.ts';

const folder = fileURLToPath(new URL('../../take-over', import.meta.url));
const oldest = '0072-close-requests-by-plan.sql';

/**
 * Takes over a forum whose schema was made by numbered SQL files: those of `take-over` that it has not had are applied,
 * then the migrations that make the same schema count as run. Returns the names of the files that were applied; a forum
 * without such files is left alone. The caller holds the lock of the migrations.
 */
export async function takeOver(client: pg.Client, url: string): Promise<string[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('public.migration') is not null as there`,
  );
  if (!rows[0]?.there) return [];
  const applied = await applyMissing(client);
  const source = await createMigrationSource(url, firstMigrations).initialize();
  try {
    await source.runMigrations({ fake: true });
  } finally {
    await source.destroy();
  }
  await client.query('revoke all on migrations, migrations_id_seq from forum_server');
  await client.query('drop table migration');
  return applied;
}

async function applyMissing(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration');
  const had = new Map(rows.map(({ name, hash }) => [name, hash]));
  if (!had.has(oldest)) {
    throw new StartError(
      `This forum is older than ${oldest}, the oldest that can be taken over. Start it with a version in between, and then with this one.`,
    );
  }
  const applied: string[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const sql = await readFile(`${folder}/${name}`, 'utf8');
    const hash = had.get(name);
    if (hash === createHash('sha256').update(sql).digest('hex')) continue;
    if (hash) throw new StartError(`The file ${name} was edited after it was applied. Restore it.`);
    await apply(client, name, sql);
    applied.push(name);
  }
  return applied;
}

async function apply(client: pg.Client, name: string, sql: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migration (name, hash) values ($1, $2)', [
      name,
      createHash('sha256').update(sql).digest('hex'),
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new StartError(`The migration ${name} failed: ${(error as Error).message}`);
  }
}
