import { type Browser, expect, type Page, test } from '@playwright/test';
import { type RunningForum, startForum } from '../support/running-forum.ts';
import { signInBy } from '../support/sign-in-page.ts';

let forum: RunningForum;
let firm: Page;
let desk: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  forum = await startForum();
  firm = await enter(browser, 'Hanbit');
  desk = await enter(browser, 'secretariat');
  await desk.setViewportSize({ width: 1440, height: 900 });
});
test.afterAll(async () => {
  await Promise.all([firm, desk].map((page) => page.context().close()));
  await forum.stop();
});

async function enter(browser: Browser, role: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInBy(page, forum, role);
  return page;
}

/** Every number of points in a table of reasons, and the score below it. */
async function pointsOf(page: Page): Promise<{ sum: number; score: number }> {
  const table = page.getByRole('table', { name: /Why you should meet/ });
  await expect(table).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^Updated/ })).toBeVisible();
  const numbers = async (rows: string) =>
    (await table.locator(rows).allTextContents())
      .map((text) => Number(text.replace('−', '-').replace(/[^\d-]/g, '')))
      .filter((points) => !Number.isNaN(points));
  const points = await numbers('tbody td:last-child');
  const [score = 0] = await numbers('tfoot td:last-child');
  return { sum: points.reduce((total, one) => total + one, 0), score };
}

test('a firm says what it needs in a few steps, and sees whom to meet and why', async () => {
  await firm.getByRole('link', { name: 'Firms', exact: true }).click();
  await firm.getByRole('link', { name: 'Whom to meet' }).click();
  await firm.getByRole('link', { name: 'Our profile' }).click();
  await firm.getByRole('combobox', { name: 'Add something you need' }).fill('sonar');
  await firm.getByRole('listbox', { name: 'Found' }).getByRole('option').first().click();
  await firm.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(firm.getByText('Saved. Others see it, and you are matched by it.')).toBeVisible();

  await firm.getByRole('link', { name: 'Whom to meet' }).click();
  await expect(firm.getByRole('status').filter({ hasText: /^Updated/ })).toBeVisible();
  const cards = firm.getByRole('article');
  await expect(cards.first().getByText(/\+\d+/).first()).toBeVisible();
  await cards.first().getByRole('link').click();
  await expect(firm.getByRole('heading', { name: 'Why meet' })).toBeVisible();
  const { sum, score } = await pointsOf(firm);
  expect(score).toBeGreaterThan(0);
  expect(sum).toBe(score);
});

test('it grades its wishes', async () => {
  await firm.goBack();
  const ungraded = firm.getByRole('article').filter({ hasNot: firm.getByRole('button', { pressed: true }) });
  const name = (await ungraded.first().getByRole('heading').textContent()) ?? '';
  const card = firm.getByRole('article').filter({ has: firm.getByRole('heading', { name, exact: true }) });
  await card.getByRole('button', { name: 'Must' }).click();
  await expect(card.getByRole('button', { name: 'Must', pressed: true })).toBeVisible();
  await firm.reload();
  await expect(card.getByRole('button', { name: 'Must', pressed: true })).toBeVisible();
});

test('the secretariat plans the hall, sees how good the plan is, and publishes it to open browsers', async () => {
  await firm.getByRole('link', { name: 'Meetings' }).click();
  await expect(firm.getByRole('article').first()).toBeVisible();
  const agreed = firm.getByRole('article').filter({ hasText: 'Agreed' });
  const before = await agreed.count();

  await desk.goto(`${forum.url}/secretariat/`);
  await desk.getByRole('link', { name: 'Meetings' }).click();
  await desk.getByRole('link', { name: 'Planner' }).click();
  await desk.getByText('More settings').click();
  await desk.getByLabel('Seconds to search').fill('2');
  await desk.getByRole('button', { name: 'Plan the hall' }).click();
  await expect(desk.getByRole('button', { name: 'Publish the plan' })).toBeVisible();
  const quality = desk.getByRole('table', { name: 'How good the plan is' });
  await expect(
    quality.getByRole('row', { name: /Mandatory meetings left out 0 best possible/ }),
  ).toBeVisible();
  await expect(desk.getByRole('heading', { name: /Tables taken in each slot/ })).toBeVisible();

  await desk.getByRole('button', { name: 'Publish the plan' }).click();
  await desk.getByRole('group').getByRole('button', { name: 'Publish the plan' }).click();
  await expect(desk.getByText(/\d+ made, 0 moved, 0 cancelled/)).toBeVisible();
  await expect.poll(() => agreed.count()).toBeGreaterThan(before);
});

