import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  arrangeAide,
  confirmAideOf,
  endAideOf,
  listAidesOf,
  listAidesToConfirm,
} from '@forum/contract/delegations/aides';
import { listDelegates } from '@forum/contract/delegations/delegates';
import { createDelegation, renewInvitation } from '@forum/contract/delegations/delegations';
import { saveDraft } from '@forum/contract/delegations/registration';
import { grantRole } from '@forum/contract/delegations/roles';
import {
  answerAideInvitation,
  confirmAide,
  endAide,
  inviteAide,
  listAideActs,
  listAides,
  listInvitationsAsAide,
} from '@forum/contract/identity/aides';
import { actFor, whoAmI } from '@forum/contract/identity/me';
import { setAvailability } from '@forum/contract/meetings/availability';
import {
  type DelegationForum,
  register,
  startDelegationForum,
} from '../../delegations/testing/delegation-forum.ts';
import { accreditStaff, actAsAide, becomeAide } from '../../testing/acting-aide.ts';
import { eventually } from '../../testing/eventually.ts';
import type { TestBrowser } from '../../testing/test-forum.ts';

let forum: DelegationForum;
let params: { edition: string };
let made = 0;

beforeAll(async () => {
  forum = await startDelegationForum();
  params = { edition: forum.edition };
});
afterAll(() => forum.stop());

/** Somebody accredited. */
async function principal(): Promise<{ browser: TestBrowser; mail: string; delegateId: string }> {
  const mail = `minister-${++made}@ministry.test`;
  const browser = await forum.signIn(mail);
  const { body } = await register(browser, forum.edition);
  await forum.decide('accredit', body.delegateId);
  return { browser, mail, delegateId: body.delegateId };
}

const subjectsTo = async (mail: string) =>
  (
    await forum.database.rows<{ subject: string }>(
      'select subject from mail where recipient = $1 order by created_at, id',
      [mail],
    )
  ).map(({ subject }) => subject.split(':')[0]);

const accept = (browser: TestBrowser, invitation: string) =>
  browser.call(answerAideInvitation, { params: { invitation }, body: { accept: true } });

describe('an aide whom the host proposes', () => {
  it('acts for nobody before the principal agrees, whoever proposes and accepts', async () => {
    const minister = await principal();
    const puppet = await forum.signIn('puppet@evil.test');
    const body = { delegateId: minister.delegateId, mail: 'puppet@evil.test' };
    const { body: aide } = await forum.secretariat.call(arrangeAide, { params, body });
    expect(aide.state).toBe('proposed');
    expect((await accept(puppet, aide.id)).status).toBe(200);
    expect((await puppet.call(actFor, { body: { aide: aide.id } })).status).toBe(404);
    expect((await puppet.call(whoAmI)).body).toMatchObject({ actingFor: null, principals: [] });
    const listed = await forum.secretariat.call(listAidesOf, {
      params: { ...params, delegate: minister.delegateId },
    });
    expect(listed.body).toMatchObject([{ id: aide.id, state: 'proposed', byHost: true }]);
    expect(await subjectsTo(minister.mail)).toContain('Somebody is to act for you');
    expect(await subjectsTo('puppet@evil.test')).toEqual(['You are to act for a delegate']);
    await forum.database.rows(`delete from mail where recipient = 'puppet@evil.test'`);

    expect((await minister.browser.call(confirmAide, { params: { aide: aide.id } })).status).toBe(200);
    expect(await subjectsTo('puppet@evil.test')).toEqual(['You may act for a delegate']);
    expect((await puppet.call(actFor, { body: { aide: aide.id } })).status).toBe(200);
  });

  it('is proposed by organisers alone, for a delegate of their edition, and ended by them', async () => {
    const minister = await principal();
    const body = { delegateId: minister.delegateId, mail: 'secretary@ministry.test' };
    const stranger = await forum.signIn('stranger@forum.test');
    expect((await stranger.call(arrangeAide, { params, body })).status).toBe(403);
    expect((await minister.browser.call(arrangeAide, { params, body })).status).toBe(403);
    const astray = await forum.secretariat.call(arrangeAide, { params: { edition: forum.other }, body });
    expect(astray.status).toBe(404);
    const { body: aide } = await forum.secretariat.call(arrangeAide, { params, body });
    const ended = await forum.secretariat.call(endAideOf, { params: { ...params, aide: aide.id } });
    expect(ended.status).toBe(200);
    expect(await subjectsTo(minister.mail)).toContain('An aide can no longer act for you');
    expect((await minister.browser.call(confirmAide, { params: { aide: aide.id } })).status).toBe(404);
  });
});

