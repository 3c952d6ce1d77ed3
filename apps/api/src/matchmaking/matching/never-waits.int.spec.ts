import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import * as noMeets from '@forum/contract/matchmaking/no-meets';
import * as profiles from '@forum/contract/matchmaking/profiles';
import * as settings from '@forum/contract/matchmaking/settings';
import * as suggestionsContract from '@forum/contract/matchmaking/suggestions';
import * as wishesContract from '@forum/contract/matchmaking/wishes';
import { eventually } from '../../testing/eventually.ts';
import { follow } from '../../testing/following-socket.ts';
import { createProfiledFirm, type ProfiledFirm } from '../../testing/profiled-firm.ts';
import { createTestEdition, type TestEdition } from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';
import { accredit } from '../../testing/test-programme.ts';
import { whenComputed } from '../../testing/when-computed.ts';
import { MatcherService } from './matcher.service.ts';

let forum: TestForum;
let desk: TestBrowser;
let edition: TestEdition;
let year = 2440;
let buyer: ProfiledFirm;
let hanbit: ProfiledFirm;
let kestrel: ProfiledFirm;
/** Lets the matchings go on that are held. */
let release: () => void = () => undefined;

const of = (firm: { id: string }) => ({ params: { edition: edition.slug, firm: firm.id } });
const inEdition = () => ({ params: { edition: edition.slug } });

/** From now on a matching that is begun is not finished before `release`. */
function hold(): void {
  const matcher = forum.app.get(MatcherService);
  const match = matcher.match.bind(matcher);
  const held = new Promise<void>((resolve) => (release = resolve));
  jest.spyOn(matcher, 'match').mockImplementation((facts) => held.then(() => match(facts)));
}

const suggestions = (firm: ProfiledFirm, browser = firm.browser) =>
  browser.call(suggestionsContract.listSuggestions, of(firm));
const namesIn = ({ body }: Awaited<ReturnType<typeof suggestions>>) =>
  body.rows?.map(({ firm }) => firm.name).sort() ?? null;
const why = async (from: ProfiledFirm, to: ProfiledFirm) =>
  (await from.browser.call(suggestionsContract.explainMatch, of(to))).body;

/** What was there before the matching is held: it is known to its firms and to the host. */
async function matched(): Promise<void> {
  for (const firm of [buyer, hanbit, kestrel]) await whenComputed(() => suggestions(firm));
  await whenComputed(() => suggestions(buyer, desk));
}

/** Asks, and beside it fifty times for something else; which of both is done first. */
const firstDone = async (ask: () => Promise<unknown>): Promise<string> => {
  const askOthers = async () => {
    for (let n = 0; n < 50; n++) await buyer.browser.call(profiles.readProfile, of(buyer));
    return 'fifty others';
  };
  const others = askOthers();
  const first = await Promise.race([ask().then(() => 'it'), others]);
  // What still asks would ask in the edition of the next test, before its firms are there.
  await others;
  return first;
};

beforeAll(async () => {
  forum = await startTestForum();
  desk = await forum.signIn('desk@host.example', { secretariat: true });
});
afterAll(() => forum.stop());

beforeEach(async () => {
  edition = await createTestEdition(forum.database, ++year);
  buyer = await createProfiledFirm(forum, edition, 'Buyer', 'needs');
  hanbit = await createProfiledFirm(forum, edition, 'Hanbit', 'offers');
  kestrel = await createProfiledFirm(forum, edition, 'Kestrel', 'offers');
});
afterEach(() => {
  release();
  jest.restoreAllMocks();
});

describe('while the first matching is being computed', () => {
  it('every answer that rests on it comes at once and says so', async () => {
    hold();
    const [listed, wishes, common, byDesk] = await Promise.all([
      suggestions(buyer),
      buyer.browser.call(wishesContract.listWishes, of(buyer)),
      why(buyer, hanbit),
      suggestions(buyer, desk),
    ]);
    const first = { asOf: null, newer: 'computing' };
    expect(listed.body).toMatchObject({ matching: first, rows: null, freeSlots: null, speaking: true });
    expect(wishes.body).toMatchObject({ matching: first, rows: [], ungraded: null });
    expect(common).toMatchObject({ matching: first, common: null, grade: null });
    expect(byDesk.body).toMatchObject({ matching: first, rows: null });
    release();
    expect(namesIn(await whenComputed(() => suggestions(buyer)))).toEqual(['Hanbit', 'Kestrel']);
  });
});

