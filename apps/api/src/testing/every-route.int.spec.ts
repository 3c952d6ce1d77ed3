import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decideAccreditation } from '@forum/contract/delegations/accreditation';
import type { Route } from '@forum/contract/route';
import { routes } from '@forum/contract/routes';
import { may, mayAsAide } from '@forum/domain/identity/policy';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { Transaction } from '../database/database.ts';
import { Viewers } from '../identity/viewers.ts';
import { arbitraryOf } from './arbitrary-of.ts';
import { type Actor, type CrowdedForum, startCrowdedForum } from './crowded-forum.ts';
import { canaries, type FurnishedEdition } from './furnished-edition.ts';
import type { TestBrowser } from './test-forum.ts';

const table = [...routes.entries()].map(([name, route]) => ({ name, route }));
const reads = table.filter(({ route }) => route.method === 'GET');
const writes = table.filter(({ route }) => route.method !== 'GET');
const isBelowEdition = (route: Route) => route.path.startsWith('/editions/:edition');

let forum: CrowdedForum;
beforeAll(async () => {
  forum = await startCrowdedForum();
  forum.app.get(Viewers).forget();
});
afterAll(() => forum.stop());

const isNested = (route: Route) => isBelowEdition(route) && /:(?!edition|secret)/.test(route.path);

/** Something that the route accepts as its body. */
function bodyOf(route: Route): object {
  if (route.accepts) return new Uint8Array();
  const bodies = fc.sample(arbitraryOf(route.body, [randomUUID()]), { numRuns: 200, seed: 8 });
  const fit = bodies.find((body) => typeof body === 'object' && route.body.safeParse(body).success);
  return fit ?? {};
}

/** Every combination of the ids that an edition has for the names in an address. */
function paramsOf(route: Route, { ids }: FurnishedEdition): Record<string, string>[] {
  const others: Record<string, string> = { secret: 's'.repeat(40), year: '2040' };
  return Object.keys(route.params.shape).reduce<Record<string, string>[]>(
    (all, name) =>
      all.flatMap((params) =>
        (ids[name] ?? [others[name] ?? randomUUID()]).map((value) => ({ ...params, [name]: value })),
      ),
    [{}],
  );
}

/** What a read must be asked with, and what it is worth to be asked with. */
const queryOf = (name: string, { teams, restrictedId }: FurnishedEdition): Record<string, string> =>
  ({
    'meetings.suitableTimes': { fromTeam: teams[0], toTeam: teams[1] },
    'attachments.addAttachment': { name: 'sight.pdf' },
    'delegations.findFirmToRepresent': { search: 'firm' },
    'delegations.daySheet': { day: '2031-05-12' },
    'live.readChanges': {
      since: `public:0,accredited:0,staff:organiser:0,staff:accreditation-officer:0,session:${restrictedId}:0`,
    },
  })[name] ?? {};

function mayUse({ held, heldOutside, isAide }: Actor, route: Route): boolean {
  if (!isBelowEdition(route)) return may(heldOutside, route.action).length > 0;
  return (isAide ? mayAsAide(held, true, route.action) : may(held, route.action)).length > 0;
}

const call = (
  browser: TestBrowser,
  route: Route,
  params: object,
  rest: { query?: object; body?: object; headers?: object } = {},
) => browser.call(route, { params, ...rest } as never);

interface Read {
  name: string;
  route: Route;
  where: string;
  status: number;
  text: string;
}

/** Every answer of every read to somebody, as text. */
async function crawl(browser: TestBrowser): Promise<Read[]> {
  const answers = [];
  for (const { name, route } of reads) {
    for (const params of paramsOf(route, forum.edition)) {
      const answer = await call(browser, route, params, { query: queryOf(name, forum.edition) });
      const where = `${name} ${JSON.stringify(params)}`;
      answers.push({ name, route, where, status: answer.status, text: JSON.stringify(answer.body) });
    }
  }
  return answers;
}

/** What everybody reads, side by side. */
const crawlAll = () =>
  Promise.all(forum.actors.map(async (actor) => ({ actor, answers: await crawl(actor.browser) })));

let crawled: ReturnType<typeof crawlAll> | undefined;
/** What everybody reads in the edition as it is furnished; asked once, as no test leaves it otherwise. */
const readByAll = () => (crawled ??= crawlAll());

const whereFound = (answers: readonly Read[], canary: string) =>
  answers.filter(({ text }) => text.includes(canary)).map(({ where }) => where);

