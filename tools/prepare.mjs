import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository; every tool works from there, wherever it was called. */
export const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

/** Runs a program and ends this process with its exit code when it fails. */
export function run(command, args, { env = {}, quiet = false } = {}) {
  const result = spawnSync(command, args, {
    stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit',
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', ...env },
    shell: process.platform === 'win32',
  });
  if (result.error) fail(`${command} could not be run: ${result.error.message}`);
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Says what is wrong and ends. */
export function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** Refuses a Node that the forum does not run on. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const suits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  if (!suits) fail(`The forum needs Node 20.19, 22.12 or 24 and newer; this is ${process.versions.node}.`);
}

/**
 * Installs what package-lock.json names, unless exactly that is installed already. Never anything else: `npm install`
 * would choose versions that nobody has looked at.
 */
export function install() {
  requireNode();
  const stamp = path.join('node_modules', '.forum-installed');
  const wanted = () => hashOf(readFileSync('package-lock.json'));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return;
  process.stderr.write('Installing packages …\n');
  const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];
  const exact = spawnSync('npm', ['ci', ...quietly], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (exact.status !== 0) {
    fail(
      'npm ci could not install what package-lock.json names; what it says stands above. If the network or the registry did not answer, start again. If the lock file does not fit package.json, run npm install, look at what it changed in package-lock.json, and start again.',
    );
  }
  writeFileSync(stamp, wanted());
}

/** Builds the API and both apps, unless no source has changed since the last build. */
export function build() {
  const stamp = path.join('node_modules', '.cache', 'forum-build');
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && isBuilt()) return;
  process.stderr.write('Building …\n');
  run('npx', ['nx', 'run-many', '-t', 'build', '--outputStyle=static'], { quiet: true });
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

const isBuilt = () =>
  ['apps/api/dist/server/main.js', 'apps/attendee/dist/index.html', 'apps/secretariat/dist/index.html'].every(
    (file) => existsSync(file),
  );

/** Names, sizes and times of all that a build reads. */
function fingerprint() {
  const skipped = new Set(['node_modules', 'dist', 'var', 'coverage', '.git', '.nx']);
  const seen = [];
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name)) visit(file);
      } else {
        const { size, mtimeMs } = statSync(file);
        seen.push(`${file} ${size} ${mtimeMs}`);
      }
    }
  };
  for (const folder of ['apps', 'libs']) visit(folder);
  return hashOf(
    `${seen.sort().join('\n')}\n${readFileSync('package-lock.json')}\n${readFileSync('nx.json')}`,
  );
}

const hashOf = (content) => createHash('sha256').update(content).digest('hex');
