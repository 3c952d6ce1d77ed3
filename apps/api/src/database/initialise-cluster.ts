import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '../start-error.ts';
import { settle } from './durable-file.ts';
import type { ServerAccount } from './server-account.ts';

/** Where a cluster is made: by which binaries, below which folder, and for which account. */
export interface ClusterPlace {
  binaries: string;
  home: string;
  /** The folder of the cluster when it is finished. */
  cluster: string;
  account: ServerAccount | null;
}

const unfinished = 'postgres-new-';

/**
 * Makes an empty cluster whose superuser `forum` has this password. It is made beside and takes its place when it is
 * finished and on disk, so a start that is killed in the middle leaves nothing that the next one would take for a cluster.
 */
export async function initialiseCluster(place: ClusterPlace, password: string): Promise<void> {
  await installCluster(place, async (beside) => {
    const passwordFile = path.join(path.dirname(beside), 'password');
    await writeFile(passwordFile, password, { mode: 0o600 });
    giveTo(place.account, path.dirname(beside));
    await initdb(place, beside, passwordFile);
  });
}

/** Lets `make` fill a folder beside, and moves it to where the cluster belongs. */
export async function installCluster(
  { home, cluster }: ClusterPlace,
  make: (beside: string) => Promise<void>,
): Promise<void> {
  await removeUnfinished(home);
  const folder = await mkdtemp(path.join(home, unfinished));
  try {
    const beside = path.join(folder, 'data');
    await make(beside);
    await rename(beside, cluster).catch((error: NodeJS.ErrnoException) => {
      throw new StartError(
        `The folder ${cluster} holds something that is no database (${error.code}). Move it away, then start again.`,
      );
    });
    await settle(home);
  } finally {
    // Again where what failed still writes its last file.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** Hands a folder with all that is in it to the account that PostgreSQL runs as. */
export function giveTo(account: ServerAccount | null, folder: string): void {
  if (account) execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, folder]);
}

/** What killed starts left; an initdb of one of them that still writes gives up by itself. */
async function removeUnfinished(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith(unfinished)) continue;
    await rm(path.join(home, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

async function initdb({ binaries, account }: ClusterPlace, folder: string, passwordFile: string) {
  try {
    await promisify(execFile)(
      path.join(binaries, 'bin', 'initdb'),
      [
        `--pgdata=${folder}`,
        '--username=forum',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--no-instructions',
      ],
      { ...asAccount(account), env: { ...process.env, LC_ALL: 'C.UTF-8' } },
    );
  } catch (error) {
    throw new StartError(
      `PostgreSQL could not be initialised in ${folder}: ${(error as { stderr?: string }).stderr || String(error)}`,
    );
  }
}

/** How a program is started as the account. */
export const asAccount = (account: ServerAccount | null): { uid?: number; gid?: number } =>
  account ? { uid: account.uid, gid: account.gid } : {};
