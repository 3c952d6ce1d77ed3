import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listDelegates } from '@forum/contract/delegations/delegates';
import { createDelegation } from '@forum/contract/delegations/delegations';
import { grantRole, listRoles } from '@forum/contract/delegations/roles';
import type { TestBrowser } from '../testing/test-forum.ts';
import { eventually } from '../testing/eventually.ts';
import { type DelegationForum, startDelegationForum } from './testing/delegation-forum.ts';

let forum: DelegationForum;
let params: { edition: string };

beforeAll(async () => {
  forum = await startDelegationForum();
  params = { edition: forum.edition };
});
afterAll(() => forum.stop());

describe('a role', () => {
  it('is given by mail, also to who has never been here, told by mail, and taken again', async () => {
    const body = { mail: 'New.Officer@forum.test', role: 'accreditation-officer', granted: true } as const;
    expect((await forum.secretariat.call(grantRole, { params, body })).status).toBe(200);
    expect((await forum.secretariat.call(grantRole, { params, body })).status).toBe(200);
    expect(await forum.bodiesTo('new.officer@forum.test')).toHaveLength(1);
    const officer = await forum.signIn('new.officer@forum.test');
    expect((await officer.call(listDelegates, { params })).status).toBe(200);
    expect((await officer.call(listDelegates, { params: { edition: forum.other } })).status).toBe(403);
    const held = await forum.secretariat.call(listRoles, { params });
    expect(held.body.filter((one) => one.mail === 'new.officer@forum.test')).toMatchObject([
      { role: 'accreditation-officer', person: { id: officer.personId } },
    ]);
    await forum.secretariat.call(grantRole, { params, body: { ...body, granted: false } });
    const status = await eventually(
      async () => (await officer.call(listDelegates, { params })).status,
      (answered) => answered !== 200,
    );
    expect(status).toBe(403);
  });

  it('of an organiser is kept by the last who holds it, however many go at once', async () => {
    const mails = ['first@forum.test', 'second@forum.test'];
    const set = (browser: TestBrowser, mail: string, granted: boolean) =>
      browser.call(grantRole, { params, body: { mail, role: 'organiser', granted } });
    for (let round = 0; round < 5; round++) {
      for (const mail of mails) await set(forum.secretariat, mail, true);
      const gone = await Promise.all(mails.map((mail) => set(forum.secretariat, mail, false)));
      expect(gone.map(({ status }) => status).sort()).toEqual([200, 409]);
      const refused = gone.findIndex(({ status }) => status === 409);
      expect(gone[refused]?.problem).toMatchObject({
        code: 'role.last_organiser',
        details: { mail: mails[refused] },
      });
    }
    const { body } = await forum.secretariat.call(listRoles, { params });
    expect(body.filter((one) => one.role === 'organiser')).toHaveLength(1);
  });

  it('is given by organisers alone', async () => {
    const body = { mail: 'friend@forum.test', role: 'organiser', granted: true } as const;
    expect((await forum.officer.call(grantRole, { params, body })).status).toBe(403);
    expect((await forum.officer.call(listRoles, { params })).status).toBe(403);
    const created = await forum.officer.call(createDelegation, {
      params,
      body: { kind: 'institution', name: 'EU', country: null, headMail: null, places: [] },
    });
    expect(created.status).toBe(403);
  });
});

describe('a delegation', () => {
  it('has one name in its edition, each category once, and a country that is named', async () => {
    const plan = { kind: 'country', name: 'Korea', country: 'KR', headMail: null, places: [] } as const;
    const create = async (change: object) =>
      await forum.secretariat.call(createDelegation, { params, body: { ...plan, places: [], ...change } });
    expect((await create({})).status).toBe(200);
    expect((await create({})).problem.fields).toMatchObject([{ path: 'body.name', value: '"Korea"' }]);
    expect((await create({ name: 'Other', country: null })).problem.fields).toMatchObject([
      { path: 'body.country' },
    ]);
    const twice = [
      { category: 'media', places: 1 },
      { category: 'media', places: 2 },
    ];
    expect((await create({ name: 'Other', places: twice })).problem.fields).toMatchObject([
      { path: 'body.places.1.category' },
    ]);
  });
});
