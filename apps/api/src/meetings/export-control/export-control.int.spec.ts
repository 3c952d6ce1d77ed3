import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  confirmOfficer,
  confirmRelease,
  listOfficers,
  nameOfficers,
  releaseMeeting,
} from '@forum/contract/meetings/export-control';
import * as agreedMeetings from '@forum/contract/meetings/agreed-meetings';
import * as meetings from '@forum/contract/meetings/meetings';
import * as requests from '@forum/contract/meetings/requests';
import { eventually } from '../../testing/eventually.ts';
import { createTestEdition, createTestHall, type TestEdition } from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';
import { firmOfPeople, type FirmOfPeople, makeOfficer } from '../../testing/two-firms.ts';

const year = 2031;
const slots = ['00:00', '00:25', '00:50', '01:15', '01:40', '02:05', '02:30'];
let used = 0;

let forum: TestForum;
let edition: TestEdition;
let hanbit: FirmOfPeople;
let nordlys: FirmOfPeople;
let host: TestBrowser;

const params = () => ({ edition: edition.slug });
const of = (meeting: { id: string }) => ({ ...params(), meeting: meeting.id });

async function ask(controlEntries: string[]) {
  const start = `${year}-05-12T${slots[used++ % slots.length]}:00Z`;
  const { body } = await hanbit.browser.call(requests.requestMeeting, {
    params: params(),
    body: {
      fromTeamId: hanbit.teamId,
      toTeamId: nordlys.teamId,
      participants: [hanbit.delegateIds[0]!],
      topic: 'Sights',
      message: '',
      suggested: [start],
      controlEntries,
    },
  });
  return body;
}

const read = async (by: TestBrowser, meeting: { id: string }) =>
  (await by.call(meetings.readMeeting, { params: of(meeting) })).body;

async function name(firm: FirmOfPeople, by: TestBrowser, delegates: string[]) {
  return by.call(nameOfficers, { params: { ...params(), firm: firm.id }, body: { delegates } });
}

async function send(firm: FirmOfPeople, meeting: { id: string }, people: string[]) {
  const { version } = await read(firm.browser, meeting);
  const body = { version, participants: people };
  return firm.browser.call(agreedMeetings.swapParticipants, { params: of(meeting), body });
}

async function release(by: TestBrowser, meeting: { id: string }) {
  const { version } = await read(by, meeting);
  return by.call(releaseMeeting, { params: of(meeting), body: { version } });
}

async function confirm(by: TestBrowser, meeting: { id: string }, side: 'from' | 'to') {
  const { version } = await read(by, meeting);
  return by.call(confirmRelease, { params: of(meeting), body: { version, side } });
}

/** Releases for a side, with its second person. */
async function releaseBoth(firm: FirmOfPeople, meeting: { id: string }) {
  await release(firm.browser, meeting);
  return confirm(firm.browsers[1]!, meeting, firm === hanbit ? 'from' : 'to');
}

async function accept(meeting: { id: string }, participants = [nordlys.delegateIds[0]!]) {
  const { version, suggested } = await read(nordlys.browser, meeting);
  return nordlys.browser.call(requests.acceptMeeting, {
    params: of(meeting),
    body: { version, start: suggested[0]!, participants },
  });
}

/** A listed topic that both sides have released. */
async function released() {
  const meeting = await ask(['ML5']);
  await send(nordlys, meeting, [nordlys.delegateIds[0]!]);
  await releaseBoth(hanbit, meeting);
  expect((await releaseBoth(nordlys, meeting)).body.control?.state).toBe('released');
  return meeting;
}

beforeAll(async () => {
  forum = await startTestForum();
  // It writes meetings that hold no time.
  forum.mayBeOrphaned();
  edition = await createTestEdition(forum.database, year);
  await createTestHall(forum.database, edition, year, 3);
  hanbit = await firmOfPeople(forum, edition, 'Hanbit', 'KR', 'KR', 'JP');
  nordlys = await firmOfPeople(forum, edition, 'Nordlys', 'NO', 'NO', 'SE');
  host = await forum.signIn('desk@host.example', { secretariat: true });
  await makeOfficer(host, edition, hanbit);
  await makeOfficer(host, edition, nordlys);
});
afterAll(() => forum.stop());

