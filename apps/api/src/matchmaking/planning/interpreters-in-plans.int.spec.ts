import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addInterpreter, listInterpreters, listUninterpreted } from '@forum/contract/meetings/interpreters';
import { listMeetings } from '@forum/contract/meetings/meetings';
import * as planRuns from '@forum/contract/matchmaking/planning/plan-runs';
import * as publication from '@forum/contract/matchmaking/planning/publication';
import type { PlanDetail, PlannedMeeting } from '@forum/contract/matchmaking/planning/plan-detail';
import { checkPlan } from '@forum/planner/checker/check-plan';
import { instanceOfEdition } from '@forum/planner/edition/instance-of-edition';
import { eventually } from '../../testing/eventually.ts';
import {
  createTestEdition,
  createTestFirm,
  createTestHall,
  type TestEdition,
} from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';
import type { KeptRun } from './runs/plan-runs.repository.ts';

const pairs = 3;

/** A hall in which three Korean firms wish to meet three British ones, each its own. */
interface Scene {
  edition: TestEdition;
  hallId: string;
  firms: { id: string; browser: TestBrowser }[];
}

let forum: TestForum;
let desk: TestBrowser;

async function scene(year: number): Promise<Scene> {
  const edition = await createTestEdition(forum.database, year);
  const hallId = await createTestHall(forum.database, edition, year, 4);
  const firms = await Promise.all(
    Array.from({ length: 2 * pairs }, async (_, n) => {
      const browser = await forum.signIn(`person-${n}-${year}@firm.example`);
      const firm = await createTestFirm(forum.database, edition, `Firm ${n} ${year}`, [browser.personId]);
      await forum.database.rows('update delegate set languages = $2 where id = $1', [
        firm.delegateIds[0],
        n % 2 === 0 ? ['ko'] : ['en-GB'],
      ]);
      return { id: firm.id, browser };
    }),
  );
  for (let n = 0; n < pairs; n += 1) {
    await forum.database.rows(
      `insert into wish (edition_id, firm_id, to_firm_id, grade) values ($1, $2, $3, 'would-like'), ($1, $3, $2, 'would-like')`,
      [edition.id, firms[2 * n]!.id, firms[2 * n + 1]!.id],
    );
  }
  return { edition, hallId, firms };
}

const add = async ({ edition }: Scene, name: string, rest: object = {}) =>
  (
    await desk.call(addInterpreter, {
      params: { edition: edition.slug },
      body: { name, languages: ['ko', 'en'], ...rest },
    })
  ).body;

const start = ({ edition, hallId }: Scene, body: object = {}) =>
  desk.call(planRuns.startPlanRun, {
    params: { edition: edition.slug },
    body: { hallId, iterations: 20_000, ...body } as never,
  });
async function plan(at: Scene, body: object = {}): Promise<PlanDetail> {
  const started = await start(at, body);
  expect(started.status).toBe(200);
  const params = { edition: at.edition.slug, run: started.body.id };
  return eventually(
    async () => (await desk.call(planRuns.readPlanRun, { params })).body,
    ({ state }) => state !== 'running',
  );
}
const publish = async ({ edition }: Scene, { id, version }: PlanDetail) =>
  (
    await desk.call(publication.publishPlanRun, {
      params: { edition: edition.slug, run: id },
      body: { version },
    })
  ).body;
const held = ({ meetings }: PlanDetail) => meetings.filter(({ slot }) => slot !== null);
const interpreters = (meetings: readonly PlannedMeeting[]) => meetings.map(({ interpreter }) => interpreter);
const wanting = async ({ edition }: Scene) =>
  (await desk.call(listUninterpreted, { params: { edition: edition.slug } })).body.total;
const bookedAt = async (id: string) =>
  (
    await forum.database.rows<{ start: string }>(
      'select utc(lower(during)) as start from reservation where resource_id = $1 order by during',
      [id],
    )
  ).map((row) => row.start);

/** What the checker says of a run as it is kept. */
async function violations({ id }: PlanDetail) {
  const kept = await forum.database.row<Pick<KeptRun, 'input' | 'result'>>(
    'select input, result from plan_run where id = $1',
    [id],
  );
  if (kept?.result?.answer.status !== 'plan') throw new Error('The run has no plan.');
  return checkPlan(instanceOfEdition(kept.input.facts), kept.result.answer.placements).violations;
}

