import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium } from './chromium.mjs';
import { provideNginx } from './nginx.mjs';
import { build, install } from './prepare.mjs';
import { checkStatements } from './statements.mjs';

install();
build();
provideNginx();

const jestCommand = ['--no-warnings', 'node_modules/jest/bin/jest.js'];
const folder = mkdtempSync(path.join(tmpdir(), 'forum-results-'));
const statements = path.join(folder, 'statements');
mkdirSync(statements);
const results = [jest(), statementsOfTheApi(), stories()];
rmSync(folder, { recursive: true, force: true });

const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map((key) => total(results, key));
// Said again at the end, where it is looked for.
for (const { name, why } of results.flatMap(({ named }) => named)) {
  process.stdout.write(`\n✗ ${name}\n${why ? why.slice(0, 4000) : ''}`);
}
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exit(failed > 0 ? 1 : 0);

/** The rules, and the API on a real PostgreSQL. A file without a result is a failure, even if the runner died. */
function jest() {
  const file = path.join(folder, 'jest.jsonl');
  const listed = spawnSync(process.execPath, [...jestCommand, '--listTests', '--json'], { encoding: 'utf8' });
  const wanted = JSON.parse(listed.stdout).map((name) => path.relative(process.cwd(), name));
  const { status } = spawnSync(
    process.execPath,
    [...jestCommand, '--reporters=<rootDir>/tools/jest/progress.mjs'],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, TEST_RESULTS: file, FORUM_STATEMENTS: statements },
    },
  );
  const ended = existsSync(file)
    ? readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];
  const missing = wanted.filter((name) => !ended.some((result) => result.file === name));
  return failedIf(status !== 0, {
    passed: total(ended, 'passed'),
    failed: total(ended, 'failed') + missing.length,
    skipped: total(ended, 'skipped'),
    named: [
      ...ended.filter(({ failed }) => failed > 0).map(({ file: name, why }) => ({ name, why })),
      ...missing.map((name) => ({ name: `${name} did not run` })),
    ],
  });
}

/** What the tests ran in the database, held against the code. */
function statementsOfTheApi() {
  const { checked, failures } = checkStatements(statements);
  process.stdout.write(
    `${failures.length > 0 ? '✗' : '✓'} ${checked} statements fit the rows that are declared for them\n`,
  );
  return {
    passed: checked - failures.length,
    failed: failures.length,
    skipped: 0,
    named: failures.map((name) => ({ name })),
  };
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
  try {
    const { stats, suites } = JSON.parse(readFileSync(file, 'utf8'));
    return failedIf(status !== 0, {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
      named: suites.filter(hasFailed).map(({ file: name }) => ({ name })),
    });
  } catch {
    return {
      passed: 0,
      failed: 1,
      skipped: 0,
      named: [{ name: 'the stories in the browser left no result' }],
    };
  }
}

/** Suites of Playwright hold suites and specs. */
function hasFailed({ suites = [], specs = [] }) {
  return suites.some(hasFailed) || specs.some(({ ok }) => !ok);
}

function total(counts, key) {
  return counts.reduce((all, one) => all + one[key], 0);
}

/** A runner that failed without a failed test has failed all the same. */
function failedIf(runnerFailed, counts) {
  return runnerFailed && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
