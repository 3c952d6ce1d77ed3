import { defineConfig } from '@playwright/test';

const longest = /(trust|trust-journal|every-screen)\.story\.ts$/;

/** Stories in a real browser; each starts a forum of its own. */
export default defineConfig({
  testDir: '.',
  globalSetup: './support/keep-first-starts.ts',
  // The longest begin first, so that the workers end together.
  projects: [
    { name: 'long', testMatch: longest },
    { name: 'other', testMatch: 'web/*.story.ts', testIgnore: longest },
  ],
  // A browser, a server and its database wait for each other more than they compute: three fill two cores.
  workers: 3,
  fullyParallel: false,
  // A busy machine is slow, not wrong: only what hangs reaches these limits.
  timeout: 900_000,
  expect: { timeout: 60_000 },
  retries: 0,
  outputDir: '../test-results',
  use: {
    actionTimeout: 90_000,
    navigationTimeout: 90_000,
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    timezoneId: 'Europe/Brussels',
    // It fetches the whole app for each browser; the stories that are about it allow it.
    serviceWorkers: 'block',
    // A fifth of the time; TRACE=1 writes what a browser did, to be looked at with `npx playwright show-trace`.
    trace: process.env['TRACE'] ? 'on' : 'off',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
