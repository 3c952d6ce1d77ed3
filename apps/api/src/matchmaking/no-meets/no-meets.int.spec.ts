import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listFirms, readFirm } from '@forum/contract/firms/firms';
import * as noMeets from '@forum/contract/matchmaking/no-meets';
import * as profiles from '@forum/contract/matchmaking/profiles';
import * as settings from '@forum/contract/matchmaking/settings';
import * as suggestions from '@forum/contract/matchmaking/suggestions';
import * as wishes from '@forum/contract/matchmaking/wishes';
import { acceptMeeting, requestMeeting, suitableTimes } from '@forum/contract/meetings/requests';
import {
  createTestEdition,
  createTestFirm,
  createTestHall,
  type TestEdition,
} from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';
import { whenComputed } from '../../testing/when-computed.ts';
import { readFile } from 'node:fs/promises';

const year = 2031;
const start = `${year}-05-12T00:00:00Z`;
const canary = 'canary-why-not';
const said = { size: 'small' as const, establishedIn: ['KR'], controlledFrom: null, interests: null };
const radar = {
  capability: 'sensors.radar',
  mode: 'supply' as const,
  maturity: 8,
  capacity: null,
  leadTimeWeeks: null,
  note: null,
};

let forum: TestForum;
let edition: TestEdition;
let desk: TestBrowser;
let asker: Party;
let barred: Party;
let busy: Party;

type Party = Awaited<ReturnType<typeof party>>;

async function party(name: string, person = name) {
  const browser = await forum.signIn(`${name}@firm.example`, { name: person });
  const firm = await createTestFirm(forum.database, edition, name, [browser.personId]);
  return { ...firm, name, browser };
}

const of = (firm: { id: string }) => ({ params: { edition: edition.slug, firm: firm.id } });
const inEdition = () => ({ params: { edition: edition.slug } });

const ask = (from: Party, to: Party) =>
  from.browser.call(requestMeeting, {
    ...inEdition(),
    body: {
      fromTeamId: from.teamId,
      toTeamId: to.teamId,
      participants: from.delegateIds,
      topic: 'Sensors',
      message: '',
      suggested: [start],
    },
  });

/** Whom a firm is suggested to meet, by the newest matching. */
async function suggestedTo(firm: Party): Promise<string[]> {
  const { body } = await whenComputed(() => firm.browser.call(suggestions.listSuggestions, of(firm)));
  return (body.rows ?? []).map((row) => row.firm.name).sort();
}

/** Somebody is taken for the whole of the hall's hours. */
const fill = ({ browser }: Party) =>
  forum.database.rows(
    `insert into reservation (edition_id, resource_kind, resource_id, during, commitment_kind, commitment_id)
     values ($1, 'person', $2, tstzrange($3, $3::timestamptz + interval '3 hours'), 'session', uuidv7())`,
    [edition.id, browser.personId, start],
  );

/** An answer without what names the other party or the request. */
const told = ({ status, problem }: { status: number; problem: object }, ...names: string[]) => {
  const text = JSON.stringify({ ...problem, requestId: null, instance: null });
  return { status, text: names.reduce((left, name) => left.replaceAll(name, '…'), text) };
};

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, year);
  await createTestHall(forum.database, edition, year, 3);
  desk = await forum.signIn('desk@host.example', { secretariat: true });
  asker = await party('Asker');
  barred = await party('Barred', 'Somebody');
  busy = await party('Busy', 'Somebody');
  const save = (firm: Party, offers: (typeof radar)[], needs: (typeof radar)[]) =>
    firm.browser.call(profiles.saveProfile, {
      ...of(firm),
      body: { version: 0, confirmed: true, content: { ...said, offers, needs } },
    });
  await save(asker, [radar], []);
  await save(barred, [], [radar]);
  await save(busy, [], [radar]);
});
afterAll(() => forum.stop());