describe('a meeting about nothing that is listed', () => {
  it('is accepted as ever', async () => {
    const meeting = await ask([]);
    expect(meeting.control).toBeNull();
    expect((await accept(meeting)).body.state).toBe('accepted');
  });
});

describe('a meeting about a listed topic', () => {
  it('cannot be accepted before both sides have released it: 409, with the sides that are missing', async () => {
    const meeting = await ask(['ML5', 'DU6']);
    expect(meeting.control).toMatchObject({ state: 'waiting', waitingFor: ['from', 'to'], unnamed: ['to'] });
    const refused = await accept(meeting);
    expect(refused.status).toBe(409);
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(refused.problem).toMatchObject({
      code: 'export.not_released',
      details: { state: 'waiting', waitingFor: ['from', 'to'], rule: 'kr.listed' },
    });
    expect((await release(hanbit.browser, meeting)).problem.code).toBe('export.not_released');
    await send(nordlys, meeting, [nordlys.delegateIds[0]!]);
    expect((await releaseBoth(hanbit, meeting)).body.control?.waitingFor).toEqual(['to']);
    expect((await accept(meeting)).problem.details).toMatchObject({ waitingFor: ['to'] });
    expect((await releaseBoth(nordlys, meeting)).body.control?.state).toBe('released');
    expect((await accept(meeting)).body).toMatchObject({
      state: 'accepted',
      control: { state: 'released', waitingFor: [] },
    });
  });

  it('is released by nobody whom the side has not named, and shows each side its own officers', async () => {
    const meeting = await ask(['ML5']);
    await send(nordlys, meeting, [nordlys.delegateIds[0]!]);
    const refused = await release(hanbit.browsers[1]!, meeting);
    expect(refused).toMatchObject({ status: 403, problem: { code: 'export.not_entitled' } });
    const seen = (await read(hanbit.browser, meeting)).control!;
    expect(seen.officers).toEqual([{ delegateId: hanbit.delegateIds[0], name: 'Hanbit KR', side: 'from' }]);
    const [first, second] = hanbit.delegateIds;
    const byHost = await name(hanbit, host, [first!, second!]);
    expect(byHost.body.map(({ inForce }) => inForce)).toEqual([true, false]);
    expect((await release(hanbit.browsers[1]!, meeting)).problem.code).toBe('export.not_entitled');
    const officer = { ...params(), firm: hanbit.id, delegate: second! };
    expect((await hanbit.browser.call(confirmOfficer, { params: officer })).status).toBe(200);
    expect((await release(hanbit.browsers[1]!, meeting)).status).toBe(200);
    expect((await name(hanbit, host, [first!])).body).toHaveLength(1);
  });

  it('is refused with people of other nationalities than it was released for', async () => {
    const meeting = await released();
    const [first, , other] = nordlys.delegateIds;
    expect((await accept(meeting, [other!])).problem.code).toBe('export.not_released');
    expect((await accept(meeting, [first!])).body.state).toBe('accepted');
  });

  it('waits again when a swap changes the nationalities, for good, and keeps a log', async () => {
    const meeting = await released();
    expect((await accept(meeting)).body.state).toBe('accepted');
    const same = await send(nordlys, meeting, [nordlys.delegateIds[1]!]);
    expect(same.body.control?.state).toBe('released');
    const other = await send(nordlys, meeting, [nordlys.delegateIds[2]!]);
    expect(other.body).toMatchObject({
      state: 'accepted',
      control: { state: 'waiting', waitingFor: ['from', 'to'] },
    });
    const back = await send(nordlys, meeting, [nordlys.delegateIds[0]!]);
    expect(back.body.control).toMatchObject({ state: 'waiting', waitingFor: ['from', 'to'] });
    await release(nordlys.browser, meeting);
    const { log } = (await read(nordlys.browser, meeting)).control!;
    expect(log.map(({ side, by, lapsedAt }) => [side, by, lapsedAt !== null])).toEqual([
      ['from', null, true],
      ['to', 'Nordlys NO', true],
      ['to', 'Nordlys NO', false],
    ]);
    const atHost = (await read(host, meeting)).control!;
    expect(atHost.log[0]!.by).toBe('Hanbit KR');
  });

  it('tells nobody the nationality of others', async () => {
    const meeting = await released();
    const { control } = await read(hanbit.browser, meeting);
    expect(JSON.stringify(control)).not.toMatch(/"(NO|KR)"|nationalit/);
  });

  it('needs no release between people of the host country alone', async () => {
    await forum.database.rows('update delegate set country = $2 where id = $1', [
      nordlys.delegateIds[1],
      'KR',
    ]);
    const meeting = await ask(['ML5']);
    expect((await accept(meeting, [nordlys.delegateIds[1]!])).body).toMatchObject({
      state: 'accepted',
      control: { state: 'free' },
    });
  });
});

