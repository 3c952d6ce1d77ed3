import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from '../start-error.ts';

/**
 * Stops a server that a killed process of ours left behind in `cluster`, so that the next start finds it free.
 * Whoever holds the data folder's lock is the only one who may call this.
 */
export async function stopOrphan(cluster: string): Promise<void> {
  const pidFile = path.join(cluster, 'postmaster.pid');
  const told = await readFile(pidFile, 'utf8').catch(() => null);
  const pid = Number(told?.split('\n')[0]);
  for (const orphan of new Set([...(pid ? [pid] : []), ...(await serversOf(cluster))]))
    await stop(orphan, cluster);
  // PostgreSQL takes over the file of a dead process by itself, and first sees to it that none of its children live on.
  if (told !== null && (!pid || isAlive(pid))) await rm(pidFile, { force: true });
}

async function stop(pid: number, cluster: string): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (!(await isPostgresOf(pid, cluster))) return;
    if (waited === 0) process.kill(pid, 'SIGINT');
    await pause(50);
  }
  throw new StartError(`A PostgreSQL left behind (process ${pid}) does not end. End it, then start again.`);
}

/** Those that run on the cluster, one that has not written its file yet among them, where the system lists processes. */
async function serversOf(cluster: string): Promise<number[]> {
  const pids = (await readdir('/proc').catch(() => [])).map(Number).filter((pid) => pid > 0);
  const commands = await Promise.all(pids.map((pid) => commandOf(pid)));
  return pids.filter((_, n) => isServer(commands[n] ?? '', cluster));
}

async function isPostgresOf(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const command = await commandOf(pid);
  return command === null ? true : isServer(command, cluster);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const commandOf = (pid: number) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);

const isServer = (command: string, cluster: string) =>
  /postgres$/.test(command.split('\0')[0] ?? '') && command.includes(`\0-D\0${cluster}\0`);
