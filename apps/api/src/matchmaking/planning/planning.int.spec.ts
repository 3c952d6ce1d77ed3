import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cancelMeeting } from '@forum/contract/meetings/agreed-meetings';
import { listAllMeetings } from '@forum/contract/meetings/all-meetings';
import { listMeetings } from '@forum/contract/meetings/meetings';
import * as absences from '@forum/contract/matchmaking/planning/absences';
import * as pins from '@forum/contract/matchmaking/planning/pins';
import * as planRuns from '@forum/contract/matchmaking/planning/plan-runs';
import * as publication from '@forum/contract/matchmaking/planning/publication';
import type { PlanDetail } from '@forum/contract/matchmaking/planning/plan-detail';
import type { PlanRun } from '@forum/contract/matchmaking/planning/plan-run';
import { eventually } from '../../testing/eventually.ts';
import {
  createTestEdition,
  createTestFirm,
  createTestHall,
  type TestEdition,
} from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';

const year = 2031;
const firmCount = 8;

let forum: TestForum;
let edition: TestEdition;
let desk: TestBrowser;
let hallId: string;
let firms: { id: string; teamId: string; browser: TestBrowser }[];

const params = () => ({ edition: edition.slug });
const inRun = (run: string) => ({ edition: edition.slug, run });

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, year);
  hallId = await createTestHall(forum.database, edition, year, 3);
  desk = await forum.signIn('desk@host.example', { secretariat: true });
  firms = await Promise.all(
    Array.from({ length: firmCount }, async (_, n) => {
      const browser = await forum.signIn(`person-${n}@firm.example`);
      const firm = await createTestFirm(forum.database, edition, `Firm ${n}`, [browser.personId]);
      return { id: firm.id, teamId: firm.teamId, browser };
    }),
  );
  // Everybody must meet the next, and would like to meet the one after.
  const wishes = firms.flatMap(({ id }, n) => [
    [id, firms[(n + 1) % firmCount]!.id, 'must'],
    [firms[(n + 1) % firmCount]!.id, id, 'must'],
    [id, firms[(n + 2) % firmCount]!.id, 'would-like'],
  ]);
  await wish(wishes as [string, string, string][]);
});
afterAll(() => forum.stop());

const wish = (wishes: readonly (readonly [string, string, string])[]) =>
  forum.database.rows(
    `insert into wish (edition_id, firm_id, to_firm_id, grade)
     select $1, w.a, w.b, w.grade from unnest($2::uuid[], $3::uuid[], $4::text[]) as w (a, b, grade)
     on conflict on constraint wish_pk do nothing`,
    [edition.id, wishes.map(([a]) => a), wishes.map(([, b]) => b), wishes.map(([, , grade]) => grade)],
  );

const nameless = (firm: string) => firms.findIndex(({ id }) => id === firm);

async function plan(body: Partial<Parameters<typeof start>[0]> = {}): Promise<PlanDetail> {
  const started = await start({ iterations: 20_000, ...body });
  expect(started.status).toBe(200);
  await eventually(
    async () => (await read(started.body.id)).state,
    (state) => state !== 'running',
  );
  return read(started.body.id);
}

const start = (body: object) =>
  desk.call(planRuns.startPlanRun, { params: params(), body: { hallId, ...body } as never });
const read = async (run: string) => (await desk.call(planRuns.readPlanRun, { params: inRun(run) })).body;
const publish = ({ id, version }: Pick<PlanRun, 'id' | 'version'>) =>
  desk.call(publication.publishPlanRun, { params: inRun(id), body: { version } });
const effectOf = async ({ id }: Pick<PlanRun, 'id'>) =>
  (await desk.call(publication.readPlanEffect, { params: inRun(id) })).body.effect!;
const meetingsOf = async (n: number) =>
  (await firms[n]!.browser.call(listMeetings, { params: params() })).body.meetings.filter(
    ({ state }) => state === 'accepted',
  );
