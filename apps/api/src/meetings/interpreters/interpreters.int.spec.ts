import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as contract from '@forum/contract/meetings/interpreters';
import type { Interpreter } from '@forum/contract/meetings/interpreters';
import { cancelMeeting, rescheduleMeeting } from '@forum/contract/meetings/agreed-meetings';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { readMeeting } from '@forum/contract/meetings/meetings';
import { acceptMeeting, proposeTimes, requestMeeting } from '@forum/contract/meetings/requests';
import type { RouteInput } from '@forum/contract/route';
import { ReservationsService } from '../../reservations/reservations.service.ts';
import { countQueries } from '../../testing/count-queries.ts';
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
let desk: TestBrowser;

const params = () => ({ edition: edition.slug });
const inMeeting = (meeting: { id: string }) => ({ edition: edition.slug, meeting: meeting.id });
/** The n-th slot of the hall. */
const slot = (n: number) =>
  new Date(Date.UTC(year, 4, 12) + n * 25 * 60_000).toISOString().replace('.000', '');

async function party(name: string, languages: string[]): Promise<Party> {
  const browser = await forum.signIn(`${name.toLowerCase()}@firm.example`);
  const firm = await createTestFirm(forum.database, edition, name, [browser.personId]);
  await forum.database.rows('update delegate set languages = $2 where id = $1', [
    firm.delegateIds[0],
    languages,
  ]);
  return { ...firm, browser };
}

let parties = 0;
/** A Korean firm and a British one that share no language, and their agreed meeting in a slot. */
async function agreed(n: number, languages: [string[], string[]] = [['ko'], ['en-GB']]) {
  const number = (parties += 1);
  const from = await party(`From-${number}`, languages[0]);
  const to = await party(`To-${number}`, languages[1]);
  const requested = await from.browser.call(requestMeeting, {
    params: params(),
    body: {
      fromTeamId: from.teamId,
      toTeamId: to.teamId,
      participants: from.delegateIds,
      topic: 'Radar',
      message: '',
      suggested: [slot(n)],
    },
  });
  const accepted = await to.browser.call(acceptMeeting, {
    params: inMeeting(requested.body),
    body: { version: requested.body.version, start: slot(n), participants: to.delegateIds },
  });
  expect(accepted.status).toBe(200);
  return { from, to, meeting: accepted.body };
}

type NewInterpreter = Partial<RouteInput<typeof contract.addInterpreter>['body']>;
const add = (rest: NewInterpreter = {}) =>
  desk.call(contract.addInterpreter, {
    params: params(),
    body: { name: 'Kim Seo-yun', languages: ['ko', 'en'], ...rest },
  });
const added = async (rest: NewInterpreter = {}): Promise<Interpreter> => {
  const { status, body } = await add(rest);
  expect(status).toBe(200);
  return body;
};
const give = (meeting: Meeting, interpreterId: string | null) =>
  desk.call(contract.setInterpreter, {
    params: inMeeting(meeting),
    body: { version: meeting.version, interpreterId },
  });
const choiceOf = async (meeting: Meeting) =>
  (await desk.call(contract.readInterpreterChoice, { params: inMeeting(meeting) })).body;
const wanting = async () => (await desk.call(contract.listUninterpreted, { params: params() })).body;
const listed = async (id: string) =>
  (await desk.call(contract.listInterpreters, { params: params() })).body.find((one) => one.id === id);
const bookedFor = async (id: string) =>
  (
    await forum.database.rows<{ start: string }>(
      'select utc(lower(during)) as start from reservation where resource_id = $1 order by during',
      [id],
    )
  ).map(({ start }) => start);

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, year);
  await createTestHall(forum.database, edition, year, 20);
  desk = await forum.signIn('desk@host.example', { secretariat: true });
});
afterAll(() => forum.stop());

