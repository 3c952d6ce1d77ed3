import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endAide } from '@forum/contract/identity/aides';
import { actFor, whoAmI } from '@forum/contract/identity/me';
import { readAudit } from '@forum/contract/audit/audit';
import type { Change } from '@forum/contract/live/changes';
import type { SessionDetail } from '@forum/contract/programme/session';
import { star } from '@forum/contract/programme/stars';
import { accreditStaff, becomeAide } from '../../testing/acting-aide.ts';
import { eventually } from '../../testing/eventually.ts';
import { follow, type FollowingSocket } from '../../testing/following-socket.ts';
import { createTestDatabase } from '../../testing/test-database.ts';
import { createTestEdition, type TestEdition } from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';
import { accredit, addTestSession } from '../../testing/test-programme.ts';

let shared: Awaited<ReturnType<typeof createTestDatabase>>;
let first: TestForum;
let second: TestForum;
let edition: TestEdition;
let desk: TestBrowser;
/** At the first node; the aide is at the second. */
let principal: TestBrowser;
let aide: TestBrowser;
let session: SessionDetail;

const inEdition = () => ({ params: { edition: edition.slug } });
const aidesName = async () => (await aide.call(whoAmI)).body?.actingFor?.id ?? null;

/** Becomes the principal's aide; answers with what the principal ends it by. */
const arrange = async () => {
  // Yesterday's, so that no limit of a day is reached.
  await first.database.rows(
    `update aide set ended_at = coalesce(ended_at, now()), invited_at = invited_at - interval '2 days'`,
  );
  return { params: { aide: await becomeAide(edition, principal, aide) } };
};
const act = ({ params }: Awaited<ReturnType<typeof arrange>>) =>
  aide.call(actFor, { body: { aide: params.aide } });

/** What a socket hears until everybody was told that a session was added. */
async function heardUntilNext({ heard }: FollowingSocket): Promise<string[]> {
  const { id } = await addTestSession(desk, edition, { title: 'Next' });
  await eventually(() => Promise.resolve(heard.some(({ entity }) => entity === id)), Boolean);
  return heard.map(({ type }) => type);
}

const followsPrincipal = ({ heads }: { heads: object }) => `person:${principal.personId}` in heads;
/** Settles when a socket is told that it follows nothing of the principal any more. */
const leavesPrincipal = ({ socket }: FollowingSocket) =>
  new Promise<void>((resolve) =>
    socket.on('welcome', (welcome: { heads: object }) => {
      if (!followsPrincipal(welcome)) resolve();
    }),
  );

beforeAll(async () => {
  shared = await createTestDatabase();
  first = await startTestForum({ databaseUrl: shared.url });
  second = await startTestForum({ databaseUrl: shared.url });
  edition = await createTestEdition(first.database, 2031);
  desk = await first.signIn('desk@host.example', { secretariat: true });
  principal = await first.signIn('minister@ministry.example');
  aide = await second.signIn('aide@office.example');
  await accredit(first, edition, principal);
  await accreditStaff(first, edition, aide);
  await first.database.rows(
    `insert into role_grant (edition_id, person_id, role) values ($1, $2, 'auditor')`,
    [edition.id, desk.personId],
  );
  session = await addTestSession(desk, edition, { title: 'Opening' });
});
afterAll(async () => {
  await second.stop();
  await first.stop();
  await shared.drop();
});

// The sweep comes every 15 s: what these tests await must have come before, through the journal.
describe('an aide', () => {
  it('hears what is the principal’s from the moment they act, and nothing of it from the moment they are ended', async () => {
    const own = await arrange();
    await act(own);
    const socket = await follow(second, aide, edition.slug);
    expect(followsPrincipal(socket)).toBe(true);
    const params = { edition: edition.slug, session: session.id };
    await principal.call(star, { params });
    const isStar = ({ type, entity }: Change) => type === 'star.changed' && entity === edition.id;
    await eventually(() => Promise.resolve(socket.heard.some(isStar)), Boolean);
    expect(socket.heard.filter(isStar)).toMatchObject([{ stream: `person:${principal.personId}` }]);

    const left = leavesPrincipal(socket);
    expect((await principal.call(endAide, own)).status).toBe(200);
    await left;
    expect(await eventually(aidesName, (name) => name === null)).toBe(null);
    socket.heard.length = 0;
    const other = await addTestSession(desk, edition, { title: 'Starred' });
    await principal.call(star, { params: { edition: edition.slug, session: other.id } });
    expect(await heardUntilNext(socket)).toEqual(['session.changed', 'session.changed']);
    socket.socket.disconnect();
  });

  it('leaves the principal’s streams at all their screens when they act for themselves again', async () => {
    await act(await arrange());
    const [one, two] = [await follow(second, aide, edition.slug), await follow(first, aide, edition.slug)];
    expect([followsPrincipal(one), followsPrincipal(two)]).toEqual([true, true]);
    const left = Promise.all([leavesPrincipal(one), leavesPrincipal(two)]);
    await aide.call(actFor, { body: { aide: null } });
    await left;
    one.socket.disconnect();
    two.socket.disconnect();
  });

  it('cannot act once ended, even when both happen at once', async () => {
    for (let round = 0; round < 10; round++) {
      const own = await arrange();
      await Promise.all([act(own), principal.call(endAide, own)]);
      const [kept] = await first.database.rows<{ acting: string | null }>(
        'select aide_id as acting from sign_in_session where person_id = $1',
        [aide.personId],
      );
      expect(kept?.acting).toBe(null);
    }
  });

  it('is in the audit with who invited, answered, acted and ended', async () => {
    const own = await arrange();
    await act(own);
    await principal.call(endAide, own);
    const arranged = await eventually(
      async () => {
        const entries = (await desk.call(readAudit, { ...inEdition(), query: {} })).body;
        return entries.filter(({ type }) => type === 'aide.changed').slice(0, 4);
      },
      (newest) => newest.filter(({ entity }) => entity === own.params.aide).length === 3,
    );
    expect(arranged.map(({ entity, by }) => [entity, by])).toEqual([
      [own.params.aide, 'minister@ministry.example'],
      [aide.personId, 'aide@office.example'],
      [own.params.aide, 'aide@office.example'],
      [own.params.aide, 'minister@ministry.example'],
    ]);
  });
});
