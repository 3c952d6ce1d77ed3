import { expect, type Page, test } from '@playwright/test';
import { type RunningForum, startForum } from '../support/running-forum.ts';
import { signInBy } from '../support/sign-in-page.ts';

let forum: RunningForum;
let edition: string;

test.beforeAll(async () => {
  forum = await startForum();
  const front = (await (await fetch(`${forum.url}/api/forum`)).json()) as { current: { slug: string } };
  edition = front.current.slug;
});
test.afterAll(() => forum.stop());

const open = (page: Page, screen: string) => page.goto(`${forum.url}/e/${edition}/${screen}`);

test('a firm sees whom to meet and why, wishes, and two of its people write one profile', async ({
  browser,
}) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  await context.addInitScript(() => localStorage.setItem('forum-language', 'en'));
  const page = await context.newPage();
  await signInBy(page, forum, 'Nordlys');

  await test.step('the suggestions say why, and a wish counts', async () => {
    await open(page, 'whom-to-meet');
    const card = page.getByRole('article').filter({ hasText: 'Hanbit Optronics' });
    await expect(card).toContainText('Electro-optics and infrared');
    await expect(page.getByText('4 of 10 wishes')).toBeVisible();
    await card.getByRole('button', { name: 'Must' }).click();
    await expect(page.getByText('5 of 10 wishes')).toBeVisible();
    await expect(page.getByText('3 musts left')).toBeVisible();
  });

  await test.step('every reason of a firm is on its page, and they sum to the score', async () => {
    await page.getByRole('link', { name: 'Hanbit Optronics' }).click();
    const table = page.getByRole('table');
    await expect(table).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: /^Updated/ })).toBeVisible();
    const points = await table.locator('tbody td:last-child').allTextContents();
    const sum = points.reduce((total, text) => total + Number(text.replace('−', '-')), 0);
    await expect(table.locator('tfoot td')).toHaveText(String(sum));
  });

  await test.step('whoever saves second gets both, and nothing is lost', async () => {
    const other = await context.newPage();
    await open(page, 'our-profile');
    await open(other, 'our-profile');
    await page.getByLabel('Size of the firm').selectOption('large');
    await other.getByLabel('Add something you offer').fill('hydrophones');
    await other.getByRole('option', { name: /Sonar and acoustics/ }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Saved. Others see it')).toBeVisible();
    await other.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(other.getByRole('alert')).toContainText('has saved the profile meanwhile');
    await other.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(other.getByText('Saved. Others see it')).toBeVisible();
    await open(page, 'our-profile');
    await expect(page.getByLabel('Size of the firm')).toHaveValue('large');
    await expect(page.getByRole('group', { name: 'Sonar and acoustics' })).toBeVisible();
  });
});
