import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  createDelegation,
  listDelegations,
  listMembers,
  renewInvitation,
  setPlaces,
} from '@forum/contract/delegations/delegations';
import { readRegistration, saveDraft, withdrawRegistration } from '@forum/contract/delegations/registration';
import { moveToPhase, readEdition } from '@forum/contract/editions/editions';
import type { Transaction } from '../database/database.ts';
import { DelegatesRepository } from './delegates/delegates.repository.ts';
import { PlacesRepository } from './places/places.repository.ts';
import { createTestFirm } from '../testing/test-edition.ts';
import { type DelegationForum, register, startDelegationForum } from './testing/delegation-forum.ts';

let forum: DelegationForum;
let made = 0;

beforeAll(async () => {
  forum = await startDelegationForum();
});
afterAll(() => forum.stop());
afterEach(() => {
  jest.restoreAllMocks();
});

/** A delegation of a country with places for officials, and the secret of its invitation. */
async function delegationWith(places: number, category: 'government' | 'industry' | 'staff' = 'government') {
  const params = { edition: forum.edition };
  const name = `Delegation ${++made}`;
  const { body: delegation } = await forum.secretariat.call(createDelegation, {
    params,
    body: { kind: 'country', name, country: 'KR', headMail: null, places: [{ category, places }] },
  });
  const { body } = await forum.secretariat.call(renewInvitation, {
    params: { ...params, delegation: delegation.id },
  });
  return { ...delegation, secret: body.link.split('#')[1] ?? '' };
}

async function invite(mail: string, secret: string) {
  const browser = await forum.signIn(mail);
  const drafted = await browser.call(saveDraft, {
    params: { edition: forum.edition },
    body: { draft: { office: 'Director' }, invitation: secret },
  });
  expect(drafted.status).toBe(200);
  return browser;
}

const own = async (browser: Awaited<ReturnType<typeof invite>>) =>
  (await browser.call(readRegistration, { params: { edition: forum.edition } })).body!;

const placesOf = async (id: string) =>
  (await forum.secretariat.call(listDelegations, { params: { edition: forum.edition } })).body.find(
    (one) => one.id === id,
  )!.places;

/** As the app does it: who is told to come back in a moment does. */
async function registerPatiently(browser: Awaited<ReturnType<typeof invite>>) {
  for (;;) {
    const answer = await register(browser, forum.edition);
    if (answer.problem?.code !== 'temporarily.unavailable') return answer;
    await pause(100 + Math.random() * 400);
  }
}

async function registerAtOnce(people: number, secret: string) {
  const browsers = await Promise.all(
    Array.from({ length: people }, (_, i) => invite(`d${made}-${i}@forum.test`, secret)),
  );
  const answers = await Promise.all(browsers.map(registerPatiently));
  return answers.map((answer) => ({ status: answer.status, state: answer.body.state }));
}

describe('fifty places that two hundred people register for at the same moment', () => {
  it('are given to exactly fifty, and everybody else waits in one order', async () => {
    const delegation = await delegationWith(50);
    const answers = await registerAtOnce(200, delegation.secret);
    expect(answers.filter((one) => one.status === 200)).toHaveLength(200);
    expect(answers.filter((one) => one.state === 'submitted')).toHaveLength(50);
    expect(answers.filter((one) => one.state === 'waitlisted')).toHaveLength(150);
    expect(await placesOf(delegation.id)).toEqual([
      { category: 'government', places: 50, taken: 50, waiting: 150 },
    ]);
    const positions = await forum.officer.call(listMembers, {
      params: { edition: forum.edition, delegation: delegation.id },
      query: { limit: '500' },
    });
    const waiting = positions.body.rows.flatMap((row) => row.waitingPosition ?? []);
    expect(waiting.sort((a, b) => a - b)).toEqual(Array.from({ length: 150 }, (_, i) => i + 1));
  });

  it('would not be without the guards: ten places go to more than ten of thirty (control)', async () => {
    const delegation = await delegationWith(10);
    const places = forum.app.get(PlacesRepository);
    jest.spyOn(places, 'lock').mockResolvedValue();
    jest.spyOn(places, 'fill').mockImplementation(async (transaction: Transaction, id, category) => {
      await transaction.query(
        'update delegation_place set taken = taken + 1 where delegation_id = $1 and category = $2',
        [id, category],
      );
      return true;
    });
    jest.spyOn(forum.app.get(DelegatesRepository), 'lockDelegationOf').mockResolvedValue();
    const answers = await registerAtOnce(30, delegation.secret);
    expect(answers.filter((one) => one.state === 'submitted').length).toBeGreaterThan(10);
  });
});

