import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { editFirm, listFirms } from '@forum/contract/firms/firms';
import {
  applyFirmImport,
  firmImport,
  listFirmImports,
  proposeFirmImport,
} from '@forum/contract/firms/imports';
import { createFirm } from '@forum/contract/firms/listing';
import { isPresent, realFile } from '@forum/interchange/testing/real-files';
import { sample } from '@forum/interchange/testing/samples';
import { createTestEdition, type TestEdition } from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';

let forum: TestForum;
let desk: TestBrowser;
beforeAll(async () => {
  forum = await startTestForum();
  desk = await forum.signIn('desk@host.example', { secretariat: true });
});
afterAll(() => forum.stop());

const csv = (...lines: string[]) =>
  new TextEncoder().encode(['name;country;category;website', ...lines].join('\r\n'));
const propose = (edition: TestEdition, body: Uint8Array) =>
  desk.call(proposeFirmImport, { params: { edition: edition.slug }, query: {}, body: new Uint8Array(body) });
const apply = (edition: TestEdition, id: string, confirmRemovals?: number) =>
  desk.call(applyFirmImport, {
    params: { edition: edition.slug, import: id },
    body: confirmRemovals === undefined ? {} : { confirmRemovals },
  });
const importAll = async (edition: TestEdition, body: Uint8Array) =>
  apply(edition, (await propose(edition, body)).body.id);
const firmsOf = async (edition: TestEdition) =>
  (await desk.call(listFirms, { params: { edition: edition.slug }, query: { limit: 500 } })).body;