const overlaps = () =>
  forum.database.rows(
    'select 1 from reservation a join reservation b on a.resource_id = b.resource_id and a.id < b.id and a.during && b.during',
  );

describe('a plan that another node makes', () => {
  let other: TestForum;
  let deskThere: TestBrowser;
  beforeAll(async () => {
    other = await startTestForum({ databaseUrl: forum.databaseUrl });
    deskThere = await other.signIn('desk@host.example', { secretariat: true });
  });
  afterAll(() => other.stop());

  const startAt = (browser: TestBrowser, seconds: number) =>
    browser.call(planRuns.startPlanRun, { params: params(), body: { hallId, seconds } as never });
  const untilEnded = (id: string) =>
    eventually(
      () => read(id),
      ({ state }) => state !== 'running',
    );

  it('is the only one, even when two begin at the same time; and it is ended from here', async () => {
    const answers = await Promise.all([startAt(desk, 60), startAt(deskThere, 60), startAt(deskThere, 60)]);
    const refused = answers.filter(({ status }) => status !== 200).map(({ problem }) => problem.code);
    expect(refused).toEqual(['plan.running', 'plan.running']);
    const { id } = answers.find(({ status }) => status === 200)!.body;
    for (const one of [desk, deskThere]) {
      expect((await startAt(one, 60)).problem.code).toBe('plan.running');
    }
    // Only one of them makes it; the other must not merely say so.
    for (const one of [desk, deskThere]) {
      expect((await one.call(planRuns.stopPlanRun, { params: inRun(id) })).status).toBe(200);
    }
    expect(await untilEnded(id)).toMatchObject({ state: 'done', iterations: expect.any(Number) });
  });

  it('is ended by the node that does not make it', async () => {
    const { id } = (await startAt(deskThere, 60)).body;
    await desk.call(planRuns.stopPlanRun, { params: inRun(id) });
    expect(await untilEnded(id)).toMatchObject({ state: 'done', iterations: expect.any(Number) });
  });

  it('bars no other once its node is gone', async () => {
    const lost = await forum.database.row<{ id: string }>(
      `insert into plan_run (edition_id, hall_id, kind, seed, seconds, input, created_by, alive_at)
       values ($1, $2, 'plan', 1, 60, '{}', $3, now() - interval '13 seconds') returning id`,
      [edition.id, hallId, desk.personId],
    );
    const next = await startAt(desk, 1);
    expect(next.status).toBe(200);
    const { body: runs } = await desk.call(planRuns.listPlanRuns, { params: params() });
    expect(runs.find(({ id }) => id === lost?.id)).toMatchObject({ state: 'failed', failure: 'lost' });
    expect(await untilEnded(next.body.id)).toMatchObject({ state: 'done' });
  });
});

