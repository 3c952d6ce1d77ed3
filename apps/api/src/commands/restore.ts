import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { restoreBackup } from '../backup/restore-backup.ts';
import { readConfig } from '../config.ts';
import { takeDataFolder } from '../database/data-folder.ts';
import { writeWhole } from '../database/durable-file.ts';
import { clusterPlace } from '../database/embedded-postgres.ts';
import { secretFile } from '../kept-secret.ts';
import { StartError } from '../start-error.ts';
import { notEmbedded, secretOf } from './backup.ts';
import type { PlainCommand } from './command.ts';

/** Makes the embedded database of a backup, in a data folder that holds nothing yet. */
export const restore: PlainCommand = {
  usage: 'restore <file>',
  summary: 'restore a backup, with <file>.secret beside it, into an empty DATA_DIR',
  needs: 'nothing',
  run: async (print, refuse, [given]) => {
    if (!given) {
      refuse(`forum ${restore.usage}`);
      return 2;
    }
    const { databaseUrl, dataDir, secret } = readConfig(process.env);
    if (databaseUrl) throw notEmbedded('restore');
    const file = path.resolve(given);
    await refuseFull(dataDir);
    const giveBack = await takeDataFolder(dataDir, true);
    try {
      const place = await clusterPlace(dataDir);
      if (place.home !== dataDir) await refuseFull(place.home);
      const theirs = await readFile(secretOf(file), 'utf8').catch(() => null);
      if (secret && theirs && secret !== theirs)
        throw new StartError(`SECRET is not the secret of this backup, which is in ${secretOf(file)}.`);
      const { made } = await restoreBackup(place, file);
      if (theirs) await writeWhole(secretFile(dataDir), theirs);
      print(`The backup of ${made} is restored in ${dataDir}.`);
      if (!theirs && !secret)
        print(
          `There is no ${secretOf(file)}: before the forum starts, put the secret into ${secretFile(dataDir)}, or set SECRET.`,
        );
      print('Start the forum, then run: npm run forum -- verify-audit');
      return 0;
    } finally {
      await giveBack();
    }
  },
};

/** Binaries of PostgreSQL that were copied there are no data. */
async function refuseFull(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const found = (await readdir(folder)).filter((name) => !/^(forum\.lock$|postgres-binaries)/.test(name));
  if (found.length === 0) return;
  throw new StartError(
    `The folder ${folder} is not empty: it holds ${found.slice(0, 3).join(', ')}. A backup is restored into an empty one only; set DATA_DIR to one.`,
  );
}
