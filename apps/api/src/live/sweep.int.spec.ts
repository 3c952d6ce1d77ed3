import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endSession } from '@forum/contract/identity';
import { follow, type FollowingSocket } from '../testing/following-socket.ts';
import { createTestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';

let forum: TestForum;
let principal: TestBrowser;
let gone: FollowingSocket;
let changed: FollowingSocket;
let here: FollowingSocket[];
/** What the socket of whoever acts for another by now is welcomed with. */
let streams: string[];

beforeAll(async () => {
  forum = await startTestForum();
  const edition = await createTestEdition(forum.database, 2041);
  principal = await forum.signIn('principal@example.kr');
  const leaving = await forum.signIn('leaving@example.kr');
  const staying = await forum.signIn('staying@example.kr');
  const aide = await forum.signIn('aide@example.kr');
  gone = await follow(forum, leaving, edition.slug);
  changed = await follow(forum, aide, edition.slug);
  here = [
    await follow(forum, staying, edition.slug),
    await follow(forum, { cookie: 'forum=of-long-ago' }, edition.slug),
  ];
  const closed = new Promise((resolve) => gone.socket.on('disconnect', resolve));
  const welcomed = new Promise<{ heads: object }>((resolve) => changed.socket.once('welcome', resolve));
  await leaving.call(endSession, { params: { session: 'current' } });
  // As if a node had written it and died before it could say so.
  await forum.database.rows('update sign_in_session set acting_for = $2 where person_id = $1', [
    aide.personId,
    principal.personId,
  ]);
  await closed;
  streams = Object.keys((await welcomed).heads);
});
afterAll(async () => {
  for (const { socket } of [changed, ...here]) socket.close();
  await forum.stop();
});

describe('by the next heartbeat', () => {
  it('a session that has ended has taken its socket with it, and no other', () => {
    expect([gone.socket.connected, ...here.map(({ socket }) => socket.connected)]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('the socket of a session that acts for another follows what is theirs, and nothing of its own', () => {
    expect(streams.sort()).toEqual([`person:${principal.personId}`, 'public']);
  });
});
