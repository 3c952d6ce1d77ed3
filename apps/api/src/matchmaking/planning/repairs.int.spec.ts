import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listMeetings } from '@forum/contract/meetings/meetings';
import { requestMeeting } from '@forum/contract/meetings/requests';
import * as pins from '@forum/contract/matchmaking/planning/pins';
import * as planRuns from '@forum/contract/matchmaking/planning/plan-runs';
import * as publication from '@forum/contract/matchmaking/planning/publication';
import type { PlanDetail } from '@forum/contract/matchmaking/planning/plan-detail';
import { eventually } from '../../testing/eventually.ts';
import {
  createTestEdition,
  createTestFirm,
  createTestHall,
  type TestEdition,
} from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';

const year = 2032;
const nobody = '00000000-0000-4000-8000-000000000000';

let forum: TestForum;
let edition: TestEdition;
let desk: TestBrowser;
let hallId: string;
let firms: { id: string; teamId: string; delegateIds: string[]; browser: TestBrowser }[];

const params = () => ({ edition: edition.slug });
const at = (clock: string, day = '12') => `${year}-05-${day}T${clock}:00Z`;

beforeAll(async () => {
  forum = await startTestForum();
  // It writes meetings without people.
  forum.mayBeOrphaned();
  edition = await createTestEdition(forum.database, year);
  hallId = await createTestHall(forum.database, edition, year, 3);
  desk = await forum.signIn('desk@host.example', { secretariat: true });
  firms = await Promise.all(
    Array.from({ length: 6 }, async (_, n) => {
      const browser = await forum.signIn(`person-${n}@firm.example`);
      const more = await forum.signIn(`colleague-${n}@firm.example`);
      const people = [browser.personId, more.personId];
      return { browser, ...(await createTestFirm(forum.database, edition, `Firm ${n}`, people)) };
    }),
  );
});
afterAll(() => forum.stop());

const wish = (...pairs: (readonly [number, number])[]) =>
  forum.database.rows(
    `insert into wish (edition_id, firm_id, to_firm_id, grade) select $1, w.a, w.b, 'would-like'
     from unnest($2::uuid[], $3::uuid[]) as w (a, b) on conflict on constraint wish_pk do nothing`,
    [edition.id, pairs.map(([a]) => firms[a]!.id), pairs.map(([, b]) => firms[b]!.id)],
  );

/** A meeting that two firms have agreed themselves. */
const agree = (a: number, b: number, start: string, end: string, table = 'T1') =>
  forum.database.row<{ id: string }>(
    `with at as (select id from meeting_table where hall_id = $7 and label = $6),
     made as (
       insert into meeting (edition_id, from_team_id, to_team_id, topic, state, starts_at, ends_at, table_id, requested_by)
       select $1, $2, $3, 'Radar', 'accepted', $4, $5, at.id, $8 from at returning id, table_id),
     taken as (
       insert into reservation (edition_id, resource_kind, resource_id, during, commitment_kind, commitment_id)
       select $1, 'table', table_id, tstzrange($4, $5), 'meeting', id from made)
     select id from made`,
    [edition.id, firms[a]!.teamId, firms[b]!.teamId, start, end, table, hallId, desk.personId],
  );

const start = (body: object) =>
  desk.call(planRuns.startPlanRun, {
    params: params(),
    body: { hallId, iterations: 20_000, mustsAreMandatory: false, ...body } as never,
  });
const read = async (run: string) =>
  (await desk.call(planRuns.readPlanRun, { params: { ...params(), run } })).body;

async function plan(body: object = {}): Promise<PlanDetail> {
  const started = await start(body);
  expect([started.status, started.problem?.detail]).toEqual([200, undefined]);
  return eventually(
    () => read(started.body.id),
    ({ state }) => state !== 'running',
  );
}

const publish = ({ id: run, version }: PlanDetail) =>
  desk.call(publication.publishPlanRun, { params: { ...params(), run }, body: { version } });
const pairsOf = ({ meetings }: PlanDetail) =>
  meetings
    .filter(({ priority }) => priority > 0)
    .map(({ firms: pair }) => pair.map((id) => firms.findIndex((firm) => firm.id === id)).sort());
const term = ({ terms }: PlanDetail, name: string) => terms.find((one) => one.name === name)?.value;

