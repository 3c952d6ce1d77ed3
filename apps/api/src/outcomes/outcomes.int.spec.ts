import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import * as figuresContract from '@forum/contract/outcomes/figures';
import * as ledger from '@forum/contract/outcomes/ledger';
import * as reports from '@forum/contract/outcomes/reports';
import type { RouteInput } from '@forum/contract/route';
import type { OutcomeStage } from '@forum/domain/outcomes/ledger';
import pg from 'pg';
import { countQueries } from '../testing/count-queries.ts';
import {
  createTestEdition,
  createTestFirm,
  createTestHall,
  type TestEdition,
} from '../testing/test-edition.ts';
import { LedgerRepository } from './ledger/ledger.repository.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';

type Firm = Awaited<ReturnType<typeof firmOf>>;

let forum: TestForum;
let edition: TestEdition;
let hanbit: Firm;
let nordlys: Firm;
let third: Firm;
let organiser: TestBrowser;

async function firmOf(name: string) {
  const browser = await forum.signIn(`${name}@firm.example`, { name });
  const firm = await createTestFirm(forum.database, edition, name, [browser.personId]);
  return { ...firm, name, browser };
}

/** An agreed meeting of two firms, at a time from now. */
async function meetingAt(from: Firm, to: Firm, hours: number): Promise<string> {
  const row = await forum.database.row<{ id: string }>(
    `insert into meeting (edition_id, from_team_id, to_team_id, topic, state, requested_by, starts_at, ends_at, table_id)
     select $1, $2, $3, 'Sights', 'accepted', $4, now() + make_interval(hours => $5), now() + make_interval(hours => $5, mins => 20),
       (select id from meeting_table where edition_id = $1 limit 1) returning id`,
    [edition.id, from.teamId, to.teamId, from.browser.personId, hours],
  );
  return row?.id ?? '';
}

const params = () => ({ edition: edition.slug });

type Report = Partial<RouteInput<typeof reports.saveReport>['body']>;

const report = (firm: Firm, meeting: string, said: Report, version = 0) =>
  firm.browser.call(reports.saveReport, {
    params: { ...params(), meeting },
    body: { version, view: 'held', rating: null, note: '', followUps: [], ...said },
  });

const readReport = async (firm: Firm, meeting: string) =>
  (await firm.browser.call(reports.readReport, { params: { ...params(), meeting } })).body;

const propose = (
  by: Firm,
  other: Firm,
  stage: OutcomeStage,
  rest: { matter?: string; until?: string; confidential?: boolean; title?: string } = {},
) =>
  by.browser.call(ledger.proposeOutcome, {
    params: { ...params(), firm: other.id },
    body: { matter: null, title: 'Sights', stage, until: null, confidential: false, ...rest },
  });

const confirm = (by: Firm, outcome: string, confidential = false) =>
  by.browser.call(ledger.confirmOutcome, { params: { ...params(), outcome }, body: { confidential } });

const latest = (matters: ledger.Matter[]) => matters[0]!.steps.at(-1)!;

/** A confirmed outcome in a matter of its own. */
async function agree(by: Firm, other: Firm, stage: OutcomeStage, confidential = false) {
  const proposed = await propose(by, other, stage, { confidential });
  return (await confirm(other, latest(proposed.body).id)).body;
}

const figures = async (asOf?: string) =>
  (await organiser.call(figuresContract.readFigures, { params: params(), query: asOf ? { asOf } : {} })).body;

beforeAll(async () => {
  forum = await startTestForum();
  // It writes meetings without people and tables.
  forum.mayBeOrphaned();
  edition = await createTestEdition(forum.database, 2031);
  await createTestHall(forum.database, edition, 2031, 3);
  [hanbit, nordlys, third] = [await firmOf('Hanbit'), await firmOf('Nordlys'), await firmOf('Thales')];
  organiser = await forum.signIn('desk@host.example', { secretariat: true });
});
afterAll(() => forum.stop());

describe('a meeting that has not begun', () => {
  it('has no report', async () => {
    const meeting = await meetingAt(hanbit, nordlys, 2);
    expect((await readReport(hanbit, meeting)).open).toBe(false);
    expect((await report(hanbit, meeting, {})).problem.code).toBe('outcome.too_early');
  });
});

