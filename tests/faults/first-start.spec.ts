import { describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, serverScript, startForum, temporaryFolder } from '../support/running-forum.ts';

/** What a folder holds, by name at any depth; a file may vanish while it is listed. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true }).map(String);
  } catch {
    return [];
  }
}

const has = (name: string) => (folder: string) =>
  namesIn(folder).some((found) => path.basename(found) === name);

/** Moments of a first start, in their order: each is known by what is there already. */
const moments: readonly [string, (folder: string) => boolean, number][] = [
  ['the folder is taken', has('forum.lock'), 0],
  ['the password is kept', has('postgres-password'), 0],
  ['the cluster is begun', has('PG_VERSION'), 60],
  ['the cluster is half filled', has('pg_control'), 400],
  ['the server begins', has('postmaster.pid'), 0],
  ['the server is there', has('postmaster.pid'), 900],
  ['the database is migrated', has('postmaster.pid'), 3_000],
];

/** Kills a process and all that it has begun, as a power cut does. */
function cutPower(forum: ChildProcess, folder: string): void {
  const doomed = new Set([forum.pid!]);
  const all = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0);
  for (const pid of all) {
    const read = (file: string) => {
      try {
        return readFileSync(`/proc/${pid}/${file}`, 'utf8');
      } catch {
        return '';
      }
    };
    if ((read('cmdline') + read('environ')).includes(folder)) doomed.add(pid);
  }
  for (const pid of doomed) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

describe('a first start that is cut off', () => {
  const isLinux = process.platform === 'linux';
  (isLinux ? it : it.skip)('at any of its moments is followed by one that works', async () => {
    const folder = temporaryFolder();
    try {
      for (const [, isReached, later] of moments) {
        const forum = spawn(process.execPath, [serverScript], {
          env: { ...process.env, DATA_DIR: folder, PORT: String(await freePort()), LOG_LEVEL: 'warn' },
          stdio: 'ignore',
        });
        const ended = once(forum, 'exit');
        const end = Date.now() + 60_000;
        while (!isReached(folder) && forum.exitCode === null && Date.now() < end) await pause(5);
        await pause(later);
        cutPower(forum, folder);
        await ended;
      }
      const forum = await startForum({ dataDir: folder });
      expect((await fetch(`${forum.url}/api/health/ready`)).status).toBe(200);
      await forum.stop();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
