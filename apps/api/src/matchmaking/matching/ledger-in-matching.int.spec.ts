import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as settings from '@forum/contract/matchmaking/settings';
import * as suggestions from '@forum/contract/matchmaking/suggestions';
import * as wishes from '@forum/contract/matchmaking/wishes';
import { confirmOutcome, proposeOutcome } from '@forum/contract/outcomes/ledger';
import type { OutcomeStage } from '@forum/domain/outcomes/ledger';
import { eventually } from '../../testing/eventually.ts';
import { createProfiledFirm, type ProfiledFirm } from '../../testing/profiled-firm.ts';
import { createTestEdition, type TestEdition } from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';
import { whenComputed } from '../../testing/when-computed.ts';

let forum: TestForum;
let edition: TestEdition;
let year = 2140;
let desk: TestBrowser;
let maker: ProfiledFirm;
let buyer: ProfiledFirm;
let other: ProfiledFirm;

const of = (firm: { id: string }) => ({ params: { edition: edition.slug, firm: firm.id } });
const inEdition = () => ({ params: { edition: edition.slug } });

const party = (name: string, side: 'offers' | 'needs') => createProfiledFirm(forum, edition, name, side);

/** A step that both firms have confirmed. */
async function agree(stage: OutcomeStage, confidential: boolean, until: string | null = null) {
  const proposed = await maker.browser.call(proposeOutcome, {
    ...of(buyer),
    body: { matter: null, title: 'Sights', stage, until, confidential },
  });
  const outcome = proposed.body.flatMap(({ steps }) => steps).find(({ state }) => state === 'proposed');
  await buyer.browser.call(confirmOutcome, {
    params: { edition: edition.slug, outcome: outcome?.id ?? '' },
    body: { confidential: false },
  });
}

/** The reasons from the past between both, as one reads them. */
const pastSeenBy = async (firm: ProfiledFirm, about: ProfiledFirm, browser = firm.browser) => {
  const { body } = await whenComputed(() =>
    browser.call(suggestions.explainMatch, {
      ...of(about),
      query: browser === desk ? { for: firm.id } : {},
    }),
  );
  const { terms, score } = body.common ?? { terms: [], score: NaN };
  const sum = terms.reduce((total, { points }) => total + points, 0);
  expect(sum).toBe(score);
  return terms
    .filter(({ kind }) => ['underWay', 'contract', 'metBefore', 'noShow'].includes(kind))
    .map(({ kind, gain, points, about: step }) => [kind, gain, points, step]);
};

const both = (kind: string, points: number, step: string | null) =>
  ['ours', 'theirs'].map((gain) => [kind, gain, points, step]);

const sorted = (terms: unknown[][]) => [...terms].sort((a, b) => (String(a) < String(b) ? -1 : 1));

const seen = (terms: unknown[][]) =>
  eventually(
    async () => sorted(await pastSeenBy(maker, buyer)),
    (now) => JSON.stringify(now) === JSON.stringify(terms),
  );

/** Everything that the host learns from the matching, byte for byte, under weights that would tell. */
async function learntByHost(): Promise<string> {
  const { body: usual } = await desk.call(settings.readMatchSettings, inEdition());
  const previews = [0, 1000].map((weight) =>
    desk.call(settings.previewMatchSettings, {
      ...inEdition(),
      body: {
        settings: {
          ...usual.settings,
          weights: { ...usual.settings.weights, underWay: weight, contract: weight },
          suggestions: { ...usual.settings.suggestions, usual: 1, reach: 0, primesForSmall: 0 },
        },
      },
    }),
  );
  const lists = [maker, buyer, other].flatMap((firm) => [
    whenComputed(() => desk.call(suggestions.listSuggestions, of(firm))),
    whenComputed(() => desk.call(wishes.listWishes, of(firm))),
    whenComputed(() => desk.call(suggestions.explainMatch, { ...of(firm), query: { for: maker.id } })),
  ]);
  const answers = await Promise.all([...previews, ...lists]);
  // When it was brought up to date is told to everybody alike.
  return JSON.stringify(answers.map(({ status, body }) => [status, { ...body, matching: null }]));
}

beforeAll(async () => {
  forum = await startTestForum();
  desk = await forum.signIn('desk@host.example', { secretariat: true });
});
afterAll(() => forum.stop());

beforeEach(async () => {
  edition = await createTestEdition(forum.database, ++year);
  maker = await party('Hanbit', 'offers');
  other = await party('Kestrel', 'offers');
  buyer = await party('Nordlys', 'needs');
});

