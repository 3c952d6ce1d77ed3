import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { listDelegates } from '@forum/contract/delegations/delegates';
import { grantRole } from '@forum/contract/delegations/roles';
import { editMe, endSession, listSessions, whoAmI } from '@forum/contract/identity/me';
import { askForCode, signInByCode, signInByLink } from '@forum/contract/identity/sign-in';
import { Writable } from 'node:stream';
import pg from 'pg';
import { pino } from 'pino';
import { securityEvents } from '../commands/security-events.ts';
import { Config } from '../config.ts';
import { Viewers } from '../identity/viewers.ts';
import { createTestEdition, type TestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';
import { SecurityEvents } from './security-events.ts';

interface Line {
  at: string;
  kind: string;
  what: string;
  person?: string;
  session?: string;
  subject?: string;
  route?: string;
  request?: string;
  times: number;
}

const logged: Record<string, unknown>[] = [];
const log = pino(
  { level: 'info', base: null },
  new Writable({
    write: (chunk: Buffer, _, done) => {
      logged.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  }),
);

let forum: TestForum;
let edition: TestEdition;
beforeAll(async () => {
  forum = await startTestForum({}, log);
  edition = await createTestEdition(forum.database, 2036);
});
afterAll(() => forum.stop());
beforeEach(() => {
  logged.length = 0;
});

/** What the command tells, as somebody on the machine reads it. */
async function eventsOf(...args: string[]): Promise<Line[]> {
  await forum.app.get(SecurityEvents).flush();
  const lines: string[] = [];
  const code = await securityEvents.run(
    {
      app: forum.app,
      database: forum.database,
      config: forum.app.get(Config),
      print: (line) => lines.push(line),
    },
    args,
  );
  expect(code).toBe(0);
  return lines.map((line) => JSON.parse(line) as Line);
}

const toldOf = (lines: Line[]) => lines.map(({ kind, what, times }) => `${kind}: ${what} ×${times}`);

async function askedBy(mail: string) {
  const visitor = forum.visitor();
  const { challenge } = (await visitor.call(askForCode, { body: { mail } })).body;
  const row = await forum.database.row<{ subject: string; body: string }>(
    'select subject, body from mail where recipient = $1 order by id desc',
    [mail],
  );
  const [code] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(row!.subject)!;
  return { visitor, challenge, code, link: /#([\w-]{43})/.exec(row!.body)![1]! };
}

const browserOf = (setCookie: string | null) => ({
  ...forum.visitor(),
  cookie: setCookie!.split(';')[0]!,
});

const sent = (cookie: string) => ({ headers: { cookie } });

describe('a stolen account of an organiser', () => {
  it('is followed from its sign-in over what it gave to others to its end', async () => {
    const owner = await forum.signIn('organiser@host.example', { secretariat: true });
    const inEdition = { params: { edition: edition.slug } };

    const { visitor, challenge, code } = await askedBy('organiser@host.example');
    await visitor.call(signInByCode, { body: { challenge, code: '00000000' } });
    const signedIn = await visitor.call(signInByCode, { body: { challenge, code } });
    const thief = browserOf(signedIn.headers.get('set-cookie'));
    const grant = () =>
      thief.call(grantRole, {
        ...inEdition,
        ...sent(thief.cookie),
        body: { mail: 'puppet@evil.example', role: 'organiser', granted: true },
      });
    const stolen = (await owner.call(listSessions)).body.find(({ current }) => !current)!.id;
    // A mailed code alone gives nothing; the thief gets hold of the second factor too.
    expect((await grant()).problem.code).toBe('auth.factor_required');
    await forum.app.get(SecurityEvents).flush();
    await forum.database.rows(`update sign_in_session set factor_at = 'infinity' where id = $1`, [stolen]);
    forum.app.get(Viewers).forget();
    expect((await grant()).status).toBe(200);
    await owner.call(endSession, { params: { session: stolen } });
    const after = await thief.call(listDelegates, { ...inEdition, ...sent(thief.cookie) });
    expect(after.problem.code).toBe('auth.required');

    const puppet = await forum.database.row<{ id: string }>('select id from person where mail = $1', [
      'puppet@evil.example',
    ]);
    const track = await eventsOf('--session', stolen);
    expect(
      track.map(({ kind, what, person, session, subject }) => [kind, what, person, session, subject]),
    ).toEqual([
      ['sign-in', 'code', owner.personId, stolen, undefined],
      ['refused', 'auth.factor_required', owner.personId, stolen, undefined],
      ['role', 'given organiser', owner.personId, stolen, puppet!.id],
      ['session.ended', 'by its owner', owner.personId, expect.not.stringMatching(stolen), stolen],
    ]);
    expect(toldOf(await eventsOf('--person', 'organiser@host.example'))).toContain(
      'sign-in.refused: wrong code ×1',
    );
    // What else the session wrote stands in the request log, by the same id.
    expect(logged).toContainEqual(
      expect.objectContaining({
        route: '/api/editions/:edition/roles',
        session: stolen,
        person: owner.personId,
      }),
    );
  });
});

describe('every outcome of a sign-in', () => {
  it('is kept with the person, if the address is one’s, and never with the address', async () => {
    const mail = 'kim@ministry.example';
    const { personId } = await forum.signIn(mail);
    const first = await askedBy(mail);
    const byLink = await first.visitor.call(signInByLink, { body: { secret: first.link } });
    await first.visitor.call(signInByLink, { body: { secret: first.link } });
    const second = await askedBy(mail);
    for (let n = 0; n < 6; n++)
      await second.visitor.call(signInByCode, { body: { challenge: second.challenge, code: '00000000' } });
    const asked = await forum.visitor().call(askForCode, { body: { mail } });
    const device = browserOf(asked.headers.get('set-cookie'));
    for (let n = 1; n < 10; n++)
      await device.call(askForCode, { body: { mail: `other-${n}@forum.test` }, ...sent(device.cookie) });
    await device.call(askForCode, { body: { mail }, ...sent(device.cookie) });
    const signedIn = browserOf(byLink.headers.get('set-cookie'));
    await signedIn.call(endSession, { params: { session: 'current' }, ...sent(signedIn.cookie) });

    const lines = await eventsOf('--person', mail);
    expect(toldOf(lines).sort()).toEqual([
      'sign-in.refused: code over ×1',
      'sign-in.refused: link over ×1',
      'sign-in.refused: too many codes ×1',
      'sign-in.refused: wrong code ×5',
      'sign-in: link ×1',
      'sign-out: by its owner ×1',
    ]);
    const [began, ended] = ['sign-in', 'sign-out'].map((kind) => lines.find((line) => line.kind === kind));
    expect(ended?.session).toBe(began?.session);
    expect(JSON.stringify(await eventsOf())).not.toMatch(/ministry|kim/i);
    expect(personId).toBe(began?.person);
  });
});

describe('a refusal', () => {
  it('is kept with who was refused, where, and in which request', async () => {
    const nosy = await forum.signIn('nosy@firm.example');
    const inEdition = { params: { edition: edition.slug } };
    const refused = await nosy.call(listDelegates, inEdition);
    await nosy.call(listDelegates, inEdition);
    await nosy.call(editMe, { body: { language: 'ko' }, headers: { origin: 'https://evil.example' } });

    const request = refused.headers.get('x-request-id')!;
    const told = (await eventsOf('--person', 'nosy@firm.example')).map(({ what, route, times, ...line }) => [
      what,
      route,
      times,
      line.request,
    ]);
    expect(told).toEqual([
      ['access.denied', 'GET /api/editions/:edition/delegates', 2, request],
      ['auth.origin', 'PATCH /api/me', 1, expect.any(String)],
    ]);
    expect(logged.find((line) => line['requestId'] === request)).toMatchObject({
      person: nosy.personId,
      refusal: 'access.denied',
      session: (await nosy.call(listSessions)).body[0]!.id,
    });
    expect(JSON.stringify(logged)).not.toMatch(/nosy|evil/);
  });

  it('of strangers is counted without their routes, so that no one fills the table', async () => {
    await eventsOf();
    const before = await forum.database.row<{ n: string }>(
      'select coalesce(max(id), 0) as n from security_event',
    );
    for (const path of ['meetings', 'delegates', 'roles', 'audit', 'firms'])
      await fetch(`${forum.url}/api/editions/${edition.slug}/${path}`);
    await forum.app.get(SecurityEvents).flush();
    const rows = await forum.database.rows(
      'select what, route, times, person_id as person from security_event where id > $1',
      [before!.n],
    );
    expect(rows).toEqual([{ what: 'auth.required', route: null, times: 5, person: null }]);
  });

  it('waits while the database does not take it, and is lost by no failure', async () => {
    const events = forum.app.get(SecurityEvents);
    const owner = await ownerOf(forum.databaseUrl);
    await owner.query('alter table security_event rename to hidden_event');
    events.note(null, { kind: 'refused', what: 'access.denied' });
    await events.flush();
    await owner.query('alter table hidden_event rename to security_event');
    await owner.end();
    events.note(null, { kind: 'refused', what: 'access.denied' });
    await events.flush();
    const row = await forum.database.row<{ times: number }>(
      `select times from security_event where what = 'access.denied' order by id desc limit 1`,
    );
    expect(row?.times).toBe(2);
  });
});

async function ownerOf(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

describe('the running server', () => {
  it('can neither change an event nor remove a recent one', async () => {
    await expect(forum.database.rows(`update security_event set what = 'nothing'`)).rejects.toThrow(
      'permission denied',
    );
    await expect(forum.database.rows('delete from security_event')).rejects.toThrow('90 days');
    await expect(forum.database.rows('truncate security_event')).rejects.toThrow('permission denied');
  });

  it('signs nobody in whose sign-in it cannot keep', async () => {
    const { visitor, challenge, code } = await askedBy('untraced@host.example');
    const owner = await ownerOf(forum.databaseUrl);
    await owner.query('revoke insert on security_event from forum_server');
    const answer = await visitor.call(signInByCode, { body: { challenge, code }, once: true });
    await owner.query('grant insert on security_event to forum_server');
    await owner.end();
    expect(answer.status).toBe(503);
    const again = await visitor.call(signInByCode, { body: { challenge, code } });
    expect(
      (await visitor.call(whoAmI, sent(browserOf(again.headers.get('set-cookie')).cookie))).body?.mail,
    ).toBe('untraced@host.example');
  });
});

describe('what happens last on a node', () => {
  it('is written before its connections are closed', async () => {
    const node = await startTestForum({ databaseUrl: forum.databaseUrl });
    node.app.get(SecurityEvents).note(null, { kind: 'sign-in.refused', what: 'just before the end' });
    await node.stop();
    expect(
      await forum.database.rows(`select from security_event where what = 'just before the end'`),
    ).toHaveLength(1);
  });
});