describe('a meeting that has begun', () => {
  it('is reported on by each side, which reads its own words and of the other only what follows', async () => {
    const meeting = await meetingAt(hanbit, nordlys, -2);
    const said = {
      rating: 4,
      note: 'They hesitated about the price.',
      followUps: [{ what: 'Send the data sheet', due: '2031-05-20' }],
    };
    const saved = await report(hanbit, meeting, said);
    expect(saved.body).toMatchObject({
      version: 1,
      own: { view: 'held', ...said, by: 'Hanbit' },
      result: { result: 'held', confirmed: false },
    });
    const seen = await readReport(nordlys, meeting);
    expect(seen.own).toBeNull();
    expect(JSON.stringify(seen)).not.toMatch(/hesitated|data sheet|Hanbit/);
    await report(nordlys, meeting, { view: 'held' });
    expect((await readReport(hanbit, meeting)).result).toEqual({
      result: 'held',
      absent: [],
      confirmed: true,
    });
    expect((await report(hanbit, meeting, {}, 0)).problem).toMatchObject({
      code: 'version.stale',
      details: { current: 1 },
    });
    expect((await report(third, meeting, {})).status).toBe(404);
  });

  it('makes nobody a no-show against their word', async () => {
    const missed = await meetingAt(hanbit, nordlys, -3);
    await report(hanbit, missed, { view: 'other-absent' });
    const disputed = await meetingAt(hanbit, third, -4);
    await report(hanbit, disputed, { view: 'other-absent' });
    await report(third, disputed, { view: 'held' });
    const { body } = await organiser.call(figuresContract.listNoShows, { params: params(), query: {} });
    expect(body.rows).toMatchObject([
      { meetingId: missed, result: 'no-show', absent: ['to'], confirmed: false, to: 'Nordlys' },
      { meetingId: disputed, result: 'disputed', absent: [] },
    ]);
    const second = { params: params(), query: { offset: 1, limit: 1 } };
    expect((await organiser.call(figuresContract.listNoShows, second)).body).toEqual({
      total: 2,
      rows: [body.rows[1]],
    });
    expect(
      (await hanbit.browser.call(figuresContract.listNoShows, { params: params(), query: {} })).status,
    ).toBe(403);
  });

  it('counts in the figures of its edition', async () => {
    const { editions } = await figures();
    const { meetings } = editions.find(({ slug }) => slug === edition.slug)!;
    expect(meetings).toEqual({ begun: 3, held: 1, noShow: 1, disputed: 1, unreported: 0, rating: null });
  });
});

describe('an outcome', () => {
  it('is proposed by one firm and confirmed by the other, stage after stage', async () => {
    const proposed = await propose(hanbit, nordlys, 'interest');
    const step = latest(proposed.body);
    expect(proposed.body[0]).toMatchObject({ title: 'Sights', reached: null, next: [] });
    expect((await confirm(hanbit, step.id)).problem.code).toBe('outcome.own_confirmation');
    expect((await confirm(third, step.id)).status).toBe(404);
    const confirmed = (await confirm(nordlys, step.id)).body[0]!;
    expect(confirmed).toMatchObject({ reached: 'interest', next: ['nda', 'mou', 'pilot', 'contract'] });
    expect(confirmed.steps[0]).toMatchObject({ by: 'them', state: 'confirmed' });
    expect((await confirm(nordlys, step.id)).problem.code).toBe('outcome.transition');
    const matter = confirmed.id;
    expect((await propose(nordlys, hanbit, 'pilot', { matter })).problem.code).toBe('outcome.transition');
    const pilot = await propose(nordlys, hanbit, 'pilot', { matter, until: '2032-01-01' });
    expect(latest(pilot.body)).toMatchObject({ stage: 'pilot', until: '2032-01-01', by: 'us' });
    const declined = await hanbit.browser.call(ledger.declineOutcome, {
      params: { ...params(), outcome: latest(pilot.body).id },
    });
    expect(declined.body[0]).toMatchObject({ reached: 'interest' });
    expect((await propose(third, hanbit, 'nda', { matter })).status).toBe(404);
    expect(
      (await third.browser.call(ledger.listOutcomes, { params: { ...params(), firm: hanbit.id } })).body,
    ).toEqual([]);
  });

  it('is answered once, however many answer at the same moment', async () => {
    expect(await answeredAtOnce()).toEqual([200, 409, 409, 409, 409, 409]);
  });

  it('goes on in a later edition, and counts in the one where it began', async () => {
    const before = await agree(hanbit, third, 'nda');
    const later = await createTestEdition(forum.database, 2032);
    for (const firm of [hanbit, third]) {
      await forum.database.rows('insert into firm_in_edition (edition_id, firm_id) values ($1, $2)', [
        later.id,
        firm.id,
      ]);
    }
    await forum.database.rows(
      `with made as (
         insert into delegate (edition_id, person_id, firm_id, state, category, display_name, sort_key)
         select $1, id, $3, 'accredited', 'industry', display_name, sort_key from person where id = $2 returning id)
       insert into representation (edition_id, firm_id, delegate_id, confirmed_at) select $1, $3, id, now() from made`,
      [later.id, hanbit.browser.personId, hanbit.id],
    );
    const answer = await hanbit.browser.call(ledger.proposeOutcome, {
      params: { edition: later.slug, firm: third.id },
      body: { matter: before[0]!.id, title: 'x', stage: 'contract', until: null, confidential: false },
    });
    expect(answer.body[0]).toMatchObject({ edition: { slug: edition.slug } });
    await confirm(third, latest(answer.body).id);
    const { editions } = await figures();
    const contracts = (slug: string) =>
      editions.find((one) => one.slug === slug)!.stages.find(({ stage }) => stage === 'contract')!.total;
    expect([contracts(edition.slug), contracts(later.slug)]).toEqual([1, 0]);
  });
});

