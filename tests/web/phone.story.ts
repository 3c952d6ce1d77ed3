import { type Browser, expect, type Page, test } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { type RunningForum, startForum } from '../support/running-forum.ts';
import { signInBy, signInByCode } from '../support/sign-in-page.ts';

let forum: RunningForum;
let slug: string;
let days: string[];

test.beforeAll(async () => {
  forum = await startForum();
  const front = (await (await fetch(`${forum.url}/api/forum`)).json()) as { current: { slug: string } };
  slug = front.current.slug;
  const programme = await fetch(`${forum.url}/api/editions/${slug}/programme`);
  ({ days } = (await programme.json()) as { days: string[] });
});
test.afterAll(() => forum.stop());

const at = (screen: string) => `${forum.url}/e/${slug}/${screen}`;
const folder = process.env['PICTURES'];

/** Keeps a picture where a folder for them is named. */
async function picture(page: Page, name: string): Promise<void> {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
}

async function visitor(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  return (await browser.newContext(options)).newPage();
}

test('at 00:45 of the last night the phone shows tonight', async ({ browser }) => {
  const page = await visitor(browser);
  const last = days.at(-1) ?? '';
  // Without a live connection the page goes by the clock of its device.
  await page.routeWebSocket(/\/live\//, (socket) => void socket.close());
  await page.clock.setFixedTime(new Date(Date.parse(`${last}T15:45:00Z`)));
  await page.goto(at('programme'));
  const chosen = page.getByRole('group', { name: 'Days' }).getByRole('button', { pressed: true });
  await expect(chosen).toContainText(String(Number(last.slice(8))));
  await expect(chosen).toContainText('today');
  await picture(page, 'night-programme');
  await page.goto(at('today'));
  await expect(page.getByText(`${Number(last.slice(8))} `).first()).toBeVisible();
  await picture(page, 'night-today');
});

test('Enter in the search for one’s firm chooses it and sends no registration', async ({ browser }) => {
  const page = await visitor(browser);
  await signInByCode(page, forum, 'enter@example.org', `/e/${slug}/register`);
  await page.getByLabel('You come as').selectOption('industry');
  const search = page.getByRole('combobox', { name: 'Firm that you represent' });
  await search.fill('zenne');
  await expect(page.getByRole('listbox', { name: 'Firms found' }).getByRole('option').first()).toBeVisible();
  await picture(page, 'register-search');
  await search.press('Enter');
  await expect(page.getByRole('group', { name: 'Firm that you represent' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Submit the registration' })).toBeVisible();
});

test('titles of any script and length stay in their row', async ({ browser }) => {
  const page = await visitor(browser);
  const long = [
    '国防工业合作论坛国防工业合作论坛国防工业合作论坛国防工业合作论坛国防工业合作论坛国防工业合作论坛',
    'Rüstungsexportkontrollvereinbarungsdurchführungsverordnungsentwurfsbesprechung',
    'https://example.org/a/very/long/address/without/any/space?of=a&session=that&was=imported',
  ];
  await page.route(`**/api/editions/${slug}/programme`, async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as { sessions: { title: string; language: null }[] };
    body.sessions.forEach((session, i) => Object.assign(session, { title: long[i % 3], language: null }));
    await route.fulfill({ response, json: body });
  });
  for (const screen of ['today', `programme?day=${days[2]}`, 'programme?q=a']) {
    await page.goto(at(screen));
    await expect(page.getByRole('article').first()).toBeVisible();
    await picture(page, `long-${screen.slice(0, 11).replace(/\W/g, '-')}`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect([screen, width]).toEqual([screen, 390]);
    const beside = await page.evaluate(
      () =>
        [...document.querySelectorAll('.board-row')].filter((row) => {
          const [what, where] = ['.what', '.where'].map((part) => row.querySelector(part));
          const range = document.createRange();
          if (!what || !where) return false;
          range.selectNodeContents(what);
          return range.getBoundingClientRect().right > where.getBoundingClientRect().left + 1;
        }).length,
    );
    expect([screen, beside]).toEqual([screen, 0]);
  }
});

test('an address of nothing says so in the frame, with the way home and without an id', async ({
  browser,
}) => {
  const page = await visitor(browser);
  await page.goto(`${forum.url}/e/atlantis-2031/today`);
  await expect(page.getByRole('heading', { level: 1, name: 'There is no such edition' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'To the forum' })).toBeVisible();
  await picture(page, 'unknown-edition');
  const id = '00000000-0000-4000-8000-000000000000';
  await page.goto(at(`sessions/${id}`));
  await expect(page.getByRole('heading', { level: 1, name: 'There is no such session' })).toBeVisible();
  await expect(page.getByText('00000000')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await picture(page, 'unknown-session');
});

test('before accreditation the firms say when they open', async ({ browser }) => {
  const page = await visitor(browser);
  await signInByCode(page, forum, 'later@example.org', `/e/${slug}/firms`);
  await expect(page.getByText('Opens when you are accredited')).toBeVisible();
  await picture(page, 'opens-later');
});

test('an aide is offered to act first', async ({ browser }) => {
  const page = await visitor(browser);
  await signInByCode(page, forum, 'aide@demo.example', `/e/${slug}/today`);
  await expect(page.getByRole('button', { name: /^Act for/ })).toBeVisible();
  await expect(page.getByText('not registered')).toHaveCount(0);
  await picture(page, 'aide-today');
});

test('back keeps the place in the list, and "All on now" shows exactly those', async ({ browser }) => {
  const page = await visitor(browser);
  await page.goto(at(`programme?day=${days[0]}`));
  await page.getByRole('article').first().waitFor();
  await page.mouse.wheel(0, 1500);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
  const before = await page.evaluate(() => scrollY);
  const title = page.getByRole('article').filter({ visible: true }).nth(5).getByRole('link');
  await title.evaluate((link: HTMLElement) => link.click());
  await page.waitForURL(/\/sessions\//);
  await page.getByRole('main').getByRole('link', { name: 'Programme' }).click();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before - 150);
  await page.goto(at('programme?on=now'));
  await expect(page.getByRole('heading', { name: 'Programme' })).toBeVisible();
  const count = await page
    .getByRole('status')
    .filter({ hasText: /session/ })
    .textContent();
  await page.goto(at('today'));
  await expect(page.getByRole('heading', { name: 'On now' })).toBeVisible();
  const all = page.getByRole('link', { name: /^All \d+ on now/ });
  // Before dawn there are too few to be folded.
  if (await all.isVisible()) expect(count).toContain(/\d+/.exec((await all.textContent()) ?? '')?.[0]);
});

test('a second account leaves nothing of the first in an older tab', async ({ browser }) => {
  const first = await visitor(browser);
  await signInBy(first, forum, 'Hanbit');
  await first.goto(at('meetings'));
  await expect(
    first.getByRole('heading', { name: 'Agreed' }).or(first.getByText('Agreed').first()),
  ).toBeVisible();
  const second = await first.context().newPage();
  await signInByCode(second, forum, 'other@example.org', `/e/${slug}/today`);
  await second.waitForURL(/\/today$/);
  await expect(first.getByText('Meetings are arranged').or(first.getByText('Opens when'))).toBeVisible();
  await picture(first, 'other-account');
});

test('without network own meetings are there, with people and plan, and it is said since when', async ({
  browser,
}) => {
  const page = await visitor(browser, { serviceWorkers: 'allow' });
  await signInBy(page, forum, 'Nordlys');
  await page.goto(at('meetings'));
  await page.getByRole('article').first().waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  // What was read is kept a second later; the plan of the hall is read by then.
  await expect
    .poll(() => page.evaluate(keptPaths), { timeout: 60_000 })
    .toEqual(expect.arrayContaining(['/kept/meetings', '/editions/:edition/halls']));
  await page.reload();
  await page.getByRole('article').first().waitFor();
  await page.context().setOffline(true);
  await page.reload();
  await expect(page.getByText(/^Offline since/)).toBeVisible();
  const said = await page.getByText(/^Offline since/).textContent();
  await expect(page.getByText('As this device has kept it')).toBeVisible();
  await picture(page, 'offline-meetings');
  await page.getByRole('article').first().getByRole('link').click();
  await expect(page.getByRole('img', { name: /plan/i })).toBeVisible();
  await expect(page.getByText('Nothing you typed')).toHaveCount(0);
  await picture(page, 'offline-meeting');
  await page.reload();
  await expect(page.getByText(/^Offline since/)).toHaveText(said ?? '');
});

const keptPaths = () =>
  new Promise<string[]>((resolve) => {
    const opening = indexedDB.open('forum');
    opening.onsuccess = () => {
      const all = opening.result.transaction('kept').objectStore('kept').getAll();
      all.onsuccess = () => {
        opening.result.close();
        resolve((all.result as { key: [string] }[]).map(({ key }) => key[0]));
      };
    };
  });

test('what needs an account leads through sign-in, and back to it', async ({ browser }) => {
  const page = await visitor(browser);
  // Where reminder mails lead.
  for (const screen of ['our-profile', 'meetings', 'whom-to-meet']) {
    await page.goto(at(screen));
    const way = page.getByRole('main').getByRole('link', { name: 'Sign in' });
    await expect(way).toHaveAttribute('href', new RegExp(`to=${encodeURIComponent(`/e/${slug}/${screen}`)}`));
  }
  await signInByCode(page, forum, 'marte.lunde@nordlysundersea.demo.example', `/e/${slug}/whom-to-meet`);
  await expect(page).toHaveURL(at('whom-to-meet'));
  await expect(page.getByRole('article').first()).toBeVisible();
});

test('the place where one is stays marked, on a phone and on a desk', async ({ browser }) => {
  const page = await visitor(browser);
  await signInByCode(page, forum, 'marte.lunde@nordlysundersea.demo.example', `/e/${slug}/today`);
  await expect(page).toHaveURL(at('today'));
  for (const size of [
    { width: 390, height: 844 },
    { width: 1440, height: 900 },
  ]) {
    await page.setViewportSize(size);
    for (const screen of ['today', 'programme', 'meetings', 'whom-to-meet', 'our-profile', 'people', 'me']) {
      await page.goto(at(screen));
      await expect(page.getByRole('heading', { level: 1 }).last()).toBeVisible();
      const marked = page.locator('nav').locator('[aria-current="page"], [data-near]');
      await expect(marked.filter({ visible: true }).first(), `${screen} at ${size.width}`).toBeVisible();
    }
  }
});

test('a profile says who reads for which countries one would like to meet firms', async ({ browser }) => {
  const page = await visitor(browser);
  await signInByCode(page, forum, 'marte.lunde@nordlysundersea.demo.example', `/e/${slug}/our-profile`);
  await expect(
    page.getByText(/Firms of these countries read that you would like to meet them/),
  ).toBeAttached();
});
