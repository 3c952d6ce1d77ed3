import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as settingsContract from '@forum/contract/matchmaking/settings';
import * as suggestions from '@forum/contract/matchmaking/suggestions';
import { createProfiledFirm, type ProfiledFirm } from '../../testing/profiled-firm.ts';
import { createTestEdition, type TestEdition } from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';
import { whenComputed } from '../../testing/when-computed.ts';

let forum: TestForum;
let edition: TestEdition;
let year = 2340;
let desk: TestBrowser;
let buyer: ProfiledFirm;
let makers: ProfiledFirm[];

type Rule = settingsContract.MeetingRuleForm;

const inEdition = () => ({ params: { edition: edition.slug } });

const party = (name: string, side: 'offers' | 'needs') =>
  createProfiledFirm(forum, edition, name, side, 'munitions.fuzes');

const suggestionsOf = async (firm: ProfiledFirm) =>
  (
    await whenComputed(() =>
      firm.browser.call(suggestions.listSuggestions, { params: { edition: edition.slug, firm: firm.id } }),
    )
  ).body.rows ?? [];

const everybody: Rule['between'][number] = { categories: null, countries: null, firms: null };

async function set(change: Partial<settingsContract.SettingsOfEdition>) {
  const { body } = await desk.call(settingsContract.readMatchSettings, inEdition());
  return desk.call(settingsContract.saveMatchSettings, { ...inEdition(), body: { ...body, ...change } });
}

const rule = (
  effect: Rule['effect'],
  one: Partial<typeof everybody>,
  other: Partial<typeof everybody> = {},
) => ({
  id: crypto.randomUUID(),
  effect,
  between: [
    { ...everybody, ...one },
    { ...everybody, ...other },
  ] as Rule['between'],
  reason: 'canary-reason',
});

beforeAll(async () => {
  forum = await startTestForum();
  desk = await forum.signIn('desk@host.example', { secretariat: true });
});
afterAll(() => forum.stop());

beforeEach(async () => {
  edition = await createTestEdition(forum.database, ++year);
  buyer = await party('Buyer', 'needs');
  makers = [await party('Hanbit', 'offers'), await party('Kestrel', 'offers')];
});

describe('a rule', () => {
  const names = async () => (await suggestionsOf(buyer)).map(({ firm }) => firm.name).sort();

  it('is about firms by name, categories or everybody, and the first that fits decides', async () => {
    const [hanbit] = makers as [ProfiledFirm];
    await set({ rules: [rule('forbid', { firms: [hanbit.id] }, { firms: [buyer.id] })] });
    expect(await names()).toEqual(['Kestrel']);
    await set({ rules: [rule('forbid', { categories: ['industry'] })] });
    expect(await names()).toEqual([]);
    await set({ rules: [rule('forbid', { categories: ['media'] })] });
    expect(await names()).toEqual(['Hanbit', 'Kestrel']);
    await set({
      rules: [
        rule('allow', { firms: [hanbit.id] }, { firms: [buyer.id] }),
        rule('forbid', { countries: ['KR'], categories: ['industry'] }),
      ],
    });
    expect(await names()).toEqual(['Hanbit']);
  });

  it('is about the categories of the people who represent a firm, wherever it is asked', async () => {
    const [hanbit, kestrel] = makers as [ProfiledFirm, ProfiledFirm];
    const becomes = (firm: ProfiledFirm, category: string) =>
      forum.database.rows(`update delegate set category = $2 where firm_id = $1`, [firm.id, category]);
    const barredBy = async (firm: ProfiledFirm) =>
      (
        await desk.call(suggestions.explainMatch, {
          params: { edition: edition.slug, firm: firm.id },
          query: { for: buyer.id },
        })
      ).body.barred?.by ?? null;
    await becomes(hanbit, 'research');
    await set({
      rules: [rule('forbid', { categories: ['research', 'media'] }, { categories: ['industry'] })],
    });
    expect(await names()).toEqual(['Kestrel']);
    expect([await barredBy(hanbit), await barredBy(kestrel)]).toEqual(['rule', null]);
    await becomes(kestrel, 'media');
    await set({ rules: [rule('allow', { firms: [hanbit.id] }), rule('forbid', { categories: ['media'] })] });
    expect(await names()).toEqual(['Hanbit']);
  });

  it('names firms to the secretariat, which reads them by name', async () => {
    const [hanbit, kestrel] = makers as [ProfiledFirm, ProfiledFirm];
    await set({ rules: [rule('forbid', { firms: [kestrel.id, hanbit.id] }, { firms: [buyer.id] })] });
    const { body } = await desk.call(settingsContract.listRuleFirms, inEdition());
    expect(body.map(({ name }) => name)).toEqual(['Buyer', 'Hanbit', 'Kestrel']);
    expect((await buyer.browser.call(settingsContract.listRuleFirms, inEdition())).status).toBe(403);
  });

  it('keeps its reason to the settings, which firms do not read, and out of the journal', async () => {
    await set({ rules: [rule('forbid', { countries: ['KR'] })] });
    await set({ rules: [] });
    const { body } = await desk.call(settingsContract.readMatchSettings, inEdition());
    await set({ rules: [rule('forbid', { countries: ['NO'] })] });
    expect(body.version).toBe(2);
    expect((await desk.call(settingsContract.readMatchSettings, inEdition())).body.rules[0]?.reason).toBe(
      'canary-reason',
    );
    expect((await buyer.browser.call(settingsContract.readMatchSettings, inEdition())).status).toBe(403);
    for (const kept of ['change', 'journal', 'journal_detail']) {
      const rows = await forum.database.rows(`select from ${kept} r where r::text like '%canary-reason%'`);
      expect(rows).toEqual([]);
    }
    const told = await forum.database.rows(`select from change r where r::text like '%"NO"%'`);
    const journaled = await forum.database.rows(`select from journal_detail r where r::text like '%NO%'`);
    expect(told.length + journaled.length).toBeGreaterThan(0);
  });
});

