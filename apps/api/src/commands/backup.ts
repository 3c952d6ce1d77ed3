import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeBackup } from '../backup/write-backup.ts';
import { readConfig } from '../config.ts';
import { takeDataFolder } from '../database/data-folder.ts';
import { writeWhole } from '../database/durable-file.ts';
import { clusterPlace, startEmbeddedPostgres } from '../database/embedded-postgres.ts';
import { runningPostgres } from '../database/running-postgres.ts';
import { keptSecret } from '../kept-secret.ts';
import { StartError } from '../start-error.ts';
import type { PlainCommand } from './command.ts';

/** Where the secret of a backup lies, to be carried away from it. */
export const secretOf = (file: string) => `${file}.secret`;

export const notEmbedded = (verb: string) =>
  new StartError(
    `DATABASE_URL names a PostgreSQL of your own, which its own tools ${verb}: docs/operating.md says how.`,
  );

/** Copies the embedded database into a file, while the forum runs or not. */
export const backup: PlainCommand = {
  usage: 'backup <file>',
  summary: 'back up the embedded database while the forum runs; its secret goes into <file>.secret',
  needs: 'nothing',
  run: async (print, refuse, [given]) => {
    if (!given) {
      refuse(`forum ${backup.usage}`);
      return 2;
    }
    const { databaseUrl, dataDir, secret } = readConfig(process.env);
    if (databaseUrl) throw notEmbedded('back up');
    const file = path.resolve(given);
    const { cluster } = await clusterPlace(dataDir);
    if (!existsSync(path.join(cluster, 'PG_VERSION')))
      throw new StartError(`There is no database in ${dataDir}. Set DATA_DIR to the folder of the forum.`);
    const size = await withPostgres(dataDir, (ownerUrl) => writeBackup(cluster, ownerUrl, file));
    await keepSecret(secretOf(file), secret ?? (await keptSecret(dataDir)));
    print(`The database is in ${file} (${(size / 2 ** 20).toFixed(1)} MiB).`);
    print(`Its secret is in ${secretOf(file)}. Keep the two apart; both are needed to restore.`);
    return 0;
  },
};

async function withPostgres<Result>(
  dataDir: string,
  use: (ownerUrl: string) => Promise<Result>,
): Promise<Result> {
  const running = await runningPostgres(dataDir);
  if (running) return use(running.owner);
  const giveBack = await takeDataFolder(dataDir, true);
  const own = await startEmbeddedPostgres(dataDir);
  try {
    return await use(own.logins.owner);
  } finally {
    await own.stop();
    await giveBack();
  }
}

async function keepSecret(file: string, secret: string): Promise<void> {
  const there = await readFile(file, 'utf8').catch(() => null);
  if (there !== null && there !== secret)
    throw new StartError(
      `The backup is written, but ${file} holds another secret already and was left as it is.`,
    );
  await writeWhole(file, secret);
}
