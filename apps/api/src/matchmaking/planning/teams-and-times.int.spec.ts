import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nameOfficers } from '@forum/contract/meetings/export-control';
import { readFirm } from '@forum/contract/firms/firms';
import { setTeams } from '@forum/contract/firms/teams';
import { listMeetings } from '@forum/contract/meetings/meetings';
import type { PlanDetail } from '@forum/contract/matchmaking/planning/plan-detail';
import { readPlanRun, startPlanRun } from '@forum/contract/matchmaking/planning/plan-runs';
import { publishPlanRun } from '@forum/contract/matchmaking/planning/publication';
import { readPreferredTimes, setPreferredTimes } from '@forum/contract/matchmaking/preferred-times';
import { eventually } from '../../testing/eventually.ts';
import {
  createTestEdition,
  createTestFirm,
  createTestHall,
  type TestEdition,
} from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';

const year = 2031;

type Party = Awaited<ReturnType<typeof createTestFirm>> & { browser: TestBrowser };

let forum: TestForum;
let edition: TestEdition;
let hallId: string;
let desk: TestBrowser;
let maker: Party;
let colleague: TestBrowser;
let buyer: Party;
let stranger: Party;

const params = () => ({ edition: edition.slug });
const inFirm = (firm: { id: string }) => ({ params: { edition: edition.slug, firm: firm.id } });

async function party(name: string, more: readonly TestBrowser[] = []): Promise<Party> {
  const browser = await forum.signIn(`${name}@firm.example`);
  const people = [browser, ...more].map(({ personId }) => personId);
  return { ...(await createTestFirm(forum.database, edition, name, people)), browser };
}

/** What a firm says in its profile, in the least words; a draft when it has not confirmed it. */
const says = (firm: Party, content: { offers?: string[]; needs?: string[] }, confirmed = true) => {
  const lines = (codes: string[] = []) => codes.map((capability) => ({ capability, mode: 'supply' }));
  return forum.database.rows(
    `insert into firm_profile (edition_id, firm_id, confirmed, content) values ($1, $2, $4, $3)`,
    [edition.id, firm.id, { offers: lines(content.offers), needs: lines(content.needs) }, confirmed],
  );
};

const speaks = (delegateId: string | undefined, languages: string[]) =>
  forum.database.rows('update delegate set languages = $2 where id = $1', [delegateId, languages]);

async function plan(): Promise<PlanDetail> {
  const body = { hallId, iterations: 20_000 } as never;
  const started = await desk.call(startPlanRun, { params: params(), body });
  expect(started.status).toBe(200);
  const inRun = { params: { ...params(), run: started.body.id } };
  return eventually(
    async () => (await desk.call(readPlanRun, inRun)).body,
    ({ state }) => state === 'done',
  );
}

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, year);
  hallId = await createTestHall(forum.database, edition, year, 3);
  // The afternoon too, from half past one to five in Seoul.
  await forum.database.rows(
    `insert into hall_opening (hall_id, during) values ($1, tstzrange('2031-05-12T04:30:00Z', '2031-05-12T08:00:00Z'))`,
    [hallId],
  );
  desk = await forum.signIn('desk@host.example', { secretariat: true });
  colleague = await forum.signIn('colleague@firm.example');
  maker = await party('maker', [colleague]);
  buyer = await party('buyer');
  stranger = await party('stranger');
  await says(maker, { offers: ['munitions.fuzes', 'sensors.radar'] });
  await says(buyer, { needs: ['sensors.radar'] });
  await speaks(maker.delegateIds[0], ['ko']);
  await speaks(maker.delegateIds[1], ['ko']);
  await speaks(buyer.delegateIds[0], ['fr', 'en-GB']);
  await forum.database.rows(
    `insert into wish (edition_id, firm_id, to_firm_id, grade) values ($1, $2, $3, 'must'), ($1, $3, $2, 'must')`,
    [edition.id, maker.id, buyer.id],
  );
});
afterAll(() => forum.stop());