describe('a policy goal', () => {
  const goal = {
    id: 'Ammunition at home',
    points: 15,
    capabilities: ['munitions'],
    modes: null,
    between: null,
  };
  const settings = async (goals: settingsContract.MatchSettingsForm['goals']) => ({
    ...(await desk.call(settingsContract.readMatchSettings, inEdition())).body.settings,
    goals,
  });
  const told = async () =>
    (await suggestionsOf(buyer))[0]?.terms
      .filter(({ kind }) => kind === 'goal')
      .map(({ gain, points, about }) => [gain, points, about]);

  it('is seen in a preview before it is set, told by its name to both, and gone when it is removed', async () => {
    const { body } = await desk.call(settingsContract.previewMatchSettings, {
      ...inEdition(),
      body: { settings: await settings([goal]) },
    });
    expect(body).toMatchObject({ before: { suggested: 2 }, after: { suggested: 2 } });
    expect(await told()).toEqual([]);
    await set({ settings: await settings([goal]) });
    expect(await told()).toEqual([
      ['ours', 15, goal.id],
      ['theirs', 15, goal.id],
    ]);
    await set({ settings: await settings([{ ...goal, capabilities: ['cyber'] }]) });
    expect(await told()).toEqual([]);
    await set({ settings: await settings([]) });
    expect(await told()).toEqual([]);
  });
});

describe('settings that could never bite', () => {
  const refusedAt = (answer: { problem: { code?: string; fields?: { path: string }[] | undefined } }) => [
    answer.problem.code,
    answer.problem.fields?.map(({ path }) => path),
  ];
  const goal = { id: 'Quantum', points: 5, modes: null, between: null };
  const withGoals = async (...goals: settingsContract.MatchSettingsForm['goals']) => ({
    ...(await desk.call(settingsContract.readMatchSettings, inEdition())).body.settings,
    goals,
  });

  it('are refused where they name a firm, a country or a category that there is not, or nobody at all', async () => {
    const elsewhere = crypto.randomUUID();
    const answer = await set({ rules: [rule('forbid', { firms: [elsewhere] }, { firms: [buyer.id] })] });
    expect(answer.problem.fields).toEqual([
      {
        path: 'body.rules.0.between.0.firms.0',
        value: `"${elsewhere}"`,
        remedy: 'is no firm of this edition; choose one of its directory',
      },
    ]);
    const sides = [{ countries: ['QQ'] }, { countries: [] }, { firms: [] }, { categories: ['pirates'] }];
    const paths = ['countries.0', 'countries', 'firms', 'categories.0'];
    for (const [place, side] of sides.entries()) {
      expect(refusedAt(await set({ rules: [rule('forbid', side as Partial<typeof everybody>)] }))).toEqual([
        'request.invalid',
        [`body.rules.0.between.0.${paths[place]}`],
      ]);
    }
  });

  it('are refused where two rules have one id, or two goals one name', async () => {
    const one = rule('forbid', { countries: ['NO'] });
    const goals = await withGoals({ ...goal, capabilities: null }, { ...goal, capabilities: null });
    expect([refusedAt(await set({ rules: [one, one] })), refusedAt(await set({ settings: goals }))]).toEqual([
      ['request.invalid', ['body.rules.1.id']],
      ['request.invalid', ['body.settings.goals.1.id']],
    ]);
  });

  it('are refused where a goal names a capability that the edition lacks, in a preview too', async () => {
    const settings = await withGoals({ ...goal, capabilities: ['munitions', 'munitions.magic'] });
    const preview = await desk.call(settingsContract.previewMatchSettings, {
      ...inEdition(),
      body: { settings },
    });
    const expected = ['request.invalid', ['body.settings.goals.0.capabilities.1']];
    expect([refusedAt(await set({ settings })), refusedAt(preview)]).toEqual([expected, expected]);
  });

  it('are refused where wishes would close after the edition, or more musts are allowed than wishes asked for', async () => {
    const late = { deadline: `${year + 1}-12-01T00:00:00Z`, musts: 100, asked: 1 };
    expect(refusedAt(await set({ terms: late }))).toEqual([
      'request.invalid',
      ['body.terms.deadline', 'body.terms.musts'],
    ]);
    expect((await set({ terms: { ...late, deadline: null, asked: 100 } })).status).toBe(200);
  });

  it('are kept where they stood before, when their firm has left since and something else is set', async () => {
    const [hanbit] = makers as [ProfiledFirm];
    await set({ rules: [rule('forbid', { firms: [hanbit.id] })] });
    await forum.database.rows(`update firm_in_edition set removed_at = now() where firm_id = $1`, [
      hanbit.id,
    ]);
    expect((await set({ terms: { deadline: null, musts: 3, asked: 9 } })).status).toBe(200);
  });
});
