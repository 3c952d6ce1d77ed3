import { type Browser, expect, type Page, test } from '@playwright/test';
import { mailsTo, readable } from '../support/mails.ts';
import { type RunningForum, startForum } from '../support/running-forum.ts';
import { type SignedIn, signIn, signInByMail } from '../support/signed-in.ts';

const onDesk = { width: 1440, height: 900 };
const onPhone = { width: 390, height: 844 };
const nordlysMail = 'nordlys@demo.example';
const hanbitMail = 'hanbit@demo.example';

interface Party {
  teamId: string;
  firmId: string;
  firm: string;
  people: { delegateId: string }[];
}
interface Meeting {
  id: string;
  version: number;
  state: string;
  side: 'from' | 'to';
  from: Party;
  to: Party;
}
interface Hall {
  openings: { start: string; end: string }[];
  tables: object[];
}

let forum: RunningForum;
let slug: string;
let desk: Page;
let host: SignedIn;
let hanbit: SignedIn;
let nordlys: SignedIn;
let hall: Hall;
/** In the last hour of the last day, between Eirik Solheim of Nordlys and Woo Areum of Hanbit. */
let late: Meeting;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  forum = await startForum();
  host = await signIn(forum, 'secretariat');
  hanbit = await signIn(forum, 'Hanbit');
  nordlys = await signIn(forum, 'Nordlys');
  ({ slug } = (await host.get<{ current: { slug: string } }>('/forum')).current);
  [hall] = (await host.get<Hall[]>(at('halls'))) as [Hall];
  late = await agree(nordlys, hanbit, before(30));
  desk = await deviceOf(browser, host, onDesk);
});
// Whatever is orphaned in the forum by then is a failure.
test.afterAll(() => forum.stop());

/** A device of somebody who has signed in. */
async function deviceOf(browser: Browser, { cookie }: SignedIn, viewport = onPhone): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  const [name = '', value = ''] = cookie.split(/=(.*)/);
  await page.context().addCookies([{ name, value, url: forum.url }]);
  return page;
}

const at = (path: string) => `/editions/${slug}/${path}`;
const onScreen = (path: string) => `${forum.url}/e/${slug}/${path}`;
const atDesk = (path: string) => `${forum.url}/secretariat/${slug}/${path}`;

/** So many minutes before the hall closes for the last time. */
function before(minutes: number): string {
  const end = Date.parse(hall.openings.at(-1)!.end);
  return new Date(end - minutes * 60_000).toISOString().replace('.000', '');
}

/** The side of a firm, and the delegate who signed in for it. */
async function sideOf(firm: SignedIn): Promise<{ teamId: string; delegateId: string }> {
  const { meetings } = await firm.get<{ meetings: Meeting[] }>(at('meetings'));
  const [one] = meetings;
  if (!one) throw new Error('The firm has no meeting, which would name its team.');
  const { delegateId } = await firm.get<{ delegateId: string }>(at('registration'));
  return { teamId: one[one.side].teamId, delegateId };
}

/** One firm asks another for a meeting at a time, which accepts it. */
async function agree(asker: SignedIn, other: SignedIn, start: string): Promise<Meeting> {
  const [from, to] = await Promise.all([sideOf(asker), sideOf(other)]);
  const asked = await asker.send<Meeting>('POST', at('meetings'), {
    fromTeamId: from.teamId,
    toTeamId: to.teamId,
    participants: [from.delegateId],
    topic: 'A last word',
    message: 'Before the ferry leaves.',
    suggested: [start],
  });
  return other.send<Meeting>('POST', at(`meetings/${asked.id}/acceptance`), {
    version: asked.version,
    start,
    participants: [to.delegateId],
  });
}

/** The newest mail to an address whose subject or text names something. */
const mailed = (to: string, what: string | RegExp) =>
  expect.poll(
    () =>
      mailsTo(forum, to)
        .map(readable)
        .some((mail) => mail.match(what) !== null),
    {
      message: `a mail to ${to} about ${what}`,
    },
  );