describe('the teams of a firm', () => {
  const form = (capabilities: string[][]) =>
    maker.browser.call(setTeams, {
      ...inFirm(maker),
      body: {
        teams: [
          {
            id: maker.teamId,
            name: 'Guns',
            members: [maker.delegateIds[0]!],
            capabilities: capabilities[0]!,
          },
          { id: null, name: 'Radar', members: [maker.delegateIds[1]!], capabilities: capabilities[1]! },
        ],
      },
    });

  it('say what they talk about, of what the profile of the firm names', async () => {
    const strange = await form([['munitions.fuzes'], ['space.launch']]);
    expect(strange.status).toBe(400);
    expect(strange.problem.fields).toMatchObject([
      { path: 'body.teams.1.capabilities', value: '"space.launch"' },
    ]);
    expect((await form([['munitions.fuzes'], ['sensors.radar']])).status).toBe(200);
    const { body } = await buyer.browser.call(readFirm, inFirm(maker));
    expect(body.teams.map(({ name, capabilities }) => [name, capabilities])).toEqual([
      ['Guns', ['munitions.fuzes']],
      ['Radar', ['sensors.radar']],
    ]);
  });

  it('are sent by subject, and a plan tells where no language is shared', async () => {
    const done = await plan();
    expect(done.meetings).toMatchObject([{ priority: 1, needsInterpreter: true }]);
    await speaks(maker.delegateIds[1], ['ko', 'en']);
    const shared = await plan();
    expect(shared.meetings).toMatchObject([{ priority: 1, needsInterpreter: false }]);
  });
});

describe('the times that a firm prefers', () => {
  it('are half days of the halls, its own to choose', async () => {
    const before = await maker.browser.call(readPreferredTimes, inFirm(maker));
    expect(before.body.halves).toEqual([
      { start: '2031-05-12T00:00:00Z', end: '2031-05-12T03:00:00Z', preferred: false },
      { start: '2031-05-12T04:30:00Z', end: '2031-05-12T08:00:00Z', preferred: false },
    ]);
    const set = (by: TestBrowser, starts: string[]) =>
      by.call(setPreferredTimes, { ...inFirm(maker), body: { starts } });
    expect((await set(stranger.browser, [])).status).toBe(404);
    const wrong = await set(maker.browser, ['2031-05-12T05:00:00Z']);
    expect(wrong.status).toBe(400);
    expect(wrong.problem.fields).toMatchObject([{ path: 'body.starts.0' }]);
    const afternoon = '2031-05-12T04:30:00Z';
    const saved = await set(colleague, [afternoon, afternoon]);
    expect(saved.body.halves.map(({ preferred }) => preferred)).toEqual([false, true]);
    expect((await set(desk, [afternoon])).status).toBe(200);
  });

  it('are only those still to come', async () => {
    const past = { start: '2025-05-12T00:00:00Z', end: '2025-05-12T03:00:00Z' };
    const hall = await forum.database.row<{ id: string }>(
      `with hall as (select id from hall where edition_id = $1 limit 1)
       insert into hall_opening (hall_id, during) select id, tstzrange($2, $3) from hall returning hall_id as id`,
      [edition.id, past.start, past.end],
    );
    const { body } = await maker.browser.call(readPreferredTimes, inFirm(maker));
    const set = await maker.browser.call(setPreferredTimes, {
      ...inFirm(maker),
      body: { starts: [past.start] },
    });
    await forum.database.rows('delete from hall_opening where hall_id = $1 and lower(during) = $2', [
      hall?.id,
      past.start,
    ]);
    expect(body.halves.map(({ start }) => start)).toEqual(['2031-05-12T00:00:00Z', '2031-05-12T04:30:00Z']);
    expect(set.problem.fields).toMatchObject([{ path: 'body.starts.0', value: `"${past.start}"` }]);
  });

  it('are heeded by a plan, which sends the team that knows the subject', async () => {
    const done = await plan();
    const [meeting] = done.meetings;
    expect(done.slots[meeting!.slot!]!.start >= '2031-05-12T04:30:00Z').toBe(true);
    expect(done.terms.find(({ name }) => name === 'notPreferred')?.value).toBe(0);
    const published = await desk.call(publishPlanRun, {
      params: { ...params(), run: done.id },
      body: { version: done.version },
    });
    expect(published.body).toMatchObject({ made: 1, refused: [] });
    const { meetings } = (await maker.browser.call(listMeetings, { params: params() })).body;
    expect([meetings[0]!.from.team, meetings[0]!.to.team].sort()).toEqual(['Radar', 'buyer']);
  });
});