describe('a bad event', () => {
  it.each([
    ['a firm that is none', { kind: 'firm-cancels', firmId: nobody }, 'firmId', 'is no firm of this edition'],
    [
      'a table that is none',
      { kind: 'table-closed', tableId: nobody, from: at('00:00'), until: at('01:00') },
      'tableId',
      'is no table of Hall B',
    ],
    [
      'an interpreter who is none',
      { kind: 'interpreter-away', interpreterId: nobody, from: at('00:00'), until: at('01:00') },
      'interpreterId',
      'is no interpreter of this edition',
    ],
    [
      'a time that runs backwards',
      { kind: 'firm-away', from: at('02:00'), until: at('01:00') },
      'until',
      'does not come after',
    ],
    [
      'a time of nothing',
      { kind: 'firm-away', from: at('01:00'), until: at('01:00') },
      'until',
      'does not come after',
    ],
    ['a firm with itself', { kind: 'meeting-added', withFirmId: 'itself' }, 'withFirmId', 'is the same firm'],
    [
      'a firm with nobody',
      { kind: 'meeting-added', withFirmId: nobody },
      'withFirmId',
      'is no firm of this edition',
    ],
  ])('is refused with its field: %s', async (_, event, field, why) => {
    const isOfFirm = !['table-closed', 'interpreter-away'].includes(event.kind);
    const own = isOfFirm ? { firmId: firms[0]!.id, ...event } : event;
    const isItself = 'withFirmId' in event && event.withFirmId === 'itself';
    const { status, problem } = await start({
      events: [isItself ? { ...own, withFirmId: firms[0]!.id } : own],
    });
    expect(status).toBe(400);
    expect(problem.fields).toMatchObject([
      { path: `body.events.0.${field}`, remedy: expect.stringContaining(why) },
    ]);
  });

  it('names a hall instead of a firm', async () => {
    const { problem } = await start({ events: [{ kind: 'firm-cancels', firmId: hallId }] });
    expect(problem.fields).toMatchObject([{ path: 'body.events.0.firmId', value: `"${hallId}"` }]);
  });
});

describe('a pin', () => {
  it('at a time that begins no slot is refused, with the nearest that does', async () => {
    const body = { firmId: firms[0]!.id, withFirmId: firms[1]!.id, start: at('00:07') };
    const { status, problem } = await desk.call(pins.setPlanPin, { params: params(), body });
    expect(status).toBe(400);
    expect(problem.fields).toMatchObject([
      { path: 'body.start', remedy: expect.stringContaining(at('00:00')) },
    ]);
    const past = { ...body, start: '2020-05-12T00:00:00Z' };
    expect((await desk.call(pins.setPlanPin, { params: params(), body: past })).status).toBe(400);
  });
});

describe('a plan beside what firms have agreed themselves', () => {
  it('counts what stands: floors, breaks and idle slots, and leaves it where it is', async () => {
    // Slots 0 and 4 of the morning; the floor of a small firm is two meetings.
    const held = [await agree(0, 1, at('00:00'), at('00:20')), await agree(0, 2, at('01:40'), at('02:00'))];
    await forum.database.rows(
      `insert into firm_profile (edition_id, firm_id, content, confirmed) values ($1, $2, '{"size": "small", "offers": [], "needs": []}', false)`,
      [edition.id, firms[0]!.id],
    );
    await wish([0, 3]);
    const start = at('02:05');
    const pin = { firmId: firms[0]!.id, withFirmId: firms[3]!.id };
    await desk.call(pins.setPlanPin, { params: params(), body: { ...pin, start } });
    const done = await plan({ floorForSmall: 3 });
    expect(done).toMatchObject({ wanted: 1, held: 1, moved: 0 });
    expect([term(done, 'belowFloor'), term(done, 'breaks'), term(done, 'idleSlots')]).toEqual([0, 1, 3]);
    const stands = done.meetings.filter(({ id }) => held.some((one) => one!.id === id));
    expect(stands.map(({ slot, was, leftOut }) => [slot, was, leftOut])).toEqual([
      [0, null, null],
      [4, null, null],
    ]);
    await desk.call(pins.setPlanPin, { params: params(), body: { ...pin, start: null } });
  });
});

