import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applyImport, proposeImport } from '@forum/contract/programme/imports';
import { readProgramme, readRestricted } from '@forum/contract/programme/programme';
import { addRoom, listRoomsAndTracks } from '@forum/contract/programme/rooms-and-tracks';
import type { Session } from '@forum/contract/programme/session';
import { changeSession, editSession, type SessionChange } from '@forum/contract/programme/session-changes';
import { addSpeaker } from '@forum/contract/programme/session-people';
import fc from 'fast-check';
import { eventually } from '../testing/eventually.ts';
import { follow, type FollowingSocket } from '../testing/following-socket.ts';
import { createTestEdition, type TestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';
import { accredit, addTestSession } from '../testing/test-programme.ts';

let forum: TestForum;
let edition: TestEdition;
let desk: TestBrowser;
let delegate: TestBrowser;
let listening: FollowingSocket;
/** One with a public session in it, one with an accredited, and two that nothing uses. */
let rooms: string[];
/** The track of the imported session; nothing else is on it. */
let trackId: string | null;

const inEdition = () => ({ params: { edition: edition.slug } });
const inSession = ({ id }: Pick<Session, 'id'>) => ({ params: { edition: edition.slug, session: id } });

/** The programme as it goes over the wire: to the last byte, for a visitor and for a delegate. */
async function shown(): Promise<{ etag: string | null; text: string }[]> {
  const read = async ({ cookie }: TestBrowser) => {
    const answer = await fetch(`${forum.url}/api/editions/${edition.slug}/programme`, {
      headers: { cookie },
    });
    return { etag: answer.headers.get('etag'), text: await answer.text() };
  };
  return [await read(forum.visitor()), await read(delegate)];
}

const restricted = async () => (await desk.call(readRestricted, inEdition())).body.sessions;

/** Waits until the node has heard of a change, so that what it keeps in memory is written anew. */
const heard = (isIt: (change: FollowingSocket['heard'][number]) => boolean) =>
  eventually(() => Promise.resolve(listening.heard.some(isIt)), Boolean);

async function change(session: Session, what: SessionChange): Promise<void> {
  const answer = await desk.call(changeSession, {
    ...inSession(session),
    body: { version: session.version, change: what },
  });
  // What stands there already is no change, and nobody hears of it.
  const changed = answer.status === 200 ? answer.body.sessions : [];
  for (const { id, version } of changed)
    if (version > session.version) await heard((one) => one.entity === id && (one.version ?? 0) >= version);
}

type Step = { room: number; session: number; onTrack: boolean } & {
  what: 'create' | 'move' | 'room' | 'cancel' | 'speaker' | 'text';
};

/** Does one thing with restricted sessions. */
async function take({ what, room, session: nth, onTrack }: Step): Promise<void> {
  const all = await restricted();
  const session = all[nth % Math.max(all.length, 1)];
  const roomId = rooms[room] ?? null;
  if (what === 'create' || !session) {
    const { id } = await addTestSession(desk, edition, {
      title: 'Closed',
      audience: 'restricted',
      roomId,
      trackId: onTrack ? trackId : null,
    });
    await heard(({ entity }) => entity === id);
  } else if (what === 'move') await change(session, { kind: 'move', start: '2031-05-13T09:00', roomId });
  else if (what === 'room') await change(session, { kind: 'room', roomId });
  else if (what === 'cancel') await change(session, { kind: 'cancel' });
  else if (what === 'speaker') {
    await desk.call(addSpeaker, { ...inSession(session), body: { name: 'Somebody', organisation: '' } });
    await heard(({ entity, version = 0 }) => entity === session.id && version > session.version);
  } else {
    const body = { version: session.version, title: 'Closed, too' };
    await desk.call(editSession, { ...inSession(session), body });
    await heard(({ entity, version = 0 }) => entity === session.id && version > session.version);
  }
}

const bring = async (talks: readonly { guid: string; title: string; room: string; track: string }[]) => {
  const events = talks.map((talk) => ({
    ...talk,
    date: '2031-05-14T10:00:00+09:00',
    start: '10:00',
    duration: '00:30',
    type: 'panel',
    persons: [],
  }));
  const byRoom = Object.fromEntries(events.map((event) => [event.room, [event]]));
  const conference = {
    title: 'Forum',
    time_zone_name: 'Asia/Seoul',
    days: [{ date: '2031-05-14', rooms: byRoom }],
  };
  const body = new TextEncoder().encode(JSON.stringify({ schedule: { conference } }));
  const proposed = await desk.call(proposeImport, {
    ...inEdition(),
    query: { name: 'schedule' },
    body: new Uint8Array(body),
  });
  const params = { edition: edition.slug, import: proposed.body.id };
  const applied = await desk.call(applyImport, {
    params,
    body: { confirmRemovals: proposed.body.sums.removed },
  });
  expect(applied.status).toBe(200);
};
const talk = { guid: 'open', title: 'Open', room: 'Third', track: 'Sea' };
const secret = { guid: 'secret', title: 'Secret', room: 'Fourth', track: 'Depths' };
const later = { guid: 'later', title: 'Secret, later', room: 'Unused, too', track: 'Depths' };

async function restrict(session: Session): Promise<void> {
  const body = { version: session.version, audience: 'restricted' as const };
  expect((await desk.call(editSession, { ...inSession(session), body })).status).toBe(200);
  await heard(({ entity, version = 0 }) => entity === session.id && version > session.version);
}

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, 2031);
  desk = await forum.signIn('desk@host.example', { secretariat: true });
  delegate = await forum.signIn('kim@ministry.example');
  await accredit(forum, edition, delegate);
  rooms = [];
  for (const name of ['First', 'Second', 'Unused', 'Unused, too'])
    rooms.push((await desk.call(addRoom, { ...inEdition(), body: { name } })).body.id);
  await addTestSession(desk, edition, { title: 'Opening', roomId: rooms[0]! });
  await addTestSession(desk, edition, { title: 'Briefing', roomId: rooms[1]!, audience: 'accredited' });
  await bring([talk, secret]);
  listening = await follow(forum, desk, edition.slug);
  const { sessions } = await eventually(
    async () => (await desk.call(readProgramme, inEdition())).body,
    (read) => read.sessions.length === 4,
  );
  const closed = sessions.find(({ title }) => title === 'Secret')!;
  trackId = closed.trackId;
  await restrict(closed);
});
afterAll(async () => {
  listening.socket.disconnect();
  await forum.stop();
});