describe('the list of interpreters', () => {
  it('keeps name, languages, hours in the zone of the edition and the most in a row', async () => {
    const hours = [{ start: '2031-05-12T09:00', end: '2031-05-12T10:00' }];
    const one = await added({ name: 'Park Ji-ho', hours, mostInARow: 3 });
    expect(one).toMatchObject({
      name: 'Park Ji-ho',
      languages: ['ko', 'en'],
      hours: [{ start: '2031-05-12T00:00:00Z', end: '2031-05-12T01:00:00Z' }],
      mostInARow: 3,
      booked: 0,
      version: 1,
    });
    const { body: changed } = await desk.call(contract.changeInterpreter, {
      params: { ...params(), interpreter: one.id },
      body: { version: 1, name: 'Park Ji-ho', languages: ['ko', 'fr'], hours: null, mostInARow: null },
    });
    expect(changed).toEqual({ ...one, languages: ['ko', 'fr'], hours: null, mostInARow: null, version: 2 });
    const stale = await desk.call(contract.changeInterpreter, {
      params: { ...params(), interpreter: one.id },
      body: { version: 1, name: 'Park', languages: ['ko', 'fr'] },
    });
    expect(stale.problem).toMatchObject({ code: 'version.stale', details: { current: 2 } });
  });

  it('names the field, its value and the remedy of what cannot be', async () => {
    for (const [rest, path] of [
      [{ languages: ['ko'] }, 'body.languages'],
      [{ languages: ['ko', 'ko'] }, 'body.languages'],
      [{ languages: ['ko', 'en-GB'] }, 'body.languages.1'],
      [{ name: ' ' }, 'body.name'],
      [{ mostInARow: 0 }, 'body.mostInARow'],
      [{ hours: [{ start: '2031-05-12T10:00', end: '2031-05-12T09:00' }] }, 'body.hours.0.end'],
    ] as const) {
      const { status, problem } = await add(rest as NewInterpreter);
      expect({ status, path: problem.fields?.[0]?.path, remedy: problem.fields?.[0]?.remedy }).toEqual({
        status: 400,
        path,
        remedy: expect.stringMatching(/.{8}/),
      });
    }
  });

  it('is read with as many statements for thirty as for one', async () => {
    const list = () => desk.call(contract.listInterpreters, { params: params() });
    const one = await countQueries(forum, list);
    for (let n = 0; n < 30; n += 1) await added({ name: `Many ${n}` });
    const thirty = await countQueries(forum, list);
    expect(thirty.result.body.length).toBeGreaterThanOrEqual(30);
    expect(thirty.queries).toBe(one.queries);
  });
});

