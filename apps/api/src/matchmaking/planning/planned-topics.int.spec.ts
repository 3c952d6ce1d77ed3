import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFeed } from '@forum/contract/calendar/calendar';
import { listAllMeetings } from '@forum/contract/meetings/all-meetings';
import { listMeetings } from '@forum/contract/meetings/meetings';
import { readPlanRun, startPlanRun } from '@forum/contract/matchmaking/planning/plan-runs';
import { publishPlanRun } from '@forum/contract/matchmaking/planning/publication';
import { topicOfWishes } from '@forum/domain/meetings/topic';
import { DaySheets } from '../../delegations/day-sheet/day-sheet.repository.ts';
import { Viewers } from '../../identity/viewers.ts';
import { eventually } from '../../testing/eventually.ts';
import {
  createTestEdition,
  createTestFirm,
  createTestHall,
  type TestEdition,
} from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';

const year = 2031;
const radars = { topic: 'Radar', topicKo: '레이더' };

type Party = Awaited<ReturnType<typeof createTestFirm>> & { browser: TestBrowser };

let forum: TestForum;
let edition: TestEdition;
let desk: TestBrowser;
/** Of the two parties, who names a radar both; the third names nothing. One reads Korean. */
let korean: Party;
let english: Party;
let silent: Party;

const params = () => ({ edition: edition.slug });

async function party(name: string, language: string): Promise<Party> {
  const browser = await forum.signIn(`${name}@firm.example`);
  await forum.database.rows('update person set language = $2 where id = $1', [browser.personId, language]);
  return { ...(await createTestFirm(forum.database, edition, name, [browser.personId])), browser };
}

const profile = (firm: Party, side: 'offers' | 'needs') =>
  forum.database.rows(
    `insert into firm_profile (edition_id, firm_id, confirmed, content) values ($1, $2, true, $3)`,
    [
      edition.id,
      firm.id,
      { offers: [], needs: [], [side]: [{ capability: 'sensors.radar', mode: 'supply' }] },
    ],
  );

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, year);
  const hallId = await createTestHall(forum.database, edition, year, 3);
  desk = await forum.signIn('desk@host.example', { secretariat: true });
  korean = await party('hanbit', 'ko');
  english = await party('nordlys', 'en');
  silent = await party('silent', 'en');
  await profile(korean, 'offers');
  await profile(english, 'needs');
  await forum.database.rows(
    `insert into wish (edition_id, firm_id, to_firm_id, grade) values
       ($1, $2, $3, 'must'), ($1, $3, $2, 'must'), ($1, $2, $4, 'must'), ($1, $4, $2, 'must')`,
    [edition.id, korean.id, english.id, silent.id],
  );
  const { body } = await desk.call(startPlanRun, {
    params: params(),
    body: { hallId, seconds: 1 } as never,
  });
  const inRun = { params: { ...params(), run: body.id } };
  const { version } = await eventually(
    async () => (await desk.call(readPlanRun, inRun)).body,
    ({ state }) => state === 'done',
  );
  expect((await desk.call(publishPlanRun, { ...inRun, body: { version } })).body.made).toBe(2);
});
afterAll(() => forum.stop());

async function feedOf({ browser }: Party): Promise<string[]> {
  const { body } = await browser.call(createFeed, { params: params() });
  const answer = await fetch(body.url.replace('http://forum.test', forum.url));
  const lines = (await answer.text()).replace(/\r\n[ \t]/g, '').split('\r\n');
  return lines.filter((line) => line.startsWith('SUMMARY:')).sort();
}

async function daySheetOf({ browser }: Party): Promise<string[]> {
  const viewer = await forum.app.get(Viewers).of(browser.cookie, edition.slug);
  const { items } = await forum.app.get(DaySheets).read({ ...viewer, relations: ['own'] }, `${year}-05-12`);
  return items.map(({ title }) => title).sort();
}

const mailTo = ({ browser }: Party) =>
  eventually(
    () =>
      forum.database.rows<{ body: string; calendar: string }>(
        `select m.body, m.calendar from mail m join person p on p.mail = m.recipient where p.id = $1 and m.once like 'plan:%'`,
        [browser.personId],
      ),
    (rows) => rows.length === 1,
  );

const found = async (search: string) =>
  (await desk.call(listAllMeetings, { params: params(), query: { search } })).body.rows.length;

describe('what a planned meeting is about', () => {
  it('is read in either language', async () => {
    const { body } = await korean.browser.call(listMeetings, { params: params() });
    const topics = body.meetings.map(({ topic, topicKo }) => ({ topic, topicKo }));
    expect(topics).toHaveLength(2);
    expect(topics).toEqual(expect.arrayContaining([radars, topicOfWishes]));
  });

  it('is in the reader’s language in their calendar', async () => {
    expect(await feedOf(english)).toEqual([`SUMMARY:hanbit · ${radars.topic}`]);
    expect(await feedOf(korean)).toEqual([
      `SUMMARY:nordlys · ${radars.topicKo}`,
      `SUMMARY:silent · ${topicOfWishes.topicKo}`,
    ]);
  });

  it('is in the reader’s language on their day sheet', async () => {
    expect(await daySheetOf(english)).toEqual([radars.topic]);
    expect(await daySheetOf(korean)).toEqual([radars.topicKo, topicOfWishes.topicKo].sort());
  });

  it('is in the reader’s language in their mail and its calendar', async () => {
    const [inEnglish] = await mailTo(english);
    expect(inEnglish!.body).toContain(radars.topic);
    expect(inEnglish!.body + inEnglish!.calendar).not.toContain(radars.topicKo);
    const [inKorean] = await mailTo(korean);
    const unfolded = inKorean!.calendar.replace(/\r\n[ \t]/g, '');
    for (const text of [inKorean!.body, unfolded]) {
      expect(text).toContain(radars.topicKo);
      expect(text).toContain(topicOfWishes.topicKo);
      expect(text).not.toContain(radars.topic);
    }
  });

  it('is found by what any reader sees', async () => {
    expect(await found(radars.topic)).toBe(1);
    expect(await found('레이')).toBe(1);
    expect(await found('주최 배정')).toBe(1);
    expect(await found('wishes of both')).toBe(1);
  });
});
