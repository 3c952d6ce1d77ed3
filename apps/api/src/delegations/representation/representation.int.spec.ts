import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { decideAccreditation } from '@forum/contract/delegations/accreditation';
import { listDelegates } from '@forum/contract/delegations/delegates';
import { editFirm, listFirms, readFirm } from '@forum/contract/firms/firms';
import { createFirm } from '@forum/contract/firms/listing';
import { listColleagues } from '@forum/contract/firms/teams';
import { nameOfficers } from '@forum/contract/meetings/export-control';
import { whoAmI } from '@forum/contract/identity/me';
import {
  confirmRepresentative,
  endRepresentative,
  listFirmPeople,
  readOwnRepresentation,
} from '@forum/contract/delegations/representation';
import { Viewers } from '../../identity/viewers.ts';
import { eventually } from '../../testing/eventually.ts';
import { follow } from '../../testing/following-socket.ts';
import type { TestBrowser } from '../../testing/test-forum.ts';
import { type DelegationForum, formOf, register, startDelegationForum } from '../testing/delegation-forum.ts';
import { RepresentationRepository } from './representation.repository.ts';

let forum: DelegationForum;
beforeAll(async () => {
  forum = await startDelegationForum();
});
afterAll(() => forum.stop());

const reason = 'Rang the switchboard';
let firms = 0;

/** A firm of the edition, as the host adds it. */
async function makeFirm(website: string | null = null) {
  const { body } = await forum.secretariat.call(createFirm, {
    params: { edition: forum.edition },
    body: { name: `Firm ${++firms}`, country: 'KR', website },
  });
  return { ...body, params: { edition: forum.edition, firm: body.id } };
}
type Firm = Awaited<ReturnType<typeof makeFirm>>;

/** Somebody who registers and names the firm. */
async function registered(firm: Firm, mail: string) {
  const browser = await forum.signIn(mail);
  const change = { category: 'industry', organisation: firm.name, firmId: firm.id } as const;
  const { body } = await register(browser, forum.edition, change);
  return { browser, mail, delegateId: body.delegateId, of: { ...firm.params, delegate: body.delegateId } };
}
type Named = Awaited<ReturnType<typeof registered>>;

async function accredited(firm: Firm, mail: string) {
  const person = await registered(firm, mail);
  await forum.decide('accredit', person.delegateId);
  return person;
}

/** Accredits several at once, of whom the host confirms these as the first of their firms. */
const accreditAsFirst = (by: TestBrowser, firm: Firm, people: readonly Named[], version = 2) =>
  by.call(decideAccreditation, {
    params: { edition: forum.edition },
    body: {
      decision: 'accredit',
      reason: null,
      delegates: people.map(({ delegateId }) => ({
        id: delegateId,
        version,
        speaksFor: { firmId: firm.id, reason },
      })),
    },
  });

/** A firm with one person who speaks for it, whom the host confirmed. */
async function firmWithOne(mail: string) {
  const firm = await makeFirm();
  const first = await registered(firm, mail);
  const { body } = await accreditAsFirst(forum.officer, firm, [first]);
  expect(body.refused).toEqual([]);
  forum.app.get(Viewers).forget();
  return { firm, first };
}

const confirm = async (by: TestBrowser, { of }: Named, why: string | null = null) => {
  const answer = await by.call(confirmRepresentative, { params: of, body: { reason: why } });
  forum.app.get(Viewers).forget();
  return answer;
};
const end = async (by: TestBrowser, { of }: Named) => {
  const answer = await by.call(endRepresentative, { params: of, body: { reason: 'Left the firm' } });
  forum.app.get(Viewers).forget();
  return answer;
};
const standingOf = async ({ browser }: Named) =>
  (await browser.call(whoAmI)).body?.editions.find(({ slug }) => slug === forum.edition);
const subjectsTo = async (mail: string) =>
  (
    await forum.database.rows<{ subject: string }>(
      'select subject from mail where recipient = $1 order by id',
      [mail],
    )
  ).map(({ subject }) => subject);
const age = (firm: Firm, hours: number) =>
  forum.database.rows(
    `with aged as (update delegate set decided_at = decided_at - make_interval(hours => $2) where firm_id = $1)
     update representation set confirmed_at = confirmed_at - make_interval(hours => $2) where firm_id = $1`,
    [firm.id, hours],
  );

