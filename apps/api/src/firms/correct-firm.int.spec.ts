import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Firm, listFirms } from '@forum/contract/firms/firms';
import { applyFirmImport, proposeFirmImport } from '@forum/contract/firms/imports';
import { correctFirm, createFirm, readFirmListing, removeFirm } from '@forum/contract/firms/listing';
import { createTestEdition, createTestFirm, type TestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';

let forum: TestForum;
let desk: TestBrowser;
beforeAll(async () => {
  forum = await startTestForum();
  desk = await forum.signIn('desk@host.example', { secretariat: true });
});
afterAll(() => forum.stop());

const csv = (...lines: string[]) =>
  new TextEncoder().encode(['name;country;stand;website', ...lines].join('\n'));
const propose = async (edition: TestEdition, body: Uint8Array, mode?: 'add' | 'replace') => {
  const query = mode ? { mode } : {};
  return (
    await desk.call(proposeFirmImport, {
      params: { edition: edition.slug },
      query,
      body: new Uint8Array(body),
    })
  ).body;
};
const importAll = async (edition: TestEdition, body: Uint8Array, mode?: 'add' | 'replace') => {
  const shown = await propose(edition, body, mode);
  const params = { edition: edition.slug, import: shown.id };
  const applied = await desk.call(applyFirmImport, { params, body: { confirmRemovals: shown.sums.removed } });
  expect(applied.status).toBe(200);
  return shown;
};
const firmsOf = async (edition: TestEdition) =>
  (await desk.call(listFirms, { params: { edition: edition.slug }, query: { limit: 500 } })).body.rows;
const short = (firms: readonly Firm[]) => firms.map(({ name, country, stand }) => [name, country, stand]);
const inFirm = (edition: TestEdition, firm: { id: string }) => ({
  params: { edition: edition.slug, firm: firm.id },
});
const correct = (
  edition: TestEdition,
  firm: Firm,
  change: Partial<Pick<Firm, 'name' | 'country' | 'stand'>>,
) => {
  const { version, name, country, stand } = firm;
  return desk.call(correctFirm, {
    ...inFirm(edition, firm),
    body: { version, name, country, stand, ...change },
  });
};

describe('a firm that is corrected at the desk', () => {
  it('stays the same firm for every later list, which is told where it disagrees', async () => {
    const edition = await createTestEdition(forum.database, 2051);
    const list = csv('3C TAE YANG;KR;A1;', '5ATZ;JP;B2;', 'Saab;SE;C3;');
    await importAll(edition, list);
    const [taeYang, atz] = await firmsOf(edition);
    expect((await correct(edition, taeYang!, { country: 'JP', stand: 'A9' })).body).toMatchObject({
      id: taeYang!.id,
      country: 'JP',
      version: 2,
    });
    await correct(edition, atz!, { name: '5ATZ Co.' });
    const again = await importAll(edition, list);
    expect([again.sums, again.unchanged]).toEqual([{ added: 0, changed: 0, removed: 0 }, 3]);
    expect(again.disagreements).toEqual([
      {
        name: '3C TAE YANG',
        country: 'JP',
        fields: [
          { field: 'country', from: 'JP', to: 'KR' },
          { field: 'stand', from: 'A9', to: 'A1' },
        ],
      },
      { name: '5ATZ Co.', country: 'JP', fields: [{ field: 'name', from: '5ATZ Co.', to: '5ATZ' }] },
    ]);
    const agreed = await importAll(edition, csv('3C TAE YANG;JP;A9;', '5ATZ Co.;JP;B2;', 'Saab;SE;C3;'));
    expect([agreed.unchanged, agreed.disagreements]).toEqual([3, []]);
    await importAll(edition, csv('3C TAE YANG;JP;D4;', '5ATZ Co.;JP;B2;', 'Saab;SE;C3;'));
    const firms = await firmsOf(edition);
    expect(short(firms)).toEqual([
      ['3C TAE YANG', 'JP', 'D4'],
      ['5ATZ Co.', 'JP', 'B2'],
      ['Saab', 'SE', 'C3'],
    ]);
    expect(firms.slice(0, 2).map(({ id }) => id)).toEqual([taeYang!.id, atz!.id]);
  });

  it('is the same in the list of another edition, and when it is added by hand', async () => {
    const [one, other] = [
      await createTestEdition(forum.database, 2052),
      await createTestEdition(forum.database, 2053),
    ];
    await importAll(one, csv('Ostra;SE;;'));
    const [ostra] = await firmsOf(one);
    await correct(one, ostra!, { name: 'Östra Systems' });
    await importAll(other, csv('Ostra;SE;;'));
    expect((await firmsOf(other)).map(({ id, name }) => [id, name])).toEqual([[ostra!.id, 'Östra Systems']]);
    const again = await desk.call(createFirm, {
      params: { edition: one.slug },
      body: { name: 'Ostra', country: 'SE' },
    });
    expect(again.problem.fields?.[0]?.path).toBe('body.name');
  });

  it('is refused the name of another, an old version, and everybody but the host', async () => {
    const edition = await createTestEdition(forum.database, 2054);
    await importAll(edition, csv('Alpha;FR;;', 'Beta;FR;;'));
    const [alpha, beta] = await firmsOf(edition);
    expect((await correct(edition, beta!, { name: 'ALPHA' })).problem.fields?.[0]?.path).toBe('body.name');
    await correct(edition, alpha!, { stand: 'A1' });
    expect((await correct(edition, alpha!, { stand: 'A2' })).problem.code).toBe('version.stale');
    const person = await forum.signIn('rep@beta.example');
    const own = await createTestFirm(forum.database, edition, 'Gamma', [person.personId]);
    expect((await person.call(readFirmListing, inFirm(edition, own))).status).toBe(403);
    expect((await person.call(removeFirm, { ...inFirm(edition, own), body: { version: 1 } })).status).toBe(
      403,
    );
  });
});

describe('a firm that is removed by hand', () => {
  it('shows first whom that touches, is gone then, and comes back with the next list', async () => {
    const edition = await createTestEdition(forum.database, 2055);
    const person = await forum.signIn('jung@delta.example', { name: 'Jung' });
    const delta = await createTestFirm(forum.database, edition, 'Delta', [person.personId]);
    const { body } = await desk.call(readFirmListing, inFirm(edition, delta));
    expect(body).toMatchObject({
      name: 'Delta',
      mail: null,
      representatives: ['Jung'],
      touched: { total: 0 },
    });
    const { version } = body;
    expect((await desk.call(removeFirm, { ...inFirm(edition, delta), body: { version } })).status).toBe(200);
    expect(await firmsOf(edition)).toEqual([]);
    expect((await desk.call(readFirmListing, inFirm(edition, delta))).status).toBe(404);
  });
});

describe('a second list', () => {
  it('adds to the first when it is told to, and removes nothing', async () => {
    const edition = await createTestEdition(forum.database, 2056);
    await importAll(edition, csv('Alpha;FR;A1;', 'Beta;FR;;'));
    const shown = await importAll(edition, csv('Beta;FR;B2;', 'Gamma;FR;;mailto:sales@gamma.example'), 'add');
    expect([shown.mode, shown.sums, shown.held]).toEqual([
      'add',
      { added: 1, changed: 1, removed: 0 },
      false,
    ]);
    const firms = await firmsOf(edition);
    expect(short(firms)).toEqual([
      ['Alpha', 'FR', 'A1'],
      ['Beta', 'FR', 'B2'],
      ['Gamma', 'FR', null],
    ]);
    const { body } = await desk.call(readFirmListing, inFirm(edition, firms[2]!));
    expect([body.mail, firms[2]?.website]).toEqual(['sales@gamma.example', null]);
    const whole = await propose(edition, csv('Gamma;FR;;'), 'replace');
    expect([whole.mode, whole.sums.removed]).toEqual(['replace', 2]);
  });
});
