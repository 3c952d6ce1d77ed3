import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decideAccreditation } from '@forum/contract/delegations/accreditation';
import { grantRole, listRoles } from '@forum/contract/delegations/roles';
import { releaseMeeting } from '@forum/contract/meetings/export-control';
import { listFactorHolders, makeEnrolmentCode } from '@forum/contract/identity/factors/factor-holders';
import {
  beginCodeApp,
  confirmCodeApp,
  proveByCode,
  readFactors,
  removeCodeApp,
  renewRecoveryCodes,
  useEnrolmentCode,
} from '@forum/contract/identity/factors/factors';
import { createEdition } from '@forum/contract/editions/editions';
import { whoAmI } from '@forum/contract/identity/me';
import { routes } from '@forum/contract/routes';
import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { Viewers } from '../viewers.ts';
import { enrolCode } from '../../commands/enrol-code.ts';
import { Config } from '../../config.ts';
import { follow } from '../../testing/following-socket.ts';
import { createTestEdition, createTestFirm, type TestEdition } from '../../testing/test-edition.ts';
import { accredit } from '../../testing/test-programme.ts';
import { type Answer, startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';

let forum: TestForum;
let edition: TestEdition;
let desk: TestBrowser;
let named = 0;
beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, 2031);
  desk = await forum.signIn('desk@host.example', { secretariat: true, name: 'The desk' });
});
afterAll(() => forum.stop());

const params = () => ({ edition: edition.slug });

/** The browser as it goes on after an answer that may have given it another secret. */
const after = (before: TestBrowser, { headers }: Pick<Answer<typeof whoAmI>, 'headers'>): TestBrowser => {
  const cookie = headers.get('set-cookie')?.split(';')[0];
  return cookie ? { ...forum.browserWith(cookie), personId: before.personId } : before;
};

/** An organiser who has signed in by mail alone. */
async function organiser(factor: Date | null = null): Promise<TestBrowser & { mail: string }> {
  const mail = `organiser-${named++}@host.example`;
  const browser = await forum.signIn(mail, { factor });
  await forum.database.rows(
    `insert into role_grant (edition_id, person_id, role) values ($1, $2, 'organiser')`,
    [edition.id, browser.personId],
  );
  return { ...browser, mail };
}

const codeOf = (secret: string, offset = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + offset * 30_000 });

/** Sets up an app with a code that the desk hands over. */
async function enrol(browser: TestBrowser) {
  const made = await desk.call(makeEnrolmentCode, { params: { ...params(), person: browser.personId! } });
  await browser.call(useEnrolmentCode, { body: { code: made.body.code } });
  const { secret } = (await browser.call(beginCodeApp)).body;
  const confirmed = await browser.call(confirmCodeApp, { body: { code: codeOf(secret) } });
  expect(confirmed.status).toBe(200);
  return { browser: after(browser, confirmed), secret, recoveryCodes: confirmed.body.recoveryCodes! };
}

const mailsTo = async (mail: string) =>
  (
    await forum.database.rows<{ subject: string }>(
      'select subject from mail where recipient = $1 order by id',
      [mail],
    )
  ).map(({ subject }) => subject);

describe('a member of the host’s team who signed in by mail alone', () => {
  it('uses no role: the guard, the sockets and what they hear of themselves say so', async () => {
    const browser = await organiser();
    const refused = await browser.call(listRoles, { params: params() });
    expect(refused).toMatchObject({ status: 403, problem: { code: 'auth.factor_required' } });
    const me = (await browser.call(whoAmI)).body!;
    expect(me.secondFactor).toEqual({ wanted: true, enrolled: false, shown: false });
    expect(me.editions.flatMap(({ roles }) => roles)).toEqual([]);
    const socket = await follow(forum, browser, edition.slug);
    expect(Object.keys(socket.heads).sort()).toEqual([`person:${browser.personId}`, 'public']);
    socket.socket.close();
  });

  it('is told who can hand over a code, and cannot set up a factor without one', async () => {
    const browser = await organiser();
    const { body } = await browser.call(readFactors);
    expect(body).toMatchObject({ wanted: true, shown: false, mayEnrol: false });
    expect(body.helpers.map(({ name }) => name)).toContain('The desk');
    expect((await browser.call(beginCodeApp)).problem.code).toBe('auth.enrolment_required');
    const guessed = await browser.call(confirmCodeApp, { body: { code: '000000' } });
    expect(guessed.problem.code).toBe('auth.enrolment_required');
  });

  it('of the secretariat plans nothing and knows of no planned edition', async () => {
    const browser = await forum.signIn('mail-only@host.example', { secretariat: true, factor: null });
    const next = await createTestEdition(forum.database, 2032);
    await forum.database.rows(`update edition set phase = 'planned' where id = $1`, [next.id]);
    const of = { params: { edition: next.slug } };
    expect((await desk.call(listRoles, of)).status).toBe(200);
    expect((await browser.call(listRoles, of)).status).toBe(404);
    expect((await browser.call(createEdition, { body: {} as never })).problem.code).toBe(
      'auth.factor_required',
    );
  });
});