describe('a full delegation', () => {
  it('has places of their own for staff, who take none of the officials’', async () => {
    const delegation = await delegationWith(1, 'staff');
    const [secretary, second] = [
      await invite('secretary@forum.test', delegation.secret),
      await invite('second-secretary@forum.test', delegation.secret),
    ];
    expect((await register(secretary, forum.edition, { category: 'staff' })).body.state).toBe('submitted');
    expect((await register(second, forum.edition, { category: 'staff' })).body.state).toBe('waitlisted');
    expect(await placesOf(delegation.id)).toEqual([{ category: 'staff', places: 1, taken: 1, waiting: 1 }]);
  });

  it('lets the next in line move up when somebody withdraws, and tells them by mail', async () => {
    const delegation = await delegationWith(1);
    const [first, second, third] = [
      await invite('first@forum.test', delegation.secret),
      await invite('second@forum.test', delegation.secret),
      await invite('third@forum.test', delegation.secret),
    ];
    for (const browser of [first, second, third]) await register(browser, forum.edition);
    expect((await own(first)).state).toBe('submitted');
    expect(await own(second)).toMatchObject({ state: 'waitlisted', waitingPosition: 1 });
    expect(await own(third)).toMatchObject({ state: 'waitlisted', waitingPosition: 2 });
    const withdrawn = await first.call(withdrawRegistration, { params: { edition: forum.edition } });
    expect(withdrawn.body.state).toBe('withdrawn');
    expect(await own(second)).toMatchObject({ state: 'submitted', waitingPosition: null });
    expect(await own(third)).toMatchObject({ state: 'waitlisted', waitingPosition: 1 });
    const mails = await forum.bodiesTo('second@forum.test');
    expect(mails.at(-1)).toContain('There is a place for you');
    expect(
      (await forum.bodiesTo('third@forum.test')).some((body) => body.includes('There is a place for you')),
    ).toBe(false);
    const again = await register(first, forum.edition);
    expect(again.body).toMatchObject({ state: 'waitlisted', waitingPosition: 2 });
  });

  it('gives the place of whoever is declined or loses the accreditation to the next', async () => {
    const delegation = await delegationWith(1);
    const people = [
      await invite('one@forum.test', delegation.secret),
      await invite('two@forum.test', delegation.secret),
      await invite('three@forum.test', delegation.secret),
    ];
    for (const browser of people) await register(browser, forum.edition);
    const [one, two, three] = await Promise.all(people.map(own));
    await forum.decide('decline', one!.delegateId, 'security');
    expect((await own(people[1]!)).state).toBe('submitted');
    await forum.decide('accredit', two!.delegateId);
    await forum.decide('revoke', two!.delegateId, 'conduct');
    expect((await own(people[2]!)).state).toBe('submitted');
    await forum.decide('accredit', three!.delegateId);
    expect(await placesOf(delegation.id)).toMatchObject([{ taken: 1, waiting: 0 }]);
  });

  it('admits those who wait when it gets more places, and keeps its people when it gets fewer', async () => {
    const delegation = await delegationWith(1);
    const people = [
      await invite('a@forum.test', delegation.secret),
      await invite('b@forum.test', delegation.secret),
      await invite('c@forum.test', delegation.secret),
    ];
    for (const browser of people) await register(browser, forum.edition);
    const set = (version: number, places: number) =>
      forum.secretariat.call(setPlaces, {
        params: { edition: forum.edition, delegation: delegation.id },
        body: { version, places: [{ category: 'government', places }] },
      });
    const more = await set(2, 2);
    expect(more.body.places).toEqual([{ category: 'government', places: 2, taken: 2, waiting: 1 }]);
    expect((await own(people[1]!)).state).toBe('submitted');
    const fewer = await set(3, 1);
    expect(fewer.body.places).toEqual([{ category: 'government', places: 1, taken: 2, waiting: 1 }]);
    await people[0]!.call(withdrawRegistration, { params: { edition: forum.edition } });
    expect((await own(people[2]!)).state).toBe('waitlisted');
    expect((await set(3, 5)).problem).toMatchObject({ code: 'version.stale', details: { current: 4 } });
  });

  it('refuses a category that is named twice, and says which', async () => {
    const delegation = await delegationWith(1);
    const places = [1, 2].map((count) => ({ category: 'staff' as const, places: count }));
    const { problem } = await forum.secretariat.call(setPlaces, {
      params: { edition: forum.edition, delegation: delegation.id },
      body: { version: 1, places },
    });
    expect(problem.fields).toMatchObject([{ path: 'body.places.1.category', value: '"staff"' }]);
  });

  it('never costs somebody the place they hold, when they change to a category that is full', async () => {
    const delegation = await delegationWith(1);
    const holder = await invite('holder@forum.test', delegation.secret);
    await register(holder, forum.edition);
    const changed = await register(holder, forum.edition, { category: 'media' });
    expect(changed.problem).toMatchObject({ status: 409, code: 'delegation.full' });
    expect(await own(holder)).toMatchObject({ state: 'submitted', form: { category: 'government' } });
    expect(await placesOf(delegation.id)).toMatchObject([{ category: 'government', taken: 1 }]);
  });
});

