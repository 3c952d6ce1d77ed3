import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { askForCode } from '@forum/contract/identity/sign-in';
import { type MailLane, mailLanes } from '@forum/domain/mail/lanes';
import fc from 'fast-check';
import { eventually } from '../testing/eventually.ts';
import { type Letter, type MailServer, startMailServer } from '../testing/mail-server.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';
import { MailQueue } from './mail-queue.repository.ts';
import { Mails, type NewMail } from './mails.ts';
import { Sending } from './sending.ts';

let shared: Awaited<ReturnType<typeof createTestDatabase>>;
let server: MailServer;
/** Two nodes of one forum. */
let nodes: [TestForum, TestForum];
beforeAll(async () => {
  shared = await createTestDatabase();
  server = await startMailServer();
  const start = () => startTestForum({ databaseUrl: shared.url, smtpUrl: server.url });
  nodes = [await start(), await start()];
});
afterAll(async () => {
  for (const node of nodes) await node.stop();
  await server.close();
  await shared.drop();
});
beforeEach(async () => {
  await nodes[0].database.rows('delete from mail');
  Object.assign(server, { taken: [], handed: [], mostAtOnce: 0, wait: () => Promise.resolve() });
  server.refusals.clear();
  server.drops.clear();
});
afterEach(() => void jest.restoreAllMocks());

type Draft = Pick<NewMail, 'to'> & Partial<NewMail>;
const send = (node: TestForum, ...drafts: readonly Draft[]) =>
  node.database.write((transaction) =>
    node.app.get(Mails).send(
      transaction,
      ...drafts.map((draft) => ({
        urgency: 'bulk' as const,
        about: undefined,
        subject: 'News',
        text: 'News.',
        ...draft,
      })),
    ),
  );

const until = (isSo: () => boolean) => eventually(() => Promise.resolve(isSo()), Boolean);
const allSettled = () =>
  eventually(
    () =>
      nodes[0].database.rows(
        'select from mail where sent_at is null and given_up_at is null and overtaken_at is null',
      ),
    (waiting) => waiting.length === 0,
  );
/** The workers of both nodes look, as they do each second. */
const look = () => Promise.all(nodes.map((node) => node.app.get(Sending).look()));
async function letPausesPass(): Promise<void> {
  await nodes[0].database.rows('update mail set next_attempt_at = now() where sent_at is null');
  await look();
}
/** As if so much time had passed since a worker took its mail. */
async function letLeasesPass(): Promise<void> {
  await nodes[0].database.rows(
    `update mail set leased_until = now() - interval '1 second' where leased_until is not null`,
  );
  await look();
}
const stateOf = (to: string) =>
  nodes[0].database.rows<{ state: string }>(
    `select case when sent_at is not null then 'sent' when overtaken_at is not null then 'overtaken'
       when given_up_at is not null then 'given up' else 'waiting' end as state from mail where recipient = $1 order by id`,
    [to],
  );

/** A mail server that takes no mail of some, until it is let go on. */
function hold(isHeld: (letter: Letter) => boolean): () => void {
  let release = () => undefined as void;
  const released = new Promise<void>((resolve) => (release = resolve));
  server.wait = (letter) => (isHeld(letter) ? released : Promise.resolve());
  return release;
}

const crowd = Array.from({ length: 200 }, (_, n) => ({ to: `crowd-${n}@bulk.example` }));
const isOfCrowd = ({ to }: Pick<Letter, 'to'>) => to.endsWith('@bulk.example');
const workersFor = (line: 'bulk', lanes: readonly MailLane[] = mailLanes) =>
  lanes.filter(({ takes }) => takes.includes(line)).reduce((sum, { workers }) => sum + workers, 0);

