import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFeed } from '@forum/contract/calendar/calendar';
import { decideAccreditation } from '@forum/contract/delegations/accreditation';
import { arrangeAide } from '@forum/contract/delegations/aides';
import { saveDraft, submitRegistration } from '@forum/contract/delegations/registration';
import { nameOfficers } from '@forum/contract/meetings/export-control';
import {
  answerAideInvitation,
  confirmAide,
  inviteAide,
  listAides,
  listInvitationsAsAide,
} from '@forum/contract/identity/aides';
import { actFor, whoAmI } from '@forum/contract/identity/me';
import { confirmRepresentative } from '@forum/contract/delegations/representation';
import type { Route } from '@forum/contract/route';
import { routes } from '@forum/contract/routes';
import { isStaffRole } from '@forum/domain/identity/role';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { formOf } from '../delegations/testing/delegation-forum.ts';
import { Viewers } from '../identity/viewers.ts';
import { accreditStaff, becomeAide } from './acting-aide.ts';
import { arbitraryOf } from './arbitrary-of.ts';
import { type CrowdedForum, startCrowdedForum } from './crowded-forum.ts';
import { canaries } from './furnished-edition.ts';
import { createTestFirm } from './test-edition.ts';
import type { TestBrowser } from './test-forum.ts';

/** How many sequences are tried, and how many acts each has. */
const [sequences, acts] = [Number(process.env['COALITION_RUNS'] ?? 2), 21];

const memberNames = ['stranger', 'applicant', 'rival', 'aide', 'next-host'] as const;
type MemberName = (typeof memberNames)[number];
type Members = Record<MemberName, TestBrowser>;

/** A coalition beside the honest people of a forum: what its members were given is all that they may ever hold. */
interface Coalition {
  forum: CrowdedForum;
  members: Members;
  /** The firm of the rival, the only one that somebody of the coalition speaks for. */
  firmId: string;
  /** Everything that an address or a body can name, of both editions and of their own. */
  ids: string[];
  /** The calendar addresses that they made. */
  feeds: Set<string>;
}

const everyRoute = [...routes.entries()].map(([name, route]) => ({ name, route }));
const reads = everyRoute.filter(({ route }) => route.method === 'GET');
// Signing out, or ending one's own registration, only makes a coalition weaker.
const writes = everyRoute.filter(
  ({ name, route }) => route.method !== 'GET' && !/endSession|withdraw|signOut/i.test(name) && !route.accepts,
);

async function formCoalition(): Promise<Coalition> {
  const forum = await startCrowdedForum();
  const members = Object.fromEntries(
    await Promise.all(
      memberNames.map(async (name) => [name, await forum.signIn(`${name}@coalition.test`)] as const),
    ),
  ) as Members;
  const { edition, other, database } = forum;
  const firm = await createTestFirm(database, edition, 'Rival', [members.rival.personId]);
  await members.applicant.call(saveDraft, {
    params: { edition: edition.slug },
    body: { draft: { firmId: edition.ids['firm']![0]! } },
  });
  await accreditStaff(forum, edition, members.aide);
  await becomeAide(edition, members.rival, members.aide);
  await database.rows(`insert into role_grant (edition_id, person_id, role) values ($1, $2, 'organiser')`, [
    other.id,
    members['next-host'].personId,
  ]);
  forum.app.get(Viewers).forget();
  const things = [edition, other].flatMap((one) => Object.values(one.ids).flat());
  return {
    forum,
    members,
    firmId: firm.id,
    ids: [...things, firm.id, ...firm.delegateIds, firm.teamId],
    feeds: new Set(),
  };
}

/** One act of a member, or an honest one of the host. */
type Act = { who: string; what: string; run: (coalition: Coalition) => Promise<void> };

const inEdition = ({ forum }: Coalition) => ({ edition: forum.edition.slug });