describe('the table of routes', () => {
  it('is served whole', () => {
    const server = forum.app.getHttpAdapter().getInstance();
    const missing = table.filter(
      ({ route }) => !server.hasRoute({ method: route.method, url: `/api${route.path}` }),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('lets each role read what the policy table says, and no more', async () => {
    const wrong: string[] = [];
    for (const { actor, answers } of await readByAll()) {
      const barred = actor.browser.personId === null ? 401 : 403;
      for (const { name, route, status } of answers) {
        const expected = mayUse(actor, route) ? [200, 404] : [barred];
        if (!expected.includes(status))
          wrong.push(`${actor.name}: ${name} answers ${status}, not ${expected}`);
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
  });

  it('lets each role as far as the body of what the policy table lets it write, and no further', async () => {
    const wrong: string[] = [];
    const tryAll = async (actor: Actor) => {
      for (const { name, route } of writes) {
        const [params = {}] = paramsOf(route, forum.edition);
        const { status } = await call(actor.browser, route, params, { body: { surprise: true } });
        const barred = actor.browser.personId === null ? 401 : 403;
        const expected = mayUse(actor, route) ? 400 : barred;
        if (status !== expected) wrong.push(`${actor.name}: ${name} answers ${status}, not ${expected}`);
      }
    };
    await Promise.all(forum.actors.map(tryAll));
    expect(wrong).toEqual([]);
  });

  it('lets no cache keep an answer, but for what is named here', async () => {
    const kept: Record<string, string> = {
      'programme.readProgramme': 'private, no-cache; Accept-Encoding, Cookie',
      'calendar.sessionCalendar': 'private, no-cache; Accept-Encoding, Cookie',
      'calendar.programmeFeed': 'public, no-cache; Accept-Encoding',
    };
    const wrong = new Set<string>();
    const answered = new Set<string>();
    for (const { name, route } of table) {
      for (const params of paramsOf(route, forum.edition)) {
        const isRead = route.method === 'GET';
        const rest = { query: queryOf(name, forum.edition), ...(isRead ? {} : { body: { surprise: true } }) };
        const { status, headers } = await call(forum.desk, route, params, rest);
        const said = `${headers.get('cache-control')}; ${headers.get('vary')}`;
        const isKept = status === 200 && name in kept;
        if (isKept) answered.add(name);
        if (isKept ? said !== kept[name] : !/^no-store; .*Cookie$/.test(said))
          wrong.add(`${name} answers ${status} with ${said}`);
      }
    }
    expect([...wrong]).toEqual([]);
    expect([...answered].sort()).toEqual(Object.keys(kept).sort());
  });

  it('gives the host of one edition nothing in another', async () => {
    const wrong: string[] = [];
    for (const { name: who, browser, heldOutside } of forum.actors.filter(({ name }) => /host/.test(name))) {
      for (const { name, route } of table.filter(({ route }) => isBelowEdition(route))) {
        if (may(heldOutside, route.action).length > 0) continue;
        const [params = {}] = paramsOf(route, forum.other);
        const { status } = await call(browser, route, params, { query: queryOf(name, forum.other) });
        if (status !== 403) wrong.push(`${who}: ${name} answers ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('knows no thing of another edition, whoever asks', async () => {
    const wrong: string[] = [];
    for (const { name, route } of table.filter(({ route }) => isNested(route))) {
      const own: number[] = [];
      for (const params of paramsOf(route, forum.other)) {
        const isRead = route.method === 'GET';
        const rest = { query: queryOf(name, forum.other), ...(isRead ? {} : { body: bodyOf(route) }) };
        if (isRead) own.push((await call(forum.desk, route, params, rest)).status);
        const astray = { ...params, edition: forum.edition.slug };
        const { status } = await call(forum.desk, route, astray, rest);
        if (status !== 404) wrong.push(`${name} ${JSON.stringify(params)} answers ${status}`);
      }
      if (own.length > 0 && !own.includes(200)) wrong.push(`${name} is nowhere there: ${own.join()}`);
    }
    expect(wrong).toEqual([]);
  });

  it('takes no thing of another edition into this one', async () => {
    const { ids, teams } = forum.other;
    const [delegate] = ids['delegate']!;
    const start = '2031-05-12T00:00:00Z';
    const meeting = { participants: [delegate], topic: 'Sensors', message: '', suggested: [start] };
    const [fromTeamId] = forum.edition.teams;
    const asked: [string, { query?: object; body?: object }][] = [
      ['meetings.suitableTimes', { query: { fromTeam: fromTeamId, toTeam: teams[1] } }],
      ['meetings.requestMeeting', { body: { fromTeamId, toTeamId: teams[1], ...meeting } }],
      [
        'meetings.requestMeeting',
        { body: { fromTeamId: teams[0], toTeamId: forum.edition.teams[1], ...meeting } },
      ],
      ['delegations.arrangeAide', { body: { delegateId: delegate, mail: 'aide@ministry.test' } }],
    ];
    for (const [name, rest] of asked) {
      const answer = await call(forum.desk, routes.get(name)!, { edition: forum.edition.slug }, rest);
      expect({ name, status: answer.status }).toEqual({ name, status: 404 });
    }
    const decided = await forum.desk.call(decideAccreditation, {
      params: { edition: forum.edition.slug },
      body: { decision: 'revoke', reason: 'conduct', delegates: [{ id: delegate!, version: 1 }] },
    });
    expect(decided.body).toMatchObject({ decided: [], refused: [{ id: delegate, code: 'not_found' }] });
  });
});

describe('a read that another site makes a browser send', () => {
  it('leaves nothing in the journal, whatever it reads', async () => {
    const recorded = async () =>
      Number(
        (
          await forum.database.row<{ sum: string }>(
            'select (select count(*) from change) + (select count(*) from journal) as sum',
          )
        )?.sum,
      );
    const readAll = async (headers: Record<string, string>) => {
      for (const { browser } of forum.actors.filter(({ name }) => /representative|organiser/.test(name)))
        for (const { name, route } of reads)
          for (const params of paramsOf(route, forum.edition))
            await call(browser, route, params, { query: queryOf(name, forum.edition), headers });
    };
    // Once the meeting is agreed, its sides read each other's documents, which is recorded.
    await setMeeting(`state = 'accepted', turn = null, starts_at = '2031-05-12T00:00:00Z',
      ends_at = '2031-05-12T00:20:00Z', table_id = (select id from meeting_table t where t.edition_id = m.edition_id limit 1)`);
    const before = await recorded();
    await readAll({ 'sec-fetch-site': 'cross-site' });
    expect(await recorded()).toBe(before);
    await readAll({});
    expect(await recorded()).toBeGreaterThan(before);
    await setMeeting(`state = 'requested', turn = 'to', starts_at = null, ends_at = null, table_id = null`);
  });

  const setMeeting = (to: string) =>
    forum.database.rows(`update meeting m set ${to} where id = $1`, [forum.edition.ids['meeting']![0]]);
});

describe('a name that somebody took elsewhere', () => {
  const elsewhere = 'canary-elsewhere';
  const ownNames = (transaction: Transaction) =>
    transaction.query<{ id: string; name: string }>(
      'select id, display_name as name from person order by id',
    );

  it('stands nowhere in the edition that vetted another', async () => {
    const before = await forum.database.write(async (transaction) => {
      const names = await ownNames(transaction);
      await transaction.query(
        `update delegate d set display_name = p.display_name, sort_key = p.sort_key from person p where p.id = d.person_id`,
      );
      await transaction.query(
        `update person p set display_name = $1, sort_key = $1, native_script = $1, given = $1, family = $1, honorific = $1
         where exists (select from delegate d where d.person_id = p.id and d.edition_id = $2)`,
        [elsewhere, forum.edition.id],
      );
      return names;
    });
    forum.app.get(Viewers).forget();
    try {
      const found = [];
      for (const { actor, answers } of await crawlAll())
        for (const where of whereFound(answers, elsewhere)) found.push(`${where} to ${actor.name}`);
      expect(found.filter((where) => !isOwn.test(where))).toEqual([]);
      // It is there to be found: in what is a person's own.
      expect(found.some((where) => isOwn.test(where))).toBe(true);
    } finally {
      for (const { id, name } of before)
        await forum.database.rows(
          `update person set display_name = $2, sort_key = $2, native_script = null, given = null, family = null, honorific = null where id = $1`,
          [id, name],
        );
      forum.app.get(Viewers).forget();
    }
  });

  /** Of no edition: who one is, whose aide, and whose one might be. */
  const isOwn = /^(identity\.|factors\.readFactors)/;
});

describe('somebody whom the firm that they name has not confirmed', () => {
  it('reads at every address what a delegate of no firm reads', async () => {
    const answersOf = async (name: string) => {
      const { answers } = (await readByAll()).find(({ actor }) => actor.name === name)!;
      const own =
        /^(identity|live|delegations\.readRegistration|delegations\.daySheet|representation\.readOwn)/;
      return answers
        .filter(({ where }) => !own.test(where))
        .map(({ where, status, text }) => ({
          where,
          status,
          text: text.replace(/"(requestId|now)":"[^"]*"|"person:[^"]*":\d+/g, '""'),
        }));
    };
    const impostor = await answersOf('somebody whom a firm has not confirmed');
    expect(impostor).toEqual(await answersOf('a delegate'));
  });
});

describe('what not everybody may see', () => {
  it.each([
    ['a restricted session', canaries.restricted, /organiser/],
    ['the reason of a decline', canaries.reason, /organiser|officer/],
    ['the mail address of whoever agreed to no meeting', canaries.mail, /organiser|officer/],
    ['what a delegate needs at table', canaries.need, /organiser|officer/],
    ['why two firms must not meet', canaries.noMeet, /organiser/],
    ['a profile before it is confirmed', canaries.draft, /organiser/],
    ['the lines of a worksheet', canaries.lines, /a representative of/],
    ['the private note of a side', canaries.note, /a representative/],
    ['a document of a side', canaries.attached, /a representative|an aide/],
    ['a document that waits', canaries.waiting, /nobody/],
    ['an interpreter', canaries.interpreter, /organiser/],
  ] as const)('keeps %s', async (_, canary, mayKnow) => {
    for (const { actor, answers } of await readByAll()) {
      const found = whereFound(answers, canary);
      expect({ name: actor.name, found: mayKnow.test(actor.name) === found.length > 0 || found }).toEqual({
        name: actor.name,
        found: true,
      });
    }
  });
});
