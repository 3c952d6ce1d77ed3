import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type RunningForum } from './running-forum.ts';

const script = fileURLToPath(new URL('../../apps/api/dist/server/forum.js', import.meta.url));

/** Runs a command of `npm run forum` beside a running forum, and returns what it printed. */
export function runCommand({ dataDir }: RunningForum, ...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) =>
    child.once('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`forum ${args.join(' ')} ended with ${code}:\n${said}`)),
    ),
  );
}
