import { expect, type Page } from '@playwright/test';
import { newestCode } from './mails.ts';
import type { RunningForum } from './running-forum.ts';

/** Signs a page in by the link that the terminal printed for a role, and waits for Today. */
export async function signInBy(page: Page, forum: RunningForum, role: string): Promise<void> {
  const link = [...forum.links].find(([name]) => name.includes(role))?.[1];
  expect(link, `a sign-in link for ${role}, of ${[...forum.links.keys()].join(', ')}`).toBeTruthy();
  await page.goto(link ?? '');
  await page.locator('main button').first().click();
  await page.waitForURL(/\/today$/);
}

/** Signs a page in as everybody does: has a code mailed, and types it. The caller awaits where that leads. */
export async function signInByCode(page: Page, forum: RunningForum, mail: string, to = '/'): Promise<void> {
  const before = newestCode(forum, mail);
  await page.goto(`${forum.url}/sign-in?to=${to}`);
  await page.getByLabel('Your mail address').fill(mail);
  await page.getByRole('button', { name: 'Mail me a code' }).click();
  await expect.poll(() => newestCode(forum, mail) !== before).toBe(true);
  await page.getByLabel('Code from the mail').fill(newestCode(forum, mail));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
