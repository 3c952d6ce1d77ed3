import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listEditions } from '@forum/contract/editions/editions';
import { editMe } from '@forum/contract/identity/me';
import pg from 'pg';
import { eventually } from '../testing/eventually.ts';
import { type FreezingProxy, startFreezingProxy } from '../testing/freezing-proxy.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { follow } from '../testing/following-socket.ts';
import { createTestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';

type Closing = () => Promise<void>;

const opened: Closing[] = [];
let proxy: FreezingProxy;
let forum: TestForum;
let person: TestBrowser;
beforeAll(async () => {
  const { url, drop } = await createTestDatabase();
  opened.push(drop);
  proxy = await startFreezingProxy(url);
  opened.push(() => proxy.stop());
  forum = await startTestForum({ databaseUrl: proxy.url });
  opened.push(() => forum.stop());
  person = await forum.signIn('kim@forum.test');
});
afterAll(async () => {
  proxy.thaw();
  for (const close of opened.reverse()) await close();
});

const ready = async () => {
  const answer = await fetch(`${forum.url}/api/health/ready`);
  return { status: answer.status, ...((await answer.json()) as { database: boolean }) };
};

describe('a database that falls silent', () => {
  it('is told of by `ready`, and whoever waits for it or comes is refused until it answers', async () => {
    expect(await eventually(ready, ({ status }) => status === 200)).toMatchObject({ database: true });
    const edition = await createTestEdition(forum.database, 2031);
    const { socket } = await follow(forum, person, edition.slug);
    opened.push(() => Promise.resolve(void socket.disconnect()));
    const said: boolean[] = [];
    socket.on('database', ({ answers }: { answers: boolean }) => said.push(answers));
    proxy.freeze();
    const waiting = [
      person.call(listEditions, { once: true }),
      person.call(editMe, { body: { language: 'ko' } as never, once: true }),
      ...Array.from({ length: 20 }, () => forum.visitor().call(listEditions, { once: true })),
    ];
    expect(await eventually(ready, ({ status }) => status === 503)).toMatchObject({ database: false });
    for (const answer of await Promise.all(waiting)) {
      expect(answer).toMatchObject({ status: 503, problem: { code: 'temporarily.unavailable' } });
      expect(answer.headers.get('retry-after')).toBe('5');
    }
    expect((await person.call(listEditions, { once: true })).status).toBe(503);
    await eventually(
      () => Promise.resolve(said),
      (all) => all.includes(false),
    );

    proxy.thaw();
    const back = await eventually(
      () => person.call(listEditions, { once: true }),
      ({ status }) => status === 200,
    );
    expect(back.status).toBe(200);
    expect(await eventually(ready, ({ status }) => status === 200)).toMatchObject({ database: true });
    await eventually(
      () => Promise.resolve(said),
      (all) => all.at(-1) === true,
    );
  });
});

/** Sets what connections that begin from now on may do, and makes the watch begin one. */
async function readOnly(setting: 'on' | 'off'): Promise<void> {
  const owner = new pg.Client({ connectionString: proxy.url });
  await owner.connect();
  const name = new URL(proxy.url).pathname.slice(1);
  await owner.query('set default_transaction_read_only = off');
  await owner.query(`alter database ${name} set default_transaction_read_only = ${setting}`);
  await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'forum-watch'`,
  );
  await owner.end();
}

describe('a database that can be read and not written', () => {
  it('is not ready', async () => {
    expect(await eventually(ready, ({ status }) => status === 200)).toMatchObject({ status: 200 });
    await readOnly('on');
    expect(await eventually(ready, ({ status }) => status === 503)).toMatchObject({ database: false });
    expect((await person.call(listEditions)).status).toBe(200);
    await readOnly('off');
    expect(await eventually(ready, ({ status }) => status === 200)).toMatchObject({ status: 200 });
  });
});
