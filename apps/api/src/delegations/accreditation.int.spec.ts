import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  accreditationHistory,
  createDelegation,
  decideAccreditation,
  listDelegates,
  listDelegations,
  listMembers,
  listPeople,
  readInvitation,
  readPerson,
  readRegistration,
  renewInvitation,
  saveDraft,
  submitRegistration,
  withdrawRegistration,
} from '@forum/contract/delegations';
import { setPartners } from '@forum/contract/editions';
import { readChanges } from '@forum/contract/live';
import { type TestBrowser } from '../testing/test-forum.ts';
import { type DelegationForum, formOf, register, startDelegationForum } from './testing/delegation-forum.ts';

let forum: DelegationForum;
let params: { edition: string };

beforeAll(async () => {
  forum = await startDelegationForum();
  params = { edition: forum.edition };
}, 30_000);
afterAll(() => forum.stop());

const own = async (browser: TestBrowser) => (await browser.call(readRegistration, { params })).body!;
/** Rights reach the other parts of the server by the journal. */
const rightsSettle = () => new Promise((passed) => setTimeout(passed, 400));

async function accredited(mail: string, change: Parameters<typeof register>[2] = {}) {
  const browser = await forum.signIn(mail);
  const { body } = await register(browser, forum.edition, change);
  await forum.decide('accredit', body.delegateId);
  return { browser, delegateId: body.delegateId };
}

describe('a registration', () => {
  it('keeps its draft, is submitted without a delegation, and waits for vetting', async () => {
    const browser = await forum.signIn('kim@forum.test');
    expect((await browser.call(readRegistration, { params })).body).toBeNull();
    const draft = { office: 'Dir', name: { family: 'Kim' } };
    const drafted = await browser.call(saveDraft, { params, body: { draft } });
    expect(drafted.body).toMatchObject({ state: 'draft', draft, form: null });
    const submitted = await register(browser, forum.edition);
    expect(submitted.body).toMatchObject({
      state: 'submitted',
      draft: null,
      delegation: null,
      form: { office: 'Director', name: { sortKey: expect.stringContaining('kim') } },
    });
    expect(await forum.bodiesTo('kim@forum.test')).toHaveLength(1);
  });

  it('names every field that is missing, with its value and the remedy', async () => {
    const browser = await forum.signIn('empty@forum.test');
    const name = { ...formOf().name, given: null, family: null, nativeScript: null };
    const answer = await register(browser, forum.edition, {
      name,
      office: '',
      organisation: ' ',
      languages: [],
    });
    expect(answer.problem).toMatchObject({ status: 422, code: 'delegate.incomplete' });
    expect(answer.problem.fields?.map(({ path, value }) => [path, value])).toEqual([
      ['body.form.name.family', 'null'],
      ['body.form.office', '""'],
      ['body.form.organisation', '""'],
      ['body.form.languages', '[]'],
    ]);
    expect((await browser.call(readRegistration, { params })).body).toBeNull();
  });

  it('is refused outside the phases of registration, but consent can always be taken back', async () => {
    const { browser } = await accredited('consent@forum.test');
    const setPhase = (phase: string) =>
      forum.database.rows('update edition set phase = $2 where id = $1', [forum.editionId, phase]);
    await setPhase('closed');
    const late = await register(await forum.signIn('late@forum.test'), forum.edition);
    expect(late.problem).toMatchObject({ code: 'phase.forbids', details: { reason: 'over' } });
    const consents = { profileVisible: false, nextEditions: false, photographs: false };
    const hidden = await register(browser, forum.edition, { consents });
    expect(hidden.body).toMatchObject({ state: 'accredited', form: { consents } });
    await setPhase('registration');
  });

  it('does not overwrite what was changed meanwhile', async () => {
    const browser = await forum.signIn('two-windows@forum.test');
    const { body } = await register(browser, forum.edition);
    const change = () =>
      browser.call(submitRegistration, {
        params,
        body: { form: formOf({ dietary: 'halal' }), version: body.version },
      });
    expect((await change()).body).toMatchObject({ version: body.version + 1, form: { dietary: 'halal' } });
    expect((await change()).problem).toMatchObject({ status: 409, code: 'version.stale' });
  });

  it('is open to partners of the edition, once there are any, and to whom the host invites', async () => {
    const organiser = forum.secretariat;
    const partners = [
      { kind: 'country', code: 'KR', name: 'Korea', since: '2026-01-01', until: null },
      { kind: 'institution', code: 'NATO', name: 'NATO', since: '2026-01-01', until: null },
      { kind: 'country', code: 'NO', name: 'Norway', since: '2026-01-01', until: '2027-05-12' },
    ] as const;
    await organiser.call(setPartners, { params, body: { partners: [...partners] } });
    const from = async (country: string, change: Parameters<typeof register>[2] = {}) =>
      (
        await register(await forum.signIn(`${country}-${change.category}@forum.test`), forum.edition, {
          ...change,
          country,
        })
      ).status;
    expect([await from('KR'), await from('BR'), await from('NO')]).toEqual([200, 422, 422]);
    expect(await from('BR', { category: 'media' })).toBe(200);
    expect(await from('TR', { category: 'institution', organisation: 'nato' })).toBe(200);
    await organiser.call(setPartners, { params, body: { partners: [] } });
  });

  it('refuses a draft that is nested like a bomb, and text that is no text', async () => {
    const browser = await forum.signIn('bomb@forum.test');
    let nested: unknown = 1;
    for (let i = 0; i < 20; i++) nested = [nested];
    expect((await browser.call(saveDraft, { params, body: { draft: { a: nested } } })).status).toBe(400);
    expect((await browser.call(saveDraft, { params, body: { draft: { a: '\u0000' } } })).status).toBe(400);
    expect((await browser.call(saveDraft, { params, body: { draft: { '\ud800': 'x' } } })).status).toBe(400);
  });
});

