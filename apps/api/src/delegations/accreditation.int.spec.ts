import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  accreditationHistory,
  decideAccreditation,
  type DecisionToMake,
} from '@forum/contract/delegations/accreditation';
import { listDelegates, readDelegate } from '@forum/contract/delegations/delegates';
import { createDelegation, listMembers, renewInvitation } from '@forum/contract/delegations/delegations';
import { readAllNeeds, readNeeds } from '@forum/contract/delegations/needs';
import { readRegistration, saveDraft } from '@forum/contract/delegations/registration';

import { readChanges } from '@forum/contract/live/changes';
import { eventually } from '../testing/eventually.ts';
import type { TestBrowser } from '../testing/test-forum.ts';
import { type DelegationForum, formOf, register, startDelegationForum } from './testing/delegation-forum.ts';

let forum: DelegationForum;
let params: { edition: string };

beforeAll(async () => {
  forum = await startDelegationForum();
  params = { edition: forum.edition };
});
afterAll(() => forum.stop());

const own = async (browser: TestBrowser) => (await browser.call(readRegistration, { params })).body!;
/** Rights reach the other parts of the server by the journal. */
/** What somebody is told of themselves, once a change of their rights is among it. */
const toldOfRights = (browser: TestBrowser) =>
  eventually(
    async () =>
      (await browser.call(readChanges, { params, query: { since: `person:${browser.personId}:0` } })).body,
    ({ changes }) => changes.some(({ type }) => type === 'rights.changed'),
  );

async function accredited(mail: string, change: Parameters<typeof register>[2] = {}) {
  const browser = await forum.signIn(mail);
  const { body } = await register(browser, forum.edition, change);
  await forum.decide('accredit', body.delegateId);
  return { browser, delegateId: body.delegateId };
}

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
    const told = await toldOfRights(browser);
    expect(told.changes.map(({ type }) => type)).toContain('rights.changed');
    const seen = [
      await own(browser),
      told,
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
          body: {
            decision,
            reason,
            delegates: [{ id: body.delegateId, version: body.version }],
          } as DecisionToMake,
        })
      ).problem;
    expect((await decide('decline', null)).fields).toMatchObject([
      { path: 'body.reason', rule: 'empty', remedy: expect.stringContaining('duplicate') },
    ]);
    expect((await decide('decline', 'ugly')).fields).toMatchObject([
      { path: 'body.reason', value: '"ugly"' },
    ]);
    expect((await decide('accredit', 'security')).fields).toMatchObject([
      { path: 'body.reason', value: '"security"', remedy: expect.stringContaining('null') },
    ]);
  });

  it('is not for delegates or heads to make', async () => {
    const { browser } = await accredited('curious@forum.test');
    await toldOfRights(browser);
    expect((await browser.call(listDelegates, { params })).status).toBe(403);
    expect((await forum.visitor().call(listDelegates, { params })).status).toBe(401);
  });
});

describe('whatever tells of a decision', () => {
  it('comes after it: the change, the mail and the notice find it in the history', async () => {
    const owner = new pg.Client({ connectionString: forum.databaseUrl });
    await owner.connect();
    // Each counts the decisions that it finds at its own moment, within the transaction.
    await owner.query(`
      create table found_decisions (teller text, decisions int);
      create function count_decisions() returns trigger language plpgsql security definer as $$ begin
        insert into found_decisions select tg_table_name, count(*) from accreditation_decision;
        return new; end $$;
      create trigger count_decisions before insert on change for each row execute function count_decisions();
      create trigger count_decisions before insert on notice for each row execute function count_decisions();
      create trigger count_decisions before insert on mail for each row execute function count_decisions();`);
    try {
      const { delegateId } = (await register(await forum.signIn('heard@forum.test'), forum.edition)).body;
      const count = async () =>
        Number((await owner.query('select count(*) from accreditation_decision')).rows[0].count);
      for (const [decision, reason] of [
        ['waitlist', undefined],
        ['accredit', undefined],
        ['revoke', 'conduct'],
      ] as const) {
        await owner.query('delete from found_decisions');
        await forum.decide(decision, delegateId, reason);
        const found = await owner.query<{ teller: string; decisions: number }>(
          'select * from found_decisions',
        );
        expect(new Set(found.rows.map(({ teller }) => teller))).toEqual(
          new Set(['change', 'notice', 'mail']),
        );
        expect(new Set(found.rows.map(({ decisions }) => decisions))).toEqual(new Set([await count()]));
      }
    } finally {
      await owner.query('drop function count_decisions cascade; drop table found_decisions');
      await owner.end();
    }
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
    for (const row of all.body.rows) {
      const of = { params: { ...params, delegate: row.id } };
      expect((await forum.officer.call(readDelegate, of)).body).toEqual(row);
    }
    const draft = await forum.signIn('draft-only@forum.test');
    await draft.call(saveDraft, { params, body: { draft: {} } });
    const [begun] = await forum.database.rows<{ id: string }>(
      'select id from delegate where person_id = $1',
      [draft.personId],
    );
    const ofDraft = { params: { ...params, delegate: begun!.id } };
    expect((await forum.officer.call(readDelegate, ofDraft)).status).toBe(404);
    expect((await draft.call(readDelegate, ofDraft)).status).toBe(403);
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

describe('what delegates need at table and at the door', () => {
  it('is read by the host of each, and counted without names for those who are accredited', async () => {
    const first = await accredited('vegan@forum.test', { dietary: 'Vegan', access: 'Wheelchair' });
    const second = await accredited('vegan-too@forum.test', { dietary: ' vegan', access: '' });
    await accredited('vegan-three@forum.test', { dietary: 'Vegan', access: '' });
    await register(await forum.signIn('waits@forum.test'), forum.edition, { dietary: 'Halal' });
    const of = { ...params, delegate: first.delegateId };
    expect((await forum.officer.call(readNeeds, { params: of })).body).toEqual({
      dietary: 'Vegan',
      access: 'Wheelchair',
    });
    const { body, headers } = await forum.officer.call(readAllNeeds, { params });
    expect(body).toEqual({
      dietary: [{ need: 'Vegan', delegates: 3 }],
      access: [{ need: 'Wheelchair', delegates: 1 }],
    });
    expect(headers.get('cache-control')).toBe('no-store');
    for (const browser of [first.browser, second.browser]) {
      expect((await browser.call(readNeeds, { params: of })).status).toBe(403);
      expect((await browser.call(readAllNeeds, { params })).status).toBe(403);
    }
  });
});