/** What an attacker would try first, told by what it is for. */
const likely: Record<string, (coalition: Coalition, by: TestBrowser, mate: TestBrowser) => Promise<void>> = {
  'names a firm of others': async (coalition, by) => {
    const form = formOf({ category: 'industry', firmId: coalition.forum.edition.ids['firm']![0]! });
    await by.call(submitRegistration, { params: inEdition(coalition), body: { form } });
  },
  'registers next year under the name of a minister': async ({ forum }, by) => {
    const name = {
      ...formOf().name,
      given: 'H.E.',
      family: 'Defence Minister',
      display: 'H.E. Defence Minister',
    };
    await by.call(submitRegistration, {
      params: { edition: forum.other.slug },
      body: { form: formOf({ name }) },
    });
  },
  'has a mate proposed as aide of somebody next year': async ({ forum }, by, mate) => {
    for (const delegateId of forum.other.ids['delegate']!)
      await by.call(arrangeAide, {
        params: { edition: forum.other.slug },
        body: { delegateId, mail: await mailOf(mate) },
      });
  },
  'has a mate proposed as aide of somebody this year': async ({ forum }, by, mate) => {
    for (const delegateId of forum.edition.ids['delegate']!)
      await by.call(arrangeAide, {
        params: inEdition({ forum } as Coalition),
        body: { delegateId, mail: await mailOf(mate) },
      });
  },
  'invites a mate as aide': async (coalition, by, mate) => {
    await by.call(inviteAide, { body: { ...inEdition(coalition), mail: await mailOf(mate) } });
  },
  'accepts and confirms what waits': async (_, by) => {
    for (const { id } of (await by.call(listInvitationsAsAide)).body)
      await by.call(answerAideInvitation, { params: { invitation: id }, body: { accept: true } });
    for (const { id } of (await by.call(listAides)).body)
      await by.call(confirmAide, { params: { aide: id } });
  },
  'acts for somebody': async (_, by) => {
    for (const { aide } of (await by.call(whoAmI)).body?.principals ?? [])
      await by.call(actFor, { body: { aide } });
  },
  'acts for nobody': async (_, by) => {
    await by.call(actFor, { body: { aide: null } });
  },
  'makes a calendar address': async (coalition, by) => {
    const { status, body } = await by.call(createFeed, { params: inEdition(coalition) });
    if (status === 200) coalition.feeds.add(new URL(body.url).pathname);
  },
  'confirms a mate for a firm and makes them its officer': async (coalition, by, mate) => {
    const delegates = await coalition.forum.database.rows<{ id: string }>(
      'select id from delegate where edition_id = $1 and person_id = any($2)',
      [coalition.forum.edition.id, [by.personId, mate.personId]],
    );
    for (const firm of [coalition.firmId, ...coalition.forum.edition.ids['firm']!])
      for (const { id: delegate } of delegates) {
        const params = { ...inEdition(coalition), firm };
        await by.call(confirmRepresentative, {
          params: { ...params, delegate },
          body: { reason: 'They are mine' },
        });
        await by.call(nameOfficers, { params, body: { delegates: [delegate] } });
      }
  },
};

const mailOf = async (browser: TestBrowser) => (await browser.call(whoAmI)).body?.mail ?? '';

/** The host accredits whoever has submitted a registration: it opens nothing of a firm. */
async function accreditEverybody({ forum }: Coalition): Promise<void> {
  const waiting = await forum.database.rows<{ id: string; version: number }>(
    `select d.id, d.version from delegate d join person p on p.id = d.person_id
     where d.edition_id = $1 and d.state in ('submitted', 'waitlisted') and p.mail like '%@coalition.test'`,
    [forum.edition.id],
  );
  for (const delegate of waiting)
    await forum.desk.call(decideAccreditation, {
      params: { edition: forum.edition.slug },
      body: { decision: 'accredit', reason: null, delegates: [delegate] },
    });
}

const call = (browser: TestBrowser, route: Route, params: object, rest: object = {}) =>
  browser.call(route, { params, ...rest } as never);