describe('an accredited delegate', () => {
  it('is vetted again after a change of a vetted field, which the officers see, and not after another', async () => {
    const { browser, delegateId } = await accredited('vetted@forum.test');
    expect((await register(browser, forum.edition, { dietary: 'vegan', languages: ['ko'] })).body.state).toBe(
      'accredited',
    );
    const promoted = await register(browser, forum.edition, {
      office: 'Minister',
      dietary: 'vegan',
      languages: ['ko'],
    });
    expect(promoted.body.state).toBe('submitted');
    const { body } = await forum.officer.call(listDelegates, { params, query: { search: 'vetted@' } });
    expect(body.rows).toMatchObject([
      { id: delegateId, state: 'submitted', changedFields: ['office'], decidedAt: null },
    ]);
    expect(await forum.decide('accredit', delegateId)).toMatchObject({
      state: 'accredited',
      changedFields: [],
    });
  });

  it('loses everything with a withdrawal: the upper subjects are told in the same transaction', async () => {
    const { browser, delegateId } = await accredited('leaving@forum.test');
    const head = { params, query: { since: `person:${browser.personId}:0` } };
    const withdrawn = await browser.call(withdrawRegistration, { params });
    expect(withdrawn.body.state).toBe('withdrawn');
    const jobs = await forum.database.source.query<{ data: unknown }[]>(
      `select data from pgboss.job where name = 'release-delegate' and data ->> 'delegateId' = $1`,
      [delegateId],
    );
    expect(jobs).toHaveLength(1);
    await rightsSettle();
    const { body } = await browser.call(readChanges, head);
    expect(body.changes.map((change) => change.type)).toEqual([
      'registration.changed',
      'registration.changed',
      'rights.changed',
      'registration.changed',
      'rights.changed',
    ]);
  });

  it('joins the team of their firm, which is made once, whoever comes first', async () => {
    const [firm] = await forum.database.rows<{ id: string }>(
      `with f as (insert into firm (name, folded_name, country) values ('Hanwha Systems', 'hanwha systems', 'KR') returning id)
       insert into firm_in_edition (edition_id, firm_id) select $1, id from f returning firm_id as id`,
      [forum.editionId],
    );
    const industry = { category: 'industry', organisation: 'Hanwha Systems' } as const;
    const browsers = await Promise.all([1, 2, 3, 4].map((i) => forum.signIn(`firm-${i}@forum.test`)));
    const made = await Promise.all(browsers.map((browser) => register(browser, forum.edition, industry)));
    expect(made[0]!.body.form?.firmId).toBe(firm!.id);
    await Promise.all(made.map(({ body }) => forum.decide('accredit', body.delegateId)));
    const teams = await forum.database.rows(
      `select t.name, count(m.delegate_id)::int as members from team t join team_member m on m.team_id = t.id
       where t.firm_id = $1 group by t.id`,
      [firm!.id],
    );
    expect(teams).toEqual([{ name: 'Hanwha Systems', members: 4 }]);
    const elsewhere = await register(await forum.signIn('spy@forum.test'), forum.other, {
      ...industry,
      firmId: firm!.id,
    });
    expect(elsewhere.status).toBe(404);
    const official = await register(await forum.signIn('official@forum.test'), forum.edition, {
      firmId: firm!.id,
    });
    expect(official.problem.fields).toMatchObject([{ path: 'body.form.firmId' }]);
  });
});