test('a hall loses twenty tables and its last hour: the desk sees who is touched, and nobody is sent to a table that is gone', async ({
  browser,
}) => {
  const phone = await deviceOf(browser, nordlys);
  await phone.goto(onScreen(`meetings/${late.id}`));
  await expect(phone.getByText('Agreed', { exact: true }).first()).toBeVisible();

  await desk.goto(atDesk('hall'));
  const form = desk.getByRole('form').first();
  await form.getByLabel('Tables', { exact: true }).fill(String(hall.tables.length - 20));
  const until = form.getByRole('group', { name: /^Open/ }).getByLabel('Until').last();
  const closing = await until.inputValue();
  await until.fill(
    closing.replace(/T(\d\d)/, (_, hour: string) => `T${String(Number(hour) - 1).padStart(2, '0')}`),
  );
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(desk.getByText(/agreed meetings? would not fit this hall any more/)).toBeVisible();
  await expect(
    desk.getByText(/Nordlys Undersea – Hanbit Optronics.*the hall is not open/).first(),
  ).toBeVisible();
  await desk.getByRole('button', { name: 'Save all the same' }).click();
  await expect(desk.getByText('Saved.')).toBeVisible();

  await expect(phone.getByText(/Place and time to be settled/).first()).toBeVisible();
  await mailed(nordlysMail, 'Hanbit Optronics').toBe(true);
  await desk.goto(atDesk('meetings'));
  await expect(desk.getByText(/meetings? needs? a new place/)).toBeVisible();
});

test('a representative who is put back leaves a meeting that the other side then knows is off', async ({
  browser,
}) => {
  const marte = await signInByMail(forum, 'marte.lunde@nordlysundersea.demo.example');
  const agreed = await agree(marte, hanbit, before(180));
  const phone = await deviceOf(browser, hanbit);
  await phone.goto(onScreen(`meetings/${agreed.id}`));
  await expect(phone.getByText('Agreed', { exact: true }).first()).toBeVisible();

  const { form, version, delegateId } = await marte.get<{
    form: object;
    version: number;
    delegateId: string;
  }>(at('registration'));
  await marte.send('POST', at('registration'), { form: { ...form, office: 'Director of Sales' }, version });
  await desk.goto(atDesk(`accreditation/${delegateId}`));
  await desk.getByRole('button', { name: 'Put on the waiting list' }).click();
  await expect(desk.getByText(/ of theirs (is|are) touched:/)).toBeVisible();
  await expect(desk.getByText(/Hanbit Optronics/).first()).toBeVisible();
  await desk
    .getByRole('group', { name: /will be put on the waiting list/ })
    .getByRole('button', { name: 'Put on the waiting list' })
    .click();

  await expect(phone.getByText('Cancelled', { exact: true }).first()).toBeVisible();
  await mailed(hanbitMail, /Nordlys Undersea/).toBe(true);
});

test('a second list without a firm ends its meetings, which it names before, and each side reads why', async ({
  browser,
}) => {
  const { rows } = await host.get<{ rows: { name: string; country: string }[] }>(at('firms?limit=200'));
  const listOf = (firms: typeof rows) =>
    Buffer.from(['name;country', ...firms.map(({ name, country }) => `${name};${country}`)].join('\n'));
  await desk.goto(atDesk('imports'));
  const lists = desk.locator('section', { has: desk.getByRole('heading', { name: 'Exhibitors' }) });
  const drop = async (name: string, firms: typeof rows) => {
    await lists
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: listOf(firms) });
    await expect(lists.getByRole('status').filter({ hasText: name })).toBeVisible();
  };
  await drop('first.csv', rows);
  await lists.getByRole('button', { name: 'Apply' }).click();
  await expect(lists.getByText('Applied.', { exact: true })).toBeVisible();

  await drop(
    'second.csv',
    rows.filter(({ name }) => name !== 'Nordlys Undersea'),
  );
  await expect(lists.getByText(/ ends? with them, of /)).toBeVisible();
  await expect(lists.getByText(/Nordlys Undersea.*Hanbit Optronics/).first()).toBeVisible();
  const phone = await deviceOf(browser, hanbit);
  await phone.goto(onScreen(`meetings/${late.id}`));
  await lists.getByRole('button', { name: 'Apply' }).click();
  await expect(lists.getByText('Applied.', { exact: true })).toBeVisible();

  await expect(phone.getByText(/no longer on the forum’s list of firms/).first()).toBeVisible();
  await mailed(hanbitMail, /Nordlys Undersea is no longer on this forum’s list of firms/).toBe(true);
  await mailed(nordlysMail, /Your firm is no longer on this forum’s list of firms/).toBe(true);
});