/** Any write of the contract, of any thing that there is, with a body that it accepts or nearly. */
function anyWrite({ forum, ids }: Coalition): fc.Arbitrary<Act> {
  const slugs = [forum.edition.slug, forum.edition.slug, forum.other.slug];
  return fc.constantFrom(...writes).chain(({ name, route }) => {
    const names = Object.keys(route.params.shape);
    const value = (key: string) =>
      key === 'edition'
        ? fc.constantFrom(...slugs)
        : fc.constantFrom(
            ...(forum.edition.ids[key] ?? ids),
            ...(forum.other.ids[key] ?? []),
            ...ids.slice(-3),
          );
    return fc
      .tuple(
        fc.constantFrom(...memberNames),
        fc.record(Object.fromEntries(names.map((key) => [key, value(key)] as const))),
        arbitraryOf(route.body, ids),
      )
      .map(([who, params, body]) => ({
        who,
        what: `${name} ${JSON.stringify(params)} ${JSON.stringify(body)}`,
        run: async ({ members }) => void (await call(members[who], route, params, { body })),
      }));
  });
}

const likelyAct: fc.Arbitrary<Act> = fc
  .tuple(
    fc.constantFrom(...memberNames),
    fc.constantFrom(...memberNames),
    fc.constantFrom(...Object.keys(likely)),
  )
  .map(([who, mate, what]) => ({
    who,
    what: `${what} (${mate})`,
    run: ({ members, ...rest }) => likely[what]!({ members, ...rest }, members[who], members[mate]),
  }));

const honestAct: fc.Arbitrary<Act> = fc.constant({
  who: 'the host',
  what: 'accredits everybody',
  run: accreditEverybody,
});

/** What a member holds beyond what the coalition was given, in words; nothing when all is well. */
async function held(coalition: Coalition): Promise<string[]> {
  const { forum, members, firmId } = coalition;
  const viewers = forum.app.get(Viewers);
  viewers.forget();
  const own = new Set(Object.values(members).map(({ personId }) => personId));
  const found: string[] = [];
  for (const name of memberNames) {
    const { cookie } = members[name];
    const { person, acting, secretariat, standing } = await viewers.of(cookie, forum.edition.slug);
    const { roles, firmId: firm, sessionIds, delegationIds } = standing;
    const mayHold = [
      !secretariat || 'is of the secretariat',
      !roles.some(isStaffRole) || `is of the host's team: ${roles.join()}`,
      !roles.includes('delegation-head') || 'heads a delegation',
      firm === null || firm === firmId || `speaks for the firm ${firm}`,
      sessionIds.length === 0 || 'is named for a restricted session',
      delegationIds.length === 0 || 'reaches a delegation',
      own.has(person?.id ?? null) || `is ${person?.id}`,
      !acting || own.has(acting.principal.id) || `acts for ${acting.principal.id}`,
    ];
    found.push(...mayHold.filter((one) => one !== true).map((one) => `${name} ${one}`));
  }
  return [...found, ...(await officersOf(coalition)), ...(await renamed(coalition))];
}

/** Members who became export officers of a firm that is not theirs. */
async function officersOf({ forum, firmId, members }: Coalition): Promise<string[]> {
  const rows = await forum.database.rows<{ firmId: string }>(
    `select o.firm_id as "firmId" from export_officer o join delegate d on d.id = o.delegate_id
     where d.person_id = any($1) and o.firm_id <> $2`,
    [Object.values(members).map(({ personId }) => personId), firmId],
  );
  return rows.map((row) => `an export officer of ${row.firmId}`);
}

/** Accredited members who are shown in the edition under a name that nobody vetted there. */
async function renamed({ forum, members }: Coalition): Promise<string[]> {
  const rows = await forum.database.rows<{ name: string }>(
    `select v.display_name as name from person_in_edition v join delegate d on d.edition_id = v.edition_id and d.person_id = v.id
     where v.edition_id = $1 and v.id = any($2) and d.state = 'accredited' and v.display_name like '%Minister%'`,
    [forum.edition.id, Object.values(members).map(({ personId }) => personId)],
  );
  return rows.map(({ name }) => `somebody is called ${name}`);
}

const queryOf = (name: string, { teams }: CrowdedForum['edition']) =>
  ({
    'meetings.suitableTimes': { fromTeam: teams[0], toTeam: teams[1] },
    'delegations.findFirmToRepresent': { search: 'firm' },
    'delegations.daySheet': { day: '2031-05-12' },
    'live.readChanges': { since: 'public:0,accredited:0,staff:organiser:0' },
  })[name] ?? {};

