import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type RunningForum, startForum } from '../support/running-forum.ts';
import { Asked } from '../support/settled.ts';
import { signInBy } from '../support/sign-in-page.ts';

const attendee = [
  'today',
  'programme',
  'agenda',
  'meetings',
  'firms',
  'whom-to-meet',
  'our-profile',
  'people',
  'visitors',
  'me',
  'sign-in',
  'register',
];
const secretariat = [
  'editions',
  'rotation',
  'roles',
  'second-factors',
  'account',
  'accreditation',
  'delegations',
  'programme',
  'meetings',
  'planner',
  'matchmaking',
  'matchmaking?part=weights',
  'matchmaking?part=rules',
  'matchmaking?part=terms',
  'matchmaking?part=capabilities',
  'interpreters',
  'hall',
  'outcomes',
  'imports',
];

/** Screens of one's own firm, below its page. */
const ofTheFirm = ['routes', 'facts', 'worksheets', 'teams'];

// The tests change nothing, so that those of one file need not wait for each other.
test.describe.configure({ mode: 'parallel' });

let forum: RunningForum;
let edition: string;

test.beforeAll(async () => {
  forum = await startForum();
  const front = (await (await fetch(`${forum.url}/api/forum`)).json()) as { current: { slug: string } };
  edition = front.current.slug;
});
test.afterAll(() => forum.stop());

async function enter(
  browser: Browser,
  role: string,
  scheme: 'light' | 'dark',
  language: string,
): Promise<Visit> {
  const context = await browser.newContext({ colorScheme: scheme, reducedMotion: 'reduce' });
  await context.addInitScript((tag) => localStorage.setItem('forum-language', tag), language);
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      document.documentElement.setAttribute(
        'data-refused',
        `${violatedDirective} ${blockedURI} ${sourceFile}`,
      ),
    );
  });
  const page = await context.newPage();
  const asked = new Asked(page);
  await signInBy(page, forum, role);
  return { page, asked };
}

interface Visit {
  page: Page;
  asked: Asked;
}

/** Advice, facts and worksheets of the firm that is signed in, and what came of a meeting of its that has been. */
async function firmScreens(page: Page): Promise<string[]> {
  const read = async (path: string) =>
    (await (await page.request.get(`${forum.url}/api/editions/${edition}/${path}`)).json()) as never;
  const { meetings } = (await read('meetings')) as { meetings: Met[] };
  const past = meetings.find(({ state, end }) => state === 'accepted' && Date.parse(end) < Date.now());
  const listed = meetings.find(({ control }) => control !== null) ?? past;
  if (!past || !listed) throw new Error('The demo firm has had no meeting.');
  const [own, other] = past.side === 'from' ? [past.from, past.to] : [past.to, past.from];
  const { own: worksheets } = (await read('worksheets')) as { own: { id: string }[] };
  const at = `/e/${edition}/firms/${own.firmId}`;
  return [
    ...ofTheFirm.map((screen) => `${at}/${screen}`),
    `${at}/worksheets/${worksheets[0]?.id}`,
    `/e/${edition}/firms/${other.firmId}`,
    `/e/${edition}/firms/${other.firmId}/routes`,
    `/e/${edition}/firms/${other.firmId}/request`,
    `/e/${edition}/meetings/${past.id}`,
    `/e/${edition}/meetings/${listed.id}`,
  ];
}

interface Met {
  id: string;
  state: string;
  side: 'from' | 'to';
  end: string;
  control: object | null;
  from: { firmId: string };
  to: { firmId: string };
}

/** Only what is wrong is gathered: it takes a third of the time. No screen has frames, sound or films. */
const checked = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations' as const],
  preload: false,
};

/** Shown whole, without a fault that a tool can find, and no wider than the window. */
async function isInOrder({ page, asked }: Visit, address: string): Promise<void> {
  await page.goto(forum.url + address);
  // On a desk a detail stands beside its list, which has a heading too.
  await expect(page.getByRole('heading', { level: 1 }).last()).toBeVisible();
  await asked.settled();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(checked).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const told = grave.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  );
  expect.soft(told, address).toEqual([]);
  const refused = await page.locator('html').getAttribute('data-refused');
  expect.soft(refused, `${address} wants what its policy forbids`).toBeNull();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${address} is wider than the window`).toBeLessThanOrEqual(0);
}

test('every screen of a firm is in order on a phone, in light English', async ({ browser }) => {
  const visit = await enter(browser, 'Hanbit', 'light', 'en');
  for (const screen of attendee) await isInOrder(visit, `/e/${edition}/${screen}`);
  await isInOrder(visit, '/forum');
  for (const screen of await firmScreens(visit.page)) await isInOrder(visit, screen);
});

test('the screens of a firm are in order on a desk, in dark Korean', async ({ browser }) => {
  const visit = await enter(browser, 'Nordlys', 'dark', 'ko');
  await visit.page.setViewportSize({ width: 1440, height: 900 });
  for (const screen of await firmScreens(visit.page)) await isInOrder(visit, screen);
});

test('every screen of a delegate is in order on a phone, in dark Korean', async ({ browser }) => {
  const visit = await enter(browser, 'delegate', 'dark', 'ko');
  for (const screen of attendee) await isInOrder(visit, `/e/${edition}/${screen}`);
});

test('every screen of the secretariat is in order on a desk', async ({ browser }) => {
  const visit = await enter(browser, 'secretariat', 'light', 'en');
  await visit.page.setViewportSize({ width: 1440, height: 900 });
  for (const screen of secretariat) await isInOrder(visit, `/secretariat/${edition}/${screen}`);
});