describe('firms of which one has named the other never to be met', () => {
  it('are gone from the lists of both at once, and stay there for others', async () => {
    expect([await suggestedTo(asker), await suggestedTo(barred)]).toEqual([['Barred', 'Busy'], ['Asker']]);
    const answer = await barred.browser.call(noMeets.setNoMeet, {
      ...of(barred),
      body: { other: asker.id, reason: `Litigation, ${canary}` },
    });
    expect(answer.status).toBe(200);
    expect([await suggestedTo(asker), await suggestedTo(barred), await suggestedTo(busy)]).toEqual([
      ['Busy'],
      [],
      ['Asker'],
    ]);
  });

  it('are offered the times of a full calendar, byte for byte', async () => {
    await fill(busy);
    const times = async (to: Party) =>
      (
        await asker.browser.call(suitableTimes, {
          ...inEdition(),
          query: { fromTeam: asker.teamId, toTeam: to.teamId },
        })
      ).body;
    expect((await times(busy)).slots.some(({ free }) => free)).toBe(false);
    expect(JSON.stringify(await times(barred))).toBe(JSON.stringify(await times(busy)));
  });

  it('can guess it from what third firms are offered, as firms are told where they make the list', async () => {
    const times = async (from: Party) => {
      const query = { fromTeam: from.teamId, toTeam: barred.teamId };
      const { slots } = (await from.browser.call(suitableTimes, { ...inEdition(), query })).body;
      return slots.filter(({ free }) => free).length;
    };
    expect(await times(asker)).toBe(0);
    expect(await times(await party('Third'))).toBeGreaterThan(0);
    const said = (file: string) => readFile(new URL(`../../../../../${file}`, import.meta.url), 'utf8');
    expect(await said('apps/attendee/src/texts/en.json')).toContain('It can be guessed');
    expect(await said('apps/secretariat/src/texts/en.json')).toContain('may guess it');
    expect(await said('docs/concepts.md')).toContain('no secret from a careful observer');
  });

  it('are refused a request as one for a full calendar is, byte for byte, and nobody hears of it', async () => {
    const [one, other] = [await ask(asker, barred), await ask(asker, busy)];
    expect(one.problem.code).toBe('meeting.slot_taken');
    expect(told(one)).toEqual(told(other));
    expect(await forum.database.rows('select from meeting')).toEqual([]);
  });

  it('cannot agree on what was asked before, and are told what a full calendar is told', async () => {
    const open = async (from: Party, to: Party) => {
      const meeting = await forum.database.row<{ id: string; version: number }>(
        `with made as (
           insert into meeting (edition_id, from_team_id, to_team_id, topic, turn, requested_by, suggested, expires_at)
           values ($1, $2, $3, 'Sensors', 'to', $4, array[$5::timestamptz], $5) returning id, version),
         joined as (insert into meeting_participant (edition_id, meeting_id, delegate_id, side) select $1, id, $6, 'from' from made)
         select id, version from made`,
        [edition.id, from.teamId, to.teamId, from.browser.personId, start, from.delegateIds[0]],
      );
      return { id: meeting?.id ?? '', version: meeting?.version ?? 0 };
    };
    const accept = async (from: Party) => {
      const { id, version } = await open(from, asker);
      return asker.browser.call(acceptMeeting, {
        params: { edition: edition.slug, meeting: id },
        body: { version, start, participants: asker.delegateIds },
      });
    };
    const [one, other] = [await accept(barred), await accept(busy)];
    expect(one.problem).toMatchObject({ code: 'meeting.slot_taken', details: { next: [] } });
    expect(told(one)).toEqual(told(other));
  });

  it('may wish each other, which leads nowhere and is answered like any wish', async () => {
    const wish = (to: Party) =>
      asker.browser.call(wishes.gradeWish, { ...of(asker), body: { to: to.id, grade: 'would-like' } });
    const [one, other] = [await wish(barred), await wish(busy)];
    expect([one.status, one.body.given, other.body.given]).toEqual([200, 1, 2]);
  });

  it('are known with the reason to whoever named them and to the secretariat, and to nobody else', async () => {
    const own = await barred.browser.call(noMeets.listNoMeets, of(barred));
    expect(own.body).toMatchObject([{ firm: { name: 'Asker' }, reason: `Litigation, ${canary}` }]);
    expect((await asker.browser.call(noMeets.listNoMeets, of(asker))).body).toEqual([]);
    expect((await asker.browser.call(noMeets.listNoMeets, of(barred))).status).toBe(404);
    const all = await desk.call(noMeets.listAllNoMeets, inEdition());
    expect(all.body).toMatchObject([{ byHost: false, reason: `Litigation, ${canary}` }]);
    const kept = await forum.database.rows(`select * from change where detail::text like $1`, [
      `%${canary}%`,
    ]);
    expect(kept).toEqual([]);
  });

  it('may meet again once it is taken back, by whoever named it and nobody else', async () => {
    // Busy has no time left and is suggested to nobody.
    await asker.browser.call(noMeets.setNoMeet, { ...of(asker), body: { other: barred.id, reason: null } });
    expect(await suggestedTo(asker)).toEqual([]);
    await barred.browser.call(noMeets.setNoMeet, { ...of(barred), body: { other: asker.id, reason: null } });
    expect(await suggestedTo(asker)).toEqual(['Barred']);
  });
});

describe('firms that the host keeps apart', () => {
  it('do not meet, and find it on no list of their own', async () => {
    const set = (reason: string | null) =>
      desk.call(noMeets.setHostNoMeet, { ...inEdition(), body: { firms: [asker.id, barred.id], reason } });
    await set('Sanctions');
    expect((await asker.browser.call(noMeets.listNoMeets, of(asker))).body).toEqual([]);
    expect((await ask(barred, asker)).problem.code).toBe('meeting.slot_taken');
    await set(null);
    expect((await ask(barred, asker)).status).toBe(200);
  });
});

