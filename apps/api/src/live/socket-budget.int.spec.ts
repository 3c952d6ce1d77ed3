import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Socket } from 'socket.io-client';
import { Shed } from '../budgets/shed.ts';
import { Viewers } from '../identity/viewers.ts';
import { eventually } from '../testing/eventually.ts';
import { follow, openSocket } from '../testing/following-socket.ts';
import { createTestEdition, type TestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';
import { LiveGateway } from './live.gateway.ts';

const opened: Socket[] = [];
let forum: TestForum;
let edition: TestEdition;
beforeAll(async () => {
  forum = await startTestForum({}, undefined, {
    anonymousSockets: 8,
    anonymousHandshakes: 1_000,
    sessionSockets: 3,
  });
  edition = await createTestEdition(forum.database, 2031);
});
afterAll(() => forum.stop());
afterEach(async () => {
  jest.restoreAllMocks();
  for (const socket of opened.splice(0)) socket.disconnect();
  await eventually(
    () => Promise.resolve(forum.app.get(LiveGateway).sockets),
    (open) => open === 0,
  );
});

const shed = (kind: Parameters<Shed['note']>[0]) => forum.app.get(Shed).counts.get(kind)!;

async function connected(cookie = ''): Promise<Socket> {
  const socket = openSocket(forum, { cookie });
  opened.push(socket);
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve);
    socket.on('connect_error', reject);
  });
  return socket;
}

const askToFollow = (socket: Socket): Promise<string | null> =>
  new Promise((resolve) => socket.emit('follow', { edition: edition.slug }, resolve));

describe('a socket', () => {
  it('that sends more than any client would is cut off, and makes few reads', async () => {
    const reads = jest.spyOn(forum.app.get(Viewers), 'of');
    const socket = await connected();
    const lost = new Promise((resolve) => socket.on('disconnect', resolve));
    const before = reads.mock.calls.length;
    for (let n = 0; n < 2_000; n++) socket.emit('follow', { edition: edition.slug });
    await lost;
    expect(reads.mock.calls.length - before).toBeLessThanOrEqual(6);
    expect(shed('flooding-socket')).toBe(1);
  });

  it('that asks too often what to follow is refused that, and no more', async () => {
    const socket = await connected();
    const answers = [];
    for (let n = 0; n < 7; n++) answers.push(await askToFollow(socket));
    expect(answers).toEqual([null, null, null, null, null, 'rate.limited', 'rate.limited']);
    expect(socket.connected).toBe(true);
  });

  it('begins to follow once, however often it asks meanwhile', async () => {
    const socket = await connected();
    const viewers = forum.app.get(Viewers);
    const real = viewers.of.bind(viewers);
    let go = () => undefined as void;
    const going = new Promise<void>((resolve) => (go = resolve));
    const reads = jest.spyOn(viewers, 'of').mockImplementation(async (...given) => {
      await going;
      return real(...given);
    });
    const answers = Promise.all([1, 2, 3, 4].map(() => askToFollow(socket)));
    await eventually(
      () => Promise.resolve(reads.mock.calls.length),
      (count) => count > 0,
    );
    go();
    expect(await answers).toEqual([null, null, null, null]);
    expect(reads.mock.calls.length).toBe(1);
  });
});

describe('sockets as a whole', () => {
  it('are bounded for strangers together, which leaves those who are signed in theirs', async () => {
    for (let n = 0; n < 8; n++) await connected();
    await expect(connected()).rejects.toThrow();
    await expect(connected(`forum=${'x'.repeat(43)}`)).rejects.toThrow();
    expect(shed('anonymous-socket')).toBe(2);
    const person = await forum.signIn('kim@forum.test');
    const { socket } = await follow(forum, person, edition.slug);
    opened.push(socket);
    expect(socket.connected).toBe(true);
  });

  it('are bounded for each session', async () => {
    const person = await forum.signIn('lee@forum.test');
    const other = await forum.signIn('lee@forum.test');
    for (let n = 0; n < 3; n++) await connected(person.cookie);
    await expect(connected(person.cookie)).rejects.toThrow();
    expect((await connected(other.cookie)).connected).toBe(true);
    opened.shift()?.disconnect();
    await eventually(
      () =>
        connected(person.cookie).then(
          () => true,
          () => false,
        ),
      (isOpen) => isOpen,
    );
  });
});
