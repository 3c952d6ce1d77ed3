import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeEnrolmentCode } from '@forum/contract/identity/factors/factor-holders';
import { useEnrolmentCode } from '@forum/contract/identity/factors/factors';
import { reportLostFactor } from '@forum/contract/identity/factors/lost-factor';
import {
  endDelegateSessions,
  listDelegateSessions,
  listHolderSessions,
} from '@forum/contract/identity/person-sessions';
import { whoAmI } from '@forum/contract/identity/me';
import { askForCode, signInByCode } from '@forum/contract/identity/sign-in';
import { enrolCode } from '../commands/enrol-code.ts';
import { Config } from '../config.ts';
import { createTestEdition, createTestFirm, type TestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';
import { Viewers } from './viewers.ts';

let forum: TestForum;
let edition: TestEdition;
let desk: TestBrowser;
beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, 2031);
  desk = await forum.signIn('desk@host.example', { secretariat: true });
});
afterAll(() => forum.stop());

const params = () => ({ edition: edition.slug });

const subjectsTo = async (mail: string) =>
  (
    await forum.database.rows<{ subject: string }>(
      'select subject from mail where recipient = $1 order by id',
      [mail],
    )
  ).map(({ subject }) => subject);

/** Signs in by a mailed code in a browser with these cookies; answers the cookies that it has then. */
async function signInByMail(
  mail: string,
  cookies: string,
  agent = 'Mozilla/5.0 (Linux) Chrome/140',
): Promise<string> {
  const browser = forum.browserWith(cookies);
  const { challenge } = (await browser.call(askForCode, { body: { mail } })).body;
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await subjectsTo(mail)).at(-1) ?? '')![0];
  const entered = await browser.call(signInByCode, {
    body: { challenge, code },
    headers: { 'user-agent': agent },
  });
  expect(entered.status).toBe(200);
  return entered.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

const nameOf = async (cookies: string) => (await forum.browserWith(cookies).call(whoAmI)).body?.mail ?? null;

/** A session of somebody as old as it is told, looked at for the first time since. */
async function opened(mail: string, ago: string, ofHost = false) {
  const browser = await forum.signIn(mail);
  if (ofHost) {
    await forum.database.rows(
      `insert into role_grant (edition_id, person_id, role) values ($1, $2, 'organiser')
       on conflict do nothing`,
      [edition.id, browser.personId],
    );
  }
  await forum.database.rows(
    `update sign_in_session set created_at = now() - $2::interval, ends_at = null where person_id = $1`,
    [browser.personId, ago],
  );
  forum.app.get(Viewers).forget();
  return browser;
}

const isSignedIn = async (browser: TestBrowser) => (await browser.call(whoAmI)).body !== null;

describe('a session', () => {
  it('ends after 30 days, whatever use was made of it', async () => {
    expect(await isSignedIn(await opened('young@firm.example', '29 days'))).toBe(true);
    expect(await isSignedIn(await opened('old@firm.example', '30 days 1 minute'))).toBe(false);
  });

  it('of the host’s team ends within a day', async () => {
    expect(await isSignedIn(await opened('new@host.example', '5 minutes', true))).toBe(true);
    expect(await isSignedIn(await opened('old@host.example', '27 hours', true))).toBe(false);
  });

  it('of a delegate does not end by age while their edition runs, and does afterwards', async () => {
    const browser = await opened('delegate@firm.example', '45 days');
    await createTestFirm(forum.database, edition, 'Hanbit', [browser.personId]);
    expect(await isSignedIn(browser)).toBe(true);
    await forum.database.rows(`update edition set phase = 'closed' where id = $1`, [edition.id]);
    await forum.database.rows('update sign_in_session set ends_at = null where person_id = $1', [
      browser.personId,
    ]);
    forum.app.get(Viewers).forget();
    expect(await isSignedIn(browser)).toBe(false);
    await forum.database.rows(`update edition set phase = 'live' where id = $1`, [edition.id]);
  });
});

describe('signing in again on the same device', () => {
  it('ends the session before, and that of whoever used it before', async () => {
    const first = await signInByMail('kim@firm.example', '');
    expect(await nameOf(first)).toBe('kim@firm.example');
    const second = await signInByMail('kim@firm.example', first);
    forum.app.get(Viewers).forget();
    expect([await nameOf(first), await nameOf(second)]).toEqual([null, 'kim@firm.example']);
    const other = await signInByMail('lee@firm.example', second);
    forum.app.get(Viewers).forget();
    expect([await nameOf(second), await nameOf(other)]).toEqual([null, 'lee@firm.example']);
  });

  it('on another leaves it', async () => {
    const phone = await signInByMail('han@firm.example', '');
    const laptop = await signInByMail('han@firm.example', '');
    expect([await nameOf(phone), await nameOf(laptop)]).toEqual(['han@firm.example', 'han@firm.example']);
  });
});

