import { constants } from 'node:fs';
import { access, mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { StartError } from '../start-error.ts';

/**
 * Takes the data folder for this process and returns the function that gives it back. It is taken alone when the
 * database lives in it; nodes that share a database of their own may share the folder too.
 */
export async function takeDataFolder(dataDir: string, alone: boolean): Promise<() => Promise<void>> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o755 });
    await access(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `The data folder ${dataDir} cannot be written to (${(error as NodeJS.ErrnoException).code}). Mend its rights, or set DATA_DIR to another folder.`,
    );
  }
  if (!alone) return () => Promise.resolve();
  const lock = path.join(dataDir, 'forum.lock');
  const holder = await holderOf(lock);
  if (holder) {
    throw new StartError(
      `The data folder ${dataDir} is in use by another forum (process ${holder}). Stop that one, or set DATA_DIR to another folder.`,
    );
  }
  await rm(lock, { force: true });
  const file = await open(lock, 'wx').catch(() => {
    throw new StartError(`The data folder ${dataDir} was taken by another forum at this moment.`);
  });
  await file.writeFile(`${process.pid} ${await startedAt(process.pid)}\n`);
  await file.close();
  return () => rm(lock, { force: true });
}

async function holderOf(lock: string): Promise<number | null> {
  const [pid, started] = (await readFile(lock, 'utf8').catch(() => '')).trim().split(' ');
  if (!pid || Number(pid) === process.pid) return null;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return null;
  }
  return (await startedAt(Number(pid))) === started ? Number(pid) : null;
}

/** When a process began, in the kernel's ticks: tells a process from a later one of the same number. */
async function startedAt(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? 'unknown';
}