describe('an enrolment code', () => {
  it('sets up the first factor, once, and gives back the roles, on the sockets too', async () => {
    const { browser, recoveryCodes } = await enrol(await organiser());
    expect((await browser.call(listRoles, { params: params() })).status).toBe(200);
    expect((await browser.call(whoAmI)).body?.secondFactor).toEqual({
      wanted: true,
      enrolled: true,
      shown: true,
    });
    expect(new Set(recoveryCodes).size).toBe(10);
    const socket = await follow(forum, browser, edition.slug);
    expect(Object.keys(socket.heads)).toContain('staff:organiser');
    socket.socket.close();
  });

  it('works once, for its person alone, for an hour', async () => {
    const [one, other, late] = [await organiser(), await organiser(), await organiser()];
    const make = (of: TestBrowser) =>
      desk.call(makeEnrolmentCode, { params: { ...params(), person: of.personId! } });
    const { code } = (await make(one)).body;
    expect((await other.call(useEnrolmentCode, { body: { code } })).problem.code).toBe('auth.factor_invalid');
    expect((await one.call(useEnrolmentCode, { body: { code } })).status).toBe(200);
    expect((await one.call(useEnrolmentCode, { body: { code } })).problem.code).toBe('auth.factor_invalid');
    const ended = (await make(late)).body;
    await forum.database.rows(
      `update enrolment_code set expires_at = now() - interval '1 second' where person_id = $1`,
      [late.personId],
    );
    expect((await late.call(useEnrolmentCode, { body: { code: ended.code } })).problem.code).toBe(
      'auth.factor_invalid',
    );
  });

  it('is made by another, with a fresh factor, for who has none, and both its owner and the journal know', async () => {
    const browser = await organiser();
    const own = { params: { ...params(), person: desk.personId! } };
    expect((await desk.call(makeEnrolmentCode, own)).problem.code).toBe('access.denied');
    const stale = await organiser(new Date(Date.now() - 11 * 60_000));
    const theirs = { params: { ...params(), person: browser.personId! } };
    expect((await stale.call(makeEnrolmentCode, theirs)).problem.code).toBe('auth.factor_required');
    const fresh = await organiser(new Date());
    expect((await fresh.call(makeEnrolmentCode, own)).problem.code).toBe('access.denied');
    expect((await fresh.call(makeEnrolmentCode, theirs)).status).toBe(200);
    expect(await mailsTo(browser.mail)).toEqual(['A code to set up your second factor was made']);
    const kept = await forum.database.rows(
      `select 1 from change where type = 'factor.changed' and person_id = $1
       union all select 1 from journal where type = 'factor.changed' and person_id = $1`,
      [fresh.personId],
    );
    expect(kept.length).toBeGreaterThan(0);
    const enrolled = await enrol(browser);
    expect((await desk.call(makeEnrolmentCode, theirs)).problem.code).toBe('factor.enrolled');
    const holders = (await desk.call(listFactorHolders, { params: params() })).body;
    expect(holders.find(({ person }) => person.id === enrolled.browser.personId)).toMatchObject({
      roles: ['organiser'],
      hasFactor: true,
      codeUntil: null,
    });
    const stranger = await forum.signIn('stranger@elsewhere.example');
    const unknown = { params: { ...params(), person: stranger.personId! } };
    expect((await desk.call(makeEnrolmentCode, unknown)).status).toBe(404);
  });

  it('is printed by the command line for every holder', async () => {
    const said: string[] = [];
    const run = (...args: string[]) =>
      enrolCode.run(
        {
          app: forum.app,
          database: forum.database,
          config: forum.app.get(Config),
          print: (line) => said.push(line),
        },
        args,
      );
    const browser = await forum.signIn('only@host.example', { secretariat: true, factor: null });
    expect(await run('Only@host.example')).toBe(0);
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said.join())![0];
    expect((await browser.call(useEnrolmentCode, { body: { code } })).status).toBe(200);
    expect((await browser.call(readFactors)).body.mayEnrol).toBe(true);
    await expect(run('nobody@host.example')).rejects.toThrow('Nobody has the mail address');
    expect(await run()).toBe(2);
  });

  it('bears five wrong tries in a quarter of an hour, on whatever device, and then not even the right one', async () => {
    const browser = await organiser();
    const other = await forum.signIn(browser.mail, { factor: null });
    const { code } = (
      await desk.call(makeEnrolmentCode, { params: { ...params(), person: browser.personId! } })
    ).body;
    for (let n = 0; n < 5; n++)
      await (n % 2 ? browser : other).call(useEnrolmentCode, { body: { code: '00000000' } });
    const refused = await browser.call(useEnrolmentCode, { body: { code } });
    expect(refused).toMatchObject({ status: 429, problem: { code: 'auth.too_many_tries' } });
    expect(refused.headers.get('retry-after')).toBe('900');
  });
});

