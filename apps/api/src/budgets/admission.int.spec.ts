import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { listEditions } from '@forum/contract/editions/editions';
import { listSessions, whoAmI } from '@forum/contract/identity/me';
import { askForCode } from '@forum/contract/identity/sign-in';
import { startPlanRun } from '@forum/contract/matchmaking/planning/plan-runs';
import { readProgramme } from '@forum/contract/programme/programme';
import { EditionsService } from '../editions/editions.service.ts';
import { Viewers } from '../identity/viewers.ts';
import { Sending } from '../mail/sending.ts';
import { createTestEdition, type TestEdition } from '../testing/test-edition.ts';
import { eventually } from '../testing/eventually.ts';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';
import { costOf, sessionPoints } from './costs.ts';
import { Limits } from './limits.ts';
import { Shed } from './shed.ts';

let forum: TestForum;
let edition: TestEdition;
beforeAll(async () => {
  forum = await startTestForum({ sessionPoints });
  edition = await createTestEdition(forum.database, 2031);
});
afterAll(() => forum.stop());
afterEach(() => void jest.restoreAllMocks());

const shed = (kind: Parameters<Shed['note']>[0]) => forum.app.get(Shed).counts.get(kind)!;
const params = () => ({ edition: edition.slug });

describe('the budget of a session', () => {
  it('is spent by cost, and then answered 429 with when to come back; other sessions have their own', async () => {
    const person = await forum.signIn('kim@forum.test');
    const other = await forum.signIn('kim@forum.test');
    const plan = () => person.call(startPlanRun, { params: params(), body: {} as never });
    const cost = costOf(startPlanRun.method, `/api${startPlanRun.path}`);
    for (let spent = cost; spent <= sessionPoints; spent += cost) expect((await plan()).status).toBe(403);

    const refused = await plan();
    expect(refused).toMatchObject({ status: 429, problem: { code: 'rate.limited' } });
    const retryAfter = Number(refused.headers.get('retry-after'));
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(60);
    expect(refused.problem.detail).toContain(`Come back in ${retryAfter} s.`);
    expect((await person.call(whoAmI)).status).toBe(429);
    expect((await other.call(whoAmI)).body?.id).toBe(person.personId);
    expect(shed('session')).toBe(2);
    // What memory knows costs nothing.
    expect((await person.call(readProgramme, { params: params() })).status).toBe(200);
    const metrics = await (await fetch(`${forum.url}/metrics`)).text();
    expect(metrics).toContain('forum_shed_total{kind="session"} 2');
  });
});

describe('the work of strangers', () => {
  it('waits in one line, is shed when the line is full, and keeps nobody else waiting', async () => {
    const { atOnce, inLine } = forum.app.get(Limits).anonymous;
    const person = await forum.signIn('lee@forum.test');
    await person.call(whoAmI);
    await forum.visitor().call(readProgramme, { params: params() });
    let begun = 0;
    let serve = () => undefined as void;
    const served = new Promise<void>((resolve) => (serve = resolve));
    const editions = forum.app.get(EditionsService);
    const list = editions.list.bind(editions);
    jest.spyOn(editions, 'list').mockImplementation(async (viewer) => {
      begun++;
      await served;
      return list(viewer);
    });
    const crowd = Array.from({ length: atOnce + inLine + 10 }, () => forum.visitor().call(listEditions));
    const early = await refusedOf(crowd, 10);
    expect(early[0]?.headers.get('retry-after')).toBe('5');
    expect(begun).toBe(atOnce);

    expect((await person.call(listSessions)).status).toBe(200);
    expect((await forum.visitor().call(readProgramme, { params: params() })).status).toBe(200);
    expect((await forum.visitor().call(askForCode, { body: { mail: 'new@forum.test' } })).status).toBe(200);
    serve();
    const answers = await Promise.all(crowd);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(atOnce + inLine);
    expect(shed('anonymous')).toBe(10);
  });

  it('is theirs though they show a cookie, which is looked up in a line of its own', async () => {
    const { atOnce } = forum.app.get(Limits).unknownCookies;
    const known = await forum.signIn('park@forum.test');
    await known.call(whoAmI);
    const viewers = forum.app.get(Viewers);
    const real = viewers.sessionOf.bind(viewers);
    let asked = 0;
    let answer = () => undefined as void;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    jest.spyOn(viewers, 'sessionOf').mockImplementation(async (cookie) => {
      if (cookie === known.cookie) return real(cookie);
      asked++;
      await answered;
      return null;
    });
    const forged = Array.from({ length: atOnce + 20 }, (_, n) =>
      fetch(`${forum.url}/api/forum`, { headers: { cookie: `forum=${'x'.repeat(42)}${n}` } }),
    );
    await eventually(
      () => Promise.resolve(asked),
      (count) => count === atOnce,
    );
    expect((await known.call(whoAmI)).status).toBe(200);
    expect(asked).toBe(atOnce);
    answer();
    const statuses = new Set((await Promise.all(forged)).map(({ status }) => status));
    expect(statuses).toEqual(new Set([200]));
  });
});

/** The first so many of the answers that are refusals. */
function refusedOf<A extends { status: number }>(crowd: readonly Promise<A>[], count: number): Promise<A[]> {
  const refused: A[] = [];
  return new Promise((resolve) => {
    for (const one of crowd)
      void one.then((answer) => {
        if (answer.status === 429 && refused.push(answer) === count) resolve(refused);
      });
  });
}

describe('codes for addresses that the forum does not know', () => {
  it('leave at a pace for all of them, and those for people it knows do not wait', async () => {
    const small = await startTestForum({}, undefined, {
      newAddressMails: 3,
      mailLanes: [{ takes: ['code', 'new-address'], workers: 1 }],
    });
    try {
      await small.signIn('known@forum.test');
      const ask = (mail: string) => small.visitor().call(askForCode, { body: { mail } });
      for (let n = 0; n < 5; n++) expect((await ask(`new${n}@forum.test`)).status).toBe(200);
      expect((await ask('known@forum.test')).status).toBe(200);
      const sent = () =>
        small.database.rows<{ to: string }>(
          `select split_part(recipient, '@', 1) as to from mail where sent_at is not null order by recipient`,
        );
      await eventually(sent, (mails) => mails.length === 4);
      await small.app.get(Sending).look();
      expect((await sent()).map(({ to }) => to)).toEqual(['known', 'new0', 'new1', 'new2']);
    } finally {
      await small.stop();
    }
  });
});