describe('whom a firm may not meet, whoever said so', () => {
  const kinds = ['NamedByUs', 'NamesUs', 'RuledOut', 'NoTimeLeft'] as const;
  let reader: Party;
  let others: Record<(typeof kinds)[number], Party>;

  /** What an answer says of one firm, as if it were any. */
  const asAny = (body: unknown, { id, name, teamId, delegateIds, browser }: Party) =>
    [id, name, teamId, ...delegateIds, browser.personId ?? id].reduce(
      (text, own) => text.replaceAll(own, '…'),
      JSON.stringify(body),
    );
  /** When it was brought up to date is told of all firms alike. */
  const asAnyTime = async (ask: Parameters<typeof whenComputed>[0]) => ({
    ...(await whenComputed(ask)).body,
    matching: null,
  });
  const explained = async (from: Party, to: Party) =>
    asAny(await asAnyTime(() => from.browser.call(suggestions.explainMatch, of(to))), to);
  const rule = async (reason: string, ...between: [Party, Party][]) => {
    const { body } = await desk.call(settings.readMatchSettings, inEdition());
    const select = (firm: Party) => ({ categories: null, countries: null, firms: [firm.id] });
    const rules = between.map(([one, other], place) => ({
      id: `rule ${place}`,
      effect: 'forbid' as const,
      between: [select(one), select(other)] as [ReturnType<typeof select>, ReturnType<typeof select>],
      reason,
    }));
    expect(
      (await desk.call(settings.saveMatchSettings, { ...inEdition(), body: { ...body, rules } })).status,
    ).toBe(200);
  };

  beforeAll(async () => {
    reader = await party('Reader');
    others = Object.fromEntries(
      await Promise.all(kinds.map(async (kind) => [kind, await party(kind)] as const)),
    ) as typeof others;
    for (const firm of [reader, ...Object.values(others)]) {
      const lines = (mine: boolean) => (mine ? [radar] : []);
      const content = { ...said, offers: lines(firm === reader), needs: lines(firm !== reader) };
      const saved = await firm.browser.call(profiles.saveProfile, {
        ...of(firm),
        body: { version: 0, confirmed: true, content },
      });
      expect(saved.status).toBe(200);
    }
    expect(await suggestedTo(reader)).toEqual(expect.arrayContaining([...kinds]));
    await fill(others.NoTimeLeft);
    const name = (from: Party, other: Party) =>
      from.browser.call(noMeets.setNoMeet, { ...of(from), body: { other: other.id, reason: canary } });
    await name(reader, others.NamedByUs);
    await name(others.NamesUs, reader);
    await rule(canary, [reader, others.RuledOut]);
  });

  it('is suggested no more, as one without a free slot is not', async () => {
    const listed = async (firm: Party, names: readonly string[]) =>
      (await suggestedTo(firm)).filter((name) => names.includes(name));
    expect(await listed(reader, kinds)).toEqual([]);
    for (const kind of kinds) expect(await listed(others[kind], ['Reader'])).toEqual([]);
  });

  it('is explained like one without a free slot, byte for byte and in both directions', async () => {
    const [full, fromFull] = [
      await explained(reader, others.NoTimeLeft),
      await explained(others.NoTimeLeft, reader),
    ];
    expect(JSON.parse(full)).toMatchObject({ common: { score: expect.any(Number) }, barred: null });
    expect(JSON.parse(full).common.terms.length).toBeGreaterThan(0);
    for (const kind of kinds) {
      expect(await explained(reader, others[kind])).toBe(full);
      expect(await explained(others[kind], reader)).toBe(fromFull);
    }
  });

  it('is found, read, and offered times like one without a free slot', async () => {
    const answers = async (other: Party) => {
      const { browser } = reader;
      const found = await browser.call(listFirms, { ...inEdition(), query: { search: other.name } });
      const firm = await browser.call(readFirm, of(other));
      const times = await browser.call(suitableTimes, {
        ...inEdition(),
        query: { fromTeam: reader.teamId, toTeam: other.teamId },
      });
      return asAny([found.body, firm.body, times.body], other);
    };
    const full = await answers(others.NoTimeLeft);
    expect(full).not.toContain('"free":true');
    for (const kind of kinds) expect(await answers(others[kind])).toBe(full);
  });

  it('is wished and listed among the wishes like one without a free slot', async () => {
    const listed = () => asAnyTime(() => reader.browser.call(wishes.listWishes, of(reader)));
    const wished = async (other: Party) => {
      const wish = (grade: 'would-like' | null) =>
        reader.browser.call(wishes.gradeWish, { ...of(reader), body: { to: other.id, grade } });
      const given = asAny((await wish('would-like')).body, other);
      const rows = asAny(await listed(), other).replace(/"gradedAt":"[^"]+"/g, '');
      const why = await explained(reader, other);
      await wish(null);
      return { given, rows, why };
    };
    const full = await wished(others.NoTimeLeft);
    for (const kind of kinds) expect(await wished(others[kind])).toEqual(full);
  });

  it('is known with its reason to the host, who looks at the pair', async () => {
    const barredBy = async (other: Party) =>
      (await desk.call(suggestions.explainMatch, { ...of(other), query: { for: reader.id } })).body.barred;
    expect([
      await barredBy(others.NamedByUs),
      await barredBy(others.NamesUs),
      await barredBy(others.RuledOut),
      await barredBy(others.NoTimeLeft),
    ]).toEqual([
      { by: 'no-meet', reason: canary },
      { by: 'no-meet', reason: canary },
      { by: 'rule', reason: canary },
      null,
    ]);
  });
});
