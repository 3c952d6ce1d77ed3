import { expect, type Locator, type Page, test } from '@playwright/test';
import { type RunningForum, startForum } from '../support/running-forum.ts';
import { signInBy } from '../support/sign-in-page.ts';

// After signing in, nobody touches a mouse here: every step is Tab, Shift+Tab, Enter, Space and typing.

let forum: RunningForum;

test.beforeAll(async () => {
  forum = await startForum();
});
test.afterAll(() => forum.stop());

const mostSteps = 120;

/** Goes from where the focus is to a thing, one Tab at a time, and sees that the focus is drawn. */
async function tabTo(page: Page, thing: Locator): Promise<void> {
  await expect(thing).toBeVisible();
  for (let step = 0; step < mostSteps; step++) {
    if (await thing.evaluate((element) => element === document.activeElement)) {
      const outline = await thing.evaluate((element) => getComputedStyle(element).outlineStyle);
      expect(outline, 'the focus is drawn').not.toBe('none');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Not reached with ${mostSteps} times Tab: ${thing.toString()}`);
}

async function press(page: Page, thing: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, thing);
  await page.keyboard.press(key);
}

test('a meeting is asked for, accepted and found in the agenda by keyboard alone', async ({ browser }) => {
  const asking = await (await browser.newContext()).newPage();
  const asked = await (await browser.newContext()).newPage();
  await signInBy(asking, forum, 'Hanbit');
  await signInBy(asked, forum, 'Nordlys');

  await press(asking, asking.getByRole('link', { name: 'Firms', exact: true }));
  await tabTo(asking, asking.getByRole('searchbox'));
  await asking.keyboard.type('nordlys');
  await press(asking, asking.getByRole('link', { name: /Nordlys/ }));
  await press(asking, asking.getByRole('link', { name: 'Ask for a meeting' }));
  await tabTo(asking, asking.getByLabel('What about'));
  await asking.keyboard.type('Arctic sonar buoys');
  const times = asking.getByRole('group', { name: /Choose up to/ }).getByRole('button');
  await press(asking, times.first(), 'Space');
  await expect(times.first()).toHaveAttribute('aria-pressed', 'true');
  await press(asking, asking.getByRole('button', { name: 'Send the request' }));
  const sent = asking.getByRole('article').filter({ has: asking.getByRole('heading', { name: /Nordlys/ }) });
  await expect(sent.getByText('Waiting for an answer')).toBeVisible();

  await press(asked, asked.getByRole('link', { name: 'Meetings' }));
  const arrived = asked.getByRole('article').filter({ hasText: 'Arctic sonar buoys' });
  await press(asked, arrived.getByRole('link'));
  await press(asked, asked.getByRole('button', { name: 'Accept', exact: true }).first());
  const answered = asked.getByRole('article').filter({ has: asked.getByRole('heading', { name: /Hanbit/ }) });
  await expect(answered.getByText('Agreed', { exact: true })).toBeVisible();

  await press(asking, asking.getByRole('link', { name: 'Today', exact: true }));
  await press(asking, asking.getByRole('link', { name: 'My agenda' }));
  await expect(asking.getByRole('article').filter({ hasText: 'Arctic sonar buoys' })).toBeVisible();
});
