import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listDelegates } from '@forum/contract/delegations/delegates';
import { listPeople } from '@forum/contract/delegations/people';
import { readRegistration } from '@forum/contract/delegations/registration';
import { editMe, whoAmI } from '@forum/contract/identity/me';
import type { TestBrowser } from '../testing/test-forum.ts';
import { type DelegationForum, formOf, register, startDelegationForum } from './testing/delegation-forum.ts';

let forum: DelegationForum;
let desk: TestBrowser;
let next: string;

beforeAll(async () => {
  forum = await startDelegationForum();
  desk = forum.secretariat;
  next = forum.other;
});
afterAll(() => forum.stop());

const minister = {
  ...formOf().name,
  given: 'Defence Minister',
  display: 'H.E. Defence Minister Kim',
  nativeScript: '국방장관 김',
  honorific: 'H.E.',
};

/** Registers in the first edition and is accredited there. */
async function accredited(mail: string) {
  const browser = await forum.signIn(mail);
  const { body } = await register(browser, forum.edition);
  await forum.decide('accredit', body.delegateId);
  return { browser, delegateId: body.delegateId };
}

/** By which names an edition knows a delegate: the officers', the directory's and their own. */
async function namesIn(edition: string, browser: TestBrowser, delegateId: string) {
  const params = { edition };
  const query = { search: 'kim', limit: 500 } as const;
  const officers = (await desk.call(listDelegates, { params, query })).body.rows;
  const people = (await desk.call(listPeople, { params, query })).body.rows;
  const own = (await browser.call(readRegistration, { params })).body;
  const all = [officers, people].flatMap((rows) => rows.filter(({ id }) => id === delegateId));
  return {
    state: own?.state,
    names: [...new Set([...all.map(({ name }) => name), own?.form?.name.display])],
    native: [...new Set([...all.map(({ nativeName }) => nativeName), own?.form?.name.nativeScript])],
  };
}

const vetted = { state: 'accredited', names: ['Kim Minjun'], native: ['김민준'] };

describe('a name that was vetted', () => {
  it('stays as it is in its edition when the person registers for another under another', async () => {
    const { browser, delegateId } = await accredited('twice@forum.test');
    expect(await namesIn(forum.edition, browser, delegateId)).toEqual(vetted);
    const there = await register(browser, next, { name: minister });
    expect(there.body).toMatchObject({ state: 'submitted', form: { name: { display: minister.display } } });
    expect(await namesIn(forum.edition, browser, delegateId)).toEqual(vetted);
    await browser.call(editMe, { body: { language: 'ko' } });
    expect(await namesIn(forum.edition, browser, delegateId)).toEqual(vetted);
    expect(await namesIn(next, browser, there.body.delegateId)).toEqual({
      state: 'submitted',
      names: [minister.display],
      native: [minister.nativeScript],
    });
  });

  it.each([
    ['the name on the badge', { display: 'Minister Kim' }, ['display']],
    ['the name in their own script', { nativeScript: '김 장관' }, ['nativeScript']],
    ['an honorific', { honorific: 'H.E.' }, ['honorific']],
  ] as const)('is vetted again when its own edition is given another: %s', async (_what, change, changed) => {
    const { browser, delegateId } = await accredited(`${changed[0]}@forum.test`.toLowerCase());
    const name = { ...formOf().name, ...change };
    expect((await register(browser, forum.edition, { name })).body.state).toBe('submitted');
    const { rows } = (
      await desk.call(listDelegates, { params: { edition: forum.edition }, query: { limit: 500 } })
    ).body;
    expect(rows.find(({ id }) => id === delegateId)).toMatchObject({ changedFields: changed });
  });

  it('proposes itself to the next registration of the same person', async () => {
    const newcomer = await forum.signIn('newcomer@forum.test');
    expect((await newcomer.call(whoAmI)).body?.proposedName).toBeNull();
    const { browser } = await accredited('known@forum.test');
    expect((await browser.call(whoAmI)).body?.proposedName).toMatchObject({
      given: 'Minjun',
      family: 'Kim',
      nativeScript: '김민준',
      nativeLanguage: 'ko',
      display: 'Kim Minjun',
    });
  });
});