describe('a plan of a hall', () => {
  let done: PlanDetail;

  it('holds what both sides must have, says how good it is, and replays by seed and iterations', async () => {
    done = await plan();
    expect(done).toMatchObject({ state: 'done', kind: 'plan', wanted: 16, publishedAt: null });
    const musts = done.meetings.filter(({ priority }) => priority === 1);
    expect(musts.length).toBe(8);
    expect(musts.every(({ slot, table }) => slot !== null && table !== null)).toBe(true);
    const terms = new Map(done.terms.map((term) => [term.name, term]));
    expect(terms.get('mandatoryLeftOut')).toMatchObject({ value: 0 });
    expect(terms.get('breaks')!.value).toBeGreaterThanOrEqual(terms.get('breaks')!.bound);
    const again = await plan({ iterations: done.iterations! });
    expect(again.meetings).toEqual(done.meetings);
  });

  it('is ended early with what it has found so far, and says how that is replayed; no other runs meanwhile', async () => {
    const started = await start({ seconds: 60 });
    expect(await read(started.body.id)).toMatchObject({ state: 'running', wanted: 16, meetings: [] });
    expect((await start({})).problem.code).toBe('plan.running');
    await desk.call(planRuns.stopPlanRun, { params: inRun(started.body.id) });
    const ended = await eventually(
      () => read(started.body.id),
      ({ state }) => state !== 'running',
    );
    expect(ended).toMatchObject({ state: 'done', wanted: 16 });
    const again = await plan({ iterations: ended.iterations! });
    expect(again.meetings).toEqual(ended.meetings);
  });

  it('is published once, with people and tables booked, everybody told once, and cannot be published again', async () => {
    const { status, body } = await publish(done);
    expect({ status, refused: body.refused }).toEqual({ status: 200, refused: [] });
    expect(body.made).toBe(done.held);
    expect(await overlaps()).toEqual([]);
    const booked = await forum.database.row<{ count: number }>(
      `select count(*)::int as count from reservation where commitment_kind = 'meeting'`,
    );
    expect(booked?.count).toBe(3 * done.held);
    const own = await meetingsOf(0);
    expect(own.length).toBe(
      done.meetings.filter((one) => one.slot !== null && one.firms.includes(firms[0]!.id)).length,
    );
    expect(own[0]!.table).not.toBeNull();
    const mails = await eventually(
      () =>
        forum.database.rows<{ recipient: string; calendar: string }>(
          `select recipient, calendar from mail where once like 'plan:%' order by recipient`,
        ),
      (rows) => rows.length === firmCount,
    );
    expect(mails[0]!.calendar.match(/BEGIN:VEVENT/g)).toHaveLength(own.length);
    expect((await publish(body.run)).problem.code).toBe('plan.not_ready');
  });

  it('has nothing left to plan but what found no place', async () => {
    const scope = await desk.call(planRuns.readPlanScope, { params: params() });
    expect(scope.body.pairs).toBe(16 - done.held);
    const { body } = await desk.call(planRuns.listPlanRuns, { params: params() });
    expect(body[0]).toMatchObject({ state: 'done' });
  });

  it('is repaired when a table is closed, moving as few meetings as possible', async () => {
    const { table, slot } = done.meetings.find((one) => one.slot !== null)!;
    const [from, until] = [done.slots[slot!]!.start, done.slots[slot!]!.end];
    const repair = await plan({ events: [{ kind: 'table-closed', tableId: table!, from, until }] });
    expect(repair).toMatchObject({ kind: 'repair', state: 'done' });
    const changed = repair.meetings.filter(({ was }) => was !== null);
    expect(changed.length).toBeGreaterThanOrEqual(1);
    // Itself, and one that makes room for it where the plan left none.
    expect(repair.moved).toBeLessThanOrEqual(2);
    const { body, status } = await publish(repair);
    expect({ status, made: body.made, cancelled: body.cancelled }).toEqual({
      status: 200,
      made: 0,
      cancelled: 0,
    });
    expect(await overlaps()).toEqual([]);
    const still = await forum.database.rows(
      `select 1 from meeting where state = 'accepted' and table_id = $1 and starts_at = $2`,
      [table, from],
    );
    expect(still).toEqual([]);
  });

  it('is repaired when a firm cancels: its meetings end, the others stay', async () => {
    const gone = firms[3]!;
    const before = await meetingsOf(0);
    const repair = await plan({ events: [{ kind: 'firm-cancels', firmId: gone.id }] });
    expect(repair.moved).toBe(0);
    expect(repair.happened).toMatchObject([{ event: { kind: 'firm-cancels' }, firm: 'Firm 3' }]);
    const effect = await effectOf(repair);
    const { body } = await publish(repair);
    expect(body).toMatchObject({ made: 0, moved: 0 });
    expect(body.cancelled).toBeGreaterThan(0);
    const { made, moved, cancelled, firms: touched, people } = body;
    expect(effect).toMatchObject({ made, moved, cancelled, firms: touched, people });
    expect([touched, people]).toEqual([cancelled + 1, cancelled + 1]);
    expect(effect.changes).toHaveLength(cancelled);
    expect(effect.changes.every(({ firms: pair, was, to }) => pair.includes('Firm 3') && was && !to)).toBe(
      true,
    );
    // What it did is told afterwards as well.
    expect(await effectOf(repair)).toEqual(effect);
    expect(await meetingsOf(3)).toEqual([]);
    expect((await meetingsOf(0)).map(({ id, start: at }) => [id, at])).toEqual(
      before
        .filter(({ from, to }) => nameless(from.firmId) !== 3 && nameless(to.firmId) !== 3)
        .map(({ id, start: at }) => [id, at]),
    );
  });
});