describe('the head of a delegation', () => {
  /** A delegation with a head who is accredited, and a principal in it. */
  async function delegation() {
    const headMail = `head-${++made}@ministry.test`;
    const { body: group } = await forum.secretariat.call(createDelegation, {
      params,
      body: {
        kind: 'country',
        name: `Delegation ${made}`,
        country: 'KR',
        headMail,
        places: [{ category: 'government', places: 5 }],
      },
    });
    const link = await forum.secretariat.call(renewInvitation, {
      params: { ...params, delegation: group.id },
    });
    const invitation = link.body.link.split('#')[1] ?? '';
    const people = [];
    for (const mail of [headMail, `minister-${made}@delegation.test`]) {
      const browser = await forum.signIn(mail);
      await browser.call(saveDraft, { params, body: { draft: {}, invitation } });
      const { body } = await register(browser, forum.edition);
      await forum.decide('accredit', body.delegateId);
      people.push({ browser, mail, delegateId: body.delegateId });
    }
    const [head, minister] = people;
    return { head: head!, headMail, minister: minister! };
  }

  it('agrees for a principal of it with a fresh second factor, and all hear of it', async () => {
    const { head, headMail, minister } = await delegation();
    const mail = 'secretary-of-head@ministry.test';
    const body = { delegateId: minister.delegateId, mail };
    const { body: aide } = await forum.secretariat.call(arrangeAide, { params, body });
    expect(await subjectsTo(headMail)).toContain('An aide waits for your confirmation');
    const waiting = await head.browser.call(listAidesToConfirm, { params });
    expect(waiting.body).toMatchObject([{ id: aide.id, principal: { id: minister.delegateId } }]);
    const where = { params: { ...params, aide: aide.id } };
    const stale = await forum.signIn(headMail, { factor: new Date(Date.now() - 11 * 60_000) });
    expect((await stale.call(confirmAideOf, where)).problem.code).toBe('auth.factor_required');
    expect((await head.browser.call(confirmAideOf, where)).status).toBe(200);
    expect(await subjectsTo(minister.mail)).toContain('Your aide was confirmed for you');
    const aideBrowser = await forum.signIn(mail);
    expect((await aideBrowser.call(listInvitationsAsAide)).body).toMatchObject([{ confirmed: true }]);
  });

  it('agrees to nobody of another delegation, and never to themselves', async () => {
    const { head, minister } = await delegation();
    const { head: foreign } = await delegation();
    const propose = (mail: string) =>
      forum.secretariat.call(arrangeAide, { params, body: { delegateId: minister.delegateId, mail } });
    const other = { params: { ...params, aide: (await propose('x@ministry.test')).body.id } };
    expect((await foreign.browser.call(confirmAideOf, other)).status).toBe(404);
    expect((await minister.browser.call(confirmAideOf, other)).status).toBe(403);
    const own = { params: { ...params, aide: (await propose(head.mail)).body.id } };
    expect((await head.browser.call(confirmAideOf, own)).problem.code).toBe('aide.own_confirmation');
  });
});

