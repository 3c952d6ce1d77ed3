import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endSession } from '@forum/contract/identity';
import { follow } from '../testing/following-socket.ts';
import { createTestEdition, type TestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';

let forum: TestForum;
let edition: TestEdition;
beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, 2041);
}, 60_000);
afterAll(() => forum.stop());

describe('a session that has ended', () => {
  it('takes its socket with it by the next heartbeat, and no other', async () => {
    const leaving = await forum.signIn('leaving@example.kr');
    const staying = await forum.signIn('staying@example.kr');
    const gone = await follow(forum, leaving, edition.slug);
    const here = await follow(forum, staying, edition.slug);
    const visitor = await follow(forum, { cookie: 'forum=of-long-ago' }, edition.slug);
    const closed = new Promise((resolve) => gone.socket.on('disconnect', resolve));
    await leaving.call(endSession, { params: { session: 'current' } });
    await closed;
    expect([here.socket.connected, visitor.socket.connected]).toEqual([true, true]);
    here.socket.close();
    visitor.socket.close();
  }, 30_000);
});