describe('while the mail server keeps every worker of two hundred mails waiting', () => {
  it('a code and what concerns the next hours are handed over before any further of them', async () => {
    const release = hold(isOfCrowd);
    await send(nodes[0], ...crowd);
    const held = 2 * workersFor('bulk');
    await until(() => server.handed.length === held);
    await nodes[0].signIn('known@forum.test');
    await nodes[0].visitor().call(askForCode, { body: { mail: 'known@forum.test' } });
    await nodes[1].visitor().call(askForCode, { body: { mail: 'unknown@forum.test' } });
    await send(nodes[1], { to: 'soon@forum.test', urgency: 'soon' });
    await until(() => server.taken.length === 3);
    expect([...server.taken].sort()).toEqual(['known@forum.test', 'soon@forum.test', 'unknown@forum.test']);
    expect(server.handed.filter(isOfCrowd)).toHaveLength(held);
    release();
    await allSettled();
    expect(server.taken.filter((to) => isOfCrowd({ to })).sort()).toEqual(crowd.map(({ to }) => to).sort());
  });

  it('they wait with the others when nobody works for them alone', async () => {
    const place = await createTestDatabase();
    const alike = await startTestForum({ databaseUrl: place.url, smtpUrl: server.url }, undefined, {
      mailLanes: [{ takes: ['bulk', 'soon', 'new-address', 'code'], workers: 4 }],
    });
    try {
      const release = hold(isOfCrowd);
      await send(alike, ...crowd.slice(0, 20));
      await until(() => server.handed.length === 4);
      await alike.visitor().call(askForCode, { body: { mail: 'late@forum.test' } });
      release();
      await until(() => server.taken.includes('late@forum.test'));
      expect(server.handed.slice(0, 17).filter(isOfCrowd)).toHaveLength(17);
    } finally {
      await alike.stop();
      await place.drop();
    }
  });
});

const agreed = (to: string) => ({
  to,
  subject: 'agreed',
  about: { thing: `meeting/${to}`, version: 2 },
  calendar: { method: 'REQUEST' as const, content: 'BEGIN:VCALENDAR' },
});
const cancelled = (to: string) => ({
  to,
  subject: 'cancelled',
  about: { thing: `meeting/${to}`, version: 3 },
  calendar: { method: 'CANCEL' as const, content: 'BEGIN:VCALENDAR' },
});
const subjects = (to: string) => server.handed.filter((one) => one.to === to).map(({ subject }) => subject);
const failedOnce = (to: string) =>
  eventually(
    () =>
      nodes[0].database.row(
        'select from mail where recipient = $1 and trouble is not null and leased_until is null',
        [to],
      ),
    (row) => row !== null,
  );

describe('an "agreed" that is refused with 451', () => {
  const to = 'grey@firm.example';
  const refuseOnceThenCancel = async () => {
    server.refusals.set(to, '451 greylisted, try again later');
    await send(nodes[0], agreed(to));
    await failedOnce(to);
    server.refusals.clear();
    await send(nodes[1], cancelled(to));
    await until(() => subjects(to).includes('cancelled'));
    await letPausesPass();
    await allSettled();
  };

  it('is overtaken by its "cancelled"', async () => {
    await refuseOnceThenCancel();
    expect(subjects(to)).toEqual(['cancelled']);
    expect(await stateOf(to)).toEqual([{ state: 'overtaken' }, { state: 'sent' }]);
  });

  it('follows its "cancelled" when nobody asks whether it is overtaken', async () => {
    for (const node of nodes) jest.spyOn(node.app.get(MailQueue), 'isOvertaken').mockResolvedValue(false);
    await refuseOnceThenCancel();
    expect(subjects(to)).toEqual(['cancelled', 'agreed']);
  });

  it('still leaves when what comes later has no calendar object', async () => {
    server.refusals.set(to, '451 greylisted, try again later');
    await send(nodes[0], agreed(to));
    await failedOnce(to);
    server.refusals.clear();
    await send(nodes[1], { to, subject: 'asked to move', about: { thing: `meeting/${to}`, version: 3 } });
    await letPausesPass();
    await allSettled();
    expect(subjects(to)).toEqual(['agreed', 'asked to move']);
  });
});

