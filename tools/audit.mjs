import { spawnSync } from 'node:child_process';
import { fail, requireNode } from './prepare.mjs';

requireNode();

/** Asks the registry for known vulnerabilities of what runs in production; docs/operating.md says how soon each is mended. */
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
  shell: process.platform === 'win32',
});
const found = read(stdout)?.metadata?.vulnerabilities;
if (!found) {
  process.stdout.write('The audit of dependencies did not run: the registry gives no answer to it.\n');
} else {
  const told = ['critical', 'high', 'moderate', 'low'].map((level) => `${found[level]} ${level}`).join(', ');
  if (found.critical + found.high > 0) fail(`Known vulnerabilities of dependencies: ${told}. Run npm audit.`);
  process.stdout.write(`Known vulnerabilities of dependencies: ${told}\n`);
}

function read(json) {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