describe('a principal', () => {
  it('is mailed at the invitation, the acceptance, the first act and a new device, and at no old one', async () => {
    const minister = await principal();
    const mail = `secretary-${made}@ministry.test`;
    const aide = await forum.signIn(mail);
    await forum.database.rows('delete from mail where recipient = $1', [minister.mail]);
    const id = await actAsAide(forum, { id: forum.editionId, slug: forum.edition }, minister.browser, aide);
    await aide.call(actFor, { body: { aide: null } });
    await aide.call(actFor, { body: { aide: id } });
    expect(await subjectsTo(minister.mail)).toEqual([
      'You invited an aide',
      'Your aide has accepted',
      'Your aide acts for you now',
    ]);
    const phone = await forum.signIn(mail);
    await forum.database.rows(
      `update sign_in_session set device = 'phone' where aide_id is null and person_id = $1`,
      [aide.personId],
    );
    await phone.call(actFor, { body: { aide: id } });
    expect((await subjectsTo(minister.mail)).slice(3)).toEqual(['Your aide acts from another device']);
  });

  it('sees what an aide did, and ends every session that acts at once', async () => {
    const minister = await principal();
    const aide = await forum.signIn(`secretary-${made}@ministry.test`);
    const id = await actAsAide(forum, { id: forum.editionId, slug: forum.edition }, minister.browser, aide);
    await aide.call(setAvailability, { params, body: { available: [] } });
    const acts = await eventually(
      async () => (await minister.browser.call(listAideActs, { params: { aide: id } })).body,
      (all) => all.length > 0,
    );
    expect(acts).toMatchObject([{ type: 'availability.changed' }]);
    expect((await aide.call(listAideActs, { params: { aide: id } })).status).toBe(404);
    expect((await minister.browser.call(endAide, { params: { aide: id } })).status).toBe(200);
    expect((await aide.call(whoAmI)).body).toMatchObject({ actingFor: null, principals: [] });
    const listed = (await minister.browser.call(listAides)).body;
    expect(listed).toMatchObject([{ id, state: 'ended' }]);
  });

  it('of the host’s team has no aide, neither invited nor accepted nor agreed to', async () => {
    const minister = await principal();
    const aide = await forum.signIn(`secretary-${made}@ministry.test`);
    const invited = await minister.browser.call(inviteAide, {
      body: { edition: forum.edition, mail: `secretary-${made}@ministry.test` },
    });
    // As if it had come between, by a way that ends nothing.
    await forum.database.rows(
      `insert into role_grant (edition_id, person_id, role) values ($1, $2, 'auditor')`,
      [forum.editionId, minister.browser.personId],
    );
    expect((await accept(aide, invited.body.id)).problem.code).toBe('aide.of_host');
    const again = await minister.browser.call(inviteAide, {
      body: { edition: forum.edition, mail: 'another@ministry.test' },
    });
    expect(again.problem.code).toBe('aide.of_host');
    const body = { delegateId: minister.delegateId, mail: 'another@ministry.test' };
    expect((await forum.secretariat.call(arrangeAide, { params, body })).problem.code).toBe('aide.of_host');
  });

  it('who comes to the host’s team loses the aides, with a mail to both', async () => {
    const minister = await principal();
    const mail = `secretary-${made}@ministry.test`;
    const aide = await forum.signIn(mail);
    await actAsAide(forum, { id: forum.editionId, slug: forum.edition }, minister.browser, aide);
    await forum.secretariat.call(grantRole, {
      params,
      body: { mail: minister.mail, role: 'accreditation-officer', granted: true },
    });
    expect((await aide.call(whoAmI)).body).toMatchObject({ actingFor: null, principals: [] });
    expect((await aide.call(listDelegates, { params })).status).toBe(403);
    expect((await subjectsTo(minister.mail)).at(-2)).toBe('An aide can no longer act for you');
    expect((await subjectsTo(mail)).at(-1)).toBe('You no longer act for a delegate');
  });

  it('sends five invitations that wait, ten a day, and none without an accreditation', async () => {
    const minister = await principal();
    const invite = (mail: string) =>
      minister.browser.call(inviteAide, { body: { edition: forum.edition, mail } });
    const many = await Promise.all(Array.from({ length: 20 }, (_, i) => invite(`many-${i}@evil.test`)));
    expect(many.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(many.filter(({ problem }) => problem.code === 'aide.too_many')).toHaveLength(15);
    for (const { status, body } of many)
      if (status === 200) await minister.browser.call(endAide, { params: { aide: body.id } });
    const more = [];
    for (let i = 20; i < 30; i++) {
      const answer = await invite(`many-${i}@evil.test`);
      more.push(answer.status);
      if (answer.status === 200) await minister.browser.call(endAide, { params: { aide: answer.body.id } });
    }
    expect(more.filter((status) => status === 200)).toHaveLength(5);
    const stranger = await forum.signIn('relay@evil.test');
    const refused = await stranger.call(inviteAide, { body: { edition: forum.edition, mail: 'a@b.test' } });
    expect(refused.problem.code).toBe('aide.not_accredited');
  });

  it('who is not accredited sends no mail to anybody', async () => {
    const stranger = await forum.signIn('phisher@evil.test', { name: 'Your badge is blocked' });
    await stranger.call(saveDraft, { params, body: { draft: {} } });
    const invite = () =>
      stranger.call(inviteAide, { body: { edition: forum.edition, mail: 'target@ministry.test' } });
    expect((await invite()).problem.code).toBe('aide.not_accredited');
    await register(stranger, forum.edition);
    expect((await invite()).problem.code).toBe('aide.not_accredited');
    expect(await forum.bodiesTo('target@ministry.test')).toEqual([]);
  });

  it('who heads a delegation may have as many waiting as it has places, also when all are sent at once', async () => {
    const minister = await principal();
    await forum.database.rows(
      `with made as (insert into delegation (edition_id, kind, name, head_id) values ($1, 'country', 'Of seven', $2) returning id)
       insert into delegation_place (delegation_id, category, places) select id, category, places
       from made, (values ('government', 4), ('staff', 3)) as p (category, places)`,
      [forum.editionId, minister.browser.personId],
    );
    const many = await Promise.all(
      Array.from({ length: 15 }, (_, i) =>
        minister.browser.call(inviteAide, {
          body: { edition: forum.edition, mail: `seven-${i}@ministry.test` },
        }),
      ),
    );
    expect(many.filter(({ status }) => status === 200)).toHaveLength(7);
    expect(many.filter(({ problem }) => problem.code === 'aide.too_many')).toHaveLength(8);
  });

  it('is proposed any number by the host', async () => {
    const minister = await principal();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        forum.secretariat.call(arrangeAide, {
          params,
          body: { delegateId: minister.delegateId, mail: `proposed-${i}@ministry.test` },
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
  });
});

describe('a mail address that is invited', () => {
  it('tells the principal nothing of the person behind it before they accept', async () => {
    const minister = await principal();
    const known = await forum.signIn(`known-${made}@ministry.test`, { name: 'Canary Name' });
    await accreditStaff(forum, { id: forum.editionId }, known);
    const { body } = await minister.browser.call(inviteAide, {
      body: { edition: forum.edition, mail: `known-${made}@ministry.test` },
    });
    expect(body).toMatchObject({ name: null, accredited: false });
    await accept(known, body.id);
    expect((await minister.browser.call(listAides)).body).toMatchObject([
      { name: 'Canary Name', accredited: true, state: 'active' },
    ]);
  });

  it('is mailed once, however often it is invited', async () => {
    const minister = await principal();
    const aide = await forum.signIn(`twice-${made}@ministry.test`);
    const id = await becomeAide({ slug: forum.edition }, minister.browser, aide);
    const again = await minister.browser.call(inviteAide, {
      body: { edition: forum.edition, mail: `twice-${made}@ministry.test` },
    });
    expect(again.body).toMatchObject({ id, state: 'active' });
    expect(await subjectsTo(`twice-${made}@ministry.test`)).toHaveLength(1);
  });
});
