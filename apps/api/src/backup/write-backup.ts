import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { settle } from '../database/durable-file.ts';
import { StartError } from '../start-error.ts';
import { archiveEnd, fileEntry, folderEntry, type Sums, textEntry } from './archive-entries.ts';
import { filesOf } from './cluster-files.ts';
import { segmentsOf } from './wal-segments.ts';

/** The format of the archive; one that is read differently gets another number. */
export const format = 1;

/** What the archive says of itself, in its first entry. */
export interface About {
  format: number;
  /** The version of the server, such as 180004. */
  postgres: number;
  made: string;
}

/**
 * Writes a backup of the cluster at `cluster`, whose server runs and is written to, into a file of its own that is there
 * when it is whole: the files of the cluster between `pg_backup_start` and `pg_backup_stop`, and all WAL between, which
 * makes one state of them. Returns its size in bytes.
 */
export async function writeBackup(cluster: string, ownerUrl: string, file: string): Promise<number> {
  if (existsSync(file)) throw new StartError(`${file} is there already. Name another file.`);
  const beside = `${file}.unfinished`;
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'forum-backup' });
  await client.connect();
  try {
    // A server that dies meanwhile fails the next query; the event alone must not end this process.
    client.on('error', () => undefined);
    await rm(beside, { force: true });
    await pipeline(
      Readable.from(archive(client, cluster)),
      createGzip(),
      createWriteStream(beside, { flags: 'wx', mode: 0o600 }),
    );
    const handle = await open(beside, 'r+');
    await handle.sync().finally(() => handle.close());
    await rename(beside, file);
    await settle(path.dirname(file));
    return (await stat(file)).size;
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function* archive(client: pg.Client, cluster: string): AsyncGenerator<Buffer> {
  const sums: Sums = {};
  const one = async <Row>(sql: string) => (await client.query(sql)).rows[0] as Row;
  const { postgres, segmentSize } = await one<{ postgres: number; segmentSize: number }>(
    `select current_setting('server_version_num')::int as postgres,
       (select setting::int from pg_settings where name = 'wal_segment_size') as "segmentSize"`,
  );
  const about: About = { format, postgres, made: new Date().toISOString() };
  yield textEntry('about.json', JSON.stringify(about), sums);
  // It keeps the WAL from being recycled, and goes with this connection.
  await client.query(`select pg_create_physical_replication_slot('forum_backup_${process.pid}', true, true)`);
  await client.query(`select pg_backup_start('forum', fast => true)`);
  yield folderEntry('postgres');
  for await (const { path: name, isFolder } of filesOf(cluster)) {
    if (isFolder) yield folderEntry(`postgres/${name}`);
    else yield* fileEntry(`postgres/${name}`, path.join(cluster, name), sums);
  }
  const { lsn, labelfile, spcmapfile } = await one<{ lsn: string; labelfile: string; spcmapfile: string }>(
    'select * from pg_backup_stop(wait_for_archive => false)',
  );
  if (spcmapfile)
    throw new StartError('The database has tablespaces of its own, which a backup would not hold.');
  yield textEntry('postgres/backup_label', labelfile, sums);
  for (const name of await segmentsOf(cluster, { label: labelfile, end: lsn, segmentSize }))
    yield* fileEntry(`postgres/pg_wal/${name}`, path.join(cluster, 'pg_wal', name), sums);
  // The last entry: an archive that was cut has none.
  yield textEntry('sums.json', JSON.stringify(sums), {});
  yield archiveEnd();
}
