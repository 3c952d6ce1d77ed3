import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { endSession } from '@forum/contract/identity/me';
import { follow, type FollowingSocket } from '../testing/following-socket.ts';
import { createTestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';

let forum: TestForum;
let principal: TestBrowser;
let gone: FollowingSocket;
let changed: FollowingSocket;
let here: FollowingSocket[];
let unread: FollowingSocket;
/** What the first of those who stay hears of its edition while another edition cannot be read. */
let beat: { heads: object };
/** What the socket of whoever acts for another by now is welcomed with. */
let streams: string[];

beforeAll(async () => {
  forum = await startTestForum({}, undefined, { heartbeat: 2_000 });
  const edition = await createTestEdition(forum.database, 2041);
  const failing = await createTestEdition(forum.database, 2042);
  principal = await forum.signIn('principal@example.kr');
  const leaving = await forum.signIn('leaving@example.kr');
  const staying = await forum.signIn('staying@example.kr');
  const aide = await forum.signIn('aide@example.kr');
  unread = await follow(forum, forum.visitor(), failing.slug);
  gone = await follow(forum, leaving, edition.slug);
  changed = await follow(forum, aide, edition.slug);
  here = [
    await follow(forum, staying, edition.slug),
    await follow(forum, { cookie: 'forum=of-long-ago' }, edition.slug),
  ];
  failReadsOf(failing.id);
  const heard = new Promise<{ heads: object }>((resolve) => here[0]?.socket.once('heartbeat', resolve));
  const closed = new Promise((resolve) => gone.socket.on('disconnect', resolve));
  const welcomed = new Promise<{ heads: object }>((resolve) => changed.socket.once('welcome', resolve));
  await leaving.call(endSession, { params: { session: 'current' } });
  // As if a node had written it and died before it could say so.
  await forum.database.rows(
    `with made as (
       insert into aide (edition_id, principal_id, mail, person_id, invited_by, confirmed_at, confirmed_by, accepted_at)
       values ($3, $2, 'aide@example.kr', $1, $2, now(), $2, now()) returning id)
     update sign_in_session set aide_id = (select id from made) where person_id = $1`,
    [aide.personId, principal.personId, edition.id],
  );
  await closed;
  streams = Object.keys((await welcomed).heads);
  beat = await heard;
});
afterAll(async () => {
  jest.restoreAllMocks();
  for (const { socket } of [unread, changed, ...here]) socket.close();
  await forum.stop();
});

/** Every reading of an edition's heads is refused from now on. */
function failReadsOf(editionId: string): void {
  const { reader } = forum.database;
  const query = reader.query.bind(reader);
  jest
    .spyOn(reader, 'query')
    .mockImplementation(<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
      parameters[0] === editionId ? Promise.reject(new Error('cannot be read')) : query<Row>(sql, parameters),
    );
}

describe('by the next heartbeat', () => {
  it('a session that has ended has taken its socket with it, and no other', () => {
    expect([gone.socket.connected, ...here.map(({ socket }) => socket.connected)]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('an edition that was read has its heads, whatever failed for the edition before it', () => {
    expect(Object.keys(beat.heads)).toContain('public');
  });

  it('the socket of a session that acts for another follows what is theirs, and nothing of its own', () => {
    expect(streams.sort()).toEqual([`person:${principal.personId}`, 'public']);
  });
});