describe('the topic of a planned meeting', () => {
  it('is what both firms have confirmed, and never what is only drafted', async () => {
    await says(stranger, { needs: ['munitions.fuzes'] }, false);
    await forum.database.rows(
      `insert into wish (edition_id, firm_id, to_firm_id, grade) values ($1, $2, $3, 'must')`,
      [edition.id, maker.id, stranger.id],
    );
    const done = await plan();
    const published = await desk.call(publishPlanRun, {
      params: { ...params(), run: done.id },
      body: { version: done.version },
    });
    expect(published.body).toMatchObject({ made: 1, refused: [] });
    const { meetings } = (await maker.browser.call(listMeetings, { params: params() })).body;
    const topicWith = (firm: Party) =>
      meetings.find(({ from, to }) => [from.firmId, to.firmId].includes(firm.id))?.topic;
    expect(topicWith(buyer)).toMatch(/radar/i);
    expect(topicWith(stranger)).not.toMatch(/fuze/i);
  });

  it('waits for the release of both sides where it is an entry of a control list', async () => {
    const [seller, foreigner] = [await party('seller'), await party('foreigner')];
    await forum.database.rows(`update delegate set country = 'NO' where id = any($1::uuid[])`, [
      foreigner.delegateIds,
    ]);
    await says(seller, { offers: ['ML5'] });
    await says(foreigner, { needs: ['ML5'] });
    for (const { id, delegateIds } of [seller, foreigner]) {
      const params = { edition: edition.slug, firm: id };
      await desk.call(nameOfficers, { params, body: { delegates: delegateIds } });
    }
    await forum.database.rows(
      `insert into wish (edition_id, firm_id, to_firm_id, grade) values ($1, $2, $3, 'must')`,
      [edition.id, seller.id, foreigner.id],
    );
    const done = await plan();
    await desk.call(publishPlanRun, {
      params: { ...params(), run: done.id },
      body: { version: done.version },
    });
    const [meeting] = (await seller.browser.call(listMeetings, { params: params() })).body.meetings;
    expect(meeting).toMatchObject({
      state: 'accepted',
      control: { entries: ['ML5'], state: 'waiting', waitingFor: ['from', 'to'] },
    });
    const told = await eventually(
      () =>
        forum.database.rows<{ recipient: string }>(
          `select recipient from mail where once like 'meeting:' || $1 || ':%:release-awaited' order by recipient`,
          [meeting!.id],
        ),
      (mails) => mails.length === 2,
    );
    expect(told.map(({ recipient }) => recipient)).toEqual(['foreigner@firm.example', 'seller@firm.example']);
  });
});

describe('teams that a firm has formed anew', () => {
  it('take the place of those before in every plan', async () => {
    const one = { id: null, name: 'Everybody', members: maker.delegateIds, capabilities: [] };
    const { body } = await maker.browser.call(setTeams, { ...inFirm(maker), body: { teams: [one] } });
    await forum.database.rows(
      `insert into wish (edition_id, firm_id, to_firm_id, grade) values ($1, $2, $3, 'must')`,
      [edition.id, maker.id, (await party('latecomer')).id],
    );
    const done = await plan();
    const planned = await forum.database.row<{ teams: string[] }>(
      `select array(select team ->> 'id' from jsonb_array_elements(input -> 'facts' -> 'firms') firm,
         jsonb_array_elements(firm -> 'teams') team
         where firm ->> 'id' = $2 and not (team ->> 'onlyStanding')::boolean) as teams from plan_run where id = $1`,
      [done.id, maker.id],
    );
    expect(planned?.teams).toEqual(body.map(({ id }) => id));
    expect(planned?.teams).toHaveLength(1);
  });
});