describe('a node that dies between the contents of a mail and the answer to them', () => {
  const to = 'uncertain@firm.example';
  const die = async () => {
    const release = hold(() => true);
    await send(nodes[0], agreed(to));
    await until(() => server.handed.length === 1);
    server.wait = () => Promise.resolve();
    return release;
  };

  it('leaves a mail that is sent again, as the same message', async () => {
    const release = await die();
    await letLeasesPass();
    await until(() => server.handed.length === 2);
    expect(new Set(server.handed.map(({ id }) => id)).size).toBe(1);
    release();
    await allSettled();
    expect(await stateOf(to)).toEqual([{ state: 'sent' }]);
    expect(server.handed).toHaveLength(2);
  });

  it('leaves a mail that is not sent again once it is overtaken', async () => {
    const release = await die();
    await send(nodes[1], cancelled(to));
    await letLeasesPass();
    await allSettled();
    release();
    expect(subjects(to)).toEqual(['agreed', 'cancelled']);
    expect(await stateOf(to)).toEqual([{ state: 'overtaken' }, { state: 'sent' }]);
  });

  it('keeps the other mails of the recipient waiting until then', async () => {
    const release = await die();
    await send(nodes[1], { to, subject: 'something else' }, { to: 'other@firm.example' });
    await until(() => server.taken.includes('other@firm.example'));
    expect(subjects(to)).toEqual(['agreed']);
    release();
    await allSettled();
    expect(subjects(to)).toEqual(['agreed', 'something else']);
  });
});

describe('a mail server that ends the connection', () => {
  it.each(['before', 'after'] as const)(
    '%s the contents gets the mail again, as the same message',
    async (when) => {
      const to = `dropped-${when}@firm.example`;
      server.drops.set(to, when);
      await send(nodes[0], { to });
      await failedOnce(to);
      server.drops.clear();
      await letPausesPass();
      await allSettled();
      expect(server.taken).toEqual([to]);
      expect(server.handed).toHaveLength(when === 'after' ? 2 : 1);
      expect(new Set(server.handed.map(({ id }) => id)).size).toBe(1);
    },
  );
});

describe('mails of one recipient, written by two nodes', () => {
  it('leave one at a time', async () => {
    const to = 'shared@firm.example';
    server.wait = () => new Promise((resolve) => setImmediate(resolve));
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        send(nodes[n % 2]!, { to, urgency: n % 3 === 0 ? 'soon' : 'bulk' }, { to: `${n}@firm.example` }),
      ),
    );
    await allSettled();
    expect(server.mostAtOnce).toBe(1);
    expect(server.taken).toHaveLength(40);
  });
});

const trouble = fc.constantFrom('451', '550', 'before', 'after', 'none');
const step = fc.record({
  version: fc.integer({ min: 1, max: 4 }),
  node: fc.constantFrom(0, 1),
  urgency: fc.constantFrom('soon' as const, 'bulk' as const),
  trouble,
});

describe('in whatever order news of a thing are written, refused and dropped', () => {
  it('none is handed over after a later one', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 2, maxLength: 5 }), { minLength: 4, maxLength: 8 }),
        async (things) => {
          run++;
          await Promise.all(
            things.map(async (steps, n) => {
              const to = `thing-${n}-${run}@firm.example`;
              for (const { version, node, urgency, trouble } of steps) {
                server.refusals.delete(to);
                server.drops.delete(to);
                if (trouble === '451' || trouble === '550') server.refusals.set(to, `${trouble} no`);
                if (trouble === 'before' || trouble === 'after') server.drops.set(to, trouble);
                await send(nodes[node]!, {
                  to,
                  urgency,
                  subject: String(version),
                  about: { thing: `meeting/${to}`, version },
                  calendar: { method: 'REQUEST', content: 'BEGIN:VCALENDAR' },
                });
              }
              server.refusals.delete(to);
              server.drops.delete(to);
            }),
          );
          await eventually(
            async () => {
              await letPausesPass();
              return nodes[0].database.rows(
                'select from mail where sent_at is null and given_up_at is null and overtaken_at is null',
              );
            },
            (waiting) => waiting.length === 0,
          );
          for (const n of things.keys()) {
            const versions = subjects(`thing-${n}-${run}@firm.example`).map(Number);
            expect(versions).toEqual([...versions].sort((a, b) => a - b));
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});