describe('somebody whom an officer puts on the waiting list', () => {
  it('keeps nobody from the free places, is given none unasked, and reads that an officer decided so', async () => {
    const delegation = await delegationWith(2);
    const held = await invite('held@forum.test', delegation.secret);
    await register(held, forum.edition);
    await forum.decide('waitlist', (await own(held)).delegateId);
    expect(await own(held)).toMatchObject({ state: 'waitlisted', waitingPosition: null });
    const next = await invite('behind-held@forum.test', delegation.secret);
    expect((await register(next, forum.edition)).body.state).toBe('submitted');
    const { version } = (
      await forum.secretariat.call(listDelegations, { params: { edition: forum.edition } })
    ).body.find(({ id }) => id === delegation.id)!;
    const same = { version, places: [{ category: 'government' as const, places: 2 }] };
    const params = { edition: forum.edition, delegation: delegation.id };
    expect((await forum.secretariat.call(setPlaces, { params, body: same })).status).toBe(200);
    expect((await own(held)).state).toBe('waitlisted');
    const bodies = await forum.bodiesTo('held@forum.test');
    expect(bodies.at(-1)).toContain('accreditation office has put you on the waiting list');
    expect(bodies.join()).not.toContain('No place of your category is free');
    expect((await forum.decide('accredit', (await own(held)).delegateId)).state).toBe('accredited');
  });
});

describe('somebody who waits', () => {
  it('reads that there is a place once they change to a category that has one', async () => {
    const delegation = await delegationWith(1);
    const [first, second] = [
      await invite('takes@forum.test', delegation.secret),
      await invite('changes@forum.test', delegation.secret),
    ];
    await register(first, forum.edition);
    await register(second, forum.edition);
    const params = { edition: forum.edition, delegation: delegation.id };
    const places = [
      { category: 'government' as const, places: 1 },
      { category: 'media' as const, places: 1 },
    ];
    const { version } = (
      await forum.secretariat.call(listDelegations, { params: { edition: forum.edition } })
    ).body.find(({ id }) => id === delegation.id)!;
    await forum.secretariat.call(setPlaces, { params, body: { version, places } });
    expect((await register(second, forum.edition, { category: 'media' })).body.state).toBe('submitted');
    expect((await forum.bodiesTo('changes@forum.test')).at(-1)).toContain('There is a place for you');
  });

  it('moves up only while people are vetted: in a closed edition nobody is told of a place, and later they get it', async () => {
    const delegation = await delegationWith(1);
    const [first, second] = [
      await invite('holds@forum.test', delegation.secret),
      await invite('later@forum.test', delegation.secret),
    ];
    await register(first, forum.edition);
    await register(second, forum.edition);
    const params = { edition: forum.edition };
    const move = async (...phases: ('live' | 'closed' | 'registration')[]) => {
      for (const phase of phases) {
        const { version } = (await forum.secretariat.call(readEdition, { params })).body.edition;
        const moved = await forum.secretariat.call(moveToPhase, { params, body: { version, phase } });
        expect(moved.status).toBe(200);
      }
    };
    await move('live', 'closed');
    const { version } = (await forum.secretariat.call(listDelegations, { params })).body.find(
      ({ id }) => id === delegation.id,
    )!;
    const raised = await forum.secretariat.call(setPlaces, {
      params: { ...params, delegation: delegation.id },
      body: { version, places: [{ category: 'government', places: 2 }] },
    });
    expect(raised.body.places).toEqual([{ category: 'government', places: 2, taken: 1, waiting: 1 }]);
    expect((await own(second)).state).toBe('waitlisted');
    expect((await forum.bodiesTo('later@forum.test')).join()).not.toContain('There is a place');
    await move('live');
    expect((await own(second)).state).toBe('submitted');
    expect((await forum.bodiesTo('later@forum.test')).at(-1)).toContain('There is a place for you');
    await move('registration');
  });
});

describe('a delegation of a firm', () => {
  it('is that of the firm of its name, where the edition lists one', async () => {
    const firm = await createTestFirm(
      forum.database,
      { id: forum.editionId, slug: forum.edition },
      'Hanbit',
      [],
    );
    const create = (name: string) =>
      forum.secretariat.call(createDelegation, {
        params: { edition: forum.edition },
        body: { kind: 'firm', name, country: null, headMail: null, places: [] },
      });
    const firmOf = async (id: string) =>
      (
        await forum.database.row<{ firm: string | null }>(
          'select firm_id as firm from delegation where id = $1',
          [id],
        )
      )?.firm;
    expect(await firmOf((await create('HANBIT')).body.id)).toBe(firm.id);
    expect(await firmOf((await create('Nobody Ltd')).body.id)).toBeNull();
  });
});
