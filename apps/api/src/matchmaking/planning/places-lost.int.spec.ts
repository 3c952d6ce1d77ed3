import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cancelMeeting } from '@forum/contract/meetings/agreed-meetings';
import { type HallToBe, readHalls, setHall } from '@forum/contract/meetings/halls';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { readMeeting } from '@forum/contract/meetings/meetings';
import { acceptMeeting, requestMeeting } from '@forum/contract/meetings/requests';
import type { PlanDetail } from '@forum/contract/matchmaking/planning/plan-detail';
import { readPlanRun, startPlanRun } from '@forum/contract/matchmaking/planning/plan-runs';
import { publishPlanRun, readPlanEffect } from '@forum/contract/matchmaking/planning/publication';
import { eventually } from '../../testing/eventually.ts';
import { createTestEdition, createTestFirm, type TestEdition } from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';

const year = 2033;

let forum: TestForum;
let edition: TestEdition;
let desk: TestBrowser;
let hallId: string;
let firms: { id: string; teamId: string; delegateIds: string[]; browser: TestBrowser }[];

const params = () => ({ edition: edition.slug });
const at = (clock: string) => `${year}-05-12T${clock}:00Z`;
/** Slots begin at 00:00, 00:25 and so on. */
const usual: HallToBe = {
  of: null,
  name: 'Hall B',
  slotMinutes: 20,
  changeoverMinutes: 5,
  openings: [{ start: `${year}-05-12T09:00`, end: `${year}-05-12T12:00` }],
  closures: [],
  tables: 3,
  seats: 6,
};

async function change(part: Partial<HallToBe>): Promise<void> {
  const { body } = await desk.call(readHalls, { params: params() });
  const [hall] = body;
  const of = hall ? { id: hall.id, version: hall.version } : null;
  const answer = await desk.call(setHall, { params: params(), body: { ...usual, of, ...part } });
  expect(answer.status).toBe(200);
  hallId = answer.body.id;
}

async function agree([a, b]: readonly [number, number], start: string): Promise<Meeting> {
  const [asker, other] = [firms[a]!, firms[b]!];
  const asked = await asker.browser.call(requestMeeting, {
    params: params(),
    body: {
      ...{ fromTeamId: asker.teamId, toTeamId: other.teamId, topic: 'Radar', message: '' },
      ...{ participants: [asker.delegateIds[0]!], suggested: [start] },
    },
  });
  const accepted = await other.browser.call(acceptMeeting, {
    params: { ...params(), meeting: asked.body.id },
    body: { version: asked.body.version, start, participants: [other.delegateIds[0]!] },
  });
  expect(accepted.status).toBe(200);
  return accepted.body;
}

const read = async ({ id }: Meeting) =>
  (await desk.call(readMeeting, { params: { ...params(), meeting: id } })).body;

const cancel = async (meeting: Meeting) => {
  const { id, version } = await read(meeting);
  const where = { params: { ...params(), meeting: id } };
  const whose = firms.find((firm) => firm.id === meeting.from.firmId)!;
  expect((await whose.browser.call(cancelMeeting, { ...where, body: { version } })).status).toBe(200);
};

async function repair(): Promise<PlanDetail> {
  const body = { hallId, seconds: 1, mustsAreMandatory: false, events: [{ kind: 'places-lost' }] };
  const started = await desk.call(startPlanRun, { params: params(), body: body as never });
  expect([started.status, started.problem?.detail]).toEqual([200, undefined]);
  return eventually(
    async () => (await desk.call(readPlanRun, { params: { ...params(), run: started.body.id } })).body,
    ({ state }) => state !== 'running',
  );
}

const inRun = ({ id: run }: PlanDetail) => ({ params: { ...params(), run } });
const effectOf = async (run: PlanDetail) => (await desk.call(readPlanEffect, inRun(run))).body.effect!;
const publish = async (run: PlanDetail) =>
  (await desk.call(publishPlanRun, { ...inRun(run), body: { version: run.version } })).body;
const placeOf = async (meeting: Meeting) => {
  const { state, placeLost, start, table } = await read(meeting);
  return { state, placeLost, start, table: table?.label ?? null };
};

