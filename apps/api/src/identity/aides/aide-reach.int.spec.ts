import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createFeed, readFeed } from '@forum/contract/calendar/calendar';
import { arrangeAide } from '@forum/contract/delegations/aides';
import { listPeople } from '@forum/contract/delegations/people';
import {
  readRegistration,
  saveDraft,
  submitRegistration,
  withdrawRegistration,
} from '@forum/contract/delegations/registration';
import { grantRole } from '@forum/contract/delegations/roles';
import { answerAideInvitation, confirmAide, listAides } from '@forum/contract/identity/aides';
import { actFor, listSessions, whoAmI } from '@forum/contract/identity/me';
import { readChanges } from '@forum/contract/live/changes';
import { listMeetings } from '@forum/contract/meetings/meetings';
import { readRestricted, readSession } from '@forum/contract/programme/programme';
import type { SessionDetail } from '@forum/contract/programme/session';
import { readStars, star } from '@forum/contract/programme/stars';
import { nameForSession } from '@forum/contract/programme/session-people';
import { Viewers } from '../viewers.ts';
import { formOf } from '../../delegations/testing/delegation-forum.ts';
import { DaySheets } from '../../delegations/day-sheet/day-sheet.repository.ts';
import { accreditStaff, actAsAide, becomeAide } from '../../testing/acting-aide.ts';
import { eventually } from '../../testing/eventually.ts';
import { follow } from '../../testing/following-socket.ts';
import { createTestEdition, type TestEdition } from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';
import { accredit, addTestSession } from '../../testing/test-programme.ts';

let forum: TestForum;
let edition: TestEdition;
let other: TestEdition;
let desk: TestBrowser;
let principal: TestBrowser;
let principalId: string;
let closed: SessionDetail;
let aide: TestBrowser;
let made = 0;

const inEdition = () => ({ params: { edition: edition.slug } });
const inSession = () => ({ params: { edition: edition.slug, session: closed.id } });

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, 2031);
  other = await createTestEdition(forum.database, 2032);
  desk = await forum.signIn('desk@host.example', { secretariat: true });
  principal = await forum.signIn('minister@ministry.example', { name: 'Minister' });
  principalId = await accredit(forum, edition, principal);
  await accredit(forum, other, principal);
  closed = await addTestSession(desk, edition, { title: 'Canary behind doors', audience: 'restricted' });
  const named = { params: { ...inSession().params, delegate: principalId } };
  expect((await desk.call(nameForSession, named)).status).toBe(200);
  forum.app.get(Viewers).forget();
  expect((await principal.call(star, inSession())).status).toBe(200);
});
afterAll(() => forum.stop());

beforeEach(async () => {
  await forum.database.rows(
    `update aide set ended_at = coalesce(ended_at, now()), invited_at = invited_at - interval '2 days'`,
  );
  aide = await forum.signIn(`aide-${++made}@office.example`, { name: 'Aide' });
});

const actNow = () => actAsAide(forum, edition, principal, aide);
const sheetOf = async (browser: TestBrowser) => {
  const viewer = await forum.app.get(Viewers).of(browser.cookie, edition.slug);
  return forum.app.get(DaySheets).read({ ...viewer, relations: ['own'] }, closed.day);
};