describe('an impostor who names a firm and is accredited', () => {
  it('is nobody of the firm: no role, no stream, no team, no list, and its people are asked', async () => {
    const { firm, first } = await firmWithOne('sales@hanbit.test');
    const impostor = await accredited(firm, 'sales.manager.hanbit@mail.test');
    expect(await standingOf(impostor)).toMatchObject({ accredited: true, firmId: null, roles: ['delegate'] });
    const socket = await follow(forum, impostor.browser, forum.edition);
    expect(Object.keys(socket.heads).filter((stream) => stream.startsWith('firm:'))).toEqual([]);
    socket.socket.close();
    const page = await impostor.browser.call(readFirm, { params: firm.params });
    expect(page.body).toMatchObject({ own: false, canRequest: false, representatives: 1 });
    expect(page.body.teams.map(({ members }) => members.length)).toEqual([1]);
    expect((await impostor.browser.call(listFirmPeople, { params: firm.params })).status).toBe(403);
    expect((await confirm(impostor.browser, impostor)).status).toBe(403);
    expect((await end(impostor.browser, first)).status).toBe(403);
    expect((await impostor.browser.call(readOwnRepresentation, { params: firm.params })).body).toEqual({
      firm: { id: firm.id, name: firm.name },
      state: 'pending',
      ask: [{ delegateId: first.delegateId, name: expect.any(String), office: 'Director' }],
    });
    expect((await subjectsTo('sales@hanbit.test')).at(-1)).toBe(
      `${firm.name}: please confirm who speaks for it`,
    );
    const mails = await forum.bodiesTo('sales.manager.hanbit@mail.test');
    expect(mails.at(-1)).toContain(`when one of the representatives of ${firm.name}, or the host, confirms`);
    const waiting = await first.browser.call(listFirmPeople, { params: firm.params });
    expect(waiting.body.map(({ state, mailDomain, self }) => [state, mailDomain, self])).toEqual([
      ['pending', 'mail.test', false],
      ['confirmed', 'hanbit.test', true],
    ]);
    expect((await first.browser.call(listColleagues, { params: firm.params })).body).toHaveLength(1);
  });

  it('is turned away by the firm, of which the host hears, and cannot be confirmed by it again', async () => {
    const { firm, first } = await firmWithOne('first@turning.test');
    const impostor = await accredited(firm, 'turned@mail.test');
    expect((await end(first.browser, impostor)).status).toBe(200);
    expect((await subjectsTo('officer@forum.test')).at(-1)).toBe(`${firm.name}: a representative was ended`);
    expect((await subjectsTo('turned@mail.test')).at(-1)).toContain('You do not speak for');
    expect((await confirm(first.browser, impostor)).problem.code).toBe('representation.transition');
  });
});

