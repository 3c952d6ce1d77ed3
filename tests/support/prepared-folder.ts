import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A folder that the database's own account may enter too. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'forum-story-'));
  chmodSync(folder, 0o755);
  return folder;
}

/**
 * A temporary folder with the data of a forum that was started once and has ended. The first start makes a cluster and
 * all tables, which takes seconds: it is done once a run, in the folder that FORUM_PREPARED names, and copied. Where no
 * run has made that folder, as for a benchmark, it is done in the temporary folder.
 */
export async function copyOfFirstStart(
  name: string,
  startOnce: (dataDir: string) => Promise<void>,
): Promise<string> {
  const folder = temporaryFolder();
  const kept = process.env['FORUM_PREPARED'];
  if (!kept || process.platform === 'win32') {
    await startOnce(folder);
    return folder;
  }
  const from = await prepared(path.join(kept, name), startOnce);
  // As `cp -a` does and Node's own copy does not, owners are kept: the database's files belong to its account.
  execFileSync('cp', ['-a', `${from}/.`, folder]);
  return folder;
}

/** How long the first may take, in milliseconds; whoever is killed meanwhile leaves its work to the next. */
const longestFirst = 300_000;

/** Whoever comes first makes it; the others wait, in whichever process they are. */
async function prepared(done: string, startOnce: (dataDir: string) => Promise<void>): Promise<string> {
  const beside = `${done}-new`;
  const end = Date.now() + longestFirst;
  for (; !existsSync(done); await pause(50)) {
    if (!isFirst(beside)) {
      if (Date.now() > end) rmSync(beside, { recursive: true, force: true });
      continue;
    }
    try {
      chmodSync(beside, 0o755);
      await startOnce(beside);
      renameSync(beside, done);
    } catch (error) {
      rmSync(beside, { recursive: true, force: true });
      throw error;
    }
  }
  return done;
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