describe('an aide who acts', () => {
  it('meets the silence of a closed session that the principal is named for, wherever they look', async () => {
    await actNow();
    const { body } = await principal.call(readRestricted, inEdition());
    expect(body.sessions.map(({ title }) => title)).toEqual(['Canary behind doors']);
    expect((await sheetOf(principal)).items.map(({ title }) => title)).toContain('Canary behind doors');

    expect((await aide.call(readRestricted, inEdition())).body).toMatchObject({
      sessions: [],
      rooms: [],
      speakers: [],
    });
    expect((await aide.call(readSession, inSession())).status).toBe(404);
    expect((await aide.call(readStars, inEdition())).body.sessionIds).toEqual([]);
    expect((await aide.call(star, inSession())).status).toBe(404);
    expect((await sheetOf(aide)).items).toEqual([]);
    const since = `person:${principal.personId}:0,session:${closed.id}:0`;
    const changes = await aide.call(readChanges, { ...inEdition(), query: { since } });
    expect(Object.keys(changes.body.heads)).toEqual(expect.arrayContaining([`person:${principal.personId}`]));
    expect(JSON.stringify(changes.body)).not.toContain(closed.id);
    const socket = await follow(forum, aide, edition.slug);
    expect(Object.keys(socket.heads)).not.toContain(`session:${closed.id}`);
    socket.socket.disconnect();
  });

  it('sees a closed session that they are named for as well', async () => {
    const delegate = await accreditStaff(forum, edition, aide);
    await desk.call(nameForSession, { params: { ...inSession().params, delegate } });
    await actNow();
    expect((await aide.call(readSession, inSession())).status).toBe(200);
  });

  it('keeps the agenda, and reads meetings and people', async () => {
    await actNow();
    for (const route of [readStars, listMeetings, listPeople] as const)
      expect((await aide.call(route, { ...inEdition(), query: {} })).status).toBe(200);
    const open = await addTestSession(desk, edition, { title: 'Open' });
    await aide.call(star, { params: { edition: edition.slug, session: open.id } });
    expect((await principal.call(readStars, inEdition())).body.sessionIds).toContain(open.id);
  });

  it('cannot withdraw the registration', async () => {
    await actNow();
    expect((await aide.call(withdrawRegistration, inEdition())).status).toBe(403);
    expect((await principal.call(readRegistration, inEdition())).body?.state).toBe('accredited');
  });

  it('cannot end the accreditation by changing what was vetted', async () => {
    await actNow();
    const form = formOf({ organisation: 'Another' });
    await forum.database.rows('update delegate set submitted_at = now() where id = $1', [principalId]);
    const changed = await aide.call(submitRegistration, { ...inEdition(), body: { form } });
    expect(changed.problem.code).toBe('aide.vetted_field');
    expect((await principal.call(readRegistration, inEdition())).body?.state).toBe('accredited');
  });

  it('cannot make or read the address of a calendar', async () => {
    await actNow();
    expect((await aide.call(createFeed, inEdition())).status).toBe(403);
    expect((await aide.call(readFeed, inEdition())).status).toBe(403);
  });

  it('is themself in another edition, and at their own account', async () => {
    const relation = await actNow();
    expect((await aide.call(listPeople, { params: { edition: other.slug }, query: {} })).status).toBe(403);
    expect((await aide.call(readRegistration, { params: { edition: other.slug } })).body).toBe(null);
    expect((await aide.call(listAides)).body).toEqual([]);
    expect((await aide.call(listSessions)).body).toHaveLength(1);
    const me = (await aide.call(whoAmI)).body!;
    expect(me).toMatchObject({
      id: aide.personId,
      actingFor: { id: principal.personId, aide: relation, edition: edition.slug },
    });
    expect(me.editions).toMatchObject([{ slug: edition.slug, delegateId: principalId, roles: ['delegate'] }]);
  });

  it('loses what they reach when their own accreditation ends, at every open screen', async () => {
    await actNow();
    const socket = await follow(forum, aide, edition.slug);
    expect(Object.keys(socket.heads)).toContain('accredited');
    const left = new Promise<void>((resolve) =>
      socket.socket.on('welcome', ({ heads }: { heads: object }) => {
        if (!('accredited' in heads)) resolve();
      }),
    );
    const [own] = await forum.database.rows<{ id: string; version: number }>(
      'select id, version from delegate where edition_id = $1 and person_id = $2',
      [edition.id, aide.personId],
    );
    const { decideAccreditation } = await import('@forum/contract/delegations/accreditation');
    const revoked = await desk.call(decideAccreditation, {
      ...inEdition(),
      body: { decision: 'revoke', reason: 'security', delegates: [own!] },
    });
    expect(revoked.body.decided).toHaveLength(1);
    await left;
    const status = await eventually(
      async () => (await aide.call(listMeetings, inEdition())).status,
      (answered) => answered !== 200,
    );
    expect(status).toBe(403);
    socket.socket.disconnect();
  });
});

