import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { listDelegates } from '@forum/contract/delegations/delegates';
import {
  findFirmToRepresent,
  readRegistration,
  saveDraft,
  submitRegistration,
  withdrawRegistration,
} from '@forum/contract/delegations/registration';
import { setPartners } from '@forum/contract/editions/editions';
import { readChanges } from '@forum/contract/live/changes';
import { confirmRepresentative } from '@forum/contract/delegations/representation';
import { eventually } from '../testing/eventually.ts';
import type { TestBrowser } from '../testing/test-forum.ts';

import { Losses } from '../losses/losses.ts';
import { type DelegationForum, formOf, register, startDelegationForum } from './testing/delegation-forum.ts';

let forum: DelegationForum;
let params: { edition: string };

beforeAll(async () => {
  forum = await startDelegationForum();
  params = { edition: forum.edition };
});
afterAll(() => forum.stop());

/** Rights reach the other parts of the server by the journal. */

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

  it('names at once every field that is missing or wrong, with its value, the rule and the limit', async () => {
    const browser = await forum.signIn('empty@forum.test');
    const name = { ...formOf().name, given: null, family: null, nativeScript: null, display: '' };
    const answer = await register(browser, forum.edition, {
      name,
      office: '\u3164\u202e',
      organisation: ' ',
      country: 'kr',
      languages: [],
      dietary: 'x'.repeat(301),
    });
    expect(answer.problem).toMatchObject({ status: 400, code: 'request.invalid' });
    expect(answer.problem.fields).toMatchObject([
      { path: 'body.form.name.display', value: '""', rule: 'empty' },
      { path: 'body.form.name.family', value: 'null', rule: 'empty' },
      { path: 'body.form.office', value: JSON.stringify('\u3164\u202e'), rule: 'empty' },
      { path: 'body.form.organisation', value: '" "', rule: 'empty' },
      { path: 'body.form.country', value: '"kr"', rule: 'malformed' },
      { path: 'body.form.languages', value: '[]', rule: 'empty' },
      { path: 'body.form.dietary', rule: 'too_long', limit: 300 },
    ]);
    expect((await browser.call(readRegistration, { params })).body).toBeNull();
  });

  it('keeps of a name what can be seen, and the joiners that its script is written with', async () => {
    const browser = await forum.signIn('hidden@forum.test');
    const name = {
      ...formOf().name,
      display: '\u202eAli\u200b\u{e0041}\u2028Reza',
      nativeScript: 'علی‌رضا\u2067',
    };
    const { body } = await register(browser, forum.edition, { name });
    expect(body.form?.name).toMatchObject({ display: 'Ali Reza', nativeScript: 'علی‌رضا' });
  });

  it('that was declined tells that it cannot be changed any more, and takes consents back all the same', async () => {
    const browser = await forum.signIn('declined@forum.test');
    const { body } = await register(browser, forum.edition);
    await forum.decide('decline', body.delegateId, 'not-entitled');
    const changed = await register(browser, forum.edition, { office: 'Minister' });
    expect(changed.problem).toMatchObject({
      status: 409,
      code: 'delegate.transition',
      details: { state: 'declined', step: 'edit', vetted: ['office'] },
    });
    const consents = { profileVisible: false, nextEditions: false, photographs: false };
    const hidden = await register(browser, forum.edition, { consents });
    expect(hidden.body).toMatchObject({ state: 'declined', form: { consents } });
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

  it('refuses what is no draft of this form: other fields, other kinds of values, bombs, text that is no text', async () => {
    const browser = await forum.signIn('bomb@forum.test');
    const keep = async (draft: object) =>
      (await browser.call(saveDraft, { params, body: { draft } })).problem;
    expect((await keep({ name: 'Kim', languages: { ko: true } })).fields).toMatchObject([
      { path: 'body.draft.name' },
      { path: 'body.draft.languages' },
    ]);
    expect((await keep({ office: '\u0000' })).status).toBe(400);
    expect((await browser.call(readRegistration, { params })).body).toBeNull();
    const halfTyped = { country: '', name: { family: 'Ki' }, office: 'x'.repeat(200) };
    expect((await browser.call(saveDraft, { params, body: { draft: halfTyped } })).body.draft).toEqual(
      halfTyped,
    );
    let nested: unknown = 1;
    for (let i = 0; i < 20; i++) nested = [nested];
    for (const draft of [{ office: nested }, { a: nested }, { '\ud800': 'x' }, { office: '\ud800' }])
      expect((await keep(draft)).status).toBe(400);
  });
});

