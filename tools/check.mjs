import { spawn } from 'node:child_process';
import { install } from './prepare.mjs';

install();

const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' };

/** What is checked, two at a time: a name and a command. */
const checks = [
  ['lint', 'node', ['tools/lint.mjs']],
  ['types', 'npx', ['nx', 'run-many', '-t', 'typecheck', '--outputStyle=static', '--parallel=2']],
  ['format', 'npx', ['prettier', '--check', '--cache', '--log-level', 'warn', '.']],
  ['dead code', 'npx', ['knip', '--no-progress']],
  ['openapi', 'node', ['tools/open-api.mjs']],
  ['styles', 'node', ['tools/styles.mjs']],
];

const failed = [];
const waiting = [...checks];

async function work() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const [name, command, args] = check;
    const began = Date.now();
    const { code, said } = await finish(command, args);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n`);
    if (code === 0) continue;
    failed.push(name);
    process.stdout.write(`${said}\n`);
  }
}

function finish(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('close', (code) => resolve({ code, said }));
  });
}

await Promise.all([work(), work()]);
if (failed.length > 0) {
  process.stderr.write(`Not in order: ${failed.join(', ')}\n`);
  process.exit(1);
}