describe('a firm that has cancelled', () => {
  it('is given no meeting by later plans, until the desk says that it comes after all', async () => {
    const before = await desk.call(planRuns.readPlanScope, { params: params() });
    await wish([[firms[0]!.id, firms[3]!.id, 'must']]);
    const { body: away } = await desk.call(absences.listPlanAbsences, { params: params() });
    expect(away).toMatchObject([{ firm: { id: firms[3]!.id, name: 'Firm 3' }, until: null }]);
    const later = await start({ iterations: 20_000, mustsAreMandatory: false });
    const pairs = later.status === 200 ? await pairsOf(later.body.id) : [];
    expect(pairs.filter((pair) => pair.includes(firms[3]!.id))).toEqual([]);
    await comesAfterAll();
    const after = await desk.call(planRuns.readPlanScope, { params: params() });
    expect(after.body.pairs).toBeGreaterThan(before.body.pairs);
    const twice = await desk.call(absences.removePlanAbsence, {
      params: { ...params(), absence: away[0]!.id },
    });
    expect(twice.status).toBe(404);
  });
});

async function pairsOf(run: string): Promise<string[][]> {
  const { meetings } = await eventually(
    () => read(run),
    ({ state }) => state !== 'running',
  );
  return meetings.flatMap(({ firms: pair, was, priority }) => (was || priority > 0 ? [pair] : []));
}

async function comesAfterAll(): Promise<void> {
  const { body } = await desk.call(absences.listPlanAbsences, { params: params() });
  for (const { id } of body) {
    await desk.call(absences.removePlanAbsence, { params: { ...params(), absence: id } });
  }
}

describe('a plan that cannot be', () => {
  it('is refused with a sentence that names the firms, and made as well as possible when musts may fall', async () => {
    const other = await createTestEdition(forum.database, 2036);
    const hall = await createTestHall(forum.database, other, 2036, 1);
    const parties = await Promise.all(
      Array.from({ length: 6 }, async (_, n) => {
        const person = await forum.signIn(`tight-${n}@firm.example`);
        return createTestFirm(forum.database, other, `Tight ${n}`, [person.personId]);
      }),
    );
    const pairs = parties.flatMap((a, n) => parties.slice(n + 1).map((b) => [a.id, b.id] as const));
    await forum.database.rows(
      `insert into wish (edition_id, firm_id, to_firm_id, grade)
       select $1::uuid, w.a, w.b, 'must' from unnest($2::uuid[], $3::uuid[]) as w (a, b) union all
       select $1::uuid, w.b, w.a, 'must' from unnest($2::uuid[], $3::uuid[]) as w (a, b)`,
      [other.id, pairs.map(([a]) => a), pairs.map(([, b]) => b)],
    );
    const planOther = async (body: object): Promise<PlanDetail> => {
      const started = await desk.call(planRuns.startPlanRun, {
        params: { edition: other.slug },
        body: { hallId: hall, iterations: 20_000, ...body } as never,
      });
      return eventually(
        async () =>
          (await desk.call(planRuns.readPlanRun, { params: { edition: other.slug, run: started.body.id } }))
            .body,
        ({ state }) => state !== 'running',
      );
    };
    // Fifteen meetings at one table in seven slots.
    const refused = await planOther({});
    expect(refused.state).toBe('infeasible');
    expect(refused.conflict!.sentence.length).toBeGreaterThan(10);
    expect(refused.conflict!.sentence).not.toMatch(/[0-9a-f]{8}-/);
    const best = await planOther({ mustsAreMandatory: false });
    expect(best).toMatchObject({ state: 'done', wanted: 15, held: 7 });
    const left = best.meetings.filter((one) => one.slot === null);
    expect(left).toHaveLength(8);
    expect(left.every((one) => one.leftOut?.code && one.leftOut.remedy)).toBe(true);
  });

  it('is refused without wishes, in a hall of another edition, and while another is being made', async () => {
    const empty = await createTestEdition(forum.database, 2038);
    const hall = await createTestHall(forum.database, empty, 2038, 1);
    const nothing = await desk.call(planRuns.startPlanRun, {
      params: { edition: empty.slug },
      body: { hallId: hall } as never,
    });
    expect(nothing.problem.code).toBe('plan.nothing');
    const foreign = await desk.call(planRuns.startPlanRun, {
      params: params(),
      body: { hallId: hall } as never,
    });
    expect(foreign.status).toBe(404);
  });
});