describe('a declined applicant', () => {
  it('sees that they are declined and never why, in no answer, mail or change', async () => {
    const browser = await forum.signIn('declined@forum.test');
    const { body } = await register(browser, forum.edition);
    const row = await forum.decide('decline', body.delegateId, 'identity-unconfirmed');
    expect(row).toMatchObject({ state: 'declined', reason: 'identity-unconfirmed' });
    const history = await forum.officer.call(accreditationHistory, {
      params: { ...params, delegate: body.delegateId },
    });
    expect(history.body).toMatchObject([
      { decision: 'decline', reason: 'identity-unconfirmed', by: 'officer@forum.test' },
    ]);
    await rightsSettle();
    const seen = [
      await own(browser),
      (await browser.call(readChanges, { params, query: { since: `person:${browser.personId}:0` } })).body,
      await forum.bodiesTo('declined@forum.test'),
      (await register(browser, forum.edition, { office: 'Somebody else' })).problem,
    ];
    expect(JSON.stringify(seen)).toContain('declined');
    expect(JSON.stringify(seen)).not.toContain('identity-unconfirmed');
  });

  it('does not learn it as an officer either, nor as the head of their own delegation', async () => {
    const officer = await forum.withRole('declined-officer@forum.test', 'accreditation-officer');
    const created = await forum.secretariat.call(createDelegation, {
      params,
      body: {
        kind: 'institution',
        name: 'NATO staff',
        country: null,
        headMail: 'declined-officer@forum.test',
        places: [{ category: 'government', places: 2 }],
      },
    });
    const { body: link } = await officer.call(renewInvitation, {
      params: { ...params, delegation: created.body.id },
    });
    await officer.call(saveDraft, { params, body: { draft: {}, invitation: link.link.split('#')[1]! } });
    const { body } = await register(officer, forum.edition);
    await forum.decide('decline', body.delegateId, 'security');
    const answers = [
      (await officer.call(listDelegates, { params, query: { search: 'declined-officer' } })).body,
      (await officer.call(accreditationHistory, { params: { ...params, delegate: body.delegateId } })).body,
      (await officer.call(listMembers, { params: { ...params, delegation: created.body.id } })).body,
    ];
    expect(JSON.stringify(answers)).toContain('declined');
    expect(JSON.stringify(answers)).not.toContain('security');
    const again = await officer.call(decideAccreditation, {
      params,
      body: {
        decision: 'accredit',
        reason: null,
        delegates: [{ id: body.delegateId, version: body.version + 1 }],
      },
    });
    expect(again.body).toMatchObject({ decided: [], refused: [{ code: 'access.denied' }] });
  });

  it('is admitted when an officer reconsiders', async () => {
    const browser = await forum.signIn('reconsidered@forum.test');
    const { body } = await register(browser, forum.edition);
    await forum.decide('decline', body.delegateId, 'duplicate');
    expect(await forum.decide('accredit', body.delegateId)).toMatchObject({
      state: 'accredited',
      reason: null,
    });
  });
});

describe('a decision on many', () => {
  it('answers for each on its own: stale, unknown and impossible ones do not hold up the others', async () => {
    const rows = await Promise.all(
      [1, 2, 3].map(
        async (i) => (await register(await forum.signIn(`many-${i}@forum.test`), forum.edition)).body,
      ),
    );
    const elsewhere = await register(await forum.signIn('elsewhere@forum.test'), forum.other);
    const [first, second, third] = rows;
    await forum.decide('decline', third!.delegateId, 'other');
    const { body, status } = await forum.officer.call(decideAccreditation, {
      params,
      body: {
        decision: 'waitlist',
        reason: null,
        delegates: [
          { id: first!.delegateId, version: first!.version },
          { id: second!.delegateId, version: 99 },
          { id: third!.delegateId, version: third!.version + 1 },
          { id: elsewhere.body.delegateId, version: elsewhere.body.version },
          { id: first!.delegateId, version: first!.version },
        ],
      },
    });
    expect(status).toBe(200);
    expect(body.decided).toMatchObject([{ id: first!.delegateId, state: 'waitlisted' }]);
    expect(body.refused.map((one) => one.code)).toEqual([
      'version.stale',
      'delegate.transition',
      'not_found',
      'version.stale',
    ]);
  });

  it('needs a coded reason to refuse, and none to admit', async () => {
    const { body } = await register(await forum.signIn('reason@forum.test'), forum.edition);
    const decide = async (decision: 'accredit' | 'decline', reason: string | null) =>
      (
        await forum.officer.call(decideAccreditation, {
          params,
          body: { decision, reason, delegates: [{ id: body.delegateId, version: body.version }] },
        })
      ).problem;
    expect((await decide('decline', null)).fields).toMatchObject([{ path: 'body.reason' }]);
    expect((await decide('decline', 'ugly')).fields).toMatchObject([
      { path: 'body.reason', value: '"ugly"' },
    ]);
    expect((await decide('accredit', 'security')).fields).toMatchObject([{ path: 'body.reason' }]);
  });

  it('is not for delegates or heads to make', async () => {
    const { browser } = await accredited('curious@forum.test');
    await rightsSettle();
    expect((await browser.call(listDelegates, { params })).status).toBe(403);
    expect((await forum.visitor().call(listDelegates, { params })).status).toBe(401);
  });
});

