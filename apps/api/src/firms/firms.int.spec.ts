import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { editFirm, type Firm, listFirms, readFirm } from '@forum/contract/firms/firms';
import { createFirm } from '@forum/contract/firms/listing';
import { listColleagues, setTeams, type Team } from '@forum/contract/firms/teams';
import type { RouteInput } from '@forum/contract/route';
import { countQueries } from '../testing/count-queries.ts';
import { createTestEdition, createTestFirm, type TestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';
import { accredit } from '../testing/test-programme.ts';

let forum: TestForum;
let edition: TestEdition;
let other: TestEdition;
let desk: TestBrowser;
let delegate: TestBrowser;
let representative: TestBrowser;
let colleague: TestBrowser;
let stranger: TestBrowser;
let hanwha: Awaited<ReturnType<typeof createTestFirm>>;
let saab: Awaited<ReturnType<typeof createTestFirm>>;

const inEdition = () => ({ params: { edition: edition.slug } });
const inFirm = (firm: { id: string }) => ({ params: { edition: edition.slug, firm: firm.id } });
const list = async (query: Partial<RouteInput<typeof listFirms>['query']> = {}, browser = delegate) =>
  (await browser.call(listFirms, { ...inEdition(), query })).body;
const names = ({ rows }: { rows: Firm[] }) => rows.map((firm) => firm.name);
const add = async (name: string, country: string | null, categories: string[] = []) =>
  (await desk.call(createFirm, { ...inEdition(), body: { name, country, categories } })).body;

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, 2031);
  other = await createTestEdition(forum.database, 2032);
  desk = await forum.signIn('desk@host.example', { secretariat: true });
  delegate = await forum.signIn('kim@ministry.example');
  await accredit(forum, edition, delegate);
  representative = await forum.signIn('jung@hanwha.example', { name: 'Jung' });
  colleague = await forum.signIn('choi@hanwha.example', { name: 'Choi' });
  stranger = await forum.signIn('berg@saab.example', { name: 'Berg' });
  hanwha = await createTestFirm(forum.database, edition, 'Hanwha', [
    representative.personId,
    colleague.personId,
  ]);
  saab = await createTestFirm(forum.database, edition, 'Saab', [stranger.personId]);
  await forum.database.rows('update delegate set profile_visible = true where person_id = $1', [
    representative.personId,
  ]);
});
afterAll(() => forum.stop());

describe('the directory', () => {
  it('finds folded words in any order and counts each facet under the other filters', async () => {
    await add('LIG 넥스원', 'KR', ['Radar', 'Missiles']);
    await add('Société Générale d’Électronique', 'FR', ['Radar']);
    await add('100% Armour_Co', 'AU', ['Armour']);
    expect(names(await list({ search: 'electronique SOCIETE' }))).toEqual([
      'Société Générale d’Électronique',
    ]);
    expect(names(await list({ search: '넥' }))).toEqual(['LIG 넥스원']);
    expect(names(await list({ search: '0%' }))).toEqual(['100% Armour_Co']);
    expect(names(await list({ search: '%' }))).toEqual(['100% Armour_Co']);
    expect(names(await list({ search: '\\' }))).toEqual([]);
    const { id } = (await list({ search: '100%' })).rows[0]!;
    await forum.database.rows(`update firm_in_edition set stand = 'G-101' where firm_id = $1`, [id]);
    for (const search of ['g-101', 'Australia', 'austral armour', '오스트레일리아', 'AU', 'armour'])
      expect([search, names(await list({ search }))]).toEqual([search, ['100% Armour_Co']]);
    expect(names(await list({ search: 'korea radar' }))).toEqual(['LIG 넥스원']);
    expect(names(await list({ search: 'norway' }))).toEqual([]);
    const radar = await list({ category: 'Radar' });
    expect(names(radar)).toEqual(['LIG 넥스원', 'Société Générale d’Électronique']);
    expect(radar.countries).toEqual([
      { value: 'FR', count: 1 },
      { value: 'KR', count: 1 },
    ]);
    expect(radar.categories).toEqual([
      { value: 'Radar', count: 2 },
      { value: 'Armour', count: 1 },
      { value: 'Missiles', count: 1 },
    ]);
    const korean = await list({ country: 'KR', limit: 1, offset: 1 });
    expect(korean.total).toBe(3);
    expect(names(korean)).toEqual(['LIG 넥스원']);
    expect(korean.countries.map(({ value }) => value)).toEqual(['KR', 'AU', 'FR']);
  });

  it('costs the same number of queries for one firm and for thirty', async () => {
    const few = await countQueries(forum, () => list({ search: 'LIG' }));
    for (let i = 0; i < 30; i++) await add(`Firm ${i}`, 'JP', [`Category ${i}`]);
    const many = await countQueries(forum, () => list());
    expect(many.result.total).toBeGreaterThan(30);
    expect(many.queries).toBe(few.queries);
  });

  it('is for accredited delegates, not for everybody who is signed in', async () => {
    expect((await forum.visitor().call(listFirms, inEdition())).problem.code).toBe('auth.required');
    const applicant = await forum.signIn('applicant@example.org');
    expect((await applicant.call(listFirms, inEdition())).problem.code).toBe('access.denied');
  });
});