/** Two firms that do not meet yet, and the last slot in which both are free and so is a table; the plans before leave not all. */
async function freePair(slots: PlanDetail['slots'], full: ReadonlySet<string>) {
  const agendas = await Promise.all(firms.map((_, n) => meetingsOf(n)));
  // The fourth firm is said to come to nothing.
  const numbers = [...firms.keys()].filter((n) => n !== 3);
  for (const [n, m] of numbers.flatMap((n) => numbers.map((m) => [n, m] as const))) {
    const [a, b] = [firms[n]!.id, firms[m]!.id];
    const met = agendas[n]!.some(({ from, to }) => [from.firmId, to.firmId].includes(b));
    const busy = new Set([...agendas[n]!, ...agendas[m]!].map((meeting) => meeting.start));
    const slot = slots.findLastIndex(({ start }) => !full.has(start) && !busy.has(start));
    if (n !== m && !met && slot >= 0) return { pair: [a, b].sort() as [string, string], slot };
  }
  throw new Error('Every two firms meet, or have no time left.');
}

describe('a pin', () => {
  let a: string;
  let b: string;

  it('keeps the meeting of two firms at its time in every run', async () => {
    const slots = (await plan({ mustsAreMandatory: false })).slots;
    // A table may be closed as well as taken.
    const taken = await forum.database.rows<{ start: string }>(
      `select utc(lower(during)) as start from reservation
       where resource_id in (select id from meeting_table where hall_id = $1)
       group by lower(during) having count(*) >= 3`,
      [hallId],
    );
    const { pair, slot } = await freePair(slots, new Set(taken.map((row) => row.start)));
    [a, b] = pair;
    await wish([[a, b, 'would-like']]);
    const start = slots[slot]!.start;
    const set = await desk.call(pins.setPlanPin, {
      params: params(),
      body: { firmId: a, withFirmId: b, start },
    });
    expect(set.body).toHaveLength(1);
    const pinned = await plan({ mustsAreMandatory: false });
    const meeting = pinned.meetings.find(({ firms: both }) => both.includes(a) && both.includes(b));
    expect(meeting).toMatchObject({ pinned: true, slot });
  });

  it('is told to the secretariat, and kept in the journal with where it was before', async () => {
    const [before] = (await desk.call(pins.readPlanPins, { params: params() })).body;
    const body = { firmId: a, withFirmId: b, start: null };
    await desk.call(pins.setPlanPin, { params: params(), body });
    const last = () =>
      forum.database.rows<{ entity: string; streams: string[]; detail: unknown }>(
        `select j.entity_id as entity, array_agg(s.stream) as streams, d.detail
         from journal j join journal_stream s on s.journal_id = j.id join journal_detail d on d.journal_id = j.id
         where j.type = 'pin.changed' group by j.id, d.detail order by j.id`,
      );
    const entries = await eventually(last, (rows) => rows.length === 2);
    expect(entries.at(-1)).toEqual({
      entity: a,
      streams: ['staff:organiser'],
      detail: { withFirmId: b, before: { start: before!.start }, after: { start: null } },
    });
  });
});

