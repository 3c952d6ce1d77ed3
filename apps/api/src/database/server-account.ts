import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { StartError } from '../start-error.ts';

/** The unprivileged account that PostgreSQL runs as when we are root; it refuses to run as root. */
export interface ServerAccount {
  uid: number;
  gid: number;
}

let account: ServerAccount | null | undefined;

/** The account for the database server: `null` when we are an ordinary user and it may run as us. */
export function serverAccount(): ServerAccount | null {
  account ??= process.getuid?.() === 0 ? (lookUp() ?? create()) : null;
  return account;
}

const read = (command: string, ...args: string[]) =>
  Number(execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim());

function lookUp(): ServerAccount | null {
  try {
    return { uid: read('id', '-u', 'postgres'), gid: read('id', '-g', 'postgres') };
  } catch {
    return null;
  }
}

function create(): ServerAccount {
  try {
    execFileSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ]);
  } catch (error) {
    throw new StartError(
      `PostgreSQL does not run as root and no account "postgres" could be made (${String(error)}). Start the forum as an ordinary user, or set DATABASE_URL.`,
    );
  }
  const made = lookUp();
  if (!made)
    throw new StartError(
      'The account "postgres" was made but cannot be found. Start the forum as an ordinary user.',
    );
  return made;
}

/**
 * A folder for the cluster that the account can reach: `dataDir` itself, or, when a folder above it is closed to others
 * (a clone below /root), one of the same identity below /var/lib.
 */
export async function reachableHome(dataDir: string, server: ServerAccount | null): Promise<string> {
  if (!server || reachable(dataDir, server)) return dataDir;
  const home = path.join(
    '/var/lib',
    'forum',
    createHash('sha256').update(dataDir).digest('hex').slice(0, 12),
  );
  await mkdir(home, { recursive: true, mode: 0o755 });
  accessSync(home, constants.W_OK);
  process.stderr.write(
    `PostgreSQL runs as another account, which cannot enter ${dataDir}; its data is in ${home}\n`,
  );
  return home;
}

function reachable(folder: string, server: ServerAccount): boolean {
  try {
    execFileSync(
      'setpriv',
      [`--reuid=${server.uid}`, `--regid=${server.gid}`, '--clear-groups', 'test', '-x', folder],
      { stdio: 'ignore' },
    );
    return true;
  } catch {
    return false;
  }
}