describe('the officers of a side whose release is awaited', () => {
  const mailsOf = (meeting: { id: string }) =>
    forum.database.rows<{ recipient: string; subject: string; body: string }>(
      `select recipient, subject, body from mail where once like 'meeting:' || $1 || ':%:release-awaited' order by id`,
      [meeting.id],
    );
  const told = async (meeting: { id: string }, count: number) =>
    (
      await eventually(
        () => mailsOf(meeting),
        (mails) => mails.length >= count,
      )
    ).map(({ recipient, subject }) => [recipient, subject]);

  it('are told by mail when the wait begins, in their language and as their side sees it', async () => {
    await forum.database.rows(`update person set language = 'ko' where id = $1`, [hanbit.browser.personId]);
    const meeting = await ask(['ML5', 'DU6']);
    expect(await told(meeting, 2)).toEqual([
      ['hanbit-0@firm.example', '승인 대기: Nordlys 면담'],
      ['nordlys-0@firm.example', 'Your release is awaited: meeting with Hanbit'],
    ]);
    const bodies = (await mailsOf(meeting)).map(({ body }) => body);
    expect(bodies[0]).toContain('주제: Sights\n통제 목록: ML5, DU6\n');
    expect(bodies[1]).toContain('Topic: Sights\nControl list: ML5, DU6\n');
    expect(bodies[1]).toContain('once both sides have said who comes');
    expect(bodies[1]).toContain(`/e/${edition.slug}/meetings/${meeting.id}`);
    // Neither who comes, nor how to reach them, nor of what nationality they are.
    for (const body of bodies) expect(body).not.toMatch(/@|Hanbit KR|Nordlys NO|\b(KR|NO)\b/);
  });

  it('are told once, however often the meeting changes while it waits', async () => {
    const meeting = await ask(['ML5']);
    expect(await told(meeting, 2)).toHaveLength(2);
    await send(nordlys, meeting, [nordlys.delegateIds[0]!]);
    await send(nordlys, meeting, [nordlys.delegateIds[2]!]);
    await release(hanbit.browser, meeting);
    const later = await ask(['ML5']);
    expect(await told(later, 2)).toHaveLength(2);
    expect(await mailsOf(meeting)).toHaveLength(2);
  });

  it('are told anew when their release has lapsed', async () => {
    const meeting = await ask(['ML5']);
    expect(await told(meeting, 2)).toHaveLength(2);
    await send(nordlys, meeting, [nordlys.delegateIds[0]!]);
    await releaseBoth(hanbit, meeting);
    await release(nordlys.browser, meeting);
    await send(nordlys, meeting, [nordlys.delegateIds[2]!]);
    expect((await told(meeting, 4)).slice(2)).toEqual([
      ['hanbit-0@firm.example', '승인 효력 상실: Nordlys 면담'],
      ['nordlys-0@firm.example', 'A release has lapsed: meeting with Hanbit'],
    ]);
    expect((await mailsOf(meeting)).at(-1)?.body).toContain('You can release it now, in person');
  });

  it('are not told of a topic that waits for nobody', async () => {
    const free = await ask([]);
    const listed = await ask(['ML5']);
    expect(await told(listed, 2)).toHaveLength(2);
    expect(await mailsOf(free)).toEqual([]);
  });
});

