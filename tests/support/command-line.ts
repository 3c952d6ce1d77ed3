import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../apps/api/dist/server/forum.js', import.meta.url));

/** Runs a command of `npm run forum` on the data of a forum, and returns what it printed. */
export function runCommand(
  { dataDir, env = {} }: { dataDir: string; env?: Record<string, string> },
  ...args: readonly string[]
): Promise<string> {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env },
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
