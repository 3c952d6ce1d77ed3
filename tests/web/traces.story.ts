import { chromium, expect, type Page, test } from '@playwright/test';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type RunningForum, startForum } from '../support/running-forum.ts';
import { signInBy } from '../support/sign-in-page.ts';

let forum: RunningForum;
let profile: string;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  forum = await startForum();
  profile = mkdtempSync(path.join(tmpdir(), 'forum-profile-'));
});
test.afterAll(async () => {
  await forum.stop();
  rmSync(profile, { recursive: true, force: true });
});

/** A browser that keeps a disk cache, as people's do; contexts of tests keep none. */
const openProfile = async () => {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    serviceWorkers: 'allow',
  });
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
};

/** Addresses of the API in the files of the disk cache, which begin with the address that they answer. */
function cachedAnswers(): string[] {
  const files = readdirSync(profile, { recursive: true, encoding: 'utf8' });
  const cached = files.filter((file) => /[/\\]Cache_Data[/\\]\w+$/.test(file));
  expect(cached.length).toBeGreaterThan(0);
  const addresses = cached.flatMap((file) => {
    const text = readFileSync(path.join(profile, file), 'latin1');
    return [...text.matchAll(/\/api\/[\w/-]+/g)].map(([address]) => address);
  });
  return [...new Set(addresses)].sort();
}

async function readEverything(page: Page, edition: string): Promise<void> {
  for (const screen of ['today', 'programme', 'agenda', 'meetings', 'people', 'firms', 'me']) {
    await page.goto(`${forum.url}/e/${edition}/${screen}`);
    await expect(page.getByRole('heading', { level: 1 }).last()).toBeVisible();
    await page.waitForLoadState('networkidle');
  }
}

test('a device keeps nothing in its cache of what was read, signed in or signed out', async () => {
  const front = (await (await fetch(`${forum.url}/api/forum`)).json()) as { current: { slug: string } };
  const edition = front.current.slug;
  const first = await openProfile();
  await signInBy(first.page, forum, 'Hanbit');
  await readEverything(first.page, edition);
  await first.context.close();
  // Only what is meant to be asked for again: the programme, whose copy is compared.
  expect(cachedAnswers()).toEqual([`/api/editions/${edition}/programme`]);

  const second = await openProfile();
  await readEverything(second.page, edition);
  await second.page.evaluate(() => navigator.serviceWorker.ready);
  await second.page.getByRole('button', { name: 'Sign out' }).click();
  await second.page.waitForURL(/\/forum$/);
  // The app still opens without network: its worker and its files were not cleared. It has nothing to show.
  await second.context.setOffline(true);
  await second.page.goto(`${forum.url}/forum`);
  await expect(second.page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await second.context.close();
  expect(cachedAnswers().filter((address) => address !== `/api/editions/${edition}/programme`)).toEqual([]);
});
