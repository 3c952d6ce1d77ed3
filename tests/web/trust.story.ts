import { type Browser, expect, type Page, test } from '@playwright/test';
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { runCommand } from '../support/command-line.ts';
import { type Flood, startFlood } from '../support/flood.ts';
import { connectTo } from '../support/forum-database.ts';
import { mailsTo } from '../support/mails.ts';
import { giveAuthenticator, setUpPasskey } from '../support/passkeys.ts';
import { startRealForum } from '../support/real-forum.ts';
import { accredit, register } from '../support/registration-page.ts';
import { patientFetch } from '../support/patient-fetch.ts';
import type { RunningForum } from '../support/running-forum.ts';
import { signInByCode } from '../support/sign-in-page.ts';
import { signInByMail } from '../support/signed-in.ts';

const secretariat = 'secretariat@demo.example';
const delegate = 'delegate@demo.example';
const nextOrganiser = 'organiser@brussels.example';
const onDesk = { width: 1440, height: 900 };

let forum: RunningForum;
/** As its owner sees it. */
let database: pg.Pool;
let edition: string;
let nextEdition: string;
let flood: Flood;
let desk: Page;
let officer: Page;
/** The session of the edition to which the delegate is named. */
let closed: { id: string; title: string };

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  forum = await startRealForum({ SESSION_POINTS: '' });
  database = connectTo(forum, 1);
  const front = (await (await fetch(`${forum.url}/api/forum`)).json()) as { current: { slug: string } };
  edition = front.current.slug;
  [closed] = await rows<typeof closed>(
    `select s.id, s.title from session s join session_access a on a.session_id = s.id join delegate d on d.id = a.delegate_id
     join person p on p.id = d.person_id where s.audience = 'restricted' and p.mail = $1`,
    delegate,
  );
  desk = await open(browser, onDesk);
  // One account and its machine send all that they can, until the end of the story.
  const { cookie } = await signInByMail(forum, 'flood@elsewhere.example');
  flood = startFlood(forum.url, { edition, cookie, perSecond: 100, sockets: 10 });
});

test.afterAll(async () => {
  flood.stop();
  await database.end();
  await forum.stop();
});

async function rows<Row>(sql: string, ...values: unknown[]): Promise<[Row, ...Row[]]> {
  const answer = await database.query(sql, values);
  return answer.rows as [Row, ...Row[]];
}

/** A device of its own: a phone, if nothing else is said. */
async function open(browser: Browser, viewport = { width: 390, height: 844 }): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  await giveAuthenticator(page);
  return page;
}

