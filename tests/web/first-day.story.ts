import { expect, test } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { runCommand } from '../support/command-line.ts';
import { newestMail } from '../support/mails.ts';
import { type RunningForum, startForum } from '../support/running-forum.ts';

const mail = 'desk@host.example';
const codeIn = (text: string) => /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(text)?.[0] ?? '';

let forum: RunningForum;

test.beforeAll(async () => {
  forum = await startForum({ env: { DEMO: '0' } });
  await runCommand(forum, 'secretariat', mail);
});
test.afterAll(() => forum.stop());

test('the secretariat of a new forum sets up its second factor and plans the first edition', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${forum.url}/secretariat/`);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Your mail address').fill(mail);
  await page.getByRole('button', { name: 'Mail me a code' }).click();
  await expect.poll(() => codeIn(newestMail(forum, mail))).not.toBe('');
  await page.getByLabel('Code from the mail').fill(codeIn(newestMail(forum, mail)));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();

  const enrolment = codeIn(await runCommand(forum, 'enrol-code', mail));
  await page.getByLabel('Code from the host’s team').fill(enrolment);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Set up an app with one-time codes' }).click();
  const shown = await page.getByText('Or type this into the app').textContent();
  const secret = (shown ?? '').replace(/^.*:/, '').replace(/\s/g, '');
  await page
    .getByLabel('Code that the app shows now')
    .fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'The first edition' })).toBeVisible();
  await page.getByLabel('Capital', { exact: true }).selectOption('Seoul');
  await page.getByLabel('Title').fill('Indo-Pacific Defence Industry Forum');
  await page.getByLabel('Venue').fill('COEX');
  await page.getByLabel('First day').fill('2026-05-12');
  await page.getByLabel('Last day').fill('2026-05-14');
  await page.getByRole('button', { name: 'Plan it' }).click();
  await page.waitForURL(/\/secretariat\/seoul-2026\/editions$/);
  await expect(page.getByRole('cell', { name: 'Indo-Pacific Defence Industry Forum' })).toBeVisible();
});
