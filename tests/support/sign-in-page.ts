import { expect, type Page } from '@playwright/test';
import { type RunningForum } from './running-forum.ts';

/** Signs a page in by the link that the terminal printed for a role, and waits for Today. */
export async function signInBy(page: Page, forum: RunningForum, role: string): Promise<void> {
  const link = [...forum.links].find(([name]) => name.includes(role))?.[1];
  expect(link, `a sign-in link for ${role}, of ${[...forum.links.keys()].join(', ')}`).toBeTruthy();
  await page.goto(link ?? '');
  await page.locator('main button').first().click();
  await page.waitForURL(/\/today$/);
}
