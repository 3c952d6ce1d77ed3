import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createDelegation,
  listDelegations,
  listMembers,
  readInvitation,
  renewInvitation,
} from '@forum/contract/delegations/delegations';
import { listPeople, readPerson } from '@forum/contract/delegations/people';
import { saveDraft } from '@forum/contract/delegations/registration';
import { eventually } from '../testing/eventually.ts';

import { type DelegationForum, formOf, register, startDelegationForum } from './testing/delegation-forum.ts';

let forum: DelegationForum;
let params: { edition: string };

beforeAll(async () => {
  forum = await startDelegationForum();
  // It writes meetings without people and tables.
  forum.mayBeOrphaned();
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
    const { body: delegations } = await forum.secretariat.call(listDelegations, { params });
    const norway = delegations.find((delegation) => delegation.name === 'Norway')!;
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
    const found = await eventually(
      () => me.browser.call(listPeople, { params, query: { search: 'atla' } }),
      ({ status }) => status === 200,
    );
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
