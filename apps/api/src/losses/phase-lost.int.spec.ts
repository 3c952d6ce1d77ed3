import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFeed } from '@forum/contract/calendar/calendar';
import { moveToPhase, readEdition } from '@forum/contract/editions/editions';
import { readStars, star as setStar } from '@forum/contract/programme/stars';
import { eventually } from '../testing/eventually.ts';
import { follow, type FollowingSocket } from '../testing/following-socket.ts';
import { createTestEdition, type TestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';
import { accredit, addTestSession } from '../testing/test-programme.ts';
import { deskOf } from '../testing/two-firms.ts';

let forum: TestForum;
let edition: TestEdition;
let desk: TestBrowser;
let delegate: TestBrowser;

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, 2091, 'announced');
  desk = await deskOf(forum);
  delegate = await forum.signIn('delegate@ministry.example');
  await accredit(forum, edition, delegate);
});
afterAll(() => forum.stop());

const params = () => ({ edition: edition.slug });

async function moveTo(phase: 'planned' | 'announced') {
  const { version } = (await desk.call(readEdition, { params: params() })).body.edition;
  const moved = await desk.call(moveToPhase, { params: params(), body: { version, phase } });
  expect(moved.status).toBe(200);
}

const types = ({ heard }: FollowingSocket) => heard.map(({ type }) => type);

describe('an edition that goes back to being planned', () => {
  it('is heard of by nobody but those who prepare it, on sockets that are open and in feeds', async () => {
    const secret = (await delegate.call(createFeed, { params: params() })).body.url;
    const feed = () => fetch(`${forum.url}${new URL(secret).pathname}`);
    expect((await feed()).status).toBe(200);
    const visitor = await follow(forum, forum.visitor(), edition.slug);
    const accredited = await follow(forum, delegate, edition.slug);
    const organiser = await follow(forum, desk, edition.slug);
    const letInAgain = new Promise((welcome) => organiser.socket.once('welcome', welcome));
    await moveTo('planned');
    // What is changed before it is let in again it would catch up with; a bare socket does not.
    await letInAgain;
    // Both hear that they must ask again; nothing that follows reaches them.
    for (const one of [visitor, accredited])
      await eventually(
        () => Promise.resolve(types(one)),
        (heard) => heard.includes('rights.changed'),
      );
    await addTestSession(desk, edition, { title: 'Hidden from all but the desk' });
    await eventually(
      () => Promise.resolve(types(organiser)),
      (heard) => heard.includes('session.changed'),
    );
    for (const one of [visitor, accredited]) expect(types(one)).not.toContain('session.changed');
    expect((await feed()).status).toBe(404);
    await moveTo('announced');
    expect((await feed()).status).toBe(200);
    for (const { socket } of [visitor, accredited, organiser]) socket.close();
  });
});

describe('a star', () => {
  it('is freed while its owner may not read the session, and holds again once they may', async () => {
    const session = await addTestSession(desk, edition, { title: 'For some', audience: 'accredited' });
    const inSession = { ...params(), session: session.id };
    expect((await delegate.call(setStar, { params: inSession })).status).toBe(200);
    const freed = async () =>
      (
        await forum.database.rows<{ freed: boolean }>(
          'select freed_at is not null as freed from star where session_id = $1',
          [session.id],
        )
      ).map((row) => row.freed);
    const shown = async () => (await delegate.call(readStars, { params: params() })).body.sessionIds;
    const vet = (state: string) =>
      forum.database.rows('update delegate set state = $2 where person_id = $1', [delegate.personId, state]);
    expect([await freed(), await shown()]).toEqual([[false], [session.id]]);
    await vet('revoked');
    expect(await freed()).toEqual([true]);
    await vet('accredited');
    expect(await freed()).toEqual([false]);
    await forum.database.rows(`update session set audience = 'restricted' where id = $1`, [session.id]);
    expect([await freed(), await shown()]).toEqual([[true], []]);
    await forum.database.rows(`update session set audience = 'public' where id = $1`, [session.id]);
    expect(await freed()).toEqual([false]);
    await forum.database.rows('update session set removed_at = now() where id = $1', [session.id]);
    expect([await freed(), await shown()]).toEqual([[true], []]);
  });
});
