import { expect, type Page, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { type RunningForum, startForum } from '../support/running-forum.ts';
import { type SignedIn, signIn } from '../support/signed-in.ts';
import { signInBy } from '../support/sign-in-page.ts';

const samples = new URL('../../libs/interchange/src/testing/samples/', import.meta.url);

let forum: RunningForum;
let host: SignedIn;
let slug: string;
let desk: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  forum = await startForum();
  host = await signIn(forum, 'secretariat');
  ({ slug } = (await host.get<{ current: { slug: string } }>('/forum')).current);
  desk = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  const [name = '', value = ''] = host.cookie.split(/=(.*)/);
  await desk.context().addCookies([{ name, value, url: forum.url }]);
  await desk.goto(`${forum.url}/secretariat/${slug}/imports`);
});
test.afterAll(() => forum.stop());

const at = (path: string) => `/editions/${slug}/${path}`;

/** The part of the screen that reads one kind of file. */
const partOf = (heading: string) =>
  desk.locator('section', { has: desk.getByRole('heading', { name: heading }) }).first();

/** Drops a file, and waits until what it would change is shown, or why it is refused. */
async function drop(part: ReturnType<typeof partOf>, name: string, buffer: Buffer): Promise<void> {
  await part
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await expect(part.getByRole('status').filter({ hasText: name })).toBeVisible();
}

/** A schedule.json of one session on the edition's first day, with one speaker. */
function scheduleOf(day: string, zone: string, speaker: { id: string; name: string }): Buffer {
  const event = {
    guid: 'closed-talk',
    title: 'Undersea sensors, in confidence',
    date: `${day}T10:00:00+09:00`,
    start: '10:00',
    duration: '00:30',
    room: 'Room of the file',
    type: 'panel',
    persons: [{ id: speaker.id, public_name: speaker.name }],
  };
  const conference = {
    title: 'Forum',
    time_zone_name: zone,
    days: [{ date: day, rooms: { [event.room]: [event] } }],
  };
  return Buffer.from(JSON.stringify({ schedule: { conference } }));
}

test('a speaker whom the file swaps for a namesake is another person: the difference says so, and the rights go along', async ({
  page,
}) => {
  const { edition } = await host.get<{ edition: { startsOn: string; zone: string } }>(`/editions/${slug}`);
  const file = (id: string) => scheduleOf(edition.startsOn, edition.zone, { id, name: 'Kim Minjun' });
  const programme = partOf('Programme');
  await drop(programme, 'first.json', file('p-1'));
  await programme.getByRole('button', { name: 'Apply' }).click();
  await expect(programme.getByText('Applied.', { exact: true })).toBeVisible();

  // The desk closes the session, and says which delegate its speaker is.
  const { sessions } = await host.get<{ sessions: { id: string; title: string; version: number }[] }>(
    at('programme'),
  );
  const talk = sessions.find(({ title }) => title === 'Undersea sensors, in confidence')!;
  await host.send('PATCH', at(`sessions/${talk.id}`), { version: talk.version, audience: 'restricted' });
  const { rows } = await host.get<{ rows: { id: string; mail: string }[] }>(
    at('delegates?search=delegate%40demo&limit=1'),
  );
  const { speakers } = await host.get<{ speakers: { id: string }[] }>(at(`sessions/${talk.id}/people`));
  await host.send('PUT', at(`speakers/${speakers[0]!.id}/delegate`), { delegateId: rows[0]!.id });
  await signInBy(page, forum, 'delegate');
  await page.goto(`${forum.url}/e/${slug}/sessions/${talk.id}`);
  await expect(page.getByRole('heading', { name: 'Undersea sensors, in confidence' })).toBeVisible();

  await drop(programme, 'second.json', file('p-2'));
  await expect(programme.getByText(/another person of the same name/).first()).toBeVisible();
  await programme.getByRole('button', { name: 'Apply' }).click();
  await expect(programme.getByText('Applied.', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Undersea sensors, in confidence' })).toBeHidden();
  const { speakers: now } = await host.get<{ speakers: { person: object | null }[] }>(
    at(`sessions/${talk.id}/people`),
  );
  expect(now.map(({ person }) => person)).toEqual([null]);
});

/** What each exhibitor list must show: some of its firms, and what is said of the file. */
const lists: [file: string, firms: string[], said: (string | RegExp)[]][] = [
  [
    'exhibitors-as-published.json',
    [
      'Hanul Marine Systems (South Korea)',
      'Polder Radar B.V. (Netherlands)',
      'Ever Only Address Ltd (United Kingdom)',
    ],
    ['Polder Radar BV', 'sales@tasman.example', 'Strange Country Co'],
  ],
  ['exhibitors-unknown-columns.csv', ['Tasman Armour Pty Ltd (Australia)'], ['exhibitor_id', 'NCAGE']],
  ['exhibitors-cp949.csv', ['한울마린 (South Korea)'], ['EUC-KR']],
  ['exhibitors-shift-jis.csv', ['関西推進薬 (Japan)'], ['Shift JIS']],
  [
    'exhibitors-windows-1252.csv',
    ['Société Brévent Optronique (France)', 'Gröbner Geräte GmbH (Germany)'],
    ['Windows-1252'],
  ],
  ['exhibitors-utf-16.txt', ['Hanul Marine Systems (South Korea)'], ['UTF-16']],
  ['exhibitors-quoted-sep.csv', ['Hanul Marine Systems (South Korea)'], []],
  ['exhibitors.xlsx', ['Hanul Marine Systems (South Korea)'], []],
];

test('the lists that real tools write are read, each with what was noticed in it', async () => {
  const exhibitors = partOf('Exhibitors');
  for (const [name, firms, said] of lists) {
    await drop(exhibitors, name, readFileSync(new URL(name, samples)));
    for (const firm of firms) await expect(exhibitors.getByText(firm).first(), name).toBeVisible();
    for (const what of said) await expect(exhibitors.getByText(what).first(), name).toBeAttached();
  }
});

test('the schedules that real tools write are read, or refused with what they hold', async () => {
  const programme = partOf('Programme');
  for (const name of ['schedule-day-before.xml', 'schedule-clock-change.xml', 'schedule2.json']) {
    await programme.locator('input[type=file]').setInputFiles({
      name,
      mimeType: 'application/octet-stream',
      buffer: readFileSync(new URL(name, samples)),
    });
    // They are of other days than this forum's: the refusal says which.
    await expect(programme.getByRole('alert').filter({ hasText: '2027' }), name).toBeVisible();
  }
});