/** Has the desk make a code for a colleague, as it is read to them by telephone. */
async function codeFor(mail: string, slug: string): Promise<string> {
  await desk.goto(`${forum.url}/secretariat/${slug}/second-factors`);
  const holder = desk.getByRole('listitem').filter({ hasText: mail });
  await holder.getByRole('button', { name: 'Make a code' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Make a code' }).click();
  await expect(desk.getByRole('heading', { name: /^Code for/ })).toBeFocused();
  const code = await desk
    .getByRole('region', { name: /^Code for/ })
    .locator('code')
    .textContent();
  await desk.getByRole('button', { name: 'I have given it' }).click();
  return code ?? '';
}

test('a mailed code alone opens no desk; a code from the machine lets the first of the team make a passkey', async () => {
  await signInByCode(desk, forum, secretariat, `/secretariat/${edition}/second-factors`);
  await expect(desk.getByText('Your role for the forum waits until you show a second factor')).toBeVisible();
  const said = await runCommand(forum, 'enrol-code', secretariat);
  await setUpPasskey(desk, /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said)?.[0] ?? '');
  await expect(desk.getByRole('heading', { name: 'Second factors' })).toBeVisible();
});

test('a colleague makes a passkey with the code that is handed over, and signs in by one touch from then on', async ({
  browser,
}) => {
  officer = await open(browser, onDesk);
  const mail = 'accreditation@demo.example';
  await signInByCode(officer, forum, mail, `/secretariat/${edition}/accreditation`);
  await expect(officer.getByText(/makes a code for you and gives it to you/)).toContainText('Han Jiwoo');
  await setUpPasskey(officer, await codeFor(mail, edition));
  await expect(officer.getByRole('heading', { name: 'Accreditation' })).toBeVisible();
  await officer.goto(`${forum.url}/sign-in?to=/secretariat/${edition}/accreditation`);
  await officer.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(officer.getByRole('heading', { name: 'Accreditation' })).toBeVisible();
});

test('a role is given only once the passkey was touched again', async () => {
  // As if ten minutes had gone by. What the forum remembers is dropped when an edition is planned.
  await rows(`update sign_in_session set factor_at = factor_at - interval '11 minutes'`);
  const year = Number(edition.slice(-4)) + 1;
  nextEdition = `brussels-${year}`;
  await desk.goto(`${forum.url}/secretariat/${edition}/editions`);
  await desk.getByText('Plan another edition').click();
  const plan = desk.locator('form').filter({ has: desk.getByRole('button', { name: 'Plan it' }) });
  await plan.getByLabel('Capital').selectOption({ label: 'Brussels' });
  await plan.getByLabel('Title').fill('Defence Industry Forum, Brussels');
  await plan.getByLabel('Venue').fill('Palais des Congrès');
  await plan.getByLabel('First day').fill(`${year}-11-23`);
  await plan.getByLabel('Last day').fill(`${year}-11-25`);
  await plan.getByRole('button', { name: 'Plan it' }).click();
  await plan.getByRole('link').click();
  await desk.getByRole('button', { name: 'Move to: Announced' }).click();
  await desk.getByRole('group').getByRole('button', { name: 'Move to: Announced' }).click();
  await expect(desk.getByText('Everybody sees it; nobody can register yet.')).toBeVisible();

  await desk.getByRole('link', { name: 'Roles' }).click();
  // The screen before has a mail address too.
  await expect(desk.getByRole('heading', { name: 'Roles' })).toBeVisible();
  await desk.getByLabel('Mail address').fill(nextOrganiser);
  await desk.getByLabel('Role').selectOption({ label: 'Organiser' });
  await desk.getByRole('button', { name: 'Give the role' }).click();
  const prompt = desk.getByRole('dialog', { name: 'Show your second factor' });
  await prompt.getByRole('button', { name: 'Leave it as it is' }).click();
  await expect(desk.getByRole('alert')).toContainText('Show your second factor first.');
  const holder = desk.getByRole('listitem').filter({ hasText: nextOrganiser });
  await expect(holder).toHaveCount(0);
  await desk.getByRole('button', { name: 'Give the role' }).click();
  await prompt.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(holder).toContainText('Organiser');
});

/** What the forum answers an account, and with which word. */
async function answered(page: Page, method: string, at: string, data?: object): Promise<string> {
  const answer = await page.request.fetch(`${forum.url}/api/editions/${at}`, {
    method,
    ...(data && { data }),
  });
  const { code } = (await answer.json()) as { code?: string };
  return `${answer.status()} ${code ?? 'answered'}`;
}

test('an organiser of next year’s edition can neither become somebody of this one nor read what is theirs', async ({
  browser,
}) => {
  const other = await open(browser, onDesk);
  await signInByCode(other, forum, nextOrganiser, `/secretariat/${nextEdition}/roles`);
  await setUpPasskey(other, await codeFor(nextOrganiser, nextEdition));
  await expect(other.getByRole('listitem').filter({ hasText: nextOrganiser })).toContainText('Organiser');

  for (const screen of ['roles', 'accreditation', 'programme']) {
    await other.goto(`${forum.url}/secretariat/${edition}/${screen}`);
    await expect(other.getByText(/you hold no role of the host's team in this edition/)).toBeVisible();
    // Nothing is listed but the way to their own desk.
    const way = other.locator('main').getByRole('listitem').getByRole('link');
    await expect(way).toHaveAttribute('href', new RegExp(`/${nextEdition}(/|$)`));
    await expect(other.locator('main').getByRole('listitem')).toHaveCount(1);
  }
  await other.goto(`${forum.url}/e/${edition}/sessions/${closed.id}`);
  await expect(other.getByRole('heading', { name: 'No such session' })).toBeVisible();

  const [minister] = await rows<{ id: string }>(
    `select d.id from delegate d join person p on p.id = d.person_id where p.mail = 'head@demo.example'`,
  );
  const aide = { delegateId: minister.id, mail: nextOrganiser };
  const role = { mail: nextOrganiser, role: 'delegation-head', granted: true };
  expect([
    await answered(other, 'PUT', `${edition}/roles`, role),
    await answered(other, 'POST', `${edition}/aides`, aide),
    await answered(other, 'POST', `${nextEdition}/aides`, aide),
    await answered(other, 'GET', `${edition}/delegates`),
    await answered(other, 'GET', `${edition}/meetings`),
    await answered(other, 'GET', `${edition}/sessions/${closed.id}`),
  ]).toEqual([
    '403 access.denied',
    '403 access.denied',
    '404 not_found',
    '403 access.denied',
    '403 access.denied',
    '404 not_found',
  ]);
  await other.context().close();
});

test('an impostor who names a firm sees what strangers see, until somebody of the firm confirms them', async ({
  browser,
}) => {
  const hanbit = await open(browser);
  await signInByCode(hanbit, forum, 'sanghyeok.min@hanbitoptronics.demo.example', `/e/${edition}/meetings`);
  const meeting = hanbit.getByRole('article').getByRole('link').first();
  const address = (await meeting.getAttribute('href')) ?? '';
  await hanbit.getByRole('link', { name: 'Me', exact: true }).click();
  await hanbit.getByRole('link', { name: 'My firm' }).click();
  await hanbit.waitForURL(/\/firms\//);
  const firm = hanbit.url().slice(forum.url.length);

  const impostor = await open(browser);
  await signInByCode(impostor, forum, 'eve@elsewhere.example');
  await impostor.waitForURL(/\/today$/);
  await register(impostor, edition, {
    ...{ category: 'industry', given: 'Eve', family: 'Marlow', office: 'Head of Sales', country: 'KR' },
    ...{ organisation: 'Hanbit Optronics', firm: 'Hanbit' },
  });
  await accredit(officer, edition, 'Eve Marlow');
  await expect(impostor.getByText('Accredited', { exact: true })).toBeVisible();
  const pending = impostor.getByText('Hanbit Optronics has not confirmed you yet');
  await impostor.goto(forum.url + firm);
  await expect(pending).toBeVisible();
  await expect(impostor.getByRole('region', { name: 'Who speaks for us' })).toHaveCount(0);
  const asked = `/editions/${edition}${firm.slice(firm.indexOf('/firms/'))}`;
  const stranger = await signInByMail(forum, delegate);
  const shown = await impostor.request.get(`${forum.url}/api${asked}`);
  expect(await shown.json()).toEqual(await stranger.get(asked));
  await impostor.goto(forum.url + address);
  await expect(impostor.getByText('There is no such meeting')).toBeVisible();
  await impostor.goto(`${forum.url}/e/${edition}/meetings`);
  await expect(pending).toBeVisible();
  await expect(impostor.getByRole('article')).toHaveCount(0);

  const waiting = hanbit.getByRole('listitem').filter({ hasText: 'Eve Marlow' });
  await expect(waiting).toContainText('@elsewhere.example');
  await waiting.getByRole('button', { name: 'Confirm' }).click();
  await hanbit.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
  await expect(pending).toBeHidden();
  await expect(impostor.getByRole('article').first()).toBeVisible();
  await Promise.all([hanbit, impostor].map((page) => page.context().close()));
});

/** All that a screen says of a session that it does not show; it may ask once more when it is connected. */
async function silenceAbout(page: Page, session: string): Promise<string> {
  await page.goto(`${forum.url}/e/${edition}/sessions/${session}`);
  const silence = page.getByRole('heading', { name: 'There is no such session' });
  return page.locator('main').filter({ has: silence }).innerText();
}

test('an aide acts for a delegate, sees nothing of the closed session, and is out at once when it ends', async ({
  browser,
}) => {
  const principal = await open(browser);
  await signInByCode(principal, forum, delegate, `/e/${edition}/me`);
  await principal.getByLabel(/Invite an aide by mail/).fill('ylva@ministry.example');
  await principal.getByRole('button', { name: 'Invite' }).click();
  const relation = principal.getByRole('listitem').filter({ hasText: 'ylva@ministry.example' });
  await expect(relation).toContainText('invited');

  const aide = await open(browser);
  await signInByCode(aide, forum, 'ylva@ministry.example', `/e/${edition}/me`);
  await expect(aide.getByText('You are asked to act for Oskar Lindqvist.')).toBeVisible();
  await aide.getByRole('button', { name: 'Accept' }).click();
  await expect(aide.getByText(/you can only fill in the registration of Oskar Lindqvist/)).toBeVisible();
  await register(aide, edition, {
    ...{ category: 'staff', given: 'Ylva', family: 'Norrby', office: 'Private Secretary', country: 'SE' },
    organisation: 'Ministry of Defence',
  });
  await accredit(officer, edition, 'Ylva Norrby');
  await expect(aide.getByText('Accredited', { exact: true })).toBeVisible();
  await aide.getByRole('link', { name: 'Me', exact: true }).click();
  await aide.getByRole('button', { name: 'Act for Oskar Lindqvist' }).click();
  const band = aide.getByText('Ylva Norrby for Oskar Lindqvist');
  await expect(band).toBeVisible();
  const lastHalf = aide.getByRole('group', { name: 'When you can be met' }).getByRole('checkbox').last();
  await lastHalf.click();
  await expect(lastHalf).not.toBeChecked();

  await principal.goto(`${forum.url}/e/${edition}/agenda`);
  await expect(principal.getByRole('heading', { name: 'In your own calendar' })).toBeVisible();
  const title = 'Testing once, accepting everywhere';
  const added = (page: Page) => page.getByRole('article').filter({ hasText: title });
  await aide.getByRole('link', { name: 'Programme', exact: true }).click();
  await aide.getByRole('searchbox').fill(title);
  await aide.getByRole('link', { name: title }).click();
  await aide.getByRole('button', { name: 'Put into my agenda' }).click();
  await expect(added(principal)).toBeVisible();

  await principal.goto(`${forum.url}/e/${edition}/sessions/${closed.id}`);
  await expect(principal.getByRole('heading', { name: closed.title })).toBeVisible();
  expect(await silenceAbout(aide, closed.id)).toBe(await silenceAbout(aide, randomUUID()));
  await aide.getByRole('link', { name: 'Programme', exact: true }).first().click();
  await aide.getByRole('searchbox').fill(closed.title);
  await expect(aide.getByText('No session fits what you chose.')).toBeVisible();

  await aide.goto(`${forum.url}/e/${edition}/agenda`);
  await expect(added(aide)).toBeVisible();
  await expect(aide.getByRole('heading', { name: 'In your own calendar' })).toHaveCount(0);
  await principal.goto(`${forum.url}/e/${edition}/me`);
  await relation.getByText('What they did, since').click();
  await expect(relation).toContainText('Changed when you can be met');
  await relation.getByRole('button', { name: 'End' }).click();
  await principal.getByRole('dialog').getByRole('button', { name: 'End' }).click();
  await expect(band).toBeHidden();
  await expect(added(aide)).toHaveCount(0);
  const subjects = mailsTo(forum, delegate).join('\n');
  for (const told of ['You invited an aide', 'Your aide has accepted', 'Your aide acts for you now'])
    expect(subjects).toContain(told);
  await Promise.all([aide, principal].map((page) => page.context().close()));
});

test('the calendar address that an aide made under the old rules leads nowhere after the upgrade', async () => {
  const secret = createHash('sha256').update(randomUUID()).digest('base64url');
  await rows(
    `insert into calendar_feed (edition_id, person_id, secret_hash, created_at)
     select a.edition_id, a.principal_id, $1, a.accepted_at from aide a where a.mail = 'ylva@ministry.example'`,
    createHash('sha256').update(secret).digest(),
  );
  const status = async () => (await patientFetch(`${forum.url}/api/feeds/${secret}/agenda.ics`)).status;
  expect(await status()).toBe(200);
  const migration = new URL('../../apps/api/take-over/0081-bind-aides-to-an-edition.sql', import.meta.url);
  const ending = /with ended as \(\s+update calendar_feed.+?'ko%'\);/s.exec(readFileSync(migration, 'utf8'));
  await rows(ending?.[0] ?? '');
  expect(await status()).toBe(404);
});

test('a moved session is seen live on another phone, which hears nothing of the flood', async ({
  browser,
}) => {
  const phone = await open(browser);
  const refused: string[] = [];
  phone.on('response', (answer) => {
    if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
  });
  await signInByCode(phone, forum, 'marte.lunde@nordlysundersea.demo.example', `/e/${edition}/programme`);
  await desk.goto(`${forum.url}/secretariat/${edition}/programme`);
  const table = desk.getByRole('table', { name: /sessions?$/ });
  const link = table.getByRole('row').getByRole('link').last();
  const title = (await link.textContent()) ?? '';
  await link.click();
  await phone.getByRole('searchbox').fill(title);
  const shown = phone.getByRole('article').filter({ hasText: title }).first();
  await expect(shown).toBeVisible();
  await desk.getByLabel('By how many minutes').fill('10');
  await desk.getByRole('button', { name: 'See whom it touches' }).click();
  await desk.getByRole('button', { name: 'Delay it' }).click();
  await expect(shown.getByText(/^was /)).toBeVisible();
  await expect(phone.getByRole('alert')).toHaveCount(0);
  expect(refused).toEqual([]);
  // The flood was one: its own account and machine were refused all the while.
  await expect.poll(() => flood.seen.refused).toBeGreaterThan(100);
});