describe('a release', () => {
  it('by whoever asked for the meeting counts once a colleague has confirmed it', async () => {
    const meeting = await ask(['ML5']);
    await send(nordlys, meeting, [nordlys.delegateIds[0]!]);
    const alone = await release(hanbit.browser, meeting);
    expect(alone.body.control).toMatchObject({
      waitingFor: ['from', 'to'],
      seconds: [{ side: 'from', officerId: hanbit.delegateIds[0], needed: true, byHost: false }],
    });
    expect((await read(nordlys.browser, meeting)).control?.seconds[0]?.officerId).toBeNull();
    for (const stranger of [hanbit.browser, nordlys.browser, host]) {
      expect((await confirm(stranger, meeting, 'from')).problem.code).toBe('export.not_entitled');
    }
    const confirmed = await confirm(hanbit.browsers[1]!, meeting, 'from');
    expect(confirmed.body.control).toMatchObject({ waitingFor: ['to'], seconds: [] });
  });

  it('lets its officer not be the one who agrees, unless a colleague has confirmed it', async () => {
    const meeting = await ask(['ML5']);
    await send(nordlys, meeting, [nordlys.delegateIds[0]!]);
    await releaseBoth(hanbit, meeting);
    expect((await release(nordlys.browser, meeting)).body.control?.state).toBe('released');
    const refused = await accept(meeting);
    expect(refused.problem).toMatchObject({
      code: 'export.not_released',
      details: { waitingFor: ['to'], awaitsSecond: ['to'] },
    });
    await confirm(nordlys.browsers[1]!, meeting, 'to');
    await forum.database.rows('delete from reservation where edition_id = $1', [edition.id]);
    expect((await accept(meeting)).body.state).toBe('accepted');
  });

  it('of a firm of one takes force when an organiser confirms it', async () => {
    const one = await firmOfPeople(forum, edition, 'Solo', 'FR');
    await makeOfficer(host, edition, one);
    const officers = await one.browser.call(listOfficers, { params: { ...params(), firm: one.id } });
    expect(officers.body).toMatchObject([{ inForce: true, canConfirm: false }]);
    const { body: meeting } = await hanbit.browser.call(requests.requestMeeting, {
      params: params(),
      body: {
        fromTeamId: hanbit.teamId,
        toTeamId: one.teamId,
        participants: [hanbit.delegateIds[0]!],
        topic: 'Lenses',
        message: '',
        suggested: [`${year}-05-12T02:30:00Z`],
        controlEntries: ['ML5'],
      },
    });
    await send(one, meeting, [one.delegateIds[0]!]);
    await releaseBoth(hanbit, meeting);
    const released = await release(one.browser, meeting);
    expect(released.body.control).toMatchObject({
      state: 'waiting',
      seconds: [{ side: 'to', needed: true, byHost: true }],
    });
    expect((await confirm(one.browser, meeting, 'to')).problem.code).toBe('export.not_entitled');
    expect((await confirm(host, meeting, 'to')).body.control?.state).toBe('released');
  });
});

describe('the officers of a firm', () => {
  it('are named by an officer in office, mailed to all, and in force when a third person confirms', async () => {
    const trio = await firmOfPeople(forum, edition, 'Trio', 'FR', 'FR', 'FR');
    const at = { ...params(), firm: trio.id };
    const [a, b, c] = trio.delegateIds;
    const confirmed = (by: TestBrowser, delegate: string) =>
      by.call(confirmOfficer, { params: { ...at, delegate } });
    expect((await name(trio, trio.browser, [a!])).problem.code).toBe('export.not_entitled');
    await makeOfficer(host, edition, trio);
    const mails = await forum.database.rows<{ recipient: string }>(
      `select recipient from mail where once like 'officer:' || $1 || ':%' order by recipient`,
      [a],
    );
    expect(mails.map(({ recipient }) => recipient)).toEqual([
      'trio-0@firm.example',
      'trio-1@firm.example',
      'trio-2@firm.example',
    ]);
    expect((await name(trio, trio.browsers[1]!, [b!])).problem.code).toBe('export.not_entitled');
    expect((await name(trio, trio.browser, [b!])).status).toBe(200);
    for (const wrong of [trio.browser, trio.browsers[1]!, host]) {
      expect((await confirmed(wrong, b!)).problem.code).toBe('export.not_entitled');
    }
    expect((await confirmed(trio.browsers[2]!, b!)).body.map(({ inForce }) => inForce)).toEqual([true, true]);
    expect((await confirmed(trio.browsers[2]!, c!)).status).toBe(404);
  });

  it('are its representatives', async () => {
    expect((await name(hanbit, hanbit.browser, [nordlys.delegateIds[0]!])).status).toBe(400);
    const others = { params: { ...params(), firm: hanbit.id } };
    expect((await nordlys.browser.call(listOfficers, others)).status).toBe(404);
    expect((await nordlys.browser.call(nameOfficers, { ...others, body: { delegates: [] } })).status).toBe(
      404,
    );
  });
});
