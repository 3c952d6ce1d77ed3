import { type Browser, expect, type Page, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { type RunningForum, startForum } from '../support/running-forum.ts';
import { signInBy, signInByCode } from '../support/sign-in-page.ts';

let forum: RunningForum;
let hanbit: Page;
let nordlys: Page;

test.beforeAll(async ({ browser }) => {
  forum = await startForum();
  hanbit = await enter(browser, 'Hanbit');
  nordlys = await enter(browser, 'Nordlys');
});
test.afterAll(async () => {
  await Promise.all([hanbit, nordlys].map((page) => page.context().close()));
  await forum.stop();
});

async function enter(browser: Browser, role: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInBy(page, forum, role);
  return page;
}

async function openFirm(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('link', { name: 'Firms', exact: true }).click();
  await page.getByRole('searchbox').fill(name.source);
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

const documentsOf = (page: Page) => page.getByRole('region', { name: 'Documents' });

async function attach(page: Page, name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'application/pdf', buffer: Buffer.from(text) };
  await page.getByLabel('Attach a document').setInputFiles(file);
}

/** A colleague of a firm's officer signs in by a mailed code and confirms the release of the meeting on this page. */
async function confirmRelease(browser: Browser, mail: string, at: Page): Promise<void> {
  const page = await (await browser.newContext()).newPage();
  await signInByCode(page, forum, mail);
  await page.waitForURL(/\/today$/);
  await page.goto(at.url());
  await page.getByRole('button', { name: 'Confirm release' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm release' }).click();
  await expect(page.getByRole('button', { name: 'Confirm release' })).toBeHidden();
  await page.context().close();
}

const controlOf = (page: Page) => page.getByRole('region', { name: 'Export control' });

async function release(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Release the topic' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Release the topic' }).click();
}

test('a meeting about a listed topic is agreed only once both sides have released it, by two people each', async ({
  browser,
}) => {
  await openFirm(hanbit, /Nordlys/);
  await hanbit.getByRole('link', { name: 'Ask for a meeting' }).click();
  await hanbit.getByLabel('What about').fill('Fire control at sea');
  await hanbit.getByText('Does the topic touch a control list?').click();
  await hanbit.getByLabel(/^ML5 /).check();
  await hanbit
    .getByRole('group', { name: /Choose up to/ })
    .getByRole('button')
    .first()
    .click();
  await hanbit.getByRole('button', { name: 'Send the request' }).click();
  await expect(controlOf(hanbit).getByText('Waits for release')).toBeVisible();
  await expect(controlOf(hanbit).getByText('They have not said yet who comes.')).toBeVisible();

  await attach(hanbit, 'sight.pdf', '%PDF-1.7 Of sights.');
  await attach(hanbit, 'notes.pdf', 'Not a PDF.');
  const refused = documentsOf(hanbit).getByRole('alert');
  await expect(refused).toContainText('This file cannot be attached.');
  await documentsOf(hanbit).getByRole('button', { name: 'Leave it out' }).click();

  await nordlys.getByRole('link', { name: 'Meetings' }).click();
  const arrived = nordlys.getByRole('article').filter({ hasText: 'Fire control at sea' });
  await arrived.getByRole('link').click();
  await expect(nordlys.getByRole('button', { name: 'Accept', exact: true })).toBeDisabled();
  await expect(documentsOf(nordlys).getByText('1 document waits')).toBeVisible();
  await nordlys.getByRole('button', { name: 'Say who comes' }).click();
  await nordlys.getByRole('button', { name: 'Save who comes' }).click();
  await release(nordlys);

  await expect(hanbit.getByRole('button', { name: 'Release the topic' })).toBeVisible();
  await release(hanbit);
  await expect(controlOf(hanbit).getByText('a second person of our firm must confirm')).toBeVisible();
  await confirmRelease(browser, 'sanghyeok.min@hanbitoptronics.demo.example', hanbit);
  await expect(controlOf(hanbit).getByText('Released by both sides')).toBeVisible();

  await confirmRelease(browser, 'marte.lunde@nordlysundersea.demo.example', nordlys);
  await expect(nordlys.getByRole('button', { name: 'Accept', exact: true })).toBeEnabled();
  await nordlys.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(nordlys.getByText('Agreed', { exact: true })).toBeVisible();
});

test('documents of a meeting open with it, come and go live, and are saved as they were', async () => {
  const theirs = documentsOf(nordlys);
  const download = nordlys.waitForEvent('download');
  await theirs.getByRole('link', { name: 'sight.pdf' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('sight.pdf');
  expect(await readFile(await saved.path(), 'utf8')).toBe('%PDF-1.7 Of sights.');
  await attach(hanbit, '도면.pdf', '%PDF-1.7 Of drawings.');
  await expect(theirs.getByRole('link', { name: '도면.pdf' })).toBeVisible();
  const drawing = documentsOf(hanbit).getByRole('listitem').filter({ hasText: '도면.pdf' });
  await drawing.getByRole('button', { name: 'Delete' }).click();
  await hanbit.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(theirs.getByRole('link', { name: '도면.pdf' })).toBeHidden();
  await expect(theirs.getByRole('link', { name: 'sight.pdf' })).toBeVisible();
});

test('an outcome is proposed by one firm, seen live by the other, and confirmed', async () => {
  await openFirm(nordlys, /Hanbit/);
  await openFirm(hanbit, /Nordlys/);
  await hanbit.getByRole('button', { name: 'Begin a new matter' }).click();
  await hanbit.getByLabel('What it is about').fill('A sight for buoys');
  await hanbit.getByLabel('Stage reached').selectOption('nda');
  await hanbit.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(hanbit.getByText('Nordlys Undersea has to confirm it.')).toBeVisible();
  const matter = nordlys
    .getByRole('article')
    .filter({ has: nordlys.getByText('A sight for buoys') })
    .last();
  await matter.getByRole('button', { name: 'Confirm' }).click();
  await expect(matter.getByText('confirmed by both')).toBeVisible();
});

test('a worksheet tells its ratio as it is typed, and another firm sees nothing but that', async () => {
  await nordlys.getByRole('link', { name: 'Me', exact: true }).click();
  await nordlys.getByRole('link', { name: 'My firm' }).click();
  await nordlys.getByRole('link', { name: 'Component origin' }).click();
  await nordlys.getByRole('link', { name: 'Chain of forty seabed sensors' }).click();
  const ratios = nordlys.getByRole('region', { name: 'Share from outside' });
  await expect(ratios.getByText('Within the limit')).toHaveCount(2);
  await nordlys.getByLabel(/^Cost/).last().fill('63400.00');
  await expect(ratios.getByText('Over the limit')).toHaveCount(2);
  await nordlys.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(nordlys.getByText(/^Saved/)).toBeVisible();

  await hanbit.getByRole('link', { name: 'Me', exact: true }).click();
  await hanbit.getByRole('link', { name: 'My firm' }).click();
  await hanbit.getByRole('link', { name: 'Component origin' }).click();
  const received = hanbit.getByRole('region', { name: 'Shared with us' });
  await expect(received.getByText('Over the limit')).toHaveCount(2);
  await expect(received.getByText(/Hydrophones|63400|EUR/)).toHaveCount(0);
});

test('what was held is reported, and the secretariat has its figures', async ({ browser }) => {
  await nordlys.getByRole('link', { name: 'Meetings' }).click();
  await nordlys.getByRole('link', { name: /Iroise/ }).click();
  const report = nordlys.getByRole('region', { name: 'How it went' });
  await report.getByRole('button', { name: '3 of 5' }).click();
  await report.getByRole('button', { name: 'Save the report' }).click();
  await expect(report.getByText('Kept; last written by Eirik Solheim.')).toBeVisible();

  const desk = await enter(browser, 'secretariat');
  await desk.setViewportSize({ width: 1440, height: 900 });
  await desk.goto(`${forum.url}/secretariat/`);
  await desk.getByRole('link', { name: 'Outcomes' }).click();
  const absences = desk.getByRole('region', { name: 'Not held, or disputed' });
  await expect(absences.getByRole('row').filter({ hasText: 'Zennegat Marine' })).toBeVisible();
  await expect(
    desk.getByRole('row').filter({ hasText: 'New Delhi' }).getByText('withheld').first(),
  ).toBeVisible();
});

test('a report that two windows write at once loses nothing of either', async () => {
  const other = await nordlys.context().newPage();
  await other.goto(nordlys.url());
  const mine = nordlys.getByLabel('Private note');
  const theirs = other.getByLabel('Private note');
  await mine.fill('They offer a second source.');
  await theirs.fill('Ask for the interface.');
  await other.getByRole('button', { name: 'Save the report' }).click();
  await expect(nordlys.getByText('A colleague has saved this meanwhile.')).toBeVisible();
  await expect(mine).toHaveValue('They offer a second source.');
  await expect(nordlys.getByRole('button', { name: 'Save the report' })).toBeDisabled();

  await nordlys.getByRole('button', { name: 'Keep mine' }).click();
  await nordlys.getByRole('button', { name: 'Save the report' }).click();
  await expect(other.getByText('A colleague has saved this meanwhile.')).toBeVisible();
  await other.getByRole('button', { name: 'Show theirs' }).click();
  await expect(theirs).toHaveValue('They offer a second source.');
  await other.close();
});