describe('the officers’ list', () => {
  it('finds people by any script, counts by state, and pages in a stable order', async () => {
    const name = {
      ...formOf().name,
      given: 'Zoë',
      family: 'Müller',
      nativeScript: null,
      display: 'Zoë Müller',
    };
    await register(await forum.signIn('zoe@forum.test'), forum.edition, {
      name,
      organisation: 'Ørsted 50%_A',
    });
    for (const search of ['muller zoe', 'MÜLLER', 'orsted', '50%_a']) {
      const { body } = await forum.officer.call(listDelegates, { params, query: { search } });
      expect([search, body.rows.map((row) => row.mail)]).toEqual([search, ['zoe@forum.test']]);
    }
    const all = await forum.officer.call(listDelegates, { params, query: { limit: '500', order: 'name' } });
    const paged = await Promise.all(
      [0, 5, 10].map(async (offset) => {
        const query = { limit: '5', offset: String(offset), order: 'name' } as const;
        return (await forum.officer.call(listDelegates, { params, query })).body.rows;
      }),
    );
    expect(paged.flat().map((row) => row.id)).toEqual(all.body.rows.slice(0, 15).map((row) => row.id));
    expect(Object.values(all.body.counts).reduce((sum, count) => sum + count, 0)).toBe(all.body.total);
    const declined = await forum.officer.call(listDelegates, { params, query: { state: 'declined' } });
    expect(declined.body.total).toBe(all.body.counts['declined']);
    expect(declined.body.counts).toEqual(all.body.counts);
  });
});