describe('what two firms have come to', () => {
  it('is a reason for their meeting in words of both, and a contract one against it', async () => {
    await agree('interest', false);
    expect(await seen(both('underWay', 12, 'interest'))).toEqual(both('underWay', 12, 'interest'));
    await agree('pilot', false, '2999-01-01');
    expect(await seen(both('underWay', 30, 'pilot'))).toEqual(both('underWay', 30, 'pilot'));
    expect(await pastSeenBy(other, buyer)).toEqual([]);
  });

  it('is a contract in the end, which takes off', async () => {
    await agree('contract', false);
    expect(await seen(both('contract', -40, null))).toEqual(both('contract', -40, null));
  });

  it('weighs what the edition gives it, and the usual where its settings are older', async () => {
    await agree('mou', false);
    const { body } = await desk.call(settings.readMatchSettings, inEdition());
    const weights = { ...body.settings.weights, underWay: 100 };
    await desk.call(settings.saveMatchSettings, {
      ...inEdition(),
      body: { ...body, settings: { ...body.settings, weights } },
    });
    expect(await seen(both('underWay', 80, 'mou'))).toEqual(both('underWay', 80, 'mou'));
    await forum.database.rows(
      `update match_setting set weights = weights #- '{weights,contract}' where edition_id = $1`,
      [edition.id],
    );
    const older = await desk.call(settings.readMatchSettings, inEdition());
    expect(older.body.settings.weights).toMatchObject({ underWay: 100, contract: 40 });
  });

  it('in confidence counts for the two alone: the host and third firms learn nothing, byte for byte', async () => {
    const third = async () =>
      JSON.stringify({
        ...(await whenComputed(() => other.browser.call(suggestions.explainMatch, of(buyer)))).body,
        matching: null,
      });
    const before = [await learntByHost(), await third()];
    await agree('nda', true);
    expect(await seen(both('underWay', 18, 'nda'))).toEqual(both('underWay', 18, 'nda'));
    const told = (await whenComputed(() => buyer.browser.call(suggestions.listSuggestions, of(buyer)))).body
      .rows;
    expect(told?.find(({ firm }) => firm.id === maker.id)?.terms).toContainEqual(
      expect.objectContaining({ kind: 'underWay', about: 'nda' }),
    );
    expect([await learntByHost(), await third()]).toEqual(before);
    expect(await pastSeenBy(maker, buyer, desk)).toEqual([]);
  });

  it('openly is known to the host as its figures are', async () => {
    const before = await learntByHost();
    await agree('nda', false);
    await seen(both('underWay', 18, 'nda'));
    expect(await learntByHost()).not.toBe(before);
    expect(sorted(await pastSeenBy(maker, buyer, desk))).toEqual(both('underWay', 18, 'nda'));
  });
});

describe('a meeting of an earlier edition', () => {
  const earlier = async (...views: string[]) => {
    const past = await createTestEdition(forum.database, 1900 + (year - 2140), 'archived');
    const row = await forum.database.row<{ id: string }>(
      `with firms as (insert into firm_in_edition (edition_id, firm_id) values ($1, $2), ($1, $3)),
       teams as (insert into team (edition_id, firm_id, name) values ($1, $2, 'A'), ($1, $3, 'B') returning id, name),
       room as (insert into hall (edition_id, name, slot_minutes, changeover_minutes) values ($1, 'Hall', 20, 5) returning id),
       place as (insert into meeting_table (edition_id, hall_id, label, position, capacity, x, y)
         select $1, id, 'T1', 1, 4, 0, 0 from room returning id)
       insert into meeting (edition_id, from_team_id, to_team_id, topic, state, requested_by, starts_at, ends_at, table_id)
       select $1, a.id, b.id, 'Sights', 'accepted', $4, '1990-01-01T00:00:00Z', '1990-01-01T00:20:00Z', place.id
       from teams a, teams b, place where a.name = 'A' and b.name = 'B' returning id`,
      [past.id, maker.id, buyer.id, maker.browser.personId],
    );
    for (const [at, view] of views.entries()) {
      await forum.database.rows(
        'insert into meeting_report (edition_id, meeting_id, side, view) values ($1, $2, $3, $4)',
        [past.id, row?.id, at === 0 ? 'from' : 'to', view],
      );
    }
    // Nothing of this edition has changed, so its matching is made anew by another profile.
    await party('Stranger', 'offers');
  };

  it('that nobody reported on counts as met', async () => {
    await earlier();
    expect(await seen(both('metBefore', -10, null))).toEqual(both('metBefore', -10, null));
  });

  it('to which a side did not come by both their words takes off from the one who waited', async () => {
    await earlier('held', 'held');
    expect(await seen(both('metBefore', -10, null))).toHaveLength(2);
    await forum.database.rows(
      `update meeting_report set view = case side when 'from' then 'other-absent' else 'we-were-absent' end`,
    );
    await party('Passer-by', 'offers');
    expect(await seen([['noShow', 'ours', -20, null]])).toEqual([['noShow', 'ours', -20, null]]);
  });
});
