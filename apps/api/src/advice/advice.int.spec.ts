import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readAdvice } from '@forum/contract/advice/advice';
import { readFacts, type RouteFacts, saveFacts } from '@forum/contract/advice/route-facts';
import { createTestEdition, createTestFirm, type TestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';

type Firm = { id: string; browser: TestBrowser };
type FactName = keyof RouteFacts;

let forum: TestForum;
let edition: TestEdition;
let hanbit: Firm;
let nordlys: Firm;
let organiser: TestBrowser;

async function firmOf(name: string): Promise<Firm> {
  const browser = await forum.signIn(`${name}@firm.example`, { name });
  const { id } = await createTestFirm(forum.database, edition, name, [browser.personId]);
  return { id, browser };
}

const at = (firm: Firm) => ({ edition: edition.slug, firm: firm.id });

async function say(firm: Firm, facts: Partial<RouteFacts>, shared: FactName[] = []) {
  const { body } = await firm.browser.call(readFacts, { params: at(firm) });
  return firm.browser.call(saveFacts, { params: at(firm), body: { version: body.version, facts, shared } });
}

async function advice(reader: TestBrowser, about: Firm, asOf?: string) {
  const { body } = await reader.call(readAdvice, { params: at(about), query: asOf ? { asOf } : {} });
  const of = (scheme: string) => body.verdicts.find((verdict) => verdict.scheme === scheme)!;
  return { body, of };
}

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, 2031);
  hanbit = await firmOf('Hanbit');
  nordlys = await firmOf('Nordlys');
  organiser = await forum.signIn('desk@host.example', { secretariat: true });
});
afterAll(() => forum.stop());

describe('a firm that has said nothing', () => {
  it('is told of every programme that it is not known, or that it is not there', async () => {
    const { body } = await advice(hanbit.browser, hanbit, '2026-06-01');
    expect(body.own).toBeNull();
    const open = body.verdicts.filter(({ openness }) => openness.startsWith('open'));
    expect(open).toEqual([]);
    expect(body.verdicts.map(({ scheme }) => scheme)).toEqual([
      'edf',
      'edip',
      'safe',
      'horizon-europe',
      'diana',
      'nato-innovation-fund',
      'bilateral-offset',
    ]);
  });
});

describe('the facts of a firm', () => {
  it('are read and written by its own people only, and by two at once with a 409 that names the current version', async () => {
    const saved = await say(hanbit, { establishedIn: ['KR'], civilApplication: true });
    expect(saved.body).toMatchObject({
      version: 1,
      facts: { establishedIn: ['KR'], managedFrom: null },
      shared: [],
    });
    const body = { version: 0, facts: {}, shared: [] };
    const stale = await hanbit.browser.call(saveFacts, { params: at(hanbit), body });
    expect(stale).toMatchObject({
      status: 409,
      problem: { code: 'version.stale', details: { current: 1 } },
    });
    const { status } = await nordlys.browser.call(readFacts, { params: at(hanbit) });
    expect(status).toBe(404);
    expect((await organiser.call(readFacts, { params: at(hanbit) })).status).toBe(403);
    expect((await nordlys.browser.call(saveFacts, { params: at(hanbit), body })).status).toBe(404);
  });

  it('name countries that there are and a share of the whole; a refusal names field, value and remedy', async () => {
    const { problem } = await say(hanbit, { establishedIn: ['ZZ'], outsidePercent: '135' });
    expect(problem).toMatchObject({
      code: 'request.invalid',
      fields: [
        { path: 'body.facts.establishedIn.0', remedy: expect.stringContaining('such as KR') },
        { path: 'body.facts.outsidePercent', remedy: expect.stringContaining('from 0 to 100') },
      ],
    });
    expect(problem.fields?.map(({ value }) => value)).toEqual(['"ZZ"', '"135"']);
  });

  it('decide by the rules of a day, so that an earlier day replays the earlier answer', async () => {
    await say(hanbit, { establishedIn: ['KR'], civilApplication: true });
    const after = (await advice(hanbit.browser, hanbit, '2026-06-01')).of('horizon-europe');
    expect(after.openness).toBe('open-with-conditions');
    expect(after.reasons[0]).toMatchObject({
      ruleId: 'horizon.established',
      act: expect.stringContaining('2021/695'),
      date: expect.stringMatching(/^\d{4}-/),
    });
    const before = (await advice(hanbit.browser, hanbit, '2024-06-01')).of('horizon-europe');
    expect(before.reasons[0]!.says).not.toBe(after.reasons[0]!.says);
    expect((await advice(hanbit.browser, hanbit, '2020-01-01')).of('safe').openness).toBe('closed');
  });
});

describe('the advice for two firms', () => {
  const nordlysFacts = { headquarteredIn: ['NO'], dualUse: true, establishedIn: ['NO'] };

  it('uses of the other only what it shares; what it does not share is unknown', async () => {
    await say(hanbit, { headquarteredIn: ['NO'], dualUse: true });
    await say(nordlys, nordlysFacts, []);
    const hidden = (await advice(hanbit.browser, nordlys, '2026-06-01')).of('diana');
    expect(hidden.openness).toBe('unknown');
    expect(hidden.alone?.own.openness).not.toBe('unknown');
    const hears = JSON.stringify(hidden);
    await say(nordlys, { ...nordlysFacts, headquarteredIn: ['KR'] }, []);
    const same = (await advice(hanbit.browser, nordlys, '2026-06-01')).of('diana');
    expect(JSON.stringify(same)).toBe(hears);
    await say(nordlys, nordlysFacts, ['headquarteredIn', 'dualUse']);
    const shared = (await advice(hanbit.browser, nordlys, '2026-06-01')).of('diana');
    expect(shared.openness).not.toBe('unknown');
    expect(shared.openness).not.toBe('closed');
  });

  it('is not for somebody without a firm: they read what the firm shares', async () => {
    await say(nordlys, nordlysFacts, ['headquarteredIn']);
    const { body, of } = await advice(organiser, nordlys, '2026-06-01');
    expect(body.own).toBeNull();
    const missing = of('diana').reasons.flatMap((reason) => reason.missing);
    expect(missing).toEqual(['dualUse']);
  });
});