test('a table is closed, and the repair changes only what it must', async () => {
  await desk.getByText('Something has happened: repair the plan').click();
  await desk.getByLabel('What has happened').selectOption('table-closed');
  await desk.getByRole('button', { name: 'Show the repair' }).click();
  await expect(desk.getByRole('heading', { name: /^Repair \d+$/ })).toBeVisible();
  await expect(desk.getByText(/meetings? stays? where/)).toBeVisible();
  await desk.getByRole('button', { name: 'Publish the repair' }).click();
  await desk.getByRole('group').getByRole('button', { name: 'Publish the repair' }).click();
  await expect(desk.getByText(/0 made, \d+ moved/)).toBeVisible();
});

test('the secretariat writes a rule and reads it as a sentence before and after it is set', async () => {
  await desk.getByRole('link', { name: 'Matchmaking' }).click();
  await desk.getByRole('link', { name: 'Who may meet' }).click();
  const form = desk.getByRole('form', { name: 'Add the rule' });
  const side = form.getByRole('group', { name: 'One side' });
  await side.getByLabel('Firms by name').fill('Hanbit');
  await side
    .getByRole('listbox', { name: 'Found' })
    .getByRole('option', { name: 'Hanbit Optronics' })
    .click();
  const other = form.getByRole('group', { name: 'The other side' });
  await other.getByLabel('Of countries').fill('be');
  await other.getByRole('button', { name: 'Industry' }).click();
  await form.getByLabel(/Reason/).fill('A tender is under way.');
  const sentence = 'Hanbit Optronics may not meet firms of Belgium in the category Industry.';
  await expect(form.getByRole('status')).toHaveText(sentence);
  await form.getByRole('button', { name: 'Add the rule' }).click();
  const rules = desk.getByRole('list', { name: 'Who may meet' }).getByRole('listitem');
  await expect(rules).toHaveCount(1);
  await expect(rules).toContainText(`${sentence} Because: A tender is under way.`);
  await rules.getByRole('button', { name: `Remove: ${sentence}` }).click();
  await expect(rules).toHaveCount(0);
});

test('a policy goal is a draft that is looked at, then set, and firms read it as a reason', async () => {
  await desk.getByRole('link', { name: 'Weights' }).click();
  await desk.getByText('Add a goal').click();
  const form = desk.getByRole('form', { name: 'Add a goal' });
  await form.getByLabel('Name').fill('Sensors for everybody');
  await form.getByLabel('Points for each side').fill('25');
  await form.getByRole('button', { name: 'Supply' }).click();
  await form.getByRole('button', { name: 'Add to the draft' }).click();
  const goals = desk.getByRole('list', { name: 'Policy goals' }).getByRole('listitem');
  await expect(goals).toContainText('by Supply');
  await desk.getByRole('button', { name: 'Show what changes' }).click();
  await expect(desk.getByRole('row', { name: /Suggested pairs/ })).toBeVisible();
  await desk.getByRole('button', { name: 'Set it' }).click();
  await expect(desk.getByText('Set. Suggestions are computed anew.')).toBeVisible();
  await firm.getByRole('link', { name: 'Firms', exact: true }).click();
  await firm.getByRole('link', { name: 'Whom to meet' }).click();
  await expect(firm.getByText('A goal of this edition: Sensors for everybody').first()).toBeVisible();
  await goals.getByRole('button', { name: 'Remove the goal Sensors for everybody' }).click();
  await desk.getByRole('button', { name: 'Set it' }).click();
  await expect(firm.getByText('A goal of this edition: Sensors for everybody')).toHaveCount(0);
});
