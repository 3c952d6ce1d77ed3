import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DatabaseLogins } from './database-url.ts';
import { embeddedLogins } from './embedded-logins.ts';
import { reachableHome, serverAccount } from './server-account.ts';

/** The logins of the embedded PostgreSQL of a forum that runs on this data folder now, or null. */
export async function runningPostgres(dataDir: string): Promise<DatabaseLogins | null> {
  const home = await reachableHome(dataDir, serverAccount());
  const read = (file: string) => readFile(path.join(home, file), 'utf8').catch(() => null);
  const [pid, , , port] = (await read('postgres/postmaster.pid'))?.split('\n') ?? [];
  const password = await read('postgres-password');
  if (!pid || !port || !password || !isAlive(Number(pid))) return null;
  return embeddedLogins(port, password);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
