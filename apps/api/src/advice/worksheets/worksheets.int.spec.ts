import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as contract from '@forum/contract/advice/worksheets';
import { countQueries } from '../../testing/count-queries.ts';
import { createTestEdition, createTestFirm, type TestEdition } from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';

type Firm = { id: string; browser: TestBrowser };

let forum: TestForum;
let edition: TestEdition;
let hanbit: Firm;
let nordlys: Firm;
let third: Firm;

async function firmOf(name: string): Promise<Firm> {
  const browser = await forum.signIn(`${name}@firm.example`, { name });
  const { id } = await createTestFirm(forum.database, edition, name, [browser.personId]);
  return { id, browser };
}

const params = () => ({ edition: edition.slug });
const secret = 'gallium-arsenide-detector';

const create = (firm: Firm, outside: string, inside: string) =>
  firm.browser.call(contract.createWorksheet, {
    params: params(),
    body: {
      title: 'Sight',
      currency: 'EUR',
      lines: [
        { component: secret, origin: 'KR', cost: outside },
        { component: 'Housing', origin: 'DE', cost: inside },
      ],
    },
  });

const of = (worksheet: contract.Worksheet, scheme: string) =>
  worksheet.results.find((result) => result.scheme === scheme)!;

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, 2031);
  [hanbit, nordlys, third] = [await firmOf('Hanbit'), await firmOf('Nordlys'), await firmOf('Thales')];
});
afterAll(() => forum.stop());

describe('a worksheet', () => {
  it('passes at 35.00 % and not at 35.01 %, by exact decimals, with its headroom', async () => {
    const passing = (await create(hanbit, '3500.00', '6500.00')).body;
    expect(of(passing, 'safe')).toMatchObject({
      outcome: 'passes',
      percent: '35.00',
      headroom: { replacing: '0', adding: '0' },
      sides: ['outside', 'inside'],
    });
    const failing = (await create(hanbit, '3501', '6499')).body;
    expect(of(failing, 'safe')).toMatchObject({ outcome: 'fails', percent: '35.01', headroom: null });
    const roomy = (await create(hanbit, '0.1', '0.9')).body;
    expect(of(roomy, 'safe')).toMatchObject({
      total: '1',
      percent: '10.00',
      headroom: { replacing: '0.25' },
    });
  });

  it('judges Ukraine as inside in SAFE and apart in EDIP', async () => {
    const { body } = await hanbit.browser.call(contract.createWorksheet, {
      params: params(),
      body: {
        title: 'Hull',
        currency: 'EUR',
        lines: [{ component: 'Hull', origin: 'UA', cost: '10' }],
      },
    });
    expect([of(body, 'safe').outcome, of(body, 'edip').outcome]).toEqual(['passes', 'fails']);
  });

  it('refuses what is no amount, naming the field', async () => {
    const refused = await create(hanbit, '1e3', '1');
    expect(refused.status).toBe(400);
    expect(refused.problem.fields?.map(({ path }) => path)).toEqual(['body.lines.0.cost']);
  });

  it('takes the write of whoever has seen the newest version, and tells the other the current one', async () => {
    const { body: made } = await create(hanbit, '1', '9');
    const where = { params: { ...params(), worksheet: made.id } };
    const body = { version: 1, title: 'Sight', currency: 'EUR', lines: [] };
    expect((await hanbit.browser.call(contract.saveWorksheet, { ...where, body })).body.version).toBe(2);
    const stale = await hanbit.browser.call(contract.saveWorksheet, { ...where, body });
    expect(stale).toMatchObject({ status: 409, problem: { details: { current: 2 } } });
  });

  it('is thrown away with all that was shared of it', async () => {
    const { body: made } = await create(hanbit, '1', '9');
    const where = { params: { ...params(), worksheet: made.id } };
    await hanbit.browser.call(contract.shareWorksheet, { ...where, body: { firms: [nordlys.id] } });
    expect((await nordlys.browser.call(contract.removeWorksheet, where)).status).toBe(404);
    expect((await hanbit.browser.call(contract.removeWorksheet, where)).status).toBe(200);
    const { body } = await nordlys.browser.call(contract.listWorksheets, { params: params() });
    expect(body.received.map(({ id }) => id)).not.toContain(made.id);
  });
});

describe('a shared worksheet', () => {
  it('gives the counterpart the ratio, and not a byte of its lines or amounts', async () => {
    const { body: made } = await create(hanbit, '1234567.89', '7654321.98');
    const where = { params: { ...params(), worksheet: made.id } };
    const shared = await hanbit.browser.call(contract.shareWorksheet, {
      ...where,
      body: { firms: [nordlys.id] },
    });
    expect(shared.body.sharedWith).toEqual([{ id: nordlys.id, name: 'Nordlys' }]);
    const { body } = await nordlys.browser.call(contract.listWorksheets, { params: params() });
    const received = body.received.find(({ id }) => id === made.id)!;
    expect(received).toEqual({
      id: made.id,
      from: { id: hanbit.id, name: 'Hanbit' },
      title: 'Sight',
      ratios: [
        { scheme: 'safe', day: expect.any(String), outcome: 'passes', percent: '13.89', limit: '35' },
        { scheme: 'edip', day: expect.any(String), outcome: 'passes', percent: '13.89', limit: '35' },
      ],
    });
    const bytes = JSON.stringify(body);
    for (const leak of [secret, 'Housing', '1234567', '7654321', '8888889', 'EUR']) {
      expect(bytes).not.toContain(leak);
    }
    for (const { browser } of [nordlys, third]) {
      expect((await browser.call(contract.readWorksheet, where)).status).toBe(404);
    }
    const others = await third.browser.call(contract.listWorksheets, { params: params() });
    expect(others.body).toEqual({ own: [], received: [] });
  });

  it('is shared with firms of the edition only, and not with oneself', async () => {
    const { body: made } = await create(hanbit, '1', '9');
    const share = (firms: string[]) =>
      hanbit.browser.call(contract.shareWorksheet, {
        params: { ...params(), worksheet: made.id },
        body: { firms },
      });
    expect((await share([hanbit.id])).status).toBe(400);
    expect((await share(['00000000-0000-4000-8000-000000000000'])).status).toBe(400);
  });
});

describe('the list of worksheets', () => {
  it('costs as many queries with thirty as with one', async () => {
    await create(third, '1', '9');
    const list = () => third.browser.call(contract.listWorksheets, { params: params() });
    const few = await countQueries(forum, list);
    for (let made = 1; made < 30; made++) await create(third, '1', '9');
    const many = await countQueries(forum, list);
    expect([few.result.body.own.length, many.result.body.own.length]).toEqual([1, 30]);
    expect(many.queries).toBe(few.queries);
  });
});