describe('an invitation link', () => {
  it('says which delegation it is for, takes people in, and ends when a new one is made', async () => {
    const head = await forum.signIn('head@forum.test');
    const created = await forum.secretariat.call(createDelegation, {
      params,
      body: {
        kind: 'country',
        name: 'Norway',
        country: 'NO',
        headMail: 'HEAD@forum.test',
        places: [{ category: 'government', places: 3 }],
      },
    });
    expect(created.body).toMatchObject({ head: { id: head.personId } });
    expect(await forum.bodiesTo('head@forum.test')).toHaveLength(1);
    const inNorway = { ...params, delegation: created.body.id };
    const { body: old } = await head.call(renewInvitation, { params: inNorway });
    const { body: link } = await head.call(renewInvitation, { params: inNorway });
    expect(link.link).toMatch(/^http:\/\/forum\.test\/e\/seoul-2027\/register#[\w-]{43}$/);
    const secretOf = (url: string) => url.split('#')[1]!;
    const read = (secret: string, edition = forum.edition) =>
      forum.visitor().call(readInvitation, { params: { edition, secret } });
    expect((await read(secretOf(link.link))).body).toMatchObject({ delegation: { name: 'Norway' } });
    expect((await read(secretOf(old.link))).status).toBe(404);
    expect((await read(secretOf(link.link), forum.other)).status).toBe(404);
    const guest = await forum.signIn('guest@forum.test');
    await register(guest, forum.edition, { country: 'NO' });
    const joined = await guest.call(saveDraft, {
      params,
      body: { draft: {}, invitation: secretOf(link.link) },
    });
    expect(joined.body).toMatchObject({ state: 'submitted', delegation: { name: 'Norway' } });
    const members = await head.call(listMembers, { params: inNorway });
    expect(members.body.rows.map((row) => row.mail)).toEqual(['guest@forum.test']);
    expect((await head.call(listDelegations, { params })).body).toMatchObject([
      { name: 'Norway', places: [{ places: 3, taken: 1, waiting: 0 }] },
    ]);
  });

  it('is made by no other head, and in no other edition', async () => {
    const { body: groups } = await forum.secretariat.call(listDelegations, { params });
    const norway = groups.find((group) => group.name === 'Norway')!;
    const stranger = await forum.signIn('stranger@forum.test');
    await forum.secretariat.call(createDelegation, {
      params,
      body: { kind: 'country', name: 'Sweden', country: 'SE', headMail: 'stranger@forum.test', places: [] },
    });
    const inNorway = { ...params, delegation: norway.id };
    expect((await stranger.call(renewInvitation, { params: inNorway })).status).toBe(404);
    expect((await stranger.call(listMembers, { params: inNorway })).status).toBe(404);
    const swapped = { edition: forum.other, delegation: norway.id };
    expect((await forum.secretariat.call(renewInvitation, { params: swapped })).status).toBe(404);
    expect((await forum.secretariat.call(listMembers, { params: swapped })).status).toBe(404);
  });
});

describe('the directory of people', () => {
  it('shows those who are accredited and agreed, without contact data, until a meeting is agreed', async () => {
    const me = await accredited('reader@forum.test');
    const name = {
      ...formOf().name,
      given: '花子',
      family: '山田',
      nativeScript: '山田 花子',
      display: 'YAMADA Hanako',
    };
    const them = await accredited('yamada@forum.test', { name, country: 'JP', organisation: 'ATLA' });
    const hidden = await accredited('hidden@forum.test', {
      consents: { profileVisible: false, nextEditions: true, photographs: true },
      organisation: 'ATLA',
    });
    await register(await forum.signIn('pending@forum.test'), forum.edition, { organisation: 'ATLA' });
    await rightsSettle();
    const found = await me.browser.call(listPeople, { params, query: { search: 'atla' } });
    expect(found.body).toMatchObject({
      total: 1,
      countries: [{ country: 'JP', count: 1 }],
      categories: [{ category: 'government', count: 1 }],
      rows: [{ id: them.delegateId, name: 'YAMADA Hanako', nativeName: '山田 花子' }],
    });
    expect((await me.browser.call(listPeople, { params, query: { search: '山田' } })).body.total).toBe(1);
    expect(
      (await me.browser.call(listPeople, { params, query: { search: 'yamada@forum' } })).body.total,
    ).toBe(0);
    const read = (delegate: string, edition = forum.edition) =>
      me.browser.call(readPerson, { params: { edition, delegate } });
    expect((await read(them.delegateId)).body.contact).toBeNull();
    expect((await read(hidden.delegateId)).status).toBe(404);
    expect(JSON.stringify((await read(them.delegateId)).body)).not.toContain('@');

    await meet(me.delegateId, them.delegateId, 'requested');
    expect((await read(them.delegateId)).body.contact).toBeNull();
    await forum.database.rows(
      `update meeting set state = 'accepted', turn = null, starts_at = now(), ends_at = now() + interval '30 minutes',
         table_id = (select id from meeting_table limit 1)`,
    );
    expect((await read(them.delegateId)).body.contact).toEqual({ mail: 'yamada@forum.test' });
  });

  it('is closed to who is not accredited', async () => {
    const applicant = await forum.signIn('applicant@forum.test');
    await register(applicant, forum.edition);
    expect((await applicant.call(listPeople, { params })).status).toBe(403);
  });
});

async function meet(from: string, to: string, state: string) {
  await forum.database.rows(
    `with h as (insert into hall (edition_id, name, slot_minutes, changeover_minutes) values ($1, 'Hall', 30, 5) returning id),
       t as (insert into meeting_table (edition_id, hall_id, label, position, capacity, x, y) select $1, id, '1', 1, 4, 0, 0 from h),
       f as (insert into firm (name, folded_name) values ('A', 'a'), ('B', 'b') returning id),
       e as (insert into firm_in_edition (edition_id, firm_id) select $1, id from f returning firm_id),
       teams as (insert into team (edition_id, firm_id, name) select $1, firm_id, 'Team' from e returning id),
       m as (insert into meeting (edition_id, from_team_id, to_team_id, topic, state, turn, requested_by)
         select $1, min(id::text)::uuid, max(id::text)::uuid, 'Radars', $4, 'to', (select person_id from delegate where id = $2)
         from teams returning id)
     insert into meeting_participant (edition_id, meeting_id, delegate_id, side)
     select $1, m.id, d.id, d.side from m, (values ($2::uuid, 'from'), ($3::uuid, 'to')) as d (id, side)`,
    [forum.editionId, from, to, state],
  );
}
