import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Change, readChanges } from '@forum/contract/live/changes';
import { readProgramme } from '@forum/contract/programme/programme';
import type { Session, SessionDetail } from '@forum/contract/programme/session';
import { changeSession, editSession } from '@forum/contract/programme/session-changes';
import { star, unstar } from '@forum/contract/programme/stars';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import type { Socket } from 'socket.io-client';
import { eventually } from '../testing/eventually.ts';
import { follow, openSocket } from '../testing/following-socket.ts';
import { byId, LightClient } from '../testing/light-client.ts';
import { createTestEdition, type TestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';
import { accredit, addTestSession } from '../testing/test-programme.ts';

let forum: TestForum;
let edition: TestEdition;
let desk: TestBrowser;
let delegate: TestBrowser;
let cleared: TestBrowser;
let closed: SessionDetail;
const sockets: { disconnect(): unknown }[] = [];

const inSession = (session: Pick<Session, 'id'>) => ({
  params: { edition: edition.slug, session: session.id },
});
const following = async (browser: TestBrowser) => {
  const followed = await follow(forum, browser, edition.slug);
  sockets.push(followed.socket);
  return followed;
};
const count = (heard: readonly Change[], wanted: number) =>
  eventually(
    () => Promise.resolve(heard.length),
    (length) => length >= wanted,
  );
const numbersIn = (heard: readonly Change[], stream: string) =>
  heard.filter((change) => change.stream === stream).map((change) => change.number);
const from = (head: number, length: number) => Array.from({ length }, (_, i) => head + 1 + i);

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, 2031);
  desk = await forum.signIn('desk@host.example', { secretariat: true });
  delegate = await forum.signIn('kim@ministry.example');
  cleared = await forum.signIn('lee@ministry.example');
  await accredit(forum, edition, delegate);
  const clearedId = await accredit(forum, edition, cleared);
  closed = await addTestSession(desk, edition, { title: 'Behind closed doors', audience: 'restricted' });
  await forum.database.rows(
    'insert into session_access (edition_id, session_id, delegate_id) values ($1, $2, $3)',
    [edition.id, closed.id, clearedId],
  );
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await forum.stop();
});

describe('a socket that follows an edition', () => {
  it('hears every write once, in order, without a hole in the numbers of any stream', async () => {
    const visitor = await following(forum.visitor());
    const accredited = await following(delegate);
    const made: SessionDetail[] = [];
    for (let n = 0; n < 12; n++) {
      const audience = n % 3 === 0 ? 'accredited' : 'public';
      made.push(await addTestSession(desk, edition, { title: `Talk ${n}`, audience }));
    }
    await Promise.all(
      made.map((session) =>
        desk.call(changeSession, {
          ...inSession(session),
          body: { version: session.version, change: { kind: 'cancel' } },
        }),
      ),
    );
    await count(accredited.heard, 24);
    await count(visitor.heard, 16);
    expect(numbersIn(visitor.heard, 'public')).toEqual(from(visitor.heads['public'] ?? 0, 16));
    expect(numbersIn(accredited.heard, 'public')).toEqual(from(accredited.heads['public'] ?? 0, 16));
    expect(numbersIn(accredited.heard, 'accredited')).toEqual(from(accredited.heads['accredited'] ?? 0, 8));
    expect([visitor.heard.length, accredited.heard.length]).toEqual([16, 24]);
    for (const session of made)
      expect(
        accredited.heard.filter(({ entity }) => entity === session.id).map(({ version }) => version),
      ).toEqual([session.version, session.version + 1]);
  });

  it('hears a version of a session that it orders, and none of what it only reads again', async () => {
    const session = await addTestSession(desk, edition, { title: 'Starred' });
    const { heard } = await following(delegate);
    const body = { version: session.version, change: { kind: 'cancel' } } as const;
    expect((await delegate.call(star, inSession(session))).status).toBe(200);
    expect((await desk.call(changeSession, { ...inSession(session), body })).status).toBe(200);
    expect((await delegate.call(unstar, inSession(session))).status).toBe(200);
    // That it was added may be heard as well.
    const later = await eventually(
      () => Promise.resolve(heard.filter(({ version }) => version !== session.version)),
      (all) => all.length >= 3,
    );
    expect(later.map(({ type, version }) => [type, version]).sort()).toEqual([
      ['session.changed', session.version + 1],
      ['star.changed', undefined],
      ['star.changed', undefined],
    ]);
    const { body: missed } = await delegate.call(readChanges, {
      params: { edition: edition.slug },
      query: { since: heard.map(({ stream, number }) => `${stream}:${number - 1}`).join(',') },
    });
    const told = new Set(missed.changes.map((one) => `${one.type} ${'version' in one}`));
    expect([...told].sort()).toEqual(['session.changed true', 'star.changed false']);
  });

  it('hears nothing of a restricted session unless its person is cleared for it', async () => {
    const outsider = await following(delegate);
    const visitor = await following(forum.visitor());
    const insider = await following(cleared);
    const edited = await desk.call(editSession, {
      ...inSession(closed),
      body: { version: closed.version, title: 'Nuclear sharing' },
    });
    const after = await addTestSession(desk, edition, { title: 'After it' });
    for (const { heard } of [outsider, visitor, insider])
      await eventually(
        () => Promise.resolve(heard),
        (all) => all.some(({ entity }) => entity === after.id),
      );
    expect(edited.status).toBe(200);
    expect(insider.heard.filter(({ entity }) => entity === closed.id)).toMatchObject([
      { stream: `session:${closed.id}`, type: 'session.changed', version: edited.body.version },
    ]);
    expect(JSON.stringify(insider.heard)).not.toContain('Nuclear sharing');
    for (const { heads, heard } of [outsider, visitor])
      expect(JSON.stringify([heads, heard])).not.toContain(closed.id);
  });

  it('is refused to a page of another site', async () => {
    const socket = openSocket(forum, delegate, 'https://elsewhere.example');
    const error = await new Promise<Error | null>((resolve) => {
      socket.on('connect', () => resolve(null));
      socket.on('connect_error', resolve);
    });
    socket.disconnect();
    expect(error).toBeInstanceOf(Error);
  });
});

