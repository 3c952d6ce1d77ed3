import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium } from './chromium.mjs';
import { build, install } from './prepare.mjs';

install();
build();

const folder = mkdtempSync(path.join(tmpdir(), 'forum-results-'));
const results = [jest(), stories()];
rmSync(folder, { recursive: true, force: true });

const sum = (count) => results.reduce((total, result) => total + result[count], 0);
const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exit(failed > 0 ? 1 : 0);

/** The rules, and the API on a real PostgreSQL. */
function jest() {
  const file = path.join(folder, 'jest.json');
  const { status } = spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--no-warnings',
      'node_modules/jest/bin/jest.js',
      '--json',
      `--outputFile=${file}`,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return counted(status, () => {
    const told = JSON.parse(readFileSync(file, 'utf8'));
    return {
      passed: told.numPassedTests,
      failed: told.numFailedTests + told.numRuntimeErrorTestSuites,
      skipped: told.numPendingTests,
    };
  });
}

/** The stories in a real browser, against servers that they start themselves. */
function stories() {
  const file = path.join(folder, 'stories.json');
  const { status } = spawnSync(
    'npx',
    ['playwright', 'test', '--config', 'tests/playwright.config.ts', '--reporter=list,json'],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, CHROMIUM: findChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      shell: process.platform === 'win32',
    },
  );
  return counted(status, () => {
    const { stats } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  });
}

/** A runner that failed without a failed test has failed all the same. */
function counted(status, read) {
  try {
    const counts = read();
    return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