describe('without the guards (control)', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('only the constraint keeps an outcome from being answered twice, and with neither it is', async () => {
    jest.spyOn(forum.app.get(LedgerRepository), 'lock').mockResolvedValue();
    const guarded = await answeredAtOnce();
    expect(guarded.filter((status) => status === 200)).toHaveLength(1);
    await asOwner('drop index outcome_event_once');
    const answered = [];
    for (let times = 0; times < 5; times++) answered.push(...(await answeredAtOnce()));
    expect(answered.filter((status) => status === 200).length).toBeGreaterThan(5);
    await asOwner(`delete from outcome_event a using outcome_event b
      where a.outcome_id = b.outcome_id and a.kind <> 'proposed' and b.kind <> 'proposed' and a.sequence > b.sequence`);
    await asOwner(
      `create unique index outcome_event_once on outcome_event (outcome_id, (kind = 'proposed'))`,
    );
  });
});

/** The statuses of six answers of one firm to one outcome at the same moment. */
async function answeredAtOnce(): Promise<number[]> {
  const { id } = latest((await propose(third, nordlys, 'interest')).body);
  const answers = await Promise.all(Array.from({ length: 6 }, () => confirm(nordlys, id)));
  return answers.map(({ status }) => status).sort();
}

async function asOwner(statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: forum.databaseUrl });
  await owner.connect();
  await owner.query(statement);
  await owner.end();
}

describe('the figures of an edition', () => {
  const here = async (asOf?: string) => {
    const read = await figures(asOf);
    return { ...read.editions.find(({ slug }) => slug === edition.slug)!, asOf: read.asOf };
  };

  it('withhold a total that would give a few confidential outcomes away, and say the same for the same instant', async () => {
    await agree(hanbit, nordlys, 'mou');
    const open = await here();
    const mou = ({ stages }: Pick<typeof open, 'stages'>) =>
      stages.find(({ stage }) => stage === 'mou')!.total;
    expect(mou(open)).toBe(1);
    await agree(hanbit, nordlys, 'mou', true);
    const few = await here();
    expect([mou(few), few.total]).toEqual([null, null]);
    for (let more = 1; more < 5; more++) await agree(third, nordlys, 'mou', true);
    const many = await here();
    expect(mou(many)).toBe(6);
    expect(many.named.filter(({ stage }) => stage === 'mou')).toHaveLength(1);
    const { asOf: _now, meetings: _reports, ...again } = await here(few.asOf);
    const { asOf, meetings, ...then } = few;
    expect([asOf, meetings.begun]).toEqual([few.asOf, 3]);
    expect(again).toEqual(then);
  });

  it('cost as many queries whatever the log holds, and are the secretariat’s alone', async () => {
    const few = await countQueries(forum, () => figures());
    for (let more = 0; more < 30; more++) await propose(hanbit, nordlys, 'interest');
    const many = await countQueries(forum, () => figures());
    expect(many.queries).toBe(few.queries);
    const refused = await hanbit.browser.call(figuresContract.readFigures, { params: params(), query: {} });
    expect(refused.status).toBe(403);
  });

  it('follow from a log that the server can only add to', async () => {
    for (const rewrite of ['update outcome_event set confidential = true', 'delete from outcome_event']) {
      await expect(forum.database.rows(rewrite)).rejects.toThrow(/permission denied/);
    }
  });
});
