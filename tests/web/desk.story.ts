import { type Browser, expect, type Page, test } from '@playwright/test';
import { connectTo } from '../support/forum-database.ts';
import { type RunningForum, startForum } from '../support/running-forum.ts';
import { type SignedIn, signIn, signInByMail } from '../support/signed-in.ts';

const onDesk = { width: 1440, height: 900 };

let forum: RunningForum;
let slug: string;
let host: SignedIn;
let delegate: SignedIn;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  forum = await startForum();
  host = await signIn(forum, 'secretariat');
  delegate = await signIn(forum, 'delegate');
  const front = await host.get<{ current: { slug: string } }>('/forum');
  slug = front.current.slug;
});
test.afterAll(() => forum.stop());

/** A device of somebody who has signed in. */
async function as(browser: Browser, { cookie }: SignedIn, context = {}): Promise<Page> {
  const page = await (await browser.newContext({ viewport: onDesk, ...context })).newPage();
  const [name = '', value = ''] = cookie.split(/=(.*)/);
  await page.context().addCookies([{ name, value, url: forum.url }]);
  return page;
}

test('a screen whose part is missing says so in its frame, and comes back by itself', async ({ browser }) => {
  const page = await as(browser, host, { serviceWorkers: 'block' });
  await page.goto(`${forum.url}/secretariat/${slug}/programme`);
  const rail = page.getByRole('navigation', { name: 'Places' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Programme');
  let isCut = true;
  await page.route(/\/assets\/planner-.*\.js$/, (route) =>
    isCut ? route.fulfill({ status: 404, body: '' }) : route.continue(),
  );
  // The forum cannot be reached either, until it can.
  await page.route(/\/api\/forum$/, (route) => (isCut ? route.abort() : route.continue()));
  await rail.getByRole('link', { name: 'Planner' }).click();
  await expect(page.getByRole('heading', { name: 'This screen is loaded again' })).toBeVisible();
  await expect(rail).toBeVisible();
  await expect(page.getByText('Unexpected Application Error')).toBeHidden();
  isCut = false;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Planner');

  await page.goto(`${forum.url}/secretariat/${slug}/nothing`);
  await expect(page.getByText('No screen of the desk has this address.')).toBeVisible();
  await expect(rail).toBeVisible();
});

for (const serviceWorkers of ['block', 'allow'] as const)
  test(`the app of delegates survives a deployment: service workers ${serviceWorkers}`, async ({
    browser,
  }) => {
    const page = await as(browser, delegate, { serviceWorkers });
    await page.goto(`${forum.url}/e/${slug}/today`);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    if (serviceWorkers === 'allow')
      await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    let missed = 0;
    await page
      .context()
      .route(/\/assets\/visitors-.*\.js$/, (route) =>
        missed++ < 1 ? route.fulfill({ status: 404, body: '' }) : route.continue(),
      );
    if (serviceWorkers === 'allow')
      await page.evaluate(async () => {
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          for (const { url } of await cache.keys())
            if (/visitors-.*\.js/.test(url)) await cache.delete(url, { ignoreSearch: true });
        }
      });
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, `/e/${slug}/visitors`);
    await expect(page.getByText('For visitors').first()).toBeVisible();
    await expect(page.getByText('The address may be old or mistyped')).toBeHidden();
  });