describe('the programme of those who may not see a restricted session', () => {
  it('is the same to the last byte, whatever becomes of restricted sessions', async () => {
    const before = await shown();
    expect(before.map(({ text }) => /Unused|Fourth|Depths|Secret/.test(text))).toEqual([false, false]);
    const step = fc.record({
      what: fc.constantFrom('create', 'move', 'room', 'cancel', 'speaker', 'text'),
      room: fc.nat(4),
      session: fc.nat(5),
      onTrack: fc.boolean(),
    }) as fc.Arbitrary<Step>;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        for (const one of steps) await take(one);
        expect(await shown()).toEqual(before);
      }),
      { numRuns: 8, seed: 7, endOnFailure: true },
    );
    expect((await restricted()).length).toBeGreaterThan(1);
  });

  it('is the same when an import changes one, or removes it', async () => {
    // Of what the desk has changed itself, files change nothing any more.
    await bring([talk, secret, later]);
    const { sessions } = await eventually(
      async () => (await desk.call(readProgramme, inEdition())).body,
      (read) => read.sessions.some(({ title }) => title === later.title),
    );
    await restrict(sessions.find(({ title }) => title === later.title)!);
    const before = await shown();
    for (const talks of [
      [talk, secret, { ...later, title: 'Secret, renamed', room: 'Unused' }],
      [talk, secret],
    ]) {
      const told = listening.heard.length;
      await bring(talks);
      await heard((one) => listening.heard.indexOf(one) >= told);
      expect(await shown()).toEqual(before);
    }
    expect((await restricted()).some(({ title }) => title.startsWith('Secret, '))).toBe(false);
  });

  it('names the rooms that it needs, and the desk has them all', async () => {
    const { rooms: named } = (await forum.visitor().call(readProgramme, inEdition())).body;
    expect(named.map(({ name }) => name)).toEqual(['First', 'Third']);
    const all = (await desk.call(listRoomsAndTracks, inEdition())).body;
    expect(all.rooms.map(({ name }) => name)).toEqual([
      'First',
      'Second',
      'Unused',
      'Unused, too',
      'Third',
      'Fourth',
    ]);
    expect((await delegate.call(listRoomsAndTracks, inEdition())).status).toBe(403);
  });
});