/** Where a canary of the edition is found, by each of some members, every read and everything that there is to name. */
async function canariesFound(
  coalition: Coalition,
  readers: readonly MemberName[] = memberNames,
): Promise<string[]> {
  const { forum, members } = coalition;
  const found: string[] = [];
  for (const member of readers)
    for (const { name, route } of reads.filter(({ route }) => route.path.includes(':edition')))
      for (const params of paramsOf(route, forum)) {
        const answer = await call(members[member], route, params, { query: queryOf(name, forum.edition) });
        const text = JSON.stringify(answer.body);
        for (const [what, canary] of Object.entries(canaries))
          if (text.includes(canary))
            found.push(`${member} reads ${what} in ${name} ${JSON.stringify(params)}`);
      }
  for (const feed of coalition.feeds) {
    const text = await (await fetch(`${forum.url}${feed}`)).text();
    if (text.includes(canaries.restricted)) found.push(`a feed tells of ${canaries.restricted}`);
  }
  return found;
}

const paramsOf = (route: Route, { edition }: CrowdedForum) =>
  Object.keys(route.params.shape).reduce<Record<string, string>[]>(
    (all, name) =>
      all.flatMap((params) =>
        (edition.ids[name] ?? [randomUUID()]).map((value) => ({ ...params, [name]: value })),
      ),
    [{}],
  );

describe('a coalition of a stranger, an applicant, a rival, their aide and the host of next year', () => {
  let coalition: Coalition;
  beforeAll(async () => {
    coalition = await formCoalition();
  });
  afterAll(() => coalition.forum.stop());

  it('never holds or reads what none of its members was given', async () => {
    const act = fc.oneof(
      { weight: 6, arbitrary: likelyAct },
      { weight: 5, arbitrary: anyWrite(coalition) },
      { weight: 2, arbitrary: honestAct },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: acts, maxLength: acts }), async (sequence) => {
        for (const { who, what, run } of sequence) {
          await run(coalition);
          expect({ after: `${who} ${what}`, held: await held(coalition) }).toEqual({
            after: `${who} ${what}`,
            held: [],
          });
        }
        expect(await canariesFound(coalition)).toEqual([]);
      }),
      // What they did stays, so a sequence cannot be told again shorter.
      { numRuns: sequences, endOnFailure: true },
    );
  });
});

describe('without a guard (control), the same coalition', () => {
  let coalition: Coalition;
  beforeAll(async () => {
    coalition = await formCoalition();
  });
  afterAll(() => coalition.forum.stop());

  /** Takes a guard away in the database, as its owner. */
  async function asOwner(statements: string): Promise<void> {
    const owner = new pg.Client({ connectionString: coalition.forum.databaseUrl });
    await owner.connect();
    await owner.query(statements);
    await owner.end();
  }

  const tryAll = async (who: MemberName, mate: MemberName, whats: readonly string[]) => {
    for (const what of whats) await likely[what]!(coalition, coalition.members[who], coalition.members[mate]);
  };

  it('becomes a person of next year where a proposal of the host needs no consent', async () => {
    await asOwner(`
      create function agree() returns trigger language plpgsql as $$ begin new.confirmed_at := now(); new.confirmed_by := new.principal_id; return new; end $$;
      create trigger agree before insert on aide for each row execute function agree();`);
    await tryAll('next-host', 'stranger', ['has a mate proposed as aide of somebody next year']);
    await tryAll('stranger', 'stranger', ['accepts and confirms what waits', 'acts for somebody']);
    expect((await held(coalition)).join()).toMatch(/stranger acts for/);
  });

  it('speaks for the firm that an applicant named where an accreditation is enough', async () => {
    await asOwner(`
      create function trust() returns trigger language plpgsql security definer as $$ begin
        insert into representation (edition_id, firm_id, delegate_id, confirmed_at)
        values (new.edition_id, new.firm_id, new.id, now()) on conflict do nothing;
        return new; end $$;
      create trigger trust after update on delegate for each row
        when (new.state = 'accredited' and new.firm_id is not null) execute function trust();`);
    await tryAll('applicant', 'applicant', ['names a firm of others']);
    await accreditEverybody(coalition);
    expect((await held(coalition)).join()).toMatch(/applicant speaks for the firm/);
    expect((await canariesFound(coalition, ['applicant'])).join()).toContain('applicant reads');
  });
});