describe('firms that ask each other meanwhile', () => {
  it('have their open requests closed by the publication, and everybody gets one mail that says all of it', async () => {
    const [own, other, third] = [firms[3]!, firms[4]!, firms[5]!];
    for (const asker of [own, third]) {
      const asked = await asker.browser.call(requestMeeting, {
        params: params(),
        body: {
          fromTeamId: asker.teamId,
          toTeamId: other.teamId,
          participants: [asker.delegateIds[0]!],
          topic: 'Sonar',
          message: '',
          suggested: [at('00:25')],
        },
      });
      expect(asked.status).toBe(200);
    }
    await wish([3, 4], [5, 4]);
    // Both of the team that is asked hear of the requests.
    await eventually(
      () => forum.database.rows('select from mail'),
      (rows) => rows.length === 4,
    );
    await forum.database.rows('delete from mail');
    const { status, body } = await publish(await plan());
    expect({ status, requestsClosed: body.requestsClosed }).toEqual({ status: 200, requestsClosed: 2 });
    const { meetings } = (await other.browser.call(listMeetings, { params: params() })).body;
    const between = meetings.filter(({ from, to }) => [from.firmId, to.firmId].includes(own.id));
    expect(between.map(({ state, closedByPlan }) => [state, closedByPlan]).sort()).toEqual([
      ['accepted', false],
      ['withdrawn', true],
    ]);
    const mails = await eventually(
      () =>
        forum.database.rows<{ recipient: string; body: string }>(
          'select recipient, body from mail order by recipient',
        ),
      (rows) => rows.filter(({ recipient }) => /-[345]@/.test(recipient)).length >= 6,
    );
    const recipients = mails.map(({ recipient }) => recipient);
    expect(new Set(recipients).size).toBe(recipients.length);
    const told = mails.find(({ recipient }) => recipient === 'person-4@firm.example');
    expect(told?.body).toContain('Requests that are closed with it:\n  Firm 3 · Sonar\n  Firm 5 · Sonar\n');
    expect(told?.body).toMatch(/Firm 3\nWhen: .*\(UTC\+9\)\nWhere:\n {2}Hall B, Table T\d/);
    const jobs = await forum.database.rows(
      `select from pgboss.job where name = 'tell-of-meeting' and data->>'news' <> 'requested'`,
    );
    expect(jobs).toEqual([]);
  });
});

describe('firms that have met already', () => {
  it('are not planned again, unless nobody came or the desk pins them', async () => {
    const yesterday = (clock: string) => `2020-05-11T${clock}:00Z`;
    const [met, missed] = [
      await agree(1, 2, yesterday('00:00'), yesterday('00:20')),
      await agree(1, 5, yesterday('01:00'), yesterday('01:20')),
    ];
    await forum.database.rows(
      `insert into meeting_report (edition_id, meeting_id, side, view) values ($1, $2, 'from', 'other-absent')`,
      [edition.id, missed!.id],
    );
    await wish([1, 2], [1, 5]);
    expect(pairsOf(await plan())).toEqual(expect.arrayContaining([[1, 5]]));
    expect(pairsOf(await plan())).not.toContainEqual([1, 2]);
    const pin = { firmId: firms[1]!.id, withFirmId: firms[2]!.id, start: at('01:15') };
    await desk.call(pins.setPlanPin, { params: params(), body: pin });
    expect(pairsOf(await plan())).toContainEqual([1, 2]);
    expect(met).not.toBeNull();
  });
});

describe('a run whose server goes away', () => {
  it('is lost within seconds, and can be told from one that is at work', async () => {
    const { body: known } = await desk.call(planRuns.listPlanRuns, { params: params() });
    const [lost] = await forum.database.rows<{ id: string }>(
      `insert into plan_run (edition_id, hall_id, kind, seed, seconds, input, created_by, alive_at, created_at)
       select edition_id, hall_id, kind, seed, 120, input, created_by, now() - interval '13 seconds', now() - interval '14 seconds'
       from plan_run where id = $1 returning id`,
      [known[0]!.id],
    );
    expect(await read(lost!.id)).toMatchObject({ state: 'failed', failure: 'lost' });
    const started = await start({ iterations: null, seconds: 30 });
    const alive = () =>
      forum.database.row<{ late: boolean }>(
        "select alive_at > created_at + interval '1 second' as late from plan_run where id = $1",
        [started.body.id],
      );
    await eventually(alive, (row) => row?.late === true);
    expect((await read(started.body.id)).state).toBe('running');
    await desk.call(planRuns.stopPlanRun, { params: { ...params(), run: started.body.id } });
    await eventually(
      () => read(started.body.id),
      ({ state }) => state !== 'running',
    );
  });
});