describe('a wish to follow that makes no sense', () => {
  let socket: Socket;
  beforeAll(() => {
    socket = openSocket(forum, delegate, 'http://forum.test');
    sockets.push(socket);
  });

  it.each([
    ['a number', 42, 'request.invalid'],
    ['nothing', null, 'request.invalid'],
    [
      'a stream of its own choice',
      { edition: 'seoul-2031', streams: ['staff:organiser'] },
      'request.invalid',
    ],
    ['an edition that is not there', { edition: 'atlantis-2031' }, 'not_found'],
    ['too long a name', { edition: 'x'.repeat(65) }, 'request.invalid'],
  ])('is answered with a code: %s', async (_, payload, code) => {
    expect(await socket.timeout(5_000).emitWithAck('follow', payload)).toBe(code);
  });

  it('may be asked without an answer and leaves the socket as it was', async () => {
    socket.emit('follow');
    socket.emit('follow', 'nonsense', 'no function');
    expect(await socket.timeout(5_000).emitWithAck('follow', { edition: edition.slug })).toBeNull();
  });
});

describe('what was read, and the changes since', () => {
  const act = fc.record({
    at: fc.nat(5),
    what: fc.constantFrom('move', 'cancel', 'reinstate', 'title', 'public', 'accredited', 'restricted'),
    hour: fc.integer({ min: 10, max: 20 }),
  });
  type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

  const write = ({ what, hour }: Act, session: Session) => {
    const { version } = session;
    if (what === 'move') {
      const change = { kind: what, start: `2031-05-13T${hour}:00` } as const;
      return desk.call(changeSession, { ...inSession(session), body: { version, change } });
    }
    if (what === 'cancel' || what === 'reinstate')
      return desk.call(changeSession, { ...inSession(session), body: { version, change: { kind: what } } });
    const audience = what as Session['audience'];
    const edit =
      what === 'title' ? { title: `At ${hour}` } : ({ audience, confirmedAudience: audience } as const);
    return desk.call(editSession, { ...inSession(session), body: { version, ...edit } });
  };

  it('equal what is read afresh, after any changes by anybody', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 6; n++) ids.push((await addTestSession(desk, edition, { title: `Plan ${n}` })).id);
    const versionOf = async (id: string) =>
      (await forum.database.row<Session>('select id, version from session where id = $1', [id])) as Session;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
        const clients = [forum.visitor(), delegate].map((browser) => ({
          browser,
          client: new LightClient(forum.url, edition.slug, { name: 'reader', cookie: browser.cookie }),
        }));
        try {
          const early = clients.map(({ client }) => client.start());
          for (const one of acts) await write(one, await versionOf(ids[one.at] ?? ''));
          await Promise.all(early);
          for (const { browser, client } of clients) {
            const fresh = async () =>
              byId((await browser.call(readProgramme, { params: { edition: edition.slug } })).body.sessions);
            const isEqual = async () => isDeepStrictEqual(client.sessions, await fresh());
            if (!(await eventually(isEqual, Boolean))) expect(client.sessions).toEqual(await fresh());
            expect(new Set(client.applied).size).toBe(client.applied.length);
          }
        } finally {
          await Promise.all(clients.map(({ client }) => client.stop()));
        }
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });
});
