import { spawn } from 'node:child_process';
import { serverScript } from './running-forum.ts';

/** How a start ended that could not succeed: its exit code, and all that it said. */
export interface Refusal {
  code: number | null;
  said: string;
}

/** Starts a forum that is expected to refuse, and waits until it has ended. */
export function startRefused(env: Record<string, string>): Promise<Refusal> {
  const child = spawn(process.execPath, [serverScript], {
    env: { ...process.env, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}