describe('a meeting whose sides share no language', () => {
  it('is listed until it has an interpreter, whom both sides see and nobody else', async () => {
    const { from, to, meeting } = await agreed(0);
    const fluent = await agreed(0, [['ko', 'en'], ['en-US']]);
    const silent = await agreed(0, [['ko'], []]);
    const kim = await added();
    const before = (await wanting()).rows.map(({ id }) => id);
    expect(before).toContain(meeting.id);
    expect(before).not.toContain(fluent.meeting.id);
    expect(before).not.toContain(silent.meeting.id);
    expect((await wanting()).rows.find(({ id }) => id === meeting.id)).toMatchObject({
      languages: { from: ['ko'], to: ['en'] },
      start: slot(0),
    });
    const { status, body } = await give(meeting, kim.id);
    expect(status).toBe(200);
    const interpreter = { id: kim.id, name: kim.name, languages: ['ko', 'en'] };
    expect(body).toMatchObject({ interpreter, version: meeting.version + 1, start: slot(0) });
    for (const { browser } of [from, to]) {
      const seen = await browser.call(readMeeting, { params: inMeeting(meeting) });
      expect(seen.body.interpreter).toEqual(interpreter);
    }
    expect((await fluent.from.browser.call(readMeeting, { params: inMeeting(meeting) })).status).toBe(404);
    expect((await wanting()).rows.map(({ id }) => id)).not.toContain(meeting.id);
    expect(await bookedFor(kim.id)).toEqual([slot(0)]);
    expect((await listed(kim.id))?.booked).toBe(1);
  });

  it('is offered everybody, those who can come first, with what hinders the others', async () => {
    const { meeting } = await agreed(1);
    const other = await agreed(1);
    const [free, busy, abroad] = [
      await added({ name: 'Free' }),
      await added({ name: 'Busy' }),
      await added({ name: 'Abroad', languages: ['ja', 'ko'] }),
    ];
    const hours = [{ start: '2031-05-12T10:00', end: '2031-05-12T12:00' }];
    const late = await added({ name: 'Late', hours });
    await give(other.meeting, busy.id);
    const { needed, interpreters } = await choiceOf(meeting);
    const hindrances = new Map(interpreters.map(({ id, hindrance }) => [id, hindrance]));
    expect(needed).toBe(true);
    expect([free, busy, abroad, late].map(({ id }) => hindrances.get(id))).toEqual([
      null,
      'busy',
      'languages',
      'off-duty',
    ]);
    const first = interpreters.findIndex(({ hindrance }) => hindrance !== null);
    expect(interpreters.slice(first).every(({ hindrance }) => hindrance !== null)).toBe(true);
    for (const { id, name } of [busy, abroad, late]) {
      const { problem } = await give(meeting, id);
      expect(problem).toMatchObject({
        code: 'interpreter.hindered',
        details: { hindrance: hindrances.get(id) },
      });
      expect(problem.detail).toContain(name);
    }
    expect((await choiceOf(meeting)).interpreters.find(({ id }) => id === free.id)?.hindrance).toBeNull();
  });

  it('is given another interpreter, or none, and the first is free again; a stale version is refused', async () => {
    const { meeting } = await agreed(2);
    const [kim, lee] = [await added(), await added({ name: 'Lee' })];
    const { body: first } = await give(meeting, kim.id);
    expect((await give(meeting, lee.id)).problem).toMatchObject({
      code: 'version.stale',
      details: { current: first.version },
    });
    const { body: second } = await give(first, lee.id);
    expect([await bookedFor(kim.id), await bookedFor(lee.id)]).toEqual([[], [slot(2)]]);
    const { body: third } = await give(second, null);
    expect(third.interpreter).toBeNull();
    expect(await bookedFor(lee.id)).toEqual([]);
  });

  it('lets an interpreter rest after as many meetings in a row as they can', async () => {
    const kim = await added({ mostInARow: 1 });
    const [one, next] = [await agreed(3), await agreed(4)];
    await give(one.meeting, kim.id);
    expect((await give(next.meeting, kim.id)).problem.details).toMatchObject({ hindrance: 'in-a-row' });
  });

  it('has no interpreter of another edition, nor before it is agreed', async () => {
    const { meeting } = await agreed(3);
    const other = await createTestEdition(forum.database, 2037);
    const foreign = await desk.call(contract.addInterpreter, {
      params: { edition: other.slug },
      body: { name: 'Elsewhere', languages: ['ko', 'en'] },
    });
    expect((await give(meeting, foreign.body.id)).status).toBe(404);
    const kim = await added();
    const cancelled = await desk.call(cancelMeeting, {
      params: inMeeting(meeting),
      body: { version: meeting.version },
    });
    expect((await give(cancelled.body, kim.id)).problem.code).toBe('meeting.transition');
  });
});

