import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as agreedMeetings from '@forum/contract/meetings/agreed-meetings';
import * as hallsContract from '@forum/contract/meetings/halls';
import * as meetingContract from '@forum/contract/meetings/meeting';
import * as requests from '@forum/contract/meetings/requests';
import { createTestEdition, createTestHall, type TestEdition } from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';
import { deskOf, type FirmOfPeople, firmOfPeople } from '../../testing/two-firms.ts';

const year = 2048;
const at = (clock: string) => `${year}-05-12T${clock}:00Z`;

let forum: TestForum;
let edition: TestEdition;
let desk: TestBrowser;
let hanbit: FirmOfPeople;
let nordlys: FirmOfPeople;
let saab: FirmOfPeople;

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, year);
  const halls = Object.entries({ 'Hall A': 20, 'Hall C': 30, 'Hall D': 20 });
  for (const [name, minutes] of halls) {
    const id = await createTestHall(forum.database, edition, year, 1);
    await forum.database.rows('update hall set name = $2, slot_minutes = $3 where id = $1', [
      id,
      name,
      minutes,
    ]);
  }
  desk = await deskOf(forum);
  hanbit = await firmOfPeople(forum, edition, 'Hanbit', 'KR');
  nordlys = await firmOfPeople(forum, edition, 'Nordlys', 'NO', 'NO', 'NO');
  saab = await firmOfPeople(forum, edition, 'Saab', 'SE', 'SE', 'SE');
});
afterAll(() => forum.stop());

const params = () => ({ edition: edition.slug });

const ask = (from: FirmOfPeople, to: FirmOfPeople, start: string, person = 0) =>
  from.browser.call(requests.requestMeeting, {
    params: params(),
    body: {
      fromTeamId: from.teamId,
      toTeamId: to.teamId,
      participants: [from.delegateIds[person]!],
      topic: 'Sights',
      message: '',
      suggested: [start],
    },
  });

async function agree(
  from: FirmOfPeople,
  to: FirmOfPeople,
  start: string,
  person = 0,
): Promise<meetingContract.Meeting> {
  const { body: asked } = await ask(from, to, start, person);
  const accepted = await to.browser.call(requests.acceptMeeting, {
    params: { ...params(), meeting: asked.id },
    body: { version: asked.version, start, participants: [to.delegateIds[person]!] },
  });
  if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.problem));
  return accepted.body;
}

const timesOf = async (query: { fromTeam: string; toTeam: string; meeting?: string }) =>
  (await hanbit.browser.call(requests.suitableTimes, { params: params(), query })).body.slots;

describe('an edition with halls of different slots', () => {
  it('offers every start once, and agrees on the length of the hall whose slot begins then', async () => {
    const offered = await timesOf({ fromTeam: hanbit.teamId, toTeam: nordlys.teamId });
    const starts = offered.map(({ start }) => start);
    expect(starts).toEqual([...new Set(starts)].sort());
    expect(offered).toContainEqual({ start: at('00:25'), end: at('00:45'), free: true });
    expect(offered).toContainEqual({ start: at('00:35'), end: at('01:05'), free: true });
    const long = await agree(hanbit, nordlys, at('00:35'));
    expect(long).toMatchObject({ start: at('00:35'), end: at('01:05'), table: { hall: 'Hall C' } });
  });

  it('takes a free table of any hall in which a slot begins then', async () => {
    const places = [];
    for (const person of [0, 1, 2]) {
      const { start, end, table } = await agree(saab, nordlys, at('00:00'), person);
      places.push({ start, end, hall: table!.hall });
    }
    const [short, long] = [at('00:20'), at('00:30')];
    expect(
      places
        .slice(0, 2)
        .map(({ hall }) => hall)
        .sort(),
    ).toEqual(['Hall A', 'Hall D']);
    expect(places.map(({ end }) => end)).toEqual([short, short, long]);
    const full = await ask(hanbit, nordlys, at('00:00'));
    expect(full.problem.code).toBe('meeting.slot_taken');
  });

  it('moves a meeting to a slot of another length, or to a table of another hall', async () => {
    const meeting = await agree(hanbit, saab, at('01:40'));
    const move = (version: number, start: string, tableId: string | null) =>
      desk.call(agreedMeetings.rescheduleMeeting, {
        params: { ...params(), meeting: meeting.id },
        body: { version, start, tableId },
      });
    const longer = await move(meeting.version, at('01:45'), null);
    expect(longer.body).toMatchObject({ start: at('01:45'), end: at('02:15'), table: { hall: 'Hall C' } });
    const halls = (await desk.call(hallsContract.readHalls, { params: params() })).body;
    const there = halls.find(({ name }) => name === 'Hall D')!.tables[0]!;
    const shorter = await move(longer.body.version, at('01:15'), there.id);
    expect(shorter.body).toMatchObject({ start: at('01:15'), end: at('01:35'), table: { hall: 'Hall D' } });
    const nowhere = await move(shorter.body.version, at('01:17'), null);
    expect(nowhere.problem.code).toBe('meeting.closed_time');
    expect((nowhere.problem.details as { next: unknown[] }).next.length).toBeGreaterThan(0);
  });

  it('has no meeting asked for at a time at which no slot begins', async () => {
    const asked = await ask(hanbit, saab, at('02:01'));
    expect(asked.status).toBe(409);
    expect(asked.problem).toMatchObject({ code: 'meeting.closed_time', details: { start: at('02:01') } });
  });
});