describe('two firms that must not meet', () => {
  it('are planned by no run, and made no meeting when one barred the other meanwhile', async () => {
    // The fourth firm cancelled everything, so that its agenda is free.
    const [a, b] = [firms[3]!, firms[6]!];
    await comesAfterAll();
    await wish(firms.filter((other) => other !== a).map((other) => [a.id, other.id, 'must'] as const));
    const bar = (one: string, other: string) =>
      forum.database.rows(
        `insert into no_meet (edition_id, firm_id, other_firm_id, reason, named_by) values ($1, $2, $3, 'a quarrel', $4)`,
        [edition.id, one, other, desk.personId],
      );
    await bar(b.id, a.id);
    const run = await plan({ mustsAreMandatory: false });
    const pairs = run.meetings.map(({ firms: pair }) => [...pair].sort().join());
    expect(pairs).not.toContain([a.id, b.id].sort().join());
    const held = run.meetings.find(({ slot, firms: pair }) => slot !== null && pair.includes(a.id))!;
    const c = firms.find(({ id }) => id !== a.id && held.firms.includes(id))!;
    await bar(c.id, a.id);
    const { body } = await publish(run);
    expect(body.refused).toEqual([
      { firms: expect.arrayContaining(['Firm 3', `Firm ${nameless(c.id)}`]), reason: 'barred' },
    ]);
    const added = await start({ events: [{ kind: 'meeting-added', firmId: a.id, withFirmId: b.id }] });
    expect(added.problem.code).toBe('request.invalid');
    await forum.database.rows('delete from no_meet where edition_id = $1', [edition.id]);
  });
});

describe('a run that is older than what has happened since', () => {
  it('is not published when another was, so that nothing is made twice', async () => {
    const [first, second] = [
      await plan({ mustsAreMandatory: false }),
      await plan({ mustsAreMandatory: false }),
    ];
    expect((await publish(first)).body.made).toBe(first.held);
    const { body } = await desk.call(publication.readPlanEffect, { params: inRun(second.id) });
    expect(body.overtakenAt).toBe((await read(first.id)).publishedAt);
    expect(body.effect).toMatchObject({ made: 0 });
    expect(new Set(body.effect!.refused.map(({ reason }) => reason))).toEqual(new Set(['meets']));
    const { status, problem } = await publish(second);
    expect({ status, code: problem.code }).toEqual({ status: 409, code: 'plan.overtaken' });
    const twice = await forum.database.rows(
      `select 1 from meeting where edition_id = $1 and state = 'accepted'
       group by least(from_team_id, to_team_id), greatest(from_team_id, to_team_id) having count(*) > 1`,
      [edition.id],
    );
    expect(twice).toEqual([]);
  });

  it('leaves alone a meeting that was cancelled since, closes its table, and closes it again without harm', async () => {
    const { body: all } = await desk.call(listAllMeetings, { params: params() });
    const meeting = all.rows.find(({ state }) => state === 'accepted')!;
    const event = {
      kind: 'table-closed',
      tableId: meeting.table!.id,
      from: meeting.start,
      until: meeting.end,
    };
    const first = await plan({ events: [event] });
    const cancelled = await desk.call(cancelMeeting, {
      params: { edition: edition.slug, meeting: meeting.id },
      body: { version: meeting.version },
    });
    expect(cancelled.status).toBe(200);
    const { status, body } = await publish(first);
    expect(status).toBe(200);
    expect(body.refused.map(({ reason }) => reason)).toContain('changed');
    expect((await publish(await plan({ events: [event] }))).status).toBe(200);
    const closed = await forum.database.rows(
      `select 1 from reservation where commitment_kind = 'closure' and resource_id = $1 and during && tstzrange($2, $3)`,
      [meeting.table!.id, meeting.start, meeting.end],
    );
    expect(closed).toHaveLength(1);
    expect(await overlaps()).toEqual([]);
  });
});
