import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as capabilities from '@forum/contract/matchmaking/capabilities';
import * as noMeets from '@forum/contract/matchmaking/no-meets';
import * as profiles from '@forum/contract/matchmaking/profiles';
import * as readiness from '@forum/contract/matchmaking/readiness';
import * as settingsContract from '@forum/contract/matchmaking/settings';
import * as suggestions from '@forum/contract/matchmaking/suggestions';
import * as wishes from '@forum/contract/matchmaking/wishes';
import type { RouteInput } from '@forum/contract/route';
import { usualSettings } from '@forum/domain/matchmaking/matching/settings';
import { countQueries } from '../testing/count-queries.ts';
import { eventually } from '../testing/eventually.ts';
import { createTestEdition, createTestFirm, type TestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';
import { whenComputed } from '../testing/when-computed.ts';
import { MatchingsService } from './matching/matchings.service.ts';
import { WishReminders } from './readiness/wish-reminders.ts';

let forum: TestForum;
let edition: TestEdition;
let year = 2040;
let desk: TestBrowser;
let hanbit: Party;
let nordlys: Party;
let kestrel: Party;

interface Party {
  id: string;
  name: string;
  browser: TestBrowser;
}

const radar = (change: Partial<profiles.ProfileLineForm> = {}): profiles.ProfileLineForm => ({
  capability: 'sensors.radar',
  mode: 'supply',
  maturity: 8,
  capacity: 'series',
  leadTimeWeeks: 20,
  note: null,
  ...change,
});

const content = (change: Partial<profiles.ProfileContent> = {}): profiles.ProfileContent => ({
  size: 'small',
  establishedIn: ['KR'],
  controlledFrom: ['KR'],
  interests: ['KR'],
  offers: [],
  needs: [],
  ...change,
});

async function party(name: string): Promise<Party> {
  const browser = await forum.signIn(`${name}@firm.example`, { name });
  const { id } = await createTestFirm(forum.database, edition, name, [browser.personId]);
  return { id, name, browser };
}

const of = (firm: { id: string }) => ({ params: { edition: edition.slug, firm: firm.id } });
const inEdition = () => ({ params: { edition: edition.slug } });

const save = (
  firm: Party,
  body: Partial<RouteInput<typeof profiles.saveProfile>['body']>,
  by = firm.browser,
) =>
  by.call(profiles.saveProfile, {
    ...of(firm),
    body: { version: 0, confirmed: true, content: content(), ...body },
  });

async function suggestionsOf(firm: Party) {
  const { body } = await whenComputed(() => firm.browser.call(suggestions.listSuggestions, of(firm)));
  return { ...body, rows: body.rows ?? [] };
}

const grade = (firm: Party, to: Party, as: 'must' | 'would-like' | 'no' | null, by = firm.browser) =>
  by.call(wishes.gradeWish, { ...of(firm), body: { to: to.id, grade: as } });

/** Two that fit: Nordlys needs what Hanbit offers, and the other way round; Kestrel offers what Hanbit does. */
async function threeThatSpeak() {
  await save(hanbit, {
    content: content({
      offers: [radar()],
      needs: [radar({ capability: 'sensors.sonar', mode: 'co-development' })],
    }),
  });
  await save(nordlys, {
    content: content({
      size: 'prime',
      establishedIn: ['NO'],
      interests: null,
      offers: [radar({ capability: 'sensors.sonar', mode: 'co-development' })],
      needs: [radar({ maturity: 7 })],
    }),
  });
  await save(kestrel, { content: content({ establishedIn: ['AU'], offers: [radar()] }) });
}

beforeAll(async () => {
  forum = await startTestForum();
  desk = await forum.signIn('desk@host.example', { secretariat: true });
});
afterAll(() => forum.stop());

beforeEach(async () => {
  edition = await createTestEdition(forum.database, ++year);
  [hanbit, nordlys, kestrel] = [await party('Hanbit'), await party('Nordlys'), await party('Kestrel')];
});

describe('a profile', () => {
  it('begins from the categories of the exhibitor list, which others see as said by nobody', async () => {
    await forum.database.rows(
      'update firm_in_edition set categories = $3 where edition_id = $1 and firm_id = $2',
      [edition.id, hanbit.id, ['Radar', 'Media']],
    );
    const own = (await hanbit.browser.call(profiles.readProfile, of(hanbit))).body;
    expect(own).toMatchObject({ version: 0, confirmed: false, progress: { level: null } });
    expect(own.suggested).toEqual({
      offers: [{ capability: 'sensors.radar', mode: 'supply', because: ['Radar'] }],
      unread: ['Media'],
    });
    const seen = (await nordlys.browser.call(profiles.seeProfile, of(hanbit))).body;
    expect(seen).toMatchObject({ confirmed: false, offers: [{ capability: 'sensors.radar' }] });
  });

  it('is nobody else’s business before it is confirmed', async () => {
    const draft = content({ offers: [radar({ note: 'canary-draft' })], needs: [] });
    await save(hanbit, { confirmed: false, content: draft });
    const seen = await nordlys.browser.call(profiles.seeProfile, of(hanbit));
    expect(JSON.stringify(seen.body)).not.toContain('canary-draft');
    await save(hanbit, { version: 1, content: draft });
    const confirmed = await nordlys.browser.call(profiles.seeProfile, of(hanbit));
    expect(confirmed.body).toEqual({
      size: 'small',
      establishedIn: ['KR'],
      offers: draft.offers,
      needs: [],
      confirmed: true,
    });
  });

  it('answers whoever saves a stale one with what stands there, and loses neither', async () => {
    await save(hanbit, { content: content({ offers: [radar()] }) });
    const stale = await save(hanbit, { content: content({ offers: [radar({ maturity: 2 })] }) });
    expect(stale.status).toBe(409);
    expect(stale.problem).toMatchObject({
      code: 'version.stale',
      details: { current: 1, by: 'Hanbit', content: { offers: [{ maturity: 8 }] } },
    });
    const [one, other] = await Promise.all([
      save(hanbit, { version: 1, content: content({ offers: [radar({ maturity: 4 })] }) }),
      save(hanbit, { version: 1, content: content({ offers: [radar({ maturity: 5 })] }) }),
    ]);
    expect([one.status, other.status].sort()).toEqual([200, 409]);
  });

  it('is refused when it lists too much, twice, or what the edition has not', async () => {
    const many = Array.from({ length: 500 }, (_, i) => radar({ note: `Line ${i}` }));
    const refusals = await Promise.all([
      save(hanbit, { content: content({ offers: many }) }),
      save(hanbit, { content: content({ offers: [radar(), radar()] }) }),
      save(hanbit, { content: content({ offers: [radar({ capability: 'sensors.crystal-ball' })] }) }),
    ]);
    expect(refusals.map(({ problem }) => problem.code)).toEqual([
      'profile.too_many',
      'profile.twice',
      'profile.unknown_capability',
    ]);
  });

  it('is carried over from an earlier edition by consent, without what the list no longer has', async () => {
    const earlier = await createTestEdition(forum.database, 2030 - (year - 2040), 'archived');
    await forum.database.rows('insert into firm_in_edition (edition_id, firm_id) values ($1, $2)', [
      earlier.id,
      hanbit.id,
    ]);
    const gone = radar({ capability: 'sensors.gone' });
    await forum.database.rows(
      'insert into firm_profile (edition_id, firm_id, content, confirmed) values ($1, $2, $3, true)',
      [earlier.id, hanbit.id, JSON.stringify(content({ offers: [radar(), gone] }))],
    );
    const carry = (body: object) =>
      hanbit.browser.call(profiles.carryOverProfile, { ...of(hanbit), body: body as { consented: true } });
    expect((await carry({ consented: false })).status).toBe(400);
    const { body } = await carry({ consented: true });
    expect(body).toMatchObject({ content: { offers: [radar()] }, dropped: [gone] });
    expect((await hanbit.browser.call(profiles.readProfile, of(hanbit))).body.version).toBe(0);
  });

  it('is there for its own people and the secretariat only', async () => {
    expect((await nordlys.browser.call(profiles.readProfile, of(hanbit))).status).toBe(404);
    expect((await save(hanbit, {}, nordlys.browser)).status).toBe(404);
    expect((await desk.call(profiles.readProfile, of(hanbit))).status).toBe(200);
  });
});

describe('suggestions', () => {
  it('name both firms to each other, with terms that sum to the score', async () => {
    await threeThatSpeak();
    const [ours, theirs] = [await suggestionsOf(hanbit), await suggestionsOf(nordlys)];
    expect(ours.rows.map(({ firm }) => firm.name)).toEqual(['Nordlys']);
    expect(theirs.rows.map(({ firm }) => firm.name).sort()).toEqual(['Hanbit', 'Kestrel']);
    for (const { score, terms } of [...ours.rows, ...theirs.rows]) {
      expect(score).toBeGreaterThan(0);
      expect(terms.reduce((sum, { points }) => sum + points, 0)).toBe(score);
    }
    const { body: why } = await hanbit.browser.call(suggestions.explainMatch, of(nordlys));
    expect(why.common?.score).toBe(ours.rows[0]!.score);
    expect(why.common?.terms).toEqual(ours.rows[0]!.terms);
    expect(why.common?.terms[0]).toMatchObject({
      kind: 'capability',
      gain: 'ours',
      line: { needOf: 'ours' },
    });
  });

  it('say nothing of two sellers of the same', async () => {
    await threeThatSpeak();
    const { body } = await whenComputed(() => hanbit.browser.call(suggestions.explainMatch, of(kestrel)));
    expect(body.common).toEqual({ score: 0, terms: [] });
  });

  it('are for whoever represents the firm', async () => {
    expect((await nordlys.browser.call(suggestions.listSuggestions, of(hanbit))).status).toBe(404);
    expect((await desk.call(suggestions.listSuggestions, of(hanbit))).status).toBe(200);
    const asDesk = await desk.call(suggestions.explainMatch, { ...of(nordlys), query: { for: hanbit.id } });
    expect(asDesk.status).toBe(200);
    const astray = await nordlys.browser.call(suggestions.explainMatch, {
      ...of(kestrel),
      query: { for: hanbit.id },
    });
    expect(astray.status).toBe(404);
  });
});

describe('wishes', () => {
  it('are graded, changed, withdrawn, and say what is missing', async () => {
    await threeThatSpeak();
    expect((await grade(hanbit, nordlys, 'must')).body).toMatchObject({ given: 1, missing: 9, mustsLeft: 4 });
    await grade(hanbit, nordlys, 'would-like');
    await grade(hanbit, kestrel, 'no', desk);
    const { body } = await whenComputed(() => hanbit.browser.call(wishes.listWishes, of(hanbit)));
    expect(body.rows.map((row) => [row.firm.name, row.grade, row.gradedBy])).toEqual([
      ['Nordlys', 'would-like', 'Hanbit'],
      ['Kestrel', 'no', 'desk@host.example'],
    ]);
    expect(body).toMatchObject({ ungraded: 0, status: { given: 2, mustsLeft: 5, open: true } });
    expect((await suggestionsOf(hanbit)).rows[0]!.grade).toBe('would-like');
    expect((await grade(hanbit, nordlys, null)).body.given).toBe(1);
  });

  it('are refused about oneself, beyond the musts, after the deadline, and about who is not there', async () => {
    const { body: usual } = await desk.call(settingsContract.readMatchSettings, inEdition());
    const set = (terms: object, version: number) =>
      desk.call(settingsContract.saveMatchSettings, {
        ...inEdition(),
        body: { ...usual, version, terms: { ...usual.terms, ...terms } },
      });
    await set({ musts: 1 }, 0);
    await grade(hanbit, nordlys, 'must');
    expect((await grade(hanbit, kestrel, 'must')).problem.code).toBe('wish.too_many_musts');
    expect((await grade(hanbit, hanbit, 'must')).problem.code).toBe('wish.self');
    const other = await createTestFirm(
      forum.database,
      await createTestEdition(forum.database, ++year),
      'Far',
      [],
    );
    expect((await grade(hanbit, { ...hanbit, id: other.id }, 'must')).status).toBe(404);
    await set({ deadline: '2020-01-01T00:00:00Z' }, 1);
    expect((await grade(hanbit, nordlys, null)).problem.code).toBe('wish.closed');
  });

  it('given at once by two people of a firm keep to the musts', async () => {
    const { body: usual } = await desk.call(settingsContract.readMatchSettings, inEdition());
    await desk.call(settingsContract.saveMatchSettings, {
      ...inEdition(),
      body: { ...usual, terms: { ...usual.terms, musts: 1 } },
    });
    const answers = await Promise.all([grade(hanbit, nordlys, 'must'), grade(hanbit, kestrel, 'must', desk)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('that are missing are reminded of by mail before the deadline, once, and when the host asks', async () => {
    const now = Date.now();
    const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
    const { body: usual } = await desk.call(settingsContract.readMatchSettings, inEdition());
    await desk.call(settingsContract.saveMatchSettings, {
      ...inEdition(),
      body: { ...usual, terms: { deadline: at(48), musts: 1, asked: 1 } },
    });
    await save(hanbit, { content: content({ offers: [radar()] }) });
    await grade(hanbit, nordlys, 'must');
    const mails = () =>
      forum.database.rows<{ recipient: string }>(
        `select recipient from mail where once like 'wishes:' || $1 || ':%' order by recipient`,
        [edition.id],
      );
    const reminders = forum.app.get(WishReminders);
    await reminders.tend(at(0));
    await reminders.tend(at(1));
    expect((await mails()).map(({ recipient }) => recipient)).toEqual([
      'kestrel@firm.example',
      'nordlys@firm.example',
    ]);
    const remind = () =>
      desk.call(readiness.remindFirms, { ...inEdition(), body: { firms: [hanbit.id, nordlys.id] } });
    const reachable = async () =>
      (await desk.call(readiness.listReadiness, inEdition())).body.rows.map(({ firm, remindable }) => [
        firm.name,
        remindable,
      ]);
    // Hanbit lacks nothing.
    expect(await reachable()).toEqual([
      ['Hanbit', 0],
      ['Kestrel', 1],
      ['Nordlys', 1],
    ]);
    expect((await remind()).body).toEqual({ mails: 1 });
    expect((await remind()).body).toEqual({ mails: 0 });
    expect(await reachable()).toEqual([
      ['Hanbit', 0],
      ['Kestrel', 1],
      ['Nordlys', 0],
    ]);
    const { body } = await desk.call(readiness.listReadiness, { ...inEdition(), query: { lack: 'wishes' } });
    expect(body.counts).toEqual({ firms: 3, profile: 2, wishes: 2 });
    expect(body.rows.map(({ firm, remindedAt }) => [firm.name, remindedAt !== null])).toEqual([
      ['Kestrel', true],
      ['Nordlys', true],
    ]);
  });
});

describe('a profile of 500 offers', () => {
  it('is refused by number, however long each is, and what was kept stays', async () => {
    await save(hanbit, { content: content({ offers: [radar()] }) });
    const offers = Array.from({ length: 500 }, (_, n) => radar({ note: `${n} `.repeat(100).trim() }));
    const answer = await save(hanbit, { version: 1, content: content({ offers }) });
    expect(answer.problem).toMatchObject({ code: 'profile.too_many', details: { count: 500 } });
    const kept = (await hanbit.browser.call(profiles.readProfile, of(hanbit))).body;
    expect(kept.content.offers).toHaveLength(1);
  });
});

describe('the secretariat', () => {
  it('sees what other weights would change before it sets them', async () => {
    await threeThatSpeak();
    const { body: usual } = await desk.call(settingsContract.readMatchSettings, inEdition());
    expect(usual).toMatchObject({ version: 0, settings: usualSettings });
    const settings = { ...usual.settings, suggestions: { ...usual.settings.suggestions, usual: 1 } };
    const preview = await desk.call(settingsContract.previewMatchSettings, {
      ...inEdition(),
      body: { settings },
    });
    expect(preview.body).toMatchObject({ lost: 1, gained: 0, changed: 2, before: { suggested: 2 } });
    expect((await suggestionsOf(nordlys)).rows).toHaveLength(2);
    await desk.call(settingsContract.saveMatchSettings, { ...inEdition(), body: { ...usual, settings } });
    expect((await suggestionsOf(nordlys)).rows).toHaveLength(1);
    const stale = await desk.call(settingsContract.saveMatchSettings, {
      ...inEdition(),
      body: { ...usual, settings },
    });
    expect(stale.problem.code).toBe('version.stale');
  });

  it('says by a rule whose firms do not meet, whatever they write themselves', async () => {
    await threeThatSpeak();
    const { body: usual } = await desk.call(settingsContract.readMatchSettings, inEdition());
    const from = (country: string) => ({ categories: null, countries: [country], firms: null });
    const rule = {
      id: 'one',
      effect: 'forbid' as const,
      between: [from('NO'), from('AU')],
      reason: 'canary',
    };
    await desk.call(settingsContract.saveMatchSettings, {
      ...inEdition(),
      body: { ...usual, rules: [rule as settingsContract.MeetingRuleForm] },
    });
    expect((await suggestionsOf(nordlys)).rows.map(({ firm }) => firm.name)).toEqual(['Hanbit']);
    expect((await suggestionsOf(kestrel)).rows).toEqual([]);
  });

  it('edits the list of capabilities and cannot make it contradict itself', async () => {
    const edit = (change: object) =>
      desk.call(capabilities.editCapability, {
        ...inEdition(),
        body: {
          code: 'sensors.radar',
          title: 'Radars of all kinds',
          titleKo: '모든 레이더',
          parent: 'sensors',
          synonyms: ['Rotor finder'],
          hidden: false,
          ...change,
        },
      });
    const find = async (search: string, hidden = true) =>
      (
        await hanbit.browser.call(capabilities.listCapabilities, {
          ...inEdition(),
          query: { search, hidden: hidden ? 'true' : 'false' },
        })
      ).body.map(({ code }) => code);
    await edit({});
    expect(await find('rotor finder')).toEqual(['sensors.radar']);
    await edit({ hidden: true });
    expect(await find('레이더', false)).not.toContain('sensors.radar');
    expect((await edit({ code: 'sensors.new', parent: 'nowhere' })).problem.code).toBe('taxonomy.unsound');
    await edit({ code: 'sensors.lidar', title: 'Lidar', titleKo: '라이다', synonyms: [] });
    expect(await find('lidar')).toEqual(['sensors.lidar']);
    expect(
      (await save(hanbit, { content: content({ offers: [radar({ capability: 'sensors.lidar' })] }) })).status,
    ).toBe(200);
  });
});

describe('a change', () => {
  it('of a profile, a wish or whom one must not meet goes to the firm and the secretariat, and to nobody else', async () => {
    await save(hanbit, { content: content({ offers: [radar()] }) });
    await grade(hanbit, nordlys, 'must');
    await hanbit.browser.call(noMeets.setNoMeet, {
      ...of(hanbit),
      body: { other: kestrel.id, reason: 'Ours' },
    });
    const streams = () =>
      forum.database.rows<{ type: string; stream: string }>(
        `select j.type, s.stream from journal j join journal_stream s on s.journal_id = j.id
         where j.edition_id = $1 order by j.type, s.stream`,
        [edition.id],
      );
    expect(await eventually(streams, (rows) => rows.length >= 6)).toEqual(
      ['no-meet.changed', 'profile.changed', 'wish.changed'].flatMap((type) => [
        { type, stream: `firm:${hanbit.id}` },
        { type, stream: 'staff:organiser' },
      ]),
    );
  });
});

describe('suggestions of a firm', () => {
  it('cost the same number of queries for one partner and for thirty', async () => {
    await threeThatSpeak();
    const counted = async () => {
      forum.app.get(MatchingsService).outdate(edition.id);
      await suggestionsOf(hanbit);
      return countQueries(forum, async () => {
        const { body } = await hanbit.browser.call(suggestions.listSuggestions, of(hanbit));
        return body.rows ?? [];
      });
    };
    const few = await counted();
    for (let i = 0; i < 30; i++) {
      const { id } = await createTestFirm(forum.database, edition, `Seller ${i}`, []);
      await forum.database.rows(
        'insert into firm_profile (edition_id, firm_id, content, confirmed) values ($1, $2, $3, true)',
        [
          edition.id,
          id,
          JSON.stringify(
            content({ offers: [radar({ capability: 'sensors.sonar', mode: 'co-development' })] }),
          ),
        ],
      );
    }
    const many = await counted();
    expect(many.result.length).toBeGreaterThan(few.result.length);
    expect(many.queries).toBe(few.queries);
  });
});