describe('a representative', () => {
  it('confirms a colleague, whose screens and sockets follow at once, and all are mailed', async () => {
    const { firm, first } = await firmWithOne('first@confirming.test');
    const second = await accredited(firm, 'second@confirming.test');
    const socket = await follow(forum, second.browser, forum.edition);
    const third = await accredited(firm, 'third@confirming.test');
    expect((await confirm(first.browser, second)).status).toBe(200);
    const heard = await eventually(
      async () => socket.heard.map(({ type }) => type),
      (types) => types.includes('rights.changed'),
    );
    expect(heard).toContain('rights.changed');
    socket.socket.close();
    expect(await standingOf(second)).toMatchObject({ firmId: firm.id });
    expect((await confirm(second.browser, third)).status).toBe(200);
    const page = await second.browser.call(readFirm, { params: firm.params });
    expect(page.body.teams).toMatchObject([{ members: [{}, {}, {}] }]);
    expect(page.body.own).toBe(true);
    expect((await subjectsTo('first@confirming.test')).slice(-2)).toEqual([
      `${firm.name}: a representative was confirmed`,
      `${firm.name}: a representative was confirmed`,
    ]);
    expect((await subjectsTo('second@confirming.test')).at(-2)).toBe(`You now speak for ${firm.name}`);
    expect((await confirm(first.browser, second)).problem.code).toBe('representation.transition');
  });

  it('ends another, who is mailed with the host and loses all of the firm; only the host restores', async () => {
    const { firm, first } = await firmWithOne('first@ending.test');
    const second = await accredited(firm, 'second@ending.test');
    await confirm(first.browser, second);
    expect((await end(first.browser, first)).problem.code).toBe('access.denied');
    expect((await end(first.browser, second)).status).toBe(200);
    expect(await standingOf(second)).toMatchObject({ firmId: null, roles: ['delegate'] });
    expect((await subjectsTo('second@ending.test')).at(-1)).toBe(
      `You do not speak for ${firm.name} any more`,
    );
    expect((await subjectsTo('secretariat@forum.test')).at(-1)).toContain('a representative was ended');
    expect((await confirm(forum.officer, second)).problem.fields).toMatchObject([{ path: 'body.reason' }]);
    expect((await confirm(forum.officer, second, reason)).status).toBe(200);
    expect(await standingOf(second)).toMatchObject({ firmId: firm.id });
  });

  it('is named to the firm as this edition vetted them, whatever they are called elsewhere', async () => {
    const { firm, first } = await firmWithOne('first@renamed.test');
    const second = await accredited(firm, 'second@renamed.test');
    const name = { ...formOf().name, display: 'H.E. Defence Minister' };
    await register(first.browser, forum.other, { name });
    forum.app.get(Viewers).forget();
    expect((await first.browser.call(whoAmI)).body?.name).toBe('H.E. Defence Minister');

    await confirm(first.browser, second);
    const officers = await forum.secretariat.call(nameOfficers, {
      params: firm.params,
      body: { delegates: [first.delegateId] },
    });
    expect(officers.status).toBe(200);
    const people = await second.browser.call(listFirmPeople, { params: firm.params });
    expect(people.body.map(({ by }) => by)).toContain('Kim Minjun');
    const mails = (await forum.bodiesTo('second@renamed.test')).join();
    expect(mails).toContain('Kim Minjun confirmed that you represent');
    expect(mails).toContain(`named Kim Minjun as an officer who may release listed topics for ${firm.name}`);
    expect(mails + JSON.stringify([people.body, officers.body])).not.toContain('Minister');
  });

  it('is never the last to be ended, and a firm’s people are not the host’s to end', async () => {
    const { first } = await firmWithOne('only@last.test');
    expect((await end(forum.officer, first)).problem.code).toBe('access.denied');
    const { firm, first: a } = await firmWithOne('a@last.test');
    const b = await accredited(firm, 'b@last.test');
    await confirm(a.browser, b);
    await end(a.browser, b);
    expect((await end(b.browser, a)).status).toBe(403);
  });

  it('who names another firm and comes back is confirmed anew', async () => {
    const { firm, first } = await firmWithOne('first@moving.test');
    const { firm: other } = await firmWithOne('first@elsewhere.test');
    const second = await accredited(firm, 'second@moving.test');
    await confirm(first.browser, second);
    const name = (to: Firm) =>
      register(second.browser, forum.edition, {
        category: 'industry',
        organisation: to.name,
        firmId: to.id,
      });
    await name(other);
    await forum.decide('accredit', second.delegateId);
    expect(await standingOf(second)).toMatchObject({ firmId: null });
    await name(firm);
    await forum.decide('accredit', second.delegateId);
    expect(await standingOf(second)).toMatchObject({ firmId: null });
  });
});

