import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'forum-tools-'));
  for (const name of ['tools/prepare.mjs', 'tools/audit.mjs', 'package-lock.json'])
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script of the tools where npm says this and ends so; what it was asked is the last answer. */
function run(script: string, { says = '', ends = 0 } = {}) {
  const bin = path.join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(path.join(folder, 'says'), says);
  const npm = `#!/bin/sh\necho "$1" >> '${folder}/asked'\ncat '${folder}/says'\nexit ${ends}\n`;
  writeFileSync(path.join(bin, 'npm'), npm, { mode: 0o755 });
  rmSync(path.join(folder, 'asked'), { force: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH']}` },
    encoding: 'utf8',
  });
  const asked = path.join(folder, 'asked');
  const lines = existsSync(asked) ? readFileSync(asked, 'utf8').trim().split('\n') : [];
  return { status, said: stdout + stderr, asked: lines };
}

const found = (high: number) =>
  JSON.stringify({ metadata: { vulnerabilities: { critical: 0, high, moderate: 2, low: 0 } } });
const audit = `await import('./tools/audit.mjs')`;

(process.platform === 'win32' ? describe.skip : describe)('packages', () => {
  it('are those of the lock file, or none: what npm ci cannot install is chosen by nothing else', () => {
    const refused = run(`(await import('./tools/prepare.mjs')).install()`, { ends: 1 });
    expect({ status: refused.status, asked: refused.asked }).toEqual({ status: 1, asked: ['ci'] });
    expect(refused.said).toContain('npm ci could not install what package-lock.json names');
  });

  it('are audited in CI, which a high finding fails and a registry without an answer does not', () => {
    expect(readFileSync(path.join(root, '.ci/run'), 'utf8')).toMatch(/^npm run audit$/m);
    expect(run(audit, { says: found(1), ends: 1 })).toMatchObject({ status: 1, asked: ['audit'] });
    expect(run(audit, { says: found(0), ends: 1 })).toMatchObject({ status: 0 });
    const silent = run(audit, { says: '405 Method Not Allowed', ends: 1 });
    expect(silent).toMatchObject({ status: 0, said: expect.stringContaining('did not run') });
  });

  it('of the server have none of the advisories of 2026 against @fastify/static', () => {
    const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { version: string }>;
    };
    const versions = Object.entries(lock.packages)
      .filter(([name]) => name.endsWith('node_modules/@fastify/static'))
      .map(([, { version }]) => version.split('.').map(Number));
    expect(versions.length).toBeGreaterThan(0);
    for (const [major = 0, minor = 0, patch = 0] of versions)
      expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(10_001_003);
  });

  it('are mended within times that docs/operating.md states', () => {
    const operating = readFileSync(path.join(root, 'docs/operating.md'), 'utf8');
    expect(operating).toMatch(/`npm run audit`[\s\S]{0,600}\b(hours|days)\b/);
  });
});
