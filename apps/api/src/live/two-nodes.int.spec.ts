import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '@forum/contract/live/changes';
import { readProgramme } from '@forum/contract/programme/programme';
import pg from 'pg';
import { eventually } from '../testing/eventually.ts';
import { follow, type FollowingSocket } from '../testing/following-socket.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { createTestEdition, type TestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';
import { addTestSession } from '../testing/test-programme.ts';
import { Sequencer } from './sequencer.ts';

let shared: Awaited<ReturnType<typeof createTestDatabase>>;
let first: TestForum;
let second: TestForum;
let edition: TestEdition;
/** The same person, at the one node and at the other. */
let deskAtFirst: TestBrowser;
let deskAtSecond: TestBrowser;
let atFirst: FollowingSocket;
let atSecond: FollowingSocket;

const holds = (node: TestForum) => node.app.get(Sequencer).holdsLock;
const until = (isSo: () => boolean) => eventually(() => Promise.resolve(isSo()), Boolean);
const entitiesIn = (heard: readonly Change[]) => heard.map(({ entity }) => entity);
const addMany = (desk: TestBrowser, names: readonly string[]) =>
  Promise.all(names.map((title) => addTestSession(desk, edition, { title })));
const named = (word: string, count: number) => Array.from({ length: count }, (_, n) => `${word} ${n}`);

/** Expects that a socket heard of each session once, and no hole in the numbers since it was welcomed. */
async function expectAllHeard({ heads, heard }: FollowingSocket, ids: readonly string[]): Promise<void> {
  await until(() => ids.every((id) => entitiesIn(heard).includes(id)));
  expect(ids.filter((id) => entitiesIn(heard).filter((other) => other === id).length !== 1)).toEqual([]);
  const numbers = heard.filter(({ stream }) => stream === 'public').map(({ number }) => number);
  expect(numbers).toEqual(numbers.map((_, n) => (heads['public'] ?? 0) + 1 + n));
}

beforeAll(async () => {
  shared = await createTestDatabase();
  first = await startTestForum({ databaseUrl: shared.url });
  await until(() => holds(first));
  second = await startTestForum({ databaseUrl: shared.url });
  edition = await createTestEdition(first.database, 2031);
  deskAtFirst = await first.signIn('desk@host.example', { secretariat: true });
  deskAtSecond = await second.signIn('desk@host.example', { secretariat: true });
  atFirst = await follow(first, first.visitor(), edition.slug);
  atSecond = await follow(second, second.visitor(), edition.slug);
});
afterAll(async () => {
  atFirst.socket.disconnect();
  atSecond.socket.disconnect();
  await Promise.all([first.stop(), second.stop()]);
  await shared.drop();
});

describe('two nodes on one database', () => {
  it('have one sequencer between them', () => {
    expect([holds(first), holds(second)]).toEqual([true, false]);
  });

  it('bring a write at either to the sockets of both', async () => {
    const made = await Promise.all([
      addMany(deskAtSecond, named('At the second', 5)),
      addMany(deskAtFirst, named('At the first', 5)),
    ]);
    const ids = made.flat().map(({ id }) => id);
    await expectAllHeard(atFirst, ids);
    await expectAllHeard(atSecond, ids);
  });

  it('lose nothing when PostgreSQL cuts off the one that numbers the changes', async () => {
    const before = await addMany(deskAtSecond, named('Before the cut', 4));
    await endSequencersConnection();
    const after = await addMany(deskAtSecond, named('After the cut', 4));
    await until(() => holds(first) || holds(second));
    await expectAllHeard(
      atSecond,
      [...before, ...after].map(({ id }) => id),
    );
  });

  it('lose nothing when the one that numbers the changes is closed, and the other takes over', async () => {
    await until(() => holds(first) !== holds(second));
    const atTheFirst = { node: first, desk: deskAtFirst, follower: atFirst };
    const atTheSecond = { node: second, desk: deskAtSecond, follower: atSecond };
    const [closed, other] = holds(first) ? [atTheFirst, atTheSecond] : [atTheSecond, atTheFirst];
    const told = new Promise((leave) => closed.follower.socket.once('leaving', leave));
    const before = addMany(other.desk, named('While it closes', 8));
    const closing = closed.node.stop();
    await expect(told).resolves.toMatchObject({ retryAfter: expect.any(Number) });
    const during = addMany(other.desk, named('Without a sequencer', 8));
    await closing;
    await until(() => holds(other.node));
    expect(holds(other.node)).toBe(true);
    const made = [...(await before), ...(await during)];
    await expectAllHeard(
      other.follower,
      made.map(({ id }) => id),
    );
    const read = await other.node.visitor().call(readProgramme, { params: { edition: edition.slug } });
    expect(read.body.sessions.map(({ id }) => id)).toEqual(expect.arrayContaining(made.map(({ id }) => id)));
  });
});

/** As a restart of the database or a broken network does. */
async function endSequencersConnection(): Promise<void> {
  const client = new pg.Client({ connectionString: shared.url });
  await client.connect();
  const { rowCount } = await client.query(
    `select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
     where l.locktype = 'advisory' and l.objid = 7302 and l.granted`,
  );
  await client.end();
  expect(rowCount).toBe(1);
}