/** The one of some meetings whose table is gone. */
async function withoutPlace(meetings: readonly Meeting[]): Promise<Meeting> {
  const places = await Promise.all(meetings.map(placeOf));
  const lost = meetings.filter((_, n) => places[n]!.placeLost === 'no-table' && places[n]!.table === null);
  expect(lost).toHaveLength(1);
  return lost[0]!;
}

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, year);
  desk = await forum.signIn('desk@host.example', { secretariat: true });
  firms = await Promise.all(
    Array.from({ length: 6 }, async (_, n) => {
      const browser = await forum.signIn(`person-${n}@firm.example`);
      return {
        browser,
        ...(await createTestFirm(forum.database, edition, `Firm ${n}`, [browser.personId])),
      };
    }),
  );
  await change({});
});
afterAll(() => forum.stop());

describe('a repair of a hall in which meetings have lost their place', () => {
  it('gives each another table at its time, or another time, and moves nothing else', async () => {
    const first = [
      await agree([0, 1], at('00:00')),
      await agree([2, 3], at('00:00')),
      await agree([4, 5], at('00:00')),
    ];
    const second = [
      await agree([0, 2], at('00:25')),
      await agree([1, 4], at('00:25')),
      await agree([3, 5], at('00:25')),
    ];
    // All three tables are taken each time, so that each time one meeting loses its own.
    await change({ tables: 2 });
    const [early, late] = [await withoutPlace(first), await withoutPlace(second)];
    const [cancelled, ...others] = first.filter((meeting) => meeting !== early);
    await cancel(cancelled!);
    const run = await repair();
    expect(run).toMatchObject({ state: 'done', kind: 'repair', moved: 2 });
    const effect = await effectOf(run);
    expect(effect).toMatchObject({ made: 0, moved: 2, cancelled: 0, stays: 3, refused: [] });
    expect(effect.changes.map(({ was, to }) => [was?.start, to !== null]).sort()).toEqual([
      [at('00:00'), true],
      [at('00:25'), true],
    ]);
    const stayed = [...others, ...second.filter((meeting) => meeting !== late)];
    const before = await Promise.all(stayed.map(placeOf));
    expect(await publish(run)).toMatchObject({ moved: 2, cancelled: 0, refused: [] });
    expect(await placeOf(early)).toEqual({
      ...{ state: 'accepted', placeLost: null, start: at('00:00') },
      table: expect.stringMatching(/./),
    });
    const moved = await placeOf(late);
    expect(moved).toMatchObject({ state: 'accepted', placeLost: null, table: expect.stringMatching(/./) });
    expect([at('00:00'), at('00:25')]).not.toContain(moved.start);
    expect(await Promise.all(stayed.map(placeOf))).toEqual(before);
    const people = await forum.database.rows(
      `select from reservation where commitment_id = any($1::uuid[]) and resource_kind = 'person'`,
      [[early.id, late.id]],
    );
    expect(people).toHaveLength(4);
    for (const meeting of [...stayed, early, late]) await cancel(meeting);
  });

  it('finds another time for one whose time is gone, and leaves waiting what finds none', async () => {
    const meeting = await agree([0, 1], at('02:05'));
    const morning = { start: `${year}-05-12T09:00`, end: `${year}-05-12T10:00` };
    await change({ tables: 1, openings: [morning] });
    expect((await placeOf(meeting)).placeLost).toBe('no-slot');
    const full = [await agree([2, 3], at('00:00')), await agree([4, 5], at('00:25'))];
    const none = await repair();
    expect(await effectOf(none)).toMatchObject({ moved: 0, cancelled: 0, stays: 3, changes: [] });
    expect(none.meetings.find(({ id }) => id === meeting.id)).toMatchObject({
      slot: null,
      was: { slot: null },
    });
    await cancel(full[1]!);
    const run = await repair();
    expect(await publish(run)).toMatchObject({ moved: 1, cancelled: 0, refused: [] });
    expect(await placeOf(meeting)).toMatchObject({ state: 'accepted', placeLost: null, start: at('00:25') });
  });
});
