import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { newestCode, newestMail } from '../support/mails.ts';
import { type RunningForum, startForum } from '../support/running-forum.ts';
import { signInBy } from '../support/sign-in-page.ts';

let forum: RunningForum;

test.beforeAll(async () => {
  forum = await startForum();
});
test.afterAll(() => forum.stop());

/** A link works once, so whoever comes in again brings the cookie of the first time. */
const entered = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();

/** A browser of its own, signed in by the link that the terminal printed for a role. */
async function enter(browser: Browser, role: string): Promise<Page> {
  const known = entered.get(role);
  const context = await browser.newContext(known ? { storageState: known } : {});
  const page = await context.newPage();
  if (known) {
    await page.goto(`${forum.url}/`);
    await page.waitForURL(/\/today$/);
  } else {
    await signInBy(page, forum, role);
  }
  entered.set(role, await context.storageState());
  return page;
}

test('a delegate signs in by a mailed code, registers, is accredited and follows the programme', async ({
  browser,
  page,
}) => {
  await page.goto(`${forum.url}/forum`);
  await expect(page.getByRole('heading', { level: 1, name: 'Seoul' })).toBeVisible();
  await page.getByRole('link', { name: 'Sign in or register' }).click();
  await page.getByLabel('Your mail address').fill('minister@example.be');
  await page.getByRole('button', { name: 'Mail me a code' }).click();
  await expect(page.getByLabel('Code from the mail')).toBeFocused();
  await expect.poll(() => newestCode(forum, 'minister@example.be')).not.toBe('');
  await page.getByLabel('Code from the mail').fill(newestCode(forum, 'minister@example.be'));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('link', { name: 'Register', exact: true }).click();
  await page.getByLabel('You come as').selectOption('government');
  await page.getByLabel('As on the badge').fill('Annelies Vandenbroucke');
  await page.getByLabel('Given names').fill('Annelies');
  await page.getByLabel('Family name').fill('Vandenbroucke');
  await page.getByLabel('Office or function').fill('Minister of Defence');
  await page.getByLabel('Organisation', { exact: true }).fill('Federal Public Service');
  await page.getByLabel('Country').selectOption('BE');
  await page.getByLabel('Languages you speak').selectOption('fr');
  await page.getByRole('button', { name: 'Submit the registration' }).click();
  await expect(page.getByText('Being vetted')).toBeVisible();

  const desk = await enter(browser, 'secretariat');
  await desk.setViewportSize({ width: 1440, height: 900 });
  await desk.goto(`${forum.url}/secretariat/`);
  await desk.getByRole('link', { name: 'Accreditation' }).click();
  await desk.getByRole('searchbox').fill('Vandenbroucke');
  await desk.getByLabel('Choose Annelies Vandenbroucke').check();
  await desk.getByRole('button', { name: 'Accredit', exact: true }).click();
  await expect(desk.getByText(/will be accredited and told by mail/)).toBeVisible();
  await desk.getByRole('button', { name: 'Accredit', exact: true }).click();
  await expect(desk.getByRole('region', { name: 'Decide' })).toBeHidden();

  await expect(page.getByText('Accredited', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Programme', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Programme' })).toBeVisible();
  await expect(page.getByRole('listitem').first()).toBeVisible();
});

test('a firm asks another for a meeting; the other sees it arrive, accepts it, and both have it', async ({
  browser,
}) => {
  const asking = await enter(browser, 'Hanbit');
  const asked = await enter(browser, 'Nordlys');
  await asked.getByRole('link', { name: 'Meetings' }).click();

  await asking.getByRole('link', { name: 'Firms', exact: true }).click();
  await asking.getByRole('searchbox').fill('nordlys');
  await asking.getByRole('link', { name: /Nordlys/ }).click();
  await asking.getByRole('link', { name: 'Ask for a meeting' }).click();
  await asking.getByLabel('What about').fill('Cold-weather sensors');
  const times = asking.getByRole('group', { name: /Choose up to/ }).getByRole('button');
  await times.first().click();
  await times.nth(1).click();
  await asking.getByRole('button', { name: 'Send the request' }).click();
  const sent = asking.getByRole('article').filter({ has: asking.getByRole('heading', { name: /Nordlys/ }) });
  await expect(sent.getByText('Waiting for an answer')).toBeVisible();

  const arrived = asked.getByRole('article').filter({ hasText: 'Cold-weather sensors' });
  await expect(arrived).toBeVisible();
  await arrived.getByRole('link').click();
  await asked.getByRole('button', { name: 'Accept', exact: true }).first().click();
  const answered = asked.getByRole('article').filter({ has: asked.getByRole('heading', { name: /Hanbit/ }) });
  await expect(answered.getByText('Agreed', { exact: true })).toBeVisible();
  await expect(sent.getByText('Agreed', { exact: true })).toBeVisible();
  await expect(asking.getByRole('img', { name: /the way from the entrance/ })).toBeVisible();

  await asking.goto(asking.url().replace(/meetings\/.*/, 'agenda'));
  await expect(asking.getByRole('article').filter({ hasText: 'Cold-weather sensors' })).toBeVisible();
  await expect.poll(() => newestMail(forum, 'hanbit@demo.example')).toContain('METHOD:REQUEST');
});

test('the secretariat moves a session and a phone shows it within a second', async ({ browser }) => {
  const phone = await enter(browser, 'delegate');
  const desk = await enter(browser, 'secretariat');
  await desk.setViewportSize({ width: 1440, height: 900 });
  await desk.goto(`${forum.url}/secretariat/`);
  await desk.getByRole('link', { name: 'Programme', exact: true }).click();
  // The list of editions on the first screen is a table of links too.
  const row = desk
    .getByRole('table', { name: /sessions?$/ })
    .getByRole('row')
    .filter({ has: desk.getByRole('link') })
    .last();
  const title = (await row.getByRole('link').textContent()) ?? '';
  await row.getByRole('link').click();

  await phone.getByRole('link', { name: 'Programme', exact: true }).click();
  await phone.getByRole('searchbox').fill(title);
  const shown = phone.getByRole('article').filter({ hasText: title }).first();
  await expect(shown).toBeVisible();

  await desk.getByLabel('By how many minutes').fill('10');
  await desk.getByRole('button', { name: 'See whom it touches' }).click();
  await desk.getByRole('button', { name: 'Delay it' }).click();
  await expect(desk.getByText('Whoever has the app open sees it now')).toBeVisible();
  await expect(shown.getByText(/^was /)).toBeVisible();
});