describe('an applicant of industry', () => {
  const namesFound = async (search: string, edition = forum.edition) => {
    const browser = await forum.signIn('searching@forum.test');
    const { body } = await browser.call(findFirmToRepresent, { params: { edition }, query: { search } });
    return body;
  };

  beforeAll(async () => {
    await forum.database.rows(
      `with f as (insert into firm (name, folded_name, country)
         select n, lower(n), 'KR' from unnest($2::text[]) n returning id, name)
       insert into firm_in_edition (edition_id, firm_id, removed_at)
       select $1, id, case when name = 'Poongsan Gone' then now() end from f`,
      [forum.editionId, ['LIG Nex1', 'Poongsan', 'New Poongsan', 'Poongsan Gone', '100% Radar']],
    );
  });

  it('finds the firm by a part of its name, and learns its name and country and nothing else', async () => {
    expect(await namesFound('POONG')).toEqual([
      { id: expect.any(String), name: 'Poongsan', country: 'KR' },
      { id: expect.any(String), name: 'New Poongsan', country: 'KR' },
    ]);
    expect(await namesFound('poongsan', forum.other)).toEqual([]);
    expect((await namesFound('0%')).map(({ name }) => name)).toEqual(['100% Radar']);
    expect(await namesFound('__')).toEqual([]);
  });

  it('cannot list all of them: one letter is too little, and few are told', async () => {
    const browser = await forum.signIn('listing@forum.test');
    const one = await browser.call(findFirmToRepresent, { params, query: { search: 'p' } });
    expect(one.problem.fields).toMatchObject([{ path: 'query.search' }]);
    await forum.database.rows(
      `with f as (insert into firm (name, folded_name) select 'Many ' || i, 'many ' || i from generate_series(1, 30) i returning id)
       insert into firm_in_edition (edition_id, firm_id) select $1, id from f`,
      [forum.editionId],
    );
    expect(await namesFound('many')).toHaveLength(8);
  });

  it('is told for which firm they come: the one chosen in the draft, then the one submitted', async () => {
    const browser = await forum.signIn('chooses@forum.test');
    const [firm] = await namesFound('LIG');
    const drafted = await browser.call(saveDraft, { params, body: { draft: { firmId: firm!.id } } });
    expect(drafted.body.firm).toEqual(firm);
    const submitted = await register(browser, forum.edition, { category: 'industry', firmId: firm!.id });
    expect(submitted.body).toMatchObject({ firm, form: { firmId: firm!.id } });
    const matched = await register(await forum.signIn('matched@forum.test'), forum.edition, {
      category: 'industry',
      organisation: 'LIG Nex1',
    });
    expect(matched.body.firm).toEqual(firm);
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
    const settled = jest.spyOn(forum.app.get(Losses), 'settle');
    const withdrawn = await browser.call(withdrawRegistration, { params });
    expect(withdrawn.body.state).toBe('withdrawn');
    expect(settled).toHaveBeenCalledWith(expect.anything(), expect.anything(), 'representatives', {
      editionId: forum.editionId,
      delegateIds: [delegateId],
    });
    const body = await eventually(
      async () => (await browser.call(readChanges, head)).body,
      ({ changes }) => changes.length >= 5,
    );
    expect(body.changes.map((change) => change.type)).toEqual([
      'registration.changed',
      'registration.changed',
      'rights.changed',
      'registration.changed',
      'rights.changed',
    ]);
  });

  it('joins the team of their firm once they are confirmed; it is made once, whoever comes first', async () => {
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
    expect(await forum.database.rows('select from team where firm_id = $1', [firm!.id])).toEqual([]);
    const confirm = (by: TestBrowser, delegate: string, reason: string | null) =>
      by.call(confirmRepresentative, {
        params: { edition: forum.edition, firm: firm!.id, delegate },
        body: { reason },
      });
    const [first, ...others] = made.map(({ body }) => body.delegateId);
    await confirm(forum.officer, first!, 'Known from last year');
    await Promise.all(others.map((one) => confirm(browsers[0]!, one, null)));
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
    expect(elsewhere.problem.fields).toMatchObject([{ path: 'body.form.firmId', rule: 'not_offered' }]);
    const official = await register(await forum.signIn('official@forum.test'), forum.edition, {
      firmId: firm!.id,
    });
    expect(official.problem.fields).toMatchObject([{ path: 'body.form.firmId' }]);
  });
});