describe('a one-time code', () => {
  it('is taken once, and none before it after that', async () => {
    const { browser, secret } = await enrol(await organiser());
    const prove = (code: string) => browser.call(proveByCode, { body: { code } });
    expect((await prove(codeOf(secret, -1))).problem.code).toBe('auth.factor_invalid');
    const newest = codeOf(secret, 1);
    expect((await prove(newest)).status).toBe(200);
    expect((await prove(newest)).problem.code).toBe('auth.factor_invalid');
    expect((await prove(codeOf(secret))).problem.code).toBe('auth.factor_invalid');
  });

  it('is taken once by two that send it at the same moment', async () => {
    const { browser, secret } = await enrol(await organiser());
    const code = codeOf(secret, 1);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => browser.call(proveByCode, { body: { code } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
  });

  it('cannot be made from the database alone', async () => {
    const { browser, secret } = await enrol(await organiser());
    const row = await forum.database.row<{ kept: string }>(
      `select encode(sealed_secret, 'escape') || encode(sealed_secret, 'hex') as kept from code_app where person_id = $1`,
      [browser.personId],
    );
    expect(row?.kept).not.toContain(secret);
    const hex = Buffer.from(Secret.fromBase32(secret).buffer).toString('hex');
    expect(row?.kept.toLowerCase()).not.toContain(hex);
  });

  it('shows the factor in a session that has a new secret from then on', async () => {
    const person = await organiser();
    const { secret } = await enrol(person);
    const second = await forum.signIn(person.mail, { factor: null });
    expect((await second.call(listRoles, { params: params() })).problem.code).toBe('auth.factor_required');
    const proved = await second.call(proveByCode, { body: { code: codeOf(secret, 1) } });
    const on = after(second, proved);
    expect(on.cookie).not.toBe(second.cookie);
    expect((await on.call(listRoles, { params: params() })).status).toBe(200);
  });
});

describe('a recovery code', () => {
  it('stands in for the factor once, is told by mail, and ends with the next ones', async () => {
    const person = await organiser();
    const { recoveryCodes, browser } = await enrol(person);
    const second = await forum.signIn(person.mail, { factor: null });
    const prove = (code: string) => second.call(proveByCode, { body: { code } });
    const proved = await prove(recoveryCodes[0]!.toLowerCase());
    expect(proved.status).toBe(200);
    const on = after(second, proved);
    const again = await on.call(proveByCode, { body: { code: recoveryCodes[0]! } });
    expect(again.problem.code).toBe('auth.factor_invalid');
    expect((await on.call(readFactors)).body.recoveryCodesLeft).toBe(9);
    expect(await mailsTo(person.mail)).toContain('A recovery code of yours was used');
    expect((await browser.call(renewRecoveryCodes)).body.recoveryCodes).toHaveLength(10);
    const old = await on.call(proveByCode, { body: { code: recoveryCodes[1]! } });
    expect(old.problem.code).toBe('auth.factor_invalid');
  });
});

describe('the last factor', () => {
  it('is not removed', async () => {
    const { browser } = await enrol(await organiser());
    expect((await browser.call(removeCodeApp)).problem.code).toBe('factor.last');
    expect((await browser.call(readFactors)).body.codeApp).not.toBeNull();
  });
});

describe('what weighs most', () => {
  it('wants a proof that is not older than ten minutes, and is done after one', async () => {
    const person = await organiser();
    const { browser, secret } = await enrol(person);
    await forum.database.rows(
      `update sign_in_session set factor_at = now() - interval '11 minutes' where person_id = $1`,
      [browser.personId],
    );
    const give = () =>
      browser.call(grantRole, {
        params: params(),
        body: { mail: 'auditor@host.example', role: 'auditor', granted: true },
      });
    forum.app.get(Viewers).forget();
    expect((await give()).problem.code).toBe('auth.factor_required');
    expect((await browser.call(listRoles, { params: params() })).status).toBe(200);
    const proved = await browser.call(proveByCode, { body: { code: codeOf(secret, 1) } });
    expect(proved.headers.get('set-cookie')).toBeNull();
    expect((await give()).status).toBe(200);
  });

  it('is what these routes do, each of which refuses an older proof', async () => {
    const weighty = [...routes].filter(([, { factor }]) => factor === 'fresh');
    expect(weighty.map(([route]) => route).sort()).toEqual([
      'delegations.confirmAideOf',
      'delegations.grantRole',
      'exportControl.nameOfficers',
      'factors.makeEnrolmentCode',
      'factors.removeCodeApp',
      'factors.removePasskey',
      'factors.renewRecoveryCodes',
      'factors.reportLostFactor',
      'planning.publishPlanRun',
    ]);
    const stale = await forum.signIn('stale@host.example', {
      secretariat: true,
      factor: new Date(Date.now() - 11 * 60_000),
    });
    await forum.database.rows(
      `insert into delegation (edition_id, kind, name, country, head_id) values ($1, 'country', 'Korea', 'KR', $2)`,
      [edition.id, stale.personId],
    );
    await accredit(forum, edition, stale);
    for (const [name, route] of weighty) {
      const ids = Object.keys(route.params.shape).map((key) => [key, randomUUID()] as const);
      const at = { ...Object.fromEntries(ids), ...params() };
      const { problem } = await stale.call(route, { params: at, body: {} } as never);
      expect({ name, code: problem.code }).toEqual({ name, code: 'auth.factor_required' });
    }
  });

  it('is 20 decisions at once, and not 19', async () => {
    const stale = await organiser(new Date(Date.now() - 11 * 60_000));
    const decide = (count: number) =>
      stale.call(decideAccreditation, {
        params: params(),
        body: {
          decision: 'accredit',
          reason: null,
          delegates: Array.from({ length: count }, () => ({ id: randomUUID(), version: 1 })),
        },
      });
    expect((await decide(19)).body.refused).toHaveLength(19);
    expect((await decide(20)).problem).toMatchObject({
      code: 'auth.factor_required',
      details: { wanted: 'fresh' },
    });
  });

  it('is to release a topic, which wants a factor that was shown', async () => {
    const { officer, confirm } = await namedOfficer();
    await confirm();
    expect((await officer.call(whoAmI)).body?.secondFactor.wanted).toBe(true);
    const answer = await officer.call(releaseMeeting, {
      params: { ...params(), meeting: randomUUID() },
      body: { version: 1 },
    });
    expect(answer.problem.code).toBe('auth.factor_required');
  });
});

/** An export officer whom nobody has confirmed yet. */
async function namedOfficer() {
  const mail = `officer-${named++}@firm.example`;
  const officer = await forum.signIn(mail, { factor: null });
  const firm = await createTestFirm(forum.database, edition, `Firm ${mail}`, [officer.personId]);
  await forum.database.rows(
    'insert into export_officer (edition_id, firm_id, delegate_id, named_by) values ($1, $2, $3, $4)',
    [edition.id, firm.id, firm.delegateIds[0], desk.personId],
  );
  const set = (sql: string) => () => forum.database.rows(sql, [firm.delegateIds[0]]);
  return {
    officer,
    confirm: set('update export_officer set confirmed_at = now() where delegate_id = $1'),
    end: set(
      `update representation set ended_at = now(), ended_by = '${desk.personId}', end_reason = 'Left' where delegate_id = $1`,
    ),
  };
}

describe('an export officer', () => {
  it('needs a factor while in force, neither when only named nor when they left the firm', async () => {
    const { officer, confirm, end } = await namedOfficer();
    const stands = async () => {
      const holders = (await desk.call(listFactorHolders, { params: params() })).body;
      return {
        wanted: (await officer.call(whoAmI)).body?.secondFactor.wanted,
        roles: holders.find(({ person }) => person.id === officer.personId)?.roles,
      };
    };
    const code = () => desk.call(makeEnrolmentCode, { params: { ...params(), person: officer.personId! } });
    expect(await stands()).toEqual({ wanted: false, roles: undefined });
    expect((await code()).status).toBe(404);
    await confirm();
    expect(await stands()).toEqual({ wanted: true, roles: ['export-officer'] });
    expect((await code()).status).toBe(200);
    await end();
    expect(await stands()).toEqual({ wanted: false, roles: undefined });
  });
});