describe('the host', () => {
  it('confirms the first of a firm with the accreditation, by name and with a reason', async () => {
    const { firm, first } = await firmWithOne('first@host.test');
    expect(await standingOf(first)).toMatchObject({
      firmId: firm.id,
      roles: ['delegate', 'firm-representative'],
    });
    const people = await first.browser.call(listFirmPeople, { params: firm.params });
    expect(people.body).toMatchObject([{ state: 'confirmed', byHost: true, reason }]);
    const second = await registered(firm, 'second@host.test');
    const { body } = await accreditAsFirst(forum.officer, firm, [second]);
    expect(body.refused).toMatchObject([{ code: 'representation.firm_decides' }]);
    const { firm: another } = await firmWithOne('first@another.test');
    expect((await accreditAsFirst(forum.officer, another, [second])).body.refused).toMatchObject([
      { code: 'request.invalid' },
    ]);
  });

  it('waits a day for the firm before it confirms somebody itself, and finds those who waited', async () => {
    const { firm, first } = await firmWithOne('first@waiting.test');
    const second = await accredited(firm, 'second@waiting.test');
    const waiting = async (query: 'waiting' | 'waiting-for-host') =>
      (
        await forum.officer.call(listDelegates, {
          params: { edition: forum.edition },
          query: { firms: query, search: '@waiting.test' },
        })
      ).body.rows.map(({ id }) => id);
    expect(await waiting('waiting')).toEqual([second.delegateId]);
    expect(await waiting('waiting-for-host')).toEqual([]);
    const early = await confirm(forum.officer, second, reason);
    expect(early.problem).toMatchObject({
      code: 'representation.firm_decides',
      details: { from: expect.any(String) },
    });
    await age(firm, 25);
    expect(await waiting('waiting-for-host')).toEqual([second.delegateId]);
    expect((await confirm(forum.officer, second, reason)).status).toBe(200);
    expect((await subjectsTo('first@waiting.test')).at(-1)).toBe(
      `${firm.name}: a representative was confirmed`,
    );
    expect(first.mail).toBe('first@waiting.test');
  });

  it('confirms many at once only where the mail is of the listed web site', async () => {
    const firm = await makeFirm('https://www.listed-arms.com');
    const other = await makeFirm('https://other-arms.com');
    const insider = await registered(firm, 'kim@listed-arms.com');
    const outsider = await registered(other, 'kim@evil-arms.com');
    const { body } = await forum.officer.call(decideAccreditation, {
      params: { edition: forum.edition },
      body: {
        decision: 'accredit',
        reason: null,
        delegates: [insider, outsider].map(({ delegateId, of }) => ({
          id: delegateId,
          version: 2,
          speaksFor: { firmId: of.firm, reason },
        })),
      },
    });
    expect(body.decided).toMatchObject([
      { id: insider.delegateId, representation: { state: 'confirmed', hints: ['mail-of-site'] } },
    ]);
    expect(body.refused).toMatchObject([{ id: outsider.delegateId, code: 'representation.not_hinted' }]);
    expect(await standingOf(outsider)).toMatchObject({ accredited: false });
  });

  it('gets no hint from a web site that a representative typed', async () => {
    const { firm, first } = await firmWithOne('first@typing.test');
    const { body: page } = await first.browser.call(readFirm, { params: firm.params });
    const typed = await first.browser.call(editFirm, {
      params: firm.params,
      body: { version: page.version, website: 'https://evil-arms.com' },
    });
    expect(typed.body.website).toBe('https://evil-arms.com');
    await registered(firm, 'boss@evil-arms.com');
    const { body } = await forum.officer.call(listDelegates, {
      params: { edition: forum.edition },
      query: { search: 'boss@evil' },
    });
    expect(body.rows.map(({ representation }) => representation?.hints)).toEqual([[]]);
  });

  it('never decides on itself, even as an officer who named a firm', async () => {
    const firm = await makeFirm();
    const officer = await forum.withRole('officer-of-a-firm@forum.test', 'accreditation-officer');
    const self = await registered(firm, 'officer-of-a-firm@forum.test');
    await forum.decide('accredit', self.delegateId);
    expect((await confirm(officer, self, reason)).problem.code).toBe('access.denied');
  });
});

describe('two at the same moment', () => {
  const twoOfAFirm = async (name: string) => {
    const { firm, first } = await firmWithOne(`a@${name}.test`);
    const second = await accredited(firm, `b@${name}.test`);
    await confirm(first.browser, second);
    return { firm, first, second };
  };
  const left = async (firm: Firm) =>
    (await forum.database.rows('select from representative where firm_id = $1', [firm.id])).length;
  const endEachOther = async (name: string) => {
    const { firm, first, second } = await twoOfAFirm(name);
    await Promise.all([end(first.browser, second), end(second.browser, first)]);
    return left(firm);
  };
  const twoFirsts = async (name: string) => {
    const firm = await makeFirm();
    const people = [await registered(firm, `a@${name}.test`), await registered(firm, `b@${name}.test`)];
    await Promise.all(people.map((one) => accreditAsFirst(forum.officer, firm, [one])));
    return left(firm);
  };
  const rounds = [1, 2, 3, 4, 5];

  it('cannot end each other: one stays', async () => {
    for (const round of rounds) expect(await endEachOther(`race-${round}`)).toBe(1);
  });

  it('cannot both be the first of a firm', async () => {
    for (const round of rounds) expect(await twoFirsts(`firsts-${round}`)).toBe(1);
  });

  it('could, without the lock of the firm (control)', async () => {
    const hold = jest.spyOn(forum.app.get(RepresentationRepository), 'holdFirm').mockResolvedValue();
    const ended = [];
    const firsts = [];
    for (const round of rounds) ended.push(await endEachOther(`control-race-${round}`));
    for (const round of rounds) firsts.push(await twoFirsts(`control-firsts-${round}`));
    hold.mockRestore();
    expect(ended).toContain(0);
    expect(firsts).toContain(2);
  });
});

describe('the directory', () => {
  it('counts and shows only those who speak for a firm', async () => {
    const { firm } = await firmWithOne('first@counted.test');
    await accredited(firm, 'second@counted.test');
    const { body } = await forum.secretariat.call(listFirms, {
      params: { edition: forum.edition },
      query: { search: firm.name },
    });
    expect(body.rows.find(({ id }) => id === firm.id)?.representatives).toBe(1);
  });
});
