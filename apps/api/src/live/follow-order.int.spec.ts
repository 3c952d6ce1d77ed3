import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { decideAccreditation } from '@forum/contract/delegations/accreditation';
import { Viewers } from '../identity/viewers.ts';
import { eventually } from '../testing/eventually.ts';
import { follow, openSocket } from '../testing/following-socket.ts';
import { createTestEdition, type TestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';
import { accredit, addTestSession } from '../testing/test-programme.ts';

let forum: TestForum;
let edition: TestEdition;
let desk: TestBrowser;
beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, 2031);
  desk = await forum.signIn('desk@host.example', { secretariat: true });
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => forum.stop());

/** Holds the next reading of somebody's rights in an edition after it was read and before it is used. */
function holdNextReading(cookie: string): { isRead: Promise<void>; release: () => void } {
  const viewers = forum.app.get(Viewers);
  const read = viewers.of.bind(viewers);
  let told = () => {};
  let release = () => {};
  const isRead = new Promise<void>((resolve) => (told = resolve));
  const held = new Promise<void>((resolve) => (release = resolve));
  let isHeld = false;
  jest.spyOn(viewers, 'of').mockImplementation(async (sent, slug) => {
    const viewer = await read(sent, slug);
    if (isHeld || slug === null || sent !== cookie) return viewer;
    isHeld = true;
    told();
    await held;
    return viewer;
  });
  return { isRead, release };
}

describe('a socket that begins to follow while a right is taken from its person', () => {
  it('follows in the end what they may, however slowly the older reading comes', async () => {
    const delegate = await forum.signIn('kim@ministry.example');
    const id = await accredit(forum, edition, delegate);
    const listening = await follow(forum, desk, edition.slug);
    const { isRead, release } = holdNextReading(delegate.cookie);
    const socket = openSocket(forum, delegate);
    const welcomes: string[][] = [];
    const heard: string[] = [];
    socket.on('welcome', ({ heads }: { heads: object }) => welcomes.push(Object.keys(heads)));
    socket.on('changes', ({ changes }: { changes: { entity: string }[] }) =>
      heard.push(...changes.map(({ entity }) => entity)),
    );
    socket.on('connect', () => socket.emit('follow', { edition: edition.slug }));
    await isRead;
    await desk.call(decideAccreditation, {
      params: { edition: edition.slug },
      body: { decision: 'revoke', reason: 'conduct', delegates: [{ id, version: 1 }] },
    });
    await eventually(() => Promise.resolve(listening.heard.some(({ entity }) => entity === id)), Boolean);
    release();
    const settled = [`person:${delegate.personId}`, 'public'];
    await eventually(
      () => Promise.resolve(welcomes.at(-1)?.sort()),
      (last) => last?.length === settled.length,
    );
    expect(welcomes.at(-1)).toEqual(settled);
    await addTestSession(desk, edition, { title: 'For accredited only', audience: 'accredited' });
    const open = await addTestSession(desk, edition, { title: 'For all' });
    await eventually(() => Promise.resolve(heard.includes(open.id)), Boolean);
    expect(heard).toEqual([open.id]);
    socket.disconnect();
    listening.socket.disconnect();
  });

  it('follows the edition that it asked for last, though the first is not there', async () => {
    const socket = openSocket(forum, forum.visitor());
    const answers = await new Promise<(string | null)[]>((resolve) => {
      const got: (string | null)[] = [];
      const take = (problem: string | null) => void (got.push(problem) === 2 && resolve(got));
      socket.on('connect', () => {
        socket.emit('follow', { edition: 'nowhere-2031' }, take);
        socket.emit('follow', { edition: edition.slug }, take);
      });
    });
    expect(answers.at(-1)).toBeNull();
    socket.disconnect();
  });
});