describe('a firm', () => {
  it('shows others those of its people who let themselves be found, itself all of them', async () => {
    const seen = (await delegate.call(readFirm, inFirm(hanwha))).body;
    expect(seen).toMatchObject({ name: 'Hanwha', representatives: 1, own: false, canRequest: false });
    expect(seen.teams[0]?.members.map(({ name }) => name)).toEqual(['Jung']);
    const own = (await colleague.call(readFirm, inFirm(hanwha))).body;
    expect(own).toMatchObject({ own: true, canRequest: false });
    expect(own.teams[0]?.members).toHaveLength(2);
    expect((await stranger.call(readFirm, inFirm(hanwha))).body).toMatchObject({
      own: false,
      canRequest: true,
    });
  });

  it('is edited by its own people and organisers, at the version that they saw', async () => {
    const edit = (browser: TestBrowser, version: number) =>
      browser.call(editFirm, {
        ...inFirm(hanwha),
        body: { version, description: 'Guns', categories: ['Artillery'] },
      });
    expect((await edit(stranger, 1)).status).toBe(404);
    expect((await edit(delegate, 1)).status).toBe(403);
    expect((await edit(representative, 1)).body).toMatchObject({ version: 2, categories: ['Artillery'] });
    const stale = await edit(desk, 1);
    expect(stale.problem).toMatchObject({ code: 'version.stale', details: { current: 2 } });
    expect((await delegate.call(readFirm, inFirm(hanwha))).body.description).toBe('Guns');
  });

  it('is the same firm when it takes part again, and not twice in one edition', async () => {
    const body = { name: 'HANWHA', country: 'KR' };
    const again = await desk.call(createFirm, { params: { edition: other.slug }, body });
    expect(again.body.id).toBe(hanwha.id);
    const twice = await desk.call(createFirm, { ...inEdition(), body });
    expect(twice.problem.fields?.[0]?.path).toBe('body.name');
    const races = await Promise.all(
      [1, 2, 3].map(() => desk.call(createFirm, { ...inEdition(), body: { name: 'Raced', country: 'IN' } })),
    );
    expect(races.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
  });

  it('is 404 in an edition that it takes no part in', async () => {
    const params = { edition: other.slug, firm: saab.id };
    expect((await desk.call(readFirm, { params })).status).toBe(404);
    expect((await desk.call(editFirm, { params, body: { version: 1 } })).status).toBe(404);
    const teams = [{ id: null, name: 'A', members: [saab.delegateIds[0]!] }];
    expect((await desk.call(setTeams, { params, body: { teams } })).status).toBe(404);
  });
});

describe('the teams of a firm', () => {
  const set = (browser: TestBrowser, teams: { id: string | null; name: string; members: string[] }[]) =>
    browser.call(setTeams, { ...inFirm(hanwha), body: { teams } });
  const shape = (teams: Team[]) =>
    teams.map(({ name, members }) => [name, members.map((member) => member.name)]);

  it('are formed anew of its accredited people, who learn that they may do other things', async () => {
    const [jung, choi] = hanwha.delegateIds as [string, string];
    const people = await representative.call(listColleagues, inFirm(hanwha));
    expect(people.body.map(({ name }) => name).sort()).toEqual(['Choi', 'Jung']);
    const formed = await set(representative, [
      { id: hanwha.teamId, name: 'Land', members: [jung] },
      { id: null, name: 'Sea', members: [choi, choi] },
    ]);
    expect(shape(formed.body)).toEqual([
      ['Land', ['Jung']],
      ['Sea', ['Choi']],
    ]);
    expect(formed.body[0]?.id).toBe(hanwha.teamId);
    const told = await forum.database.rows<{ entity_id: string }>(
      `select entity_id from change where type = 'rights.changed' union all select entity_id from journal where type = 'rights.changed'`,
    );
    expect(told.map((row) => row.entity_id)).toEqual([colleague.personId]);
    const merged = await set(representative, [
      { id: formed.body[1]!.id, name: 'All', members: [jung, choi] },
    ]);
    expect(shape(merged.body)).toEqual([['All', ['Choi', 'Jung']]]);
    expect((await set(representative, [{ id: hanwha.teamId, name: 'Land', members: [jung] }])).status).toBe(
      404,
    );
  });

  it('hold nobody else’s people, and are nobody else’s to form', async () => {
    const theirs = await set(representative, [{ id: null, name: 'Spies', members: saab.delegateIds }]);
    expect(theirs.problem.fields?.[0]).toMatchObject({ path: 'body.teams.0.members' });
    expect((await set(stranger, [{ id: null, name: 'A', members: saab.delegateIds }])).status).toBe(404);
    expect((await stranger.call(listColleagues, inFirm(hanwha))).status).toBe(404);
    expect(
      (await set(representative, [{ id: saab.teamId, name: 'A', members: hanwha.delegateIds }])).status,
    ).toBe(404);
  });
});