/** Only accredited people invite aides; for an applicant the host proposes one, and both agree. */
async function proposedByTheHost(applicant: TestBrowser): Promise<string> {
  const delegateId = (await applicant.call(readRegistration, inEdition())).body!.delegateId;
  const mail = (await aide.call(whoAmI)).body!.mail;
  const proposed = await desk.call(arrangeAide, { ...inEdition(), body: { delegateId, mail } });
  expect(proposed.status).toBe(200);
  const { id } = proposed.body;
  expect((await applicant.call(confirmAide, { params: { aide: id } })).status).toBe(200);
  const params = { invitation: id };
  expect((await aide.call(answerAideInvitation, { params, body: { accept: true } })).status).toBe(200);
  return id;
}

describe('an aide who is not accredited', () => {
  it('fills in the registration, and reaches nothing else', async () => {
    const minister = await forum.signIn(`applicant-${made}@ministry.example`);
    await minister.call(saveDraft, { ...inEdition(), body: { draft: { office: 'Minister' } } });
    const relation = await proposedByTheHost(minister);
    expect((await aide.call(actFor, { body: { aide: relation } })).status).toBe(200);
    const submitted = await aide.call(submitRegistration, { ...inEdition(), body: { form: formOf() } });
    expect(submitted.status).toBe(200);
    expect((await minister.call(readRegistration, inEdition())).body?.state).toBe('submitted');
    for (const route of [readStars, listMeetings, listPeople] as const)
      expect((await aide.call(route, { ...inEdition(), query: {} })).status).toBe(403);
  });

  it('brings nothing of an accredited principal', async () => {
    const relation = await becomeAide(edition, principal, aide);
    await aide.call(actFor, { body: { aide: relation } });
    for (const route of [readStars, listMeetings, listPeople] as const)
      expect((await aide.call(route, { ...inEdition(), query: {} })).status).toBe(403);
    const socket = await follow(forum, aide, edition.slug);
    expect(Object.keys(socket.heads).sort()).toEqual([`person:${principal.personId}`, 'public'].sort());
    socket.socket.disconnect();
  });

  it('does nothing at all once the host has refused them', async () => {
    const relation = await actNow();
    await forum.database.rows(
      `update delegate set state = 'declined' where edition_id = $1 and person_id = $2`,
      [edition.id, aide.personId],
    );
    forum.app.get(Viewers).forget();
    expect((await aide.call(whoAmI)).body).toMatchObject({ actingFor: null, principals: [] });
    expect((await aide.call(actFor, { body: { aide: relation } })).status).toBe(404);
  });
});

describe('a principal who comes to the host’s team', () => {
  it('has no aide from then on, who holds no role of theirs', async () => {
    await actNow();
    const body = { mail: 'minister@ministry.example', role: 'organiser', granted: true } as const;
    expect((await desk.call(grantRole, { ...inEdition(), body })).status).toBe(200);
    expect((await aide.call(whoAmI)).body).toMatchObject({ actingFor: null, principals: [] });
    const promote = { mail: 'puppet@evil.example', role: 'organiser', granted: true } as const;
    expect((await aide.call(grantRole, { ...inEdition(), body: promote })).status).toBe(403);
    await forum.database.rows('delete from role_grant where person_id = $1', [principal.personId]);
    forum.app.get(Viewers).forget();
  });

  it('is acted for by nobody, also where the role came by a way that ends no relation', async () => {
    const relation = await actNow();
    await forum.database.rows(
      `insert into role_grant (edition_id, person_id, role) values ($1, $2, 'auditor')`,
      [edition.id, principal.personId],
    );
    forum.app.get(Viewers).forget();
    expect((await aide.call(whoAmI)).body).toMatchObject({ actingFor: null, principals: [] });
    expect((await aide.call(actFor, { body: { aide: relation } })).status).toBe(404);
    await forum.database.rows('delete from role_grant where person_id = $1', [principal.personId]);
    forum.app.get(Viewers).forget();
  });
});