describe('an exhibitor list', () => {
  it('is taken as a workbook, and as the CSV of a Korean Excel with a note of its encoding', async () => {
    const edition = await createTestEdition(forum.database, 2040);
    const workbook = (await propose(edition, sample('exhibitors.xlsx'))).body;
    expect(workbook.added).toEqual([
      { name: 'Hanul Marine Systems', country: 'KR' },
      { name: 'Gröbner Geräte GmbH', country: 'DE' },
    ]);
    const korean = (await propose(edition, sample('exhibitors-cp949.csv'))).body;
    expect(korean.added).toEqual([{ name: '한울마린', country: 'KR' }]);
    expect(korean.notes).toEqual([{ code: 'file.encoding', where: '', value: 'EUC-KR (CP949)' }]);
  });

  it('is shown as a difference, applied once, and is no difference the second time', async () => {
    const edition = await createTestEdition(forum.database, 2031);
    const list = csv('Hanwha Systems Co., Ltd.;KR;Radar;https://hanwha.example', 'Saab;SE;Radar;', ';KR;;');
    const shown = (await propose(edition, list)).body;
    expect(firmImport.parse(shown)).toEqual(shown);
    expect(shown.added).toEqual([
      { name: 'Hanwha Systems Co., Ltd.', country: 'KR' },
      { name: 'Saab', country: 'SE' },
    ]);
    expect(shown.notes.map(({ code }) => code)).toEqual(['firm.name_missing']);
    expect((await firmsOf(edition)).total).toBe(0);
    expect((await apply(edition, shown.id)).body.state).toBe('applied');
    const { rows } = await firmsOf(edition);
    expect(rows.map(({ name, country, categories }) => [name, country, categories])).toEqual([
      ['Hanwha Systems Co., Ltd.', 'KR', ['Radar']],
      ['Saab', 'SE', ['Radar']],
    ]);
    const again = (await propose(edition, list)).body;
    expect([again.added, again.changed, again.removed, again.unchanged]).toEqual([[], [], [], 2]);
    const listed = await desk.call(listFirmImports, { params: { edition: edition.slug } });
    expect(listed.body.map(({ state }) => state)).toEqual(['proposed', 'applied']);
  });

  it('changes what it tells, keeps what it does not tell, and cannot miss a firm that it never brought', async () => {
    const edition = await createTestEdition(forum.database, 2032);
    const params = { edition: edition.slug };
    const body = { name: 'By hand', country: 'KR', categories: ['Boots'] };
    await desk.call(createFirm, { params, body });
    await importAll(edition, csv('Saab;SE;Radar;https://saab.example'));
    const shown = (await propose(edition, csv('SAAB;SE;Missiles;'))).body;
    expect(shown.changed).toEqual([
      {
        name: 'Saab',
        country: 'SE',
        fields: [{ field: 'categories', from: 'Radar', to: 'Missiles' }],
      },
    ]);
    expect(shown.removed).toEqual([]);
    await apply(edition, shown.id);
    expect((await firmsOf(edition)).rows).toMatchObject([
      { name: 'By hand' },
      { name: 'Saab', version: 2, categories: ['Missiles'], website: 'https://saab.example' },
    ]);
  });

  it('that removes many firms waits until somebody confirms the number', async () => {
    const edition = await createTestEdition(forum.database, 2033);
    const lines = Array.from({ length: 30 }, (_, i) => `Firm ${i};JP;;`);
    await importAll(edition, csv(...lines));
    const shown = (await propose(edition, csv(...lines.slice(5)))).body;
    expect(shown.held).toBe(true);
    const refused = await apply(edition, shown.id);
    expect(refused.problem).toMatchObject({ code: 'firms.removals_held', details: { removals: 5 } });
    expect((await apply(edition, shown.id, 5)).body.state).toBe('applied');
    expect((await firmsOf(edition)).total).toBe(25);
  });

  it('that does not fit any more is refused with a fresh difference', async () => {
    const edition = await createTestEdition(forum.database, 2034);
    await importAll(edition, csv('Thales;FR;Radar;'));
    const shown = (await propose(edition, csv('Thales;FR;Sonar;'))).body;
    const [thales] = (await firmsOf(edition)).rows;
    await desk.call(editFirm, {
      params: { edition: edition.slug, firm: thales!.id },
      body: { version: thales!.version, categories: ['Avionics'] },
    });
    const refused = await apply(edition, shown.id);
    expect(refused.problem.code).toBe('version.stale');
    const fresh = await apply(edition, String(refused.problem.details?.['import']));
    expect(fresh.body).toMatchObject({
      state: 'applied',
      changed: [{ fields: [{ from: 'Avionics', to: 'Sonar' }] }],
    });
  });

  it('is named by a file name that may hold anything', async () => {
    const edition = await createTestEdition(forum.database, 2037);
    const query = { name: 'list\0 of\nfirms' };
    const body = csv('Thales;FR;;');
    const shown = await desk.call(proposeFirmImport, { params: { edition: edition.slug }, query, body });
    expect(shown.body.source).toBe('list of firms');
  });

  it('of another edition is not there', async () => {
    const edition = await createTestEdition(forum.database, 2035);
    const other = await createTestEdition(forum.database, 2036);
    const shown = (await propose(edition, csv('Thales;FR;Radar;'))).body;
    expect((await apply(other, shown.id)).status).toBe(404);
    expect((await propose(edition, csv())).problem.code).toBe('import.unreadable');
  });
});

const real = (name: string) => (isPresent(`firms/${name}`) ? it : it.skip);

describe('a real exhibitor list', () => {
  real('seoul-adex-2025.json')('of Seoul ADEX and then of Avalon makes each firm once', async () => {
    const [seoul, canberra] = [
      await createTestEdition(forum.database, 2025),
      await createTestEdition(forum.database, 2026),
    ];
    await importAll(seoul, realFile('firms/seoul-adex-2025.json'));
    expect((await firmsOf(seoul)).total).toBeGreaterThan(640);
    await importAll(canberra, realFile('firms/avalon-2025.json'));
    const both = await forum.database.row<{ firms: number }>(
      `select count(*)::int as firms from firm_in_edition a join firm_in_edition b using (firm_id)
       where a.edition_id = $1 and b.edition_id = $2`,
      [seoul.id, canberra.id],
    );
    expect(both?.firms).toBeGreaterThan(0);
    const again = (await propose(seoul, realFile('firms/seoul-adex-2025.json'))).body;
    expect([again.added, again.changed, again.removed]).toEqual([[], [], []]);
  });
});
