import { defineConfig } from '@playwright/test';

/** Stories in a real browser; each starts a forum of its own. */
export default defineConfig({
  testDir: '.',
  // The longest begins first, so that the two workers end together.
  projects: [
    { name: 'long', testMatch: 'web/trust.story.ts' },
    { name: 'other', testMatch: 'web/*.story.ts', testIgnore: 'web/trust.story.ts' },
  ],
  // A browser, a server and its database wait for each other more than they compute.
  workers: 2,
  fullyParallel: false,
  // A busy machine is slow, not wrong: only what hangs reaches these limits.
  timeout: 900_000,
  expect: { timeout: 60_000 },
  retries: 0,
  outputDir: '../test-results',
  use: {
    actionTimeout: 90_000,
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    timezoneId: 'Europe/Brussels',
    trace: 'retain-on-failure',
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
