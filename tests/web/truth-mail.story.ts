import { expect, test } from '@playwright/test';
import { connectTo } from '../support/forum-database.ts';
import { codeIn, readable } from '../support/mails.ts';
import { type RunningForum, startForum } from '../support/running-forum.ts';
import { type SignedIn, signIn } from '../support/signed-in.ts';
import { type SlowMailServer, startSlowMailServer } from '../support/slow-mail-server.ts';

interface Row {
  id: string;
  version: number;
  mail: string;
  firm: { name: string } | null;
}
interface Side {
  teamId: string;
  people: { delegateId: string }[];
}
interface Meeting {
  id: string;
  version: number;
  side: 'from' | 'to';
  from: Side;
  to: Side;
}

const later = '451 4.3.0 Try again later';
const delegateMail = 'delegate@demo.example';
const hanbitMail = 'hanbit@demo.example';

let mailServer: SlowMailServer;
let forum: RunningForum;
let host: SignedIn;
let slug: string;

test.beforeAll(async () => {
  mailServer = await startSlowMailServer(20);
  forum = await startForum({ env: { SMTP_URL: mailServer.url } });
  host = await signIn(forum, 'secretariat');
  ({ slug } = (await host.get<{ current: { slug: string } }>('/forum')).current);
});
test.afterAll(async () => {
  await forum.stop();
  mailServer.close();
});

/** Everybody but who acts in the story. */
const isOther = ({ mail, firm }: Row) =>
  !mail.endsWith('@demo.example') && !['Nordlys Undersea', 'Hanbit Optronics'].includes(firm?.name ?? '');

const at = (path: string) => `/editions/${slug}/${path}`;

/** Two firms agree on a free time; one of them cancels it at once. */
async function agreeAndCancel(): Promise<void> {
  const [asker, other] = [await signIn(forum, 'Nordlys'), await signIn(forum, 'Hanbit')];
  const sideOf = async (firm: SignedIn) => {
    const { meetings } = await firm.get<{ meetings: Meeting[] }>(at('meetings'));
    const { delegateId } = await firm.get<{ delegateId: string }>(at('registration'));
    return { teamId: meetings[0]![meetings[0]!.side].teamId, delegateId };
  };
  const [from, to] = await Promise.all([sideOf(asker), sideOf(other)]);
  const [hall] = await host.get<{ openings: { end: string }[] }[]>(at('halls'));
  const last = Date.parse(hall!.openings.at(-1)!.end) - 30 * 60_000;
  const start = new Date(last).toISOString().replace('.000', '');
  const asked = await asker.send<Meeting>('POST', at('meetings'), {
    fromTeamId: from.teamId,
    toTeamId: to.teamId,
    participants: [from.delegateId],
    topic: 'Towed arrays',
    message: '',
    suggested: [start],
  });
  const agreed = await other.send<Meeting>('POST', at(`meetings/${asked.id}/acceptance`), {
    version: asked.version,
    start,
    participants: [to.delegateId],
  });
  await asker.send('POST', at(`meetings/${asked.id}/cancellation`), { version: agreed.version });
}

test('while the mail server says "later", two hundred decisions wait; a code comes before them, and no "agreed" after its "cancelled"', async ({
  page,
}) => {
  const database = connectTo(forum, 1);
  const waiting = async () => {
    const { rows } = await database.query<{ all: number; untried: number }>(
      `select count(*)::int as all, count(*) filter (where attempts = 0)::int as untried
       from mail where sent_at is null and given_up_at is null and overtaken_at is null`,
    );
    return rows[0]!;
  };
  mailServer.refusal = later;
  const inState = async (state: string) =>
    (await host.get<{ rows: Row[] }>(at(`delegates?state=${state}&limit=200`))).rows.filter(isOther);
  const decide = async (decision: string, delegates: Row[]) => {
    const { decided } = await host.send<{ decided: Row[] }>('POST', at('accreditation'), {
      decision,
      reason: 'other',
      delegates: delegates.map(({ id, version }) => ({ id, version })),
    });
    return decided.length;
  };
  const decided =
    (await decide('revoke', await inState('accredited'))) +
    (await decide('decline', await inState('submitted')));
  expect(decided).toBeGreaterThanOrEqual(200);
  await agreeAndCancel();
  await expect.poll(async () => (await waiting()).untried).toBe(0);
  expect((await waiting()).all).toBeGreaterThanOrEqual(decided);
  expect(mailServer.taken).toEqual([]);

  // It takes mails again, and the pauses after what it refused have passed.
  mailServer.refusal = null;
  await page.goto(`${forum.url}/sign-in`);
  await page.getByLabel('Your mail address').fill(delegateMail);
  await page.getByRole('button', { name: 'Mail me a code' }).click();
  await database.query('update mail set next_attempt_at = now() where sent_at is null');
  const codeFor = () => mailServer.taken.find(({ to, mail }) => to === delegateMail && codeIn(mail));
  await expect.poll(() => codeFor() !== undefined).toBe(true);
  await page.getByLabel('Code from the mail').fill(codeIn(codeFor()!.mail)!);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/today$/);

  await expect.poll(async () => (await waiting()).all).toBe(0);
  // Each worker had one mail in hand at most when the code was asked for.
  expect(mailServer.taken.indexOf(codeFor()!)).toBeLessThan(20);
  const towed = mailServer.taken.filter(({ to, mail }) => to === hanbitMail && mail.includes('Towed'));
  expect(towed.length).toBeGreaterThan(0);
  const said = towed.map(({ mail }) => readable(mail));
  expect(said.at(-1)).toContain('Cancelled');
  expect(said.filter((text) => text.includes('is agreed'))).toEqual([]);
  await database.end();
});
