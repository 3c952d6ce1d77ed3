import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { askForCode } from '@forum/contract/identity/sign-in';
import { readMailState } from '@forum/contract/operations/mail-state';
import { eventually } from '../testing/eventually.ts';
import { createTestEdition } from '../testing/test-edition.ts';
import { type MailServer, startMailServer } from '../testing/mail-server.ts';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';
import { Mails } from './mails.ts';
import { Sending } from './sending.ts';

let server: MailServer;
let forum: TestForum;
beforeAll(async () => {
  server = await startMailServer();
  forum = await startTestForum({ smtpUrl: server.url });
});
afterAll(async () => {
  await forum.stop();
  await server.close();
});
beforeEach(() => {
  server.taken.length = 0;
});

const addresses = (word: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${word}-${n}@firm.example`);

const send = (...to: readonly string[]) =>
  forum.database.write((transaction) =>
    forum.app.get(Mails).send(
      transaction,
      ...to.map((one) => ({
        to: one,
        urgency: 'bulk' as const,
        about: undefined,
        subject: 'News',
        text: 'There is news.',
      })),
    ),
  );

interface Kept {
  isSent: boolean;
  isGivenUp: boolean;
  isLeased: boolean;
  attempts: number;
  trouble: string | null;
}

const kept = (to: string): Promise<Kept | null> =>
  forum.database.row<Kept>(
    `select sent_at is not null as "isSent", given_up_at is not null as "isGivenUp", leased_until is not null as "isLeased", attempts, trouble
     from mail where recipient = $1`,
    [to],
  );

/** Makes the pause before the next attempt pass, and the workers look, as they do each second. */
async function letPausePass(to: string): Promise<void> {
  await forum.database.rows(
    `update mail set next_attempt_at = now() - interval '1 minute' where recipient = $1`,
    [to],
  );
  await forum.app.get(Sending).look();
}

const metric = async (state: string) => {
  const text = await (await fetch(`${forum.url}/metrics`)).text();
  return Number(new RegExp(`^forum_mails\\{state="${state}"\\} (\\d+)`, 'm').exec(text)?.[1]);
};

describe('a mail that is refused for good', () => {
  it('is given up and seen, and its neighbours are sent once', async () => {
    const [refused = '', ...others] = addresses('neighbour', 20);
    server.refusals.set(refused, '550 no such mailbox');
    await send(refused, ...others);
    await eventually(
      () => kept(refused),
      (one) => one?.isGivenUp ?? false,
    );
    expect(await kept(refused)).toMatchObject({ isSent: false, isGivenUp: true, attempts: 1 });
    expect((await kept(refused))?.trouble).toContain('550 no such mailbox');
    await eventually(
      () => Promise.resolve(server.taken),
      (taken) => taken.length >= others.length,
    );
    await forum.app.get(Sending).look();
    expect([...server.taken].sort()).toEqual([...others].sort());
    expect(await metric('given-up')).toBe(1);
    expect(await metric('waiting')).toBe(0);
  });
});

describe('a mail that was given up', () => {
  it('is counted at the desk for a week, whether it was refused or waited too long', async () => {
    const edition = await createTestEdition(forum.database, 2031);
    const params = { edition: edition.slug };
    const desk = await forum.signIn('desk@host.example', { secretariat: true });
    const counted = async () => (await desk.call(readMailState, { params })).body;
    const before = (await counted()).givenUp;
    const [refused = '', late = ''] = addresses('given-up', 2);
    server.refusals.set(refused, '550 no such mailbox');
    server.refusals.set(late, '450 try later');
    await send(refused, late);
    await eventually(counted, ({ givenUp, waiting }) => givenUp === before + 1 && waiting === 1);
    // An attempt that still goes on would put the next one off again.
    await eventually(
      () => kept(late),
      (one) => one?.attempts === 1,
    );
    await forum.database.rows(
      `update mail set expires_at = now(), next_attempt_at = now() - interval '1 minute' where recipient = $1`,
      [late],
    );
    // What it does by itself once a minute.
    await forum.app.get(Sending).giveUpOld();
    await eventually(counted, ({ givenUp }) => givenUp === before + 2);
    await forum.database.rows(
      `update mail set given_up_at = now() - interval '8 days' where recipient = any($1)`,
      [[refused, late]],
    );
    expect(await counted()).toEqual({ givenUp: before, waiting: 0 });
    expect((await (await forum.signIn('guest@firm.example')).call(readMailState, { params })).status).toBe(
      403,
    );
  });
});

describe('a mail while the mail server is away', () => {
  it('waits longer each time, however often that is, and is sent once when the server is back', async () => {
    const [to = ''] = addresses('waiting', 1);
    await server.close();
    await send(to);
    await eventually(
      () => kept(to),
      (one) => (one?.trouble ?? null) !== null,
    );
    expect(await metric('waiting')).toBe(1);
    for (let attempts = 2; attempts <= 13; attempts++) {
      await letPausePass(to);
      await eventually(
        () => kept(to),
        (one) => one?.attempts === attempts && !one.isLeased,
      );
    }
    const { pause } = (await forum.database.row<{ pause: number }>(
      `select extract(epoch from next_attempt_at - now())::float8 / 60 as pause from mail where recipient = $1`,
      [to],
    ))!;
    expect(pause).toBeGreaterThan(29);
    expect(pause).toBeLessThanOrEqual(30);
    expect(await kept(to)).toMatchObject({ isSent: false, isGivenUp: false, attempts: 13 });
    await server.open();
    await Promise.all([letPausePass(to), forum.app.get(Sending).look()]);
    await eventually(
      () => kept(to),
      (one) => one?.isSent ?? false,
    );
    expect(await kept(to)).toMatchObject({ isSent: true, trouble: null });
    expect(server.taken).toEqual([to]);
  });
});

describe('a mail that another node wrote', () => {
  it('is sent all the same', async () => {
    const [to = ''] = addresses('elsewhere', 1);
    await forum.database.rows(
      `insert into mail (recipient, subject, body) values ($1, 'News', 'There is news.')`,
      [to],
    );
    await eventually(
      () => kept(to),
      (one) => one?.isSent ?? false,
    );
    expect(server.taken).toEqual([to]);
  });
});

describe('a mail with a sign-in code', () => {
  it('is not sent after the code has lost its worth', async () => {
    const [to = ''] = addresses('late', 1);
    server.refusals.set(to, '450 try later');
    await forum.visitor().call(askForCode, { body: { mail: to } });
    await eventually(
      () => kept(to),
      (one) => (one?.trouble ?? null) !== null,
    );
    expect(await kept(to)).toMatchObject({ isGivenUp: false });
    server.refusals.delete(to);
    await forum.database.rows(
      `update mail set expires_at = expires_at - interval '10 minutes', next_attempt_at = now() where recipient = $1`,
      [to],
    );
    await forum.app.get(Sending).giveUpOld();
    expect(await kept(to)).toMatchObject({ isSent: false, isGivenUp: true, attempts: 1 });
    expect(server.taken).toEqual([]);
  });
});