beforeAll(async () => {
  forum = await startTestForum();
  desk = await forum.signIn('desk@host.example', { secretariat: true });
});
afterAll(() => forum.stop());

describe('a plan of firms without a common language', () => {
  let at: Scene;
  beforeAll(async () => {
    at = await scene(2031);
  });

  it('holds them all and flags them while the edition has no interpreter', async () => {
    const run = await plan(at);
    expect(held(run)).toHaveLength(pairs);
    expect(run.meetings.every((one) => one.needsInterpreter && one.interpreter === null)).toBe(true);
  });

  it('holds as many as the interpreters have time for, and says why the others are left out', async () => {
    const hours = [{ start: '2031-05-12T09:00', end: '2031-05-12T09:20' }];
    const short = await add(at, 'Early', { hours });
    const run = await plan(at);
    expect(interpreters(held(run))).toEqual([short.id]);
    expect(run.slots[held(run)[0]!.slot!]?.start).toBe('2031-05-12T00:00:00Z');
    const left = run.meetings.filter(({ slot }) => slot === null);
    expect(left.map(({ leftOut }) => leftOut?.code)).toEqual(['interpreters-short', 'interpreters-short']);
    expect(left[0]?.leftOut?.reason).not.toMatch(/[0-9a-f]{8}-/);
    expect(run.interpreters).toEqual([{ id: short.id, name: 'Early' }]);
    expect(await violations(run)).toEqual([]);
    const anyway = await plan(at, { onlyInterpreted: false });
    expect(held(anyway)).toHaveLength(pairs);
    expect(interpreters(anyway.meetings)).toEqual([null, null, null]);
  });

  it('books the interpreters when it is published, and tells both sides who comes', async () => {
    const kim = await add(at, 'Kim');
    const scope = await desk.call(planRuns.readPlanScope, { params: { edition: at.edition.slug } });
    expect(scope.body.interpreters).toBe(2);
    const run = await plan(at);
    expect(held(run)).toHaveLength(pairs);
    expect(await violations(run)).toEqual([]);
    const made = await publish(at, run);
    expect(made).toMatchObject({ made: pairs, uninterpreted: 0, refused: [] });
    const mine = held(run).filter(({ interpreter }) => interpreter === kim.id);
    expect(await bookedAt(kim.id)).toEqual(
      mine.map(({ slot }) => run.slots[slot!]!.start).sort((a, b) => a.localeCompare(b)),
    );
    for (const { browser } of at.firms) {
      const { body } = await browser.call(listMeetings, { params: { edition: at.edition.slug } });
      expect(body.meetings.map(({ interpreter }) => interpreter?.languages)).toEqual([['ko', 'en']]);
    }
    expect(await wanting(at)).toBe(0);
  });
});

describe('another plan beside meetings that are interpreted', () => {
  it('leaves them whom they have, and sends nobody twice at once', async () => {
    const at = await scene(2038);
    const kim = await add(at, 'Kim');
    await publish(at, await plan(at));
    await forum.database.rows(
      `insert into wish (edition_id, firm_id, to_firm_id, grade) values ($1, $2, $3, 'would-like')`,
      [at.edition.id, at.firms[0]!.id, at.firms[3]!.id],
    );
    const next = await plan(at);
    expect(next).toMatchObject({ wanted: 1, held: 1 });
    expect(interpreters(next.meetings)).toEqual(Array.from({ length: pairs + 1 }, () => kim.id));
    expect(new Set(next.meetings.map(({ slot }) => slot)).size).toBe(pairs + 1);
    expect(await violations(next)).toEqual([]);
    expect(await publish(at, next)).toMatchObject({ made: 1, interpreted: 0, uninterpreted: 0, refused: [] });
    expect(await bookedAt(kim.id)).toHaveLength(pairs + 1);
  });
});

describe('a plan whose interpreter was taken meanwhile', () => {
  it('is published without them, and the meeting is listed as wanting one', async () => {
    const at = await scene(2032);
    const kim = await add(at, 'Kim');
    const run = await plan(at);
    const taken = run.slots[held(run)[0]!.slot!]!;
    await forum.database.rows(
      `insert into reservation (edition_id, resource_kind, resource_id, during, commitment_kind, commitment_id)
       values ($1, 'interpreter', $2, tstzrange($3, $4), 'elsewhere', uuidv7())`,
      [at.edition.id, kim.id, taken.start, taken.end],
    );
    const made = await publish(at, run);
    expect(made).toMatchObject({ made: pairs, uninterpreted: 1, refused: [] });
    expect(await wanting(at)).toBe(1);
  });
});

