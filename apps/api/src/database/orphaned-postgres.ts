import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from '../start-error.ts';

/**
 * Stops a server that a killed process of ours left behind in `cluster`, so that the next start finds it free.
 * Whoever holds the data folder's lock is the only one who may call this.
 */
export async function stopOrphan(cluster: string): Promise<void> {
  const pidFile = path.join(cluster, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  if (!(await isPostgresOf(pid, cluster))) return rm(pidFile, { force: true });
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 10_000; waited += 50) {
    await pause(50);
    if (!(await isPostgresOf(pid, cluster))) return;
  }
  throw new StartError(`A PostgreSQL left behind (process ${pid}) does not end. End it, then start again.`);
}

async function isPostgresOf(pid: number, cluster: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  return command === null ? true : command.includes('postgres') && command.includes(cluster);
}
