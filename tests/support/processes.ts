import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Starts one of the processes of `tests/load/processes` and waits until it says that it is ready. */
export async function startProcess(name: string, ...args: readonly string[]): Promise<ChildProcess> {
  const script = fileURLToPath(new URL(`../load/processes/${name}.mjs`, import.meta.url));
  const child = fork(script, args);
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code} before it was ready.`)));
    child.once('message', () => resolve());
  });
  return child;
}
