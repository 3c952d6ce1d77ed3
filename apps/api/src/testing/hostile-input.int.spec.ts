import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problem } from '@forum/contract/problem';
import { routes } from '@forum/contract/routes';
import fc from 'fast-check';
import { Viewers } from '../identity/viewers.ts';
import { type CrowdedForum, startCrowdedForum } from './crowded-forum.ts';
import { type HostileRequest, hostileRequest } from './hostile-request.ts';

let forum: CrowdedForum;
beforeAll(async () => {
  forum = await startCrowdedForum();
});
afterAll(() => forum.stop());

/** After these the desk would be nobody, and all that follows be refused at the door. */
const signsOut = new Set(['identity.endSession', 'factors.endDelegateSessions', 'factors.endHolderSessions']);

/** As the desk, who is let through to every handler. */
const send = ({ method, url, headers, payload }: HostileRequest) =>
  forum.app.inject({ method, url, headers: { ...headers, cookie: forum.desk.cookie }, payload });

/** Undoes what would close doors to all that follows. */
async function reopen(): Promise<void> {
  const { id } = forum.edition;
  await forum.database.rows(`update edition set phase = 'live' where id = $1 and phase <> 'live'`, [id]);
  await forum.database.rows(
    `update delegate set state = 'accredited' where edition_id = $1 and person_id = $2 and state <> 'accredited'`,
    [id, forum.desk.personId],
  );
  forum.app.get(Viewers).forget();
}

describe('a hostile request', () => {
  it('is answered or refused with a problem document, and never breaks the server', async () => {
    const any = fc.oneof(
      ...[...routes.entries()]
        .filter(([name]) => !signsOut.has(name))
        .map(([name, route]) => hostileRequest(name, route, forum.edition.ids)),
    );
    await fc.assert(
      fc.asyncProperty(any, async (request) => {
        const answer = await send(request);
        expect(answer.statusCode).toBeLessThan(500);
        if (answer.statusCode < 300) {
          if (request.method !== 'GET') await reopen();
          return;
        }
        if (answer.statusCode === 304) return;
        expect(answer.headers['content-type']).toMatch(/^application\/problem\+json(;|$)/);
        expect(problem.parse(answer.json())).toMatchObject({ status: answer.statusCode });
      }),
      { numRuns: 1_000 },
    );
  });
});
