import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';

/** Files up to 0072 are kept for tests alone; the product takes a forum over with the later ones. */
const folders = ['before', '../../../take-over'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
);

/** Makes the schema of a forum that had the numbered SQL files up to and with `last`, in an empty database. */
export async function makeOldForum(client: pg.Client, last: string): Promise<void> {
  await client.query(
    'create table migration (name text constraint migration_pk primary key, hash text not null, applied_at timestamptz not null default now())',
  );
  for (const folder of folders) {
    for (const name of (await readdir(folder)).sort()) {
      if (name > last) continue;
      const sql = await readFile(`${folder}/${name}`, 'utf8');
      await client.query(sql);
      const hash = createHash('sha256').update(sql).digest('hex');
      await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash]);
    }
  }
}