describe('a device that somebody signs in on', () => {
  it('is told by mail when it is new to them, not when it is their first, nor when it is known', async () => {
    const isOfDevice = (subject: string) => subject.startsWith('You signed in on a new device');
    const first = await signInByMail('yoon@firm.example', '');
    await signInByMail('yoon@firm.example', first);
    expect((await subjectsTo('yoon@firm.example')).filter(isOfDevice)).toEqual([]);
    await signInByMail('yoon@firm.example', '', 'Mozilla/5.0 (iPhone) Safari <script> evil.example');
    expect((await subjectsTo('yoon@firm.example')).filter(isOfDevice)).toEqual([
      'You signed in on a new device: Safari · iPhone',
    ]);
  });
});

describe('the sessions of a person of the edition', () => {
  it('are listed and ended by its organiser, and those of the secretariat only by the secretariat', async () => {
    const person = await forum.signIn('lost-phone@firm.example');
    const firm = await createTestFirm(forum.database, edition, 'Nordlys', [person.personId]);
    const of = { params: { ...params(), delegate: firm.delegateIds[0]! } };
    const organiser = await opened('sessions@host.example', '1 minute', true);
    expect((await organiser.call(listDelegateSessions, of)).body).toHaveLength(1);
    expect((await person.call(listDelegateSessions, of)).status).toBe(403);
    expect((await organiser.call(endDelegateSessions, of)).status).toBe(200);
    expect(await isSignedIn(person)).toBe(false);
    const ofDesk = { params: { ...params(), person: desk.personId! } };
    expect((await organiser.call(listHolderSessions, ofDesk)).status).toBe(404);
    expect((await desk.call(listHolderSessions, ofDesk)).body.length).toBeGreaterThan(0);
    const events = await forum.database.rows(
      `select 1 from security_event where kind = 'session.ended' and subject_id = $1`,
      [person.personId],
    );
    expect(events).toHaveLength(1);
  });
});

describe('a second factor that is lost', () => {
  async function enrolled(mail: string) {
    const browser = await opened(mail, '1 minute', true);
    await forum.database.rows(
      `insert into code_app (person_id, sealed_secret, confirmed_at) values ($1, 'x', now())`,
      [browser.personId],
    );
    return browser;
  }
  const say = (by: TestBrowser, of: TestBrowser) =>
    by.call(reportLostFactor, { params: { ...params(), person: of.personId! } });

  it('comes back when two others say so, and both are told to its owner', async () => {
    const owner = await enrolled('owner@host.example');
    const [one, two] = [
      await opened('one@host.example', '1 minute', true),
      await opened('two@host.example', '1 minute', true),
    ];
    expect((await say(owner, owner)).problem.code).toBe('access.denied');
    expect((await say(one, owner)).body).toEqual({ made: null });
    expect((await say(one, owner)).body).toEqual({ made: null });
    expect(await isSignedIn(owner)).toBe(true);
    const made = (await say(two, owner)).body.made!;
    expect(await isSignedIn(owner)).toBe(false);
    const again = await forum.signIn('owner@host.example', { factor: null });
    expect((await again.call(useEnrolmentCode, { body: { code: made.code } })).status).toBe(200);
    expect(await subjectsTo('owner@host.example')).toEqual([
      'Somebody says that you lost your second factor',
      'Your second factor was removed',
      'A code to set up your second factor was made',
    ]);
    const kept = await forum.database.rows<{ person: string }>(
      `select distinct person_id as person from security_event where kind = 'factor' and subject_id = $1 and what like 'lost%'`,
      [owner.personId],
    );
    expect(kept.map(({ person }) => person).sort()).toEqual([one.personId, two.personId].sort());
  });

  it('does not when they are two days apart, nor for who has none', async () => {
    const owner = await enrolled('late@host.example');
    const [one, two] = [
      await opened('early@host.example', '1 minute', true),
      await opened('tardy@host.example', '1 minute', true),
    ];
    await say(one, owner);
    await forum.database.rows(`update lost_factor set said_at = now() - interval '25 hours'`);
    expect((await say(two, owner)).body).toEqual({ made: null });
    expect((await say(one, two)).problem.code).toBe('factor.none');
  });

  it('is removed by one who has the command line of the machine', async () => {
    const owner = await enrolled('alone@host.example');
    const said: string[] = [];
    const context = {
      app: forum.app,
      database: forum.database,
      config: forum.app.get(Config),
      print: (line: string) => void said.push(line),
    };
    await expect(enrolCode.run(context, ['alone@host.example'])).rejects.toThrow('--lost');
    expect(await enrolCode.run(context, ['--lost', 'alone@host.example'])).toBe(0);
    forum.app.get(Viewers).forget();
    expect(await isSignedIn(owner)).toBe(false);
    expect(
      (await desk.call(makeEnrolmentCode, { params: { ...params(), person: owner.personId! } })).status,
    ).toBe(200);
  });
});