describe('a meeting with an interpreter', () => {
  const interpreted = async (n: number) => {
    const kim = await added({ hours: [{ start: '2031-05-12T09:00', end: '2031-05-12T11:05' }] });
    const { from, to, meeting } = await agreed(n);
    return { from, to, kim, meeting: (await give(meeting, kim.id)).body };
  };
  /** Moved by its sides: one proposes, the other accepts. */
  const moved = async (
    { from, to, meeting }: { from: Party; to: Party; meeting: Meeting },
    n: number,
  ): Promise<Meeting> => {
    const proposed = await from.browser.call(proposeTimes, {
      params: inMeeting(meeting),
      body: { version: meeting.version, suggested: [slot(n)], participants: from.delegateIds },
    });
    const { status, body } = await to.browser.call(acceptMeeting, {
      params: inMeeting(meeting),
      body: { version: proposed.body.version, start: slot(n), participants: to.delegateIds },
    });
    expect(status).toBe(200);
    return body;
  };

  it('takes them along when the sides move it to a time at which they are free', async () => {
    const one = await interpreted(0);
    const after = await moved(one, 2);
    expect(after).toMatchObject({ start: slot(2), interpreter: { id: one.kim.id } });
    expect(await bookedFor(one.kim.id)).toEqual([slot(2)]);
  });

  it('lets them go when they are busy then or do not work, and is listed as wanting one', async () => {
    const one = await interpreted(0);
    const other = await agreed(3);
    await give(other.meeting, one.kim.id);
    const busy = await moved(one, 3);
    expect(busy).toMatchObject({ start: slot(3), interpreter: null });
    expect((await wanting()).rows.map(({ id }) => id)).toContain(one.meeting.id);
    const late = await moved(
      { ...other, meeting: (await desk.call(readMeeting, { params: inMeeting(other.meeting) })).body },
      6,
    );
    expect(late.interpreter).toBeNull();
    expect(await bookedFor(one.kim.id)).toEqual([]);
  });

  it('is moved by the help desk the same way', async () => {
    const { kim, meeting } = await interpreted(0);
    const body = { version: meeting.version, start: slot(1), tableId: null };
    const carried = await desk.call(rescheduleMeeting, { params: inMeeting(meeting), body });
    expect(carried.body.interpreter?.id).toBe(kim.id);
    expect(await bookedFor(kim.id)).toEqual([slot(1)]);
  });

  it('tells both sides who comes when it is moved', async () => {
    const { meeting, kim } = await interpreted(1);
    const body = { version: meeting.version, start: slot(3), tableId: null };
    await desk.call(rescheduleMeeting, { params: inMeeting(meeting), body });
    const mails = await eventually(
      () =>
        forum.database.rows<{ body: string; calendar: string }>(
          `select body, calendar from mail where once like $1 and once like '%:moved'`,
          [`meeting:${meeting.id}:%`],
        ),
      (rows) => rows.length === 2,
    );
    expect(mails).toHaveLength(2);
    for (const { body: text, calendar } of mails) {
      expect(text).toContain(`Interpreter: ${kim.name} (Korean, English)`);
      expect(calendar.replaceAll('\r\n ', '')).toContain(kim.name);
    }
  });

  it('frees them when it is cancelled', async () => {
    const { from, kim, meeting } = await interpreted(0);
    const { status, body } = await from.browser.call(cancelMeeting, {
      params: inMeeting(meeting),
      body: { version: meeting.version },
    });
    expect({ status, interpreter: body.interpreter }).toEqual({ status: 200, interpreter: null });
    expect(await bookedFor(kim.id)).toEqual([]);
  });

  it('keeps them from being removed, or their hours from leaving it out', async () => {
    const { kim, meeting } = await interpreted(2);
    const inInterpreter = { ...params(), interpreter: kim.id };
    const removal = await desk.call(contract.removeInterpreter, { params: inInterpreter });
    expect(removal.problem).toMatchObject({ code: 'interpreter.booked', details: { starts: [slot(2)] } });
    const body = { version: 1, name: kim.name, languages: kim.languages };
    const change = (hours: { start: string; end: string }[] | null) =>
      desk.call(contract.changeInterpreter, { params: inInterpreter, body: { ...body, hours } });
    const short = await change([{ start: '2031-05-12T09:00', end: '2031-05-12T09:30' }]);
    expect(short.problem.code).toBe('interpreter.booked');
    expect(short.problem.detail).toContain('2031-05-12 09:50');
    expect((await change(null)).status).toBe(200);
    await give(meeting, null);
    expect((await desk.call(contract.removeInterpreter, { params: inInterpreter })).status).toBe(200);
    expect(await listed(kim.id)).toBeUndefined();
  });
});

describe('two meetings that want one interpreter at the same moment', () => {
  const race = async (n: number) => {
    const kim = await added({ name: `Raced ${n}` });
    const meetings = await Promise.all(Array.from({ length: 6 }, () => agreed(n)));
    const answers = await Promise.all(meetings.map(({ meeting }) => give(meeting, kim.id)));
    return answers.map(({ status, problem }) => (status === 200 ? 'given' : problem.code)).sort();
  };

  it('have one winner; the others are told that the interpreter is booked', async () => {
    expect(await race(4)).toEqual(['given', ...Array<string>(5).fill('interpreter.hindered')].sort());
  });

  it('without the lock have one winner too, by the constraint alone (control)', async () => {
    const reservations = forum.app.get(ReservationsService);
    const { lock } = reservations;
    reservations.lock = () => Promise.resolve();
    try {
      const codes = new Set((await Promise.all([race(5), race(6)])).flat());
      expect(codes).toContain('meeting.slot_taken');
    } finally {
      reservations.lock = lock;
    }
  });
});