test('everybody sees the places of their role, and the edition at whose desk they work', async ({
  browser,
}) => {
  const head = await as(browser, await signInByMail(forum, 'harriet.lowe@au.demo.example'));
  await head.goto(`${forum.url}/secretariat/`);
  await expect(head.getByRole('heading', { level: 1 })).toHaveText('Delegations');
  await expect(head.getByRole('navigation', { name: 'Places' }).getByRole('link')).toHaveCount(1);
  await head.goto(`${forum.url}/secretariat/${slug}/editions`);
  await expect(head.getByText('is not among what your role does')).toBeVisible();
  await expect(head.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await expect(head.getByText('Signed in as')).toBeVisible();
  await expect(head.getByRole('button', { name: 'Sign out' })).toBeVisible();
});

test('a call for help stands over every screen until one of the desk has dealt with it', async ({
  browser,
}) => {
  const database = connectTo(forum, 1);
  await database.query(
    `update meeting set help_called = true, help_called_at = now() where id = (
       select id from meeting where state = 'accepted' order by id limit 1)`,
  );
  await database.end();
  const desk = await as(browser, host);
  await desk.goto(`${forum.url}/secretariat/${slug}/imports`);
  await expect(desk.getByText('Call for help:')).toBeVisible();
  await expect(desk.getByText('1 call for help')).toBeAttached();
  await desk.getByRole('button', { name: /^Take the call of/ }).click();
  await desk.getByRole('link', { name: 'Accreditation' }).click();
  await desk.getByRole('button', { name: 'The call is dealt with' }).first().click();
  await expect(desk.getByText('Call for help:')).toBeHidden();
});

test('many that a decision touches are all shown, and confirmed by their number', async ({ browser }) => {
  const desk = await as(browser, host);
  await desk.goto(`${forum.url}/secretariat/${slug}/accreditation?state=accredited`);
  await desk.getByRole('checkbox', { name: 'Choose all on this page' }).check();
  const bar = desk.locator('.action-bar');
  await bar.getByRole('button', { name: /^Revoke/ }).click();
  const confirmation = bar.getByRole('group');
  const names = confirmation.locator('.touched li');
  const count = await names.count();
  expect(count).toBeGreaterThan(20);
  await expect(confirmation.getByText(`It touches these ${count}:`)).toBeVisible();
  // No name lies beside the list, where nothing leads to it.
  const isWithin = await confirmation
    .locator('.touched')
    .evaluate(
      (list) => list.scrollWidth <= list.clientWidth + 1 && list.scrollHeight <= list.clientHeight + 1,
    );
  expect(isWithin).toBe(true);
  await confirmation.getByRole('combobox').selectOption({ index: 1 });
  const revoke = confirmation.getByRole('button', { name: /^Revoke/ });
  await expect(revoke).toBeDisabled();
  await confirmation.getByLabel(/type how many/).fill(String(count - 1));
  await expect(revoke).toBeDisabled();
  await confirmation.getByLabel(/type how many/).fill(String(count));
  await expect(revoke).toBeEnabled();
});

test('who accredits into a full delegation is led to its places', async ({ browser }) => {
  interface Places {
    id: string;
    name: string;
    version: number;
    places: { category: string; places: number; taken: number }[];
  }
  const { rows } = await host.get<{
    rows: { id: string; name: string; category: string; delegation: { id: string } | null }[];
  }>(`/editions/${slug}/delegates?state=waitlisted&limit=100`);
  const delegations = await host.get<Places[]>(`/editions/${slug}/delegations`);
  const isFull = ({ places }: Places, wanted: string) =>
    places.some(({ category, taken, ...all }) => category === wanted && taken >= all.places);
  const [waiting] = rows.flatMap(({ delegation, ...row }) => {
    const of = delegations.find(({ id }) => id === delegation?.id);
    return of && isFull(of, row.category) ? [{ ...row, of }] : [];
  });
  const desk = await as(browser, host);
  await desk.goto(`${forum.url}/secretariat/${slug}/accreditation/${waiting!.id}`);
  const detail = desk.getByRole('region', { name: 'Detail' });
  await detail.getByRole('button', { name: 'Accredit' }).click();
  await detail
    .getByRole('group')
    .filter({ hasText: 'It touches' })
    .getByRole('button', { name: 'Accredit' })
    .click();
  await expect(detail.getByText(/The delegation has no such place left/)).toBeVisible();
  await detail.getByRole('link', { name: 'To its places' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Delegations');
  await expect(desk.getByRole('heading', { name: waiting!.of.name }).first()).toBeInViewport();
});

test('an address leads to its delegate on whatever page of the list they stand', async ({ browser }) => {
  const desk = await as(browser, host);
  const { rows } = await host.get<{ rows: { id: string; name: string }[] }>(
    `/editions/${slug}/delegates?limit=1&order=name&descending=true`,
  );
  await desk.goto(`${forum.url}/secretariat/${slug}/accreditation/${rows[0]!.id}?state=draft&q=nobody`);
  await expect(desk.getByRole('heading', { level: 2 }).first()).toContainText(rows[0]!.name);
  await desk.goto(`${forum.url}/secretariat/${slug}/accreditation/00000000-0000-7000-8000-000000000000`);
  await expect(desk.getByRole('region', { name: 'Detail' }).getByRole('alert')).toBeVisible();
});

test('where nothing has been yet, nothing is said not to fit what nobody chose', async ({ browser }) => {
  const desk = await as(browser, host);
  const capitals = await host.get<{ id: string; name: string }[]>('/capitals');
  const brussels = capitals.find(({ name }) => name === 'Brussels')!;
  const year = Number(slug.slice(-4)) + 1;
  const { slug: empty } = await host.send<{ slug: string }>('POST', '/editions', {
    capitalId: brussels.id,
    year,
    title: 'Defence Industry Forum, Brussels',
    venue: 'Palais des Congrès',
    address: '',
    startsOn: `${year}-11-23`,
    endsOn: `${year}-11-25`,
  });
  for (const [screen, words] of [
    ['accreditation', 'Nobody has sent a registration yet.'],
    ['meetings', 'There is no meeting and no request yet.'],
    ['matchmaking', 'No firm is listed yet.'],
    ['interpreters', 'No interpreter yet'],
  ] as const) {
    await desk.goto(`${forum.url}/secretariat/${empty}/${screen}`);
    await expect(desk.getByText(words).first(), screen).toBeVisible();
    await expect(desk.getByText(/fits what you|No firm lacks this/), screen).toHaveCount(0);
  }
});

test('the outcomes show no time as machines write it', async ({ browser }) => {
  const desk = await as(browser, host);
  await desk.goto(`${forum.url}/secretariat/${slug}/outcomes`);
  await expect(desk.getByRole('row').nth(1)).toBeVisible();
  expect(await desk.getByRole('main').innerText()).not.toMatch(/\d{4}-\d\d-\d\dT|\d\dZ\b/);
});

test('the desk says in whose name it writes, and lets them go', async ({ browser }) => {
  const desk = await as(browser, host);
  await desk.goto(`${forum.url}/secretariat/${slug}/accreditation`);
  await expect(desk.getByText(/Han Jiwoo/).first()).toBeVisible();
  await desk.getByRole('button', { name: 'Sign out' }).click();
  await expect(desk).toHaveURL(/\/sign-in\?to=/);
  await desk.goto(`${forum.url}/secretariat/${slug}/accreditation`);
  await expect(desk.getByRole('table')).toHaveCount(0);
});