describe('while a newer matching is being computed', () => {
  it('the last one is told at once', async () => {
    await matched();
    hold();
    await createProfiledFirm(forum, edition, 'Nordlys', 'offers');
    expect(await firstDone(() => suggestions(buyer))).toBe('it');
    const answer = await suggestions(buyer);
    expect([namesIn(answer), answer.body.matching.newer]).toEqual([['Hanbit', 'Kestrel'], 'computing']);
    release();
    expect(namesIn(await whenComputed(() => suggestions(buyer)))).toEqual(['Hanbit', 'Kestrel', 'Nordlys']);
  });

  it('those who follow a firm are told when it is there: all the same, and nobody else', async () => {
    const delegate = await forum.signIn('kim@ministry.example');
    await accredit(forum, edition, delegate);
    await matched();
    const followers = await Promise.all(
      [buyer.browser, hanbit.browser, delegate, forum.visitor()].map((browser) =>
        follow(forum, browser, edition.slug),
      ),
    );
    const heard = followers.map(({ socket }) => {
      const messages: unknown[] = [];
      socket.on('computed', (message: unknown) => messages.push(message));
      return messages;
    });
    hold();
    await kestrel.browser.call(noMeets.setNoMeet, {
      ...of(kestrel),
      body: { other: hanbit.id, reason: 'Ours' },
    });
    await eventually(
      () => suggestions(buyer),
      ({ body }) => body.matching.newer === 'computing',
    );
    release();
    await eventually(
      () => Promise.resolve(heard),
      ([one, other]) => one!.length > 0 && other!.length > 0,
    );
    for (const { socket } of followers) socket.disconnect();
    const [atBuyer, atHanbit, ...atOthers] = heard;
    expect(new Set([...atBuyer!, ...atHanbit!].map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ what: 'matching' })]),
    );
    expect(atOthers).toEqual([[], []]);
    const told = followers.flatMap((one) => one.heard.map(({ type }) => type));
    expect(told).not.toContain('no-meet.changed');
  });
});

describe('a matching of before', () => {
  beforeEach(async () => {
    await matched();
    hold();
  });

  const stillComputing = async () => expect((await suggestions(buyer)).body.matching.newer).toBe('computing');
  const forbid = async (side: Partial<settings.MeetingRuleForm['between'][number]>) => {
    const everybody = { categories: null, countries: null, firms: null };
    const rule = { id: 'one', effect: 'forbid' as const, reason: '', between: [side, {}] };
    const { body } = await desk.call(settings.readMatchSettings, inEdition());
    const rules = [{ ...rule, between: rule.between.map((one) => ({ ...everybody, ...one })) }];
    await desk.call(settings.saveMatchSettings, {
      ...inEdition(),
      body: { ...body, rules: rules as settings.MeetingRuleForm[] },
    });
  };

  it('names nobody to each other whom one of them or the host keeps apart, and explains them as before', async () => {
    const before = [(await why(buyer, hanbit)).common, (await why(hanbit, buyer)).common];
    await hanbit.browser.call(noMeets.setNoMeet, {
      ...of(hanbit),
      body: { other: buyer.id, reason: 'Ours' },
    });
    await desk.call(noMeets.setHostNoMeet, {
      ...inEdition(),
      body: { firms: [kestrel.id, buyer.id], reason: 'Sanctions' },
    });
    for (const firm of [buyer, hanbit, kestrel]) expect(namesIn(await suggestions(firm))).toEqual([]);
    expect(namesIn(await suggestions(buyer, desk))).toEqual([]);
    expect([(await why(buyer, hanbit)).common, (await why(hanbit, buyer)).common]).toEqual(before);
    expect((await buyer.browser.call(wishesContract.listWishes, of(buyer))).body.ungraded).toBe(0);
    await stillComputing();
  });

  it('names nobody whom a rule forbids, by firm or by what the people of a firm have become', async () => {
    await forbid({ firms: [hanbit.id] });
    expect(namesIn(await suggestions(buyer))).toEqual(['Kestrel']);
    expect(namesIn(await suggestions(hanbit))).toEqual([]);
    await forum.database.rows(`update delegate set category = 'media' where firm_id = $1`, [kestrel.id]);
    await forbid({ categories: ['media'] });
    expect(namesIn(await suggestions(buyer))).toEqual(['Hanbit']);
    await stillComputing();
  });

  it('names no firm that the edition lists no more, and tells nothing of it', async () => {
    await forum.database.rows(
      'update firm_in_edition set removed_at = now() where edition_id = $1 and firm_id = $2',
      [edition.id, hanbit.id],
    );
    expect(namesIn(await suggestions(buyer))).toEqual(['Kestrel']);
    expect((await buyer.browser.call(suggestionsContract.explainMatch, of(hanbit))).status).toBe(404);
  });

  it('tells nothing that a firm has taken back, or said in a draft', async () => {
    const { content } = (await hanbit.browser.call(profiles.readProfile, of(hanbit))).body;
    const save = (version: number, confirmed: boolean, change: Partial<profiles.ProfileContent>) =>
      hanbit.browser.call(profiles.saveProfile, {
        ...of(hanbit),
        body: { version, confirmed, content: { ...content, ...change } },
      });
    const [line] = content.offers;
    await save(1, true, { offers: [{ ...line!, maturity: 2 }] });
    const terms = (await why(buyer, hanbit)).common?.terms ?? [];
    expect(terms.flatMap((term) => term.line?.offer.maturity ?? []).every((one) => one === 2)).toBe(true);
    await save(2, false, {});
    expect((await why(buyer, hanbit)).common).toEqual({ score: 0, terms: [] });
    expect(namesIn(await suggestions(buyer))).toEqual(['Kestrel']);
    await stillComputing();
  });

  it('is told to nobody who no longer speaks for the firm', async () => {
    await forum.database.rows('delete from representation where edition_id = $1 and firm_id = $2', [
      edition.id,
      buyer.id,
    ]);
    const refused = await eventually(
      () => suggestions(buyer),
      ({ status }) => status !== 200,
    );
    expect(refused.status).not.toBe(200);
  });
});