describe('a repair when an interpreter falls out', () => {
  const awayAllDay = (interpreterId: string, year: number) => ({
    events: [
      {
        kind: 'interpreter-away',
        interpreterId,
        from: `${year}-05-12T00:00:00Z`,
        until: `${year}-05-12T03:00:00Z`,
      },
    ],
  });

  it('gives their meetings to others where they stand, and books them for nothing more', async () => {
    const at = await scene(2033);
    const kim = await add(at, 'Kim');
    const before = await plan(at);
    await publish(at, before);
    const lee = await add(at, 'Lee');
    const repair = await plan(at, awayAllDay(kim.id, 2033));
    expect(repair).toMatchObject({ kind: 'repair', moved: 0 });
    expect(interpreters(repair.meetings)).toEqual([lee.id, lee.id, lee.id]);
    expect(repair.meetings.map(({ was }) => was?.interpreter)).toEqual([kim.id, kim.id, kim.id]);
    expect(await violations(repair)).toEqual([]);
    const params = { edition: at.edition.slug, run: repair.id };
    const { effect } = (await desk.call(publication.readPlanEffect, { params })).body;
    expect(effect).toMatchObject({ moved: 0, interpreted: pairs, uninterpreted: 0, stays: 0, people: 0 });
    expect(effect!.changes.map(({ interpreter }) => interpreter)).toEqual(
      Array.from({ length: pairs }, () => ({ was: 'Kim', to: 'Lee' })),
    );
    const done = await publish(at, repair);
    expect(done).toMatchObject({ made: 0, moved: 0, cancelled: 0, uninterpreted: 0, refused: [] });
    expect([(await bookedAt(kim.id)).length, (await bookedAt(lee.id)).length]).toEqual([0, pairs]);
    const { body } = await desk.call(listInterpreters, { params: { edition: at.edition.slug } });
    expect(body.map(({ name, hours, booked }) => [name, hours, booked])).toEqual([
      ['Kim', [], 0],
      ['Lee', null, pairs],
    ]);
    const overlaps = await forum.database.rows(
      'select 1 from reservation a join reservation b on a.resource_id = b.resource_id and a.id < b.id and a.during && b.during',
    );
    expect(overlaps).toEqual([]);
  });

  it('drops no meeting when nobody else is there: they are held without, and listed', async () => {
    const at = await scene(2034);
    const kim = await add(at, 'Kim');
    await publish(at, await plan(at));
    const repair = await plan(at, awayAllDay(kim.id, 2034));
    expect(repair.moved).toBe(0);
    expect(held(repair)).toHaveLength(pairs);
    expect(interpreters(repair.meetings)).toEqual([null, null, null]);
    const done = await publish(at, repair);
    expect(done).toMatchObject({ moved: 0, cancelled: 0, uninterpreted: pairs });
    expect(await wanting(at)).toBe(pairs);
    expect(await bookedAt(kim.id)).toEqual([]);
  });

  it('robs them of their meetings also when the run asks for no interpreters', async () => {
    const at = await scene(2035);
    const kim = await add(at, 'Kim');
    await publish(at, await plan(at));
    const done = await publish(at, await plan(at, { onlyInterpreted: false, ...awayAllDay(kim.id, 2035) }));
    expect(done).toMatchObject({ moved: 0, cancelled: 0, uninterpreted: pairs });
    expect(await bookedAt(kim.id)).toEqual([]);
  });

  it('knows no interpreter of another edition, nor a time that runs backwards', async () => {
    const [at, other] = [await scene(2036), await scene(2037)];
    const foreign = await add(other, 'Elsewhere');
    expect((await start(at, awayAllDay(foreign.id, 2036))).problem.fields).toMatchObject([
      { path: 'body.events.0.interpreterId', remedy: expect.stringContaining('is no interpreter') },
    ]);
    const kim = await add(at, 'Kim');
    const { events } = awayAllDay(kim.id, 2036);
    const backwards = { events: [{ ...events[0], until: '2036-05-11T00:00:00Z' }] };
    expect((await start(at, backwards)).problem.code).toBe('request.invalid');
  });
});
