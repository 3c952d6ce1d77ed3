import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { StartError } from '../start-error.ts';

/**
 * Folders whose content a backup does without, and files that a restored cluster must not have; the list is that of
 * pg_basebackup (PostgreSQL 18, "Base Backup", src/backend/backup/basebackup.c).
 */
const emptied = new Set([
  ...['pg_dynshmem', 'pg_notify', 'pg_replslot', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans'],
  'pg_wal',
]);
const left =
  /^(postmaster\.(pid|opts)|postgresql\.auto\.conf\.tmp|current_logfiles(\.tmp)?|pg_internal\.init.*|backup_label(\.old)?|tablespace_map(\.old)?|backup_manifest|pgsql_tmp.*|t\d+_\d+.*)$/;

/** Read last, so that it is never older than the files it speaks of. */
const control = 'global/pg_control';

/** A folder or file of a cluster, by its path below it. */
export interface ClusterFile {
  path: string;
  isFolder: boolean;
}

/** All that a backup copies of a cluster while it is written to. */
export async function* filesOf(cluster: string): AsyncGenerator<ClusterFile> {
  yield* below(cluster, '');
  for (const folder of ['pg_wal/archive_status', 'pg_wal/summaries']) yield { path: folder, isFolder: true };
  yield { path: control, isFolder: false };
}

async function* below(cluster: string, folder: string): AsyncGenerator<ClusterFile> {
  for (const entry of await entriesOf(path.join(cluster, folder))) {
    const file = folder ? `${folder}/${entry.name}` : entry.name;
    if (left.test(entry.name) || file === control) continue;
    if (entry.isDirectory()) {
      yield { path: file, isFolder: true };
      if (!emptied.has(file)) yield* below(cluster, file);
    } else if (entry.isFile()) yield { path: file, isFolder: false };
    else
      throw new StartError(
        `${path.join(cluster, file)} is neither a file nor a folder; a backup would not hold it.`,
      );
  }
}

/** A folder may be dropped while it is read. */
const entriesOf = (folder: string): Promise<Dirent[]> =>
  readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
