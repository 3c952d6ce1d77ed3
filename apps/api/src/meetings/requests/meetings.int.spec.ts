import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { editMe, whoAmI } from '@forum/contract/identity/me';
import * as agreedMeetings from '@forum/contract/meetings/agreed-meetings';
import * as allMeetings from '@forum/contract/meetings/all-meetings';
import * as dayMessages from '@forum/contract/meetings/day-messages';
import * as helpCalls from '@forum/contract/meetings/help-calls';
import * as meetingContract from '@forum/contract/meetings/meeting';
import * as meetings from '@forum/contract/meetings/meetings';
import * as requests from '@forum/contract/meetings/requests';
import { actAsAide } from '../../testing/acting-aide.ts';
import { eventually } from '../../testing/eventually.ts';
import { type TestBrowser, type TestForum, startTestForum } from '../../testing/test-forum.ts';
import {
  createTestEdition,
  createTestFirm,
  createTestHall,
  type TestEdition,
} from '../../testing/test-edition.ts';

const year = 2031;
const at = (clock: string) => `${year}-05-12T${clock}:00Z`;

let forum: TestForum;
let edition: TestEdition;
let hanwha: Awaited<ReturnType<typeof party>>;
let saab: Awaited<ReturnType<typeof party>>;
let helpDesk: TestBrowser;

async function party(name: string, people = 2) {
  const browsers = await Promise.all(
    Array.from({ length: people }, (_, i) =>
      forum.signIn(`${name}-${i}@firm.example`, { name: `${name} ${i}` }),
    ),
  );
  const firm = await createTestFirm(
    forum.database,
    edition,
    name,
    browsers.map((one) => one.personId),
  );
  return { ...firm, browser: browsers[0]!, browsers };
}

const params = () => ({ edition: edition.slug });

const ask = (
  from: typeof hanwha,
  to: typeof saab,
  suggested = [at('00:00'), at('00:25')],
  topic = 'Sensors',
) =>
  from.browser.call(requests.requestMeeting, {
    params: params(),
    body: {
      fromTeamId: from.teamId,
      toTeamId: to.teamId,
      participants: [from.delegateIds[0]!],
      topic,
      message: '',
      suggested,
    },
  });

const accept = (
  by: typeof saab,
  meeting: meetingContract.Meeting,
  start: string,
  participants = [by.delegateIds[0]!],
) =>
  by.browser.call(requests.acceptMeeting, {
    params: { ...params(), meeting: meeting.id },
    body: { version: meeting.version, start, participants },
  });

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, year);
  await createTestHall(forum.database, edition, year, 3);
  helpDesk = await forum.signIn('desk@host.example', { secretariat: true });
  hanwha = await party('Hanwha');
  saab = await party('Saab');
});
afterAll(() => forum.stop());

describe('a requested meeting', () => {
  it('blocks nothing, is seen by both firms, and hides contact data until both agreed', async () => {
    const asked = await ask(hanwha, saab);
    expect(asked.status).toBe(200);
    expect(asked.body).toMatchObject({ state: 'requested', side: 'from', turn: 'to' });
    const seen = (await saab.browser.call(meetings.listMeetings, { params: params() })).body.meetings.find(
      (one) => one.id === asked.body.id,
    )!;
    expect(seen.side).toBe('to');
    expect(seen.from.people[0]!.mail).toBeNull();
    expect(
      await forum.database.rows('select from reservation where commitment_id = $1', [asked.body.id]),
    ).toHaveLength(0);
    const accepted = await accept(saab, seen, at('00:00'));
    expect(accepted.body).toMatchObject({ state: 'accepted', start: at('00:00'), end: at('00:20') });
    expect(accepted.body.from.people[0]!.mail).toBe('hanwha-0@firm.example');
    expect(accepted.body.table!.hall).toBe('Hall B');
  });

  it('is not there for a third firm, nor under another edition', async () => {
    const asked = await ask(hanwha, saab, [at('02:05')]);
    const third = await party('Thales');
    const other = await createTestEdition(forum.database, 2032);
    const read = (browser: TestBrowser, slug: string) =>
      browser.call(meetings.readMeeting, { params: { edition: slug, meeting: asked.body.id } });
    expect((await read(third.browser, edition.slug)).status).toBe(404);
    expect((await read(helpDesk, other.slug)).status).toBe(404);
    expect((await accept(third, asked.body, at('02:05'))).status).toBe(404);
  });

  it('cannot be answered by whoever sent it, for a time that was not suggested, or at a stale version', async () => {
    const { body: meeting } = await ask(hanwha, saab, [at('02:30')]);
    expect((await accept(hanwha, meeting, at('02:30'))).problem.code).toBe('meeting.transition');
    expect((await accept(saab, meeting, at('01:15'))).problem.code).toBe('meeting.transition');
    const stale = await accept(saab, { ...meeting, version: 99 }, at('02:30'));
    expect(stale.problem).toMatchObject({ code: 'version.stale', details: { current: 1 } });
  });

  it('is refused when the time is taken, naming who and offering times that work', async () => {
    const first = await ask(hanwha, saab, [at('00:50')]);
    expect((await accept(saab, first.body, at('00:50'))).status).toBe(200);
    const second = await ask(hanwha, saab, [at('00:50')], 'Again');
    const refused = await accept(saab, second.body, at('00:50'));
    expect(refused.problem.code).toBe('meeting.slot_taken');
    const { obstacles, next } = refused.problem.details as {
      obstacles: { who: string }[];
      next: { start: string }[];
    };
    expect(obstacles.map((one) => one.who).sort()).toEqual(['Hanwha 0', 'Saab 0']);
    expect(next.length).toBeGreaterThan(0);
    expect(next.map((one) => one.start)).not.toContain(at('00:50'));
  });

  it('is one of ten at most that wait for the same firm', async () => {
    const eager = await party('Eager');
    for (let n = 0; n < 10; n++) expect((await ask(eager, saab, [at('02:05')])).status).toBe(200);
    const refused = await ask(eager, saab, [at('02:05')]);
    expect(refused.problem).toMatchObject({
      code: 'meeting.too_many_open',
      details: { open: 10, limit: 10 },
    });
    expect((await ask(eager, hanwha, [at('02:05')])).status).toBe(200);
  });

  it('turns the question round with a counter-proposal, and can be withdrawn only by whose proposal is open', async () => {
    const { body: asked } = await ask(hanwha, saab, [at('01:40')]);
    const where = { params: { ...params(), meeting: asked.id } };
    const proposed = await saab.browser.call(requests.proposeTimes, {
      ...where,
      body: { version: asked.version, suggested: [at('02:05')], participants: [saab.delegateIds[1]!] },
    });
    expect(proposed.body).toMatchObject({ turn: 'from', suggested: [at('02:05')] });
    const wrong = await hanwha.browser.call(requests.withdrawMeeting, {
      ...where,
      body: { version: proposed.body.version },
    });
    expect(wrong.problem.code).toBe('meeting.transition');
    const withdrawn = await saab.browser.call(requests.withdrawMeeting, {
      ...where,
      body: { version: proposed.body.version },
    });
    expect(withdrawn.body.state).toBe('withdrawn');
  });
});

describe('the meetings of the edition', () => {
  it('are found by words of both firms and the topic, as they are written', async () => {
    await ask(hanwha, saab, [at('02:30')], '100% of A_B');
    const found = async (search: string) => {
      const answer = await helpDesk.call(allMeetings.listAllMeetings, {
        params: params(),
        query: { search },
      });
      return answer.body.rows.map(({ topic }) => topic);
    };
    expect(await found('100%')).toEqual(['100% of A_B']);
    expect(await found('a_b saab')).toEqual(['100% of A_B']);
    expect(await found('%0% hanwha')).toEqual([]);
    expect(await found('sens_rs')).toEqual([]);
    expect((await found('sensors hanwha')).length).toBeGreaterThan(0);
  });

  it('are found by a topic in any script, with or without its accents', async () => {
    const [accented, hangul] = ['Détection d’Étoiles', '잠수함 소나'];
    for (const topic of [accented, hangul]) await ask(hanwha, saab, [at('02:30')], topic);
    const found = async (search: string) => {
      const answer = await helpDesk.call(allMeetings.listAllMeetings, {
        params: params(),
        query: { search },
      });
      return answer.body.rows.map(({ topic }) => topic);
    };
    expect(await found('Détection')).toEqual([accented]);
    expect(await found("detection d'etoiles")).toEqual([accented]);
    expect(await found('소나 saab')).toEqual([hangul]);
  });
});

describe('a time that suits', () => {
  it('leaves out a meeting of the asker, and no other', async () => {
    const other = await party('Other');
    const { body: theirs } = await ask(other, saab, [at('02:30')]);
    const times = (meeting: string) =>
      hanwha.browser.call(requests.suitableTimes, {
        params: params(),
        query: { fromTeam: hanwha.teamId, toTeam: saab.teamId, meeting },
      });
    expect((await times(theirs.id)).status).toBe(404);
    const { body: ours } = await ask(hanwha, saab, [at('02:30')]);
    expect((await times(ours.id)).status).toBe(200);
  });
});

describe('an accepted meeting', () => {
  const agreed = async (start: string, topic: string) => {
    const asked = await ask(hanwha, saab, [start], topic);
    return (await accept(saab, asked.body, start)).body;
  };

  it('sends other people without losing its slot, and frees those who leave', async () => {
    const meeting = await agreed(at('01:15'), 'Swap');
    const swapped = await saab.browser.call(agreedMeetings.swapParticipants, {
      params: { ...params(), meeting: meeting.id },
      body: { version: meeting.version, participants: [saab.delegateIds[1]!] },
    });
    expect(swapped.body).toMatchObject({ state: 'accepted', start: meeting.start, table: meeting.table });
    expect(swapped.body.to.people.map((person) => person.name)).toEqual(['Saab 1']);
    const held = await forum.database.rows<{ id: string }>(
      `select resource_id as id from reservation where commitment_id = $1 and resource_kind = 'person' order by 1`,
      [meeting.id],
    );
    expect(held.map((row) => row.id)).toEqual(
      [hanwha.browsers[0]!.personId, saab.browsers[1]!.personId].sort(),
    );
  });

  it('says for whom an aide sent a message, and nothing of the kind when somebody sends it for themselves', async () => {
    const meeting = await agreed(at('01:40'), 'Aide');
    const aide = await forum.signIn('aide@hanwha.test');
    await actAsAide(forum, edition, hanwha.browser, aide);
    const where = { params: { ...params(), meeting: meeting.id } };
    await hanwha.browser.call(dayMessages.sendDayMessage, { ...where, body: { code: 'on-my-way' } });
    await aide.call(dayMessages.sendDayMessage, { ...where, body: { code: 'at-the-table' } });
    const { body } = await saab.browser.call(meetings.readMeeting, where);
    const nameOf = async (id: string | null) =>
      (
        await forum.database.row<{ name: string }>('select display_name as name from person where id = $1', [
          id,
        ])
      )?.name;
    const principal = await nameOf(hanwha.browser.personId);
    expect(body.dayMessages).toMatchObject([
      { by: principal, principal: null, code: 'on-my-way' },
      { by: await nameOf(aide.personId), principal, code: 'at-the-table' },
    ]);
    await hanwha.browser.call(agreedMeetings.cancelMeeting, { ...where, body: { version: body.version } });
  });

  it('calls the help desk, which moves it and closes the call', async () => {
    const meeting = await agreed(at('01:40'), 'Help');
    const where = { params: { ...params(), meeting: meeting.id } };
    const called = await hanwha.browser.call(dayMessages.sendDayMessage, {
      ...where,
      body: { code: 'cannot-find' },
    });
    expect(called.body.helpCalled).toBe(true);
    const [first] = (await helpDesk.call(allMeetings.listAllMeetings, { params: params() })).body.rows;
    expect(first!.id).toBe(meeting.id);
    const nowhere = await helpDesk.call(agreedMeetings.rescheduleMeeting, {
      ...where,
      body: { version: called.body.version, start: at('02:30'), tableId: meeting.id },
    });
    expect(nowhere.problem).toMatchObject({ code: 'request.invalid', details: { field: 'tableId' } });
    const moved = await helpDesk.call(agreedMeetings.rescheduleMeeting, {
      ...where,
      body: { version: called.body.version, start: at('02:30'), tableId: null },
    });
    expect(moved.body).toMatchObject({ start: at('02:30'), helpCalled: false, side: 'help-desk' });
    // Its people read where it was.
    const { body: read } = await hanwha.browser.call(meetings.readMeeting, where);
    const from = { fromStart: at('01:40'), fromTable: meeting.table!.label };
    expect([meeting.moved, read.moved]).toEqual([null, { at: expect.any(String), ...from }]);
  });

  it('calls for help until it is dealt with, and each call is taken by one of the desk', async () => {
    const meeting = await agreed(at('02:05'), 'Help, too');
    const where = { params: { ...params(), meeting: meeting.id } };
    const calls = async (browser = helpDesk) =>
      (await browser.call(helpCalls.listHelpCalls, { params: params() })).body.calls;
    expect(await calls()).toEqual([]);
    await hanwha.browser.call(dayMessages.sendDayMessage, { ...where, body: { code: 'help' } });
    const [call] = await calls();
    expect(call).toMatchObject({ meeting: meeting.id, start: at('02:05'), takenBy: null });
    const since = call!.since;
    await hanwha.browser.call(dayMessages.sendDayMessage, { ...where, body: { code: 'cannot-find' } });
    expect((await calls())[0]).toMatchObject({ since });

    const colleague = await forum.signIn('colleague@host.example', { secretariat: true, name: 'Jo' });
    expect((await hanwha.browser.call(helpCalls.listHelpCalls, { params: params() })).status).toBe(403);
    const take = (browser: TestBrowser, from: string | null) =>
      browser.call(helpCalls.takeHelpCall, { ...where, body: { from } });
    expect((await take(hanwha.browser, null)).status).toBe(403);
    const both = await Promise.all([take(helpDesk, null), take(colleague, null)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [taken] = await calls(colleague);
    const [winner, loser] = both[0].status === 200 ? [helpDesk, colleague] : [colleague, helpDesk];
    expect(taken!.takenBy?.id).toBe(winner.personId);
    expect(both.find(({ status }) => status === 409)!.problem).toMatchObject({
      code: 'meeting.help_taken',
      details: { name: taken!.takenBy!.name },
    });
    expect((await take(winner, null)).status).toBe(200);
    expect((await take(loser, winner.personId)).status).toBe(200);
    expect((await calls())[0]!.takenBy?.id).toBe(loser.personId);
    await helpDesk.call(helpCalls.answerHelp, where);
    expect(await calls()).toEqual([]);
    expect((await take(winner, null)).status).toBe(404);
    await hanwha.browser.call(dayMessages.sendDayMessage, { ...where, body: { code: 'help' } });
    expect((await calls())[0]).toMatchObject({ takenBy: null });
    const { body } = await hanwha.browser.call(meetings.readMeeting, where);
    await hanwha.browser.call(agreedMeetings.cancelMeeting, { ...where, body: { version: body.version } });
    expect(await calls()).toEqual([]);
  });

  it('frees its people and table when it is cancelled', async () => {
    const meeting = await agreed(at('02:05'), 'Cancel');
    const cancelled = await hanwha.browser.call(agreedMeetings.cancelMeeting, {
      params: { ...params(), meeting: meeting.id },
      body: { version: meeting.version },
    });
    expect(cancelled.body.state).toBe('cancelled');
    expect(
      await forum.database.rows('select from reservation where commitment_id = $1', [meeting.id]),
    ).toHaveLength(0);
  });

  it('is mailed to each participant in their own time, with a calendar part of their own view', async () => {
    const inZone = (browser: TestBrowser, deviceZone: string, zone?: string) =>
      browser.call(editMe, { body: { deviceZone, ...(zone ? { zone } : {}) } });
    expect((await inZone(saab.browser, 'Mars/Olympus')).status).toBe(422);
    await inZone(saab.browser, 'Europe/Stockholm');
    await inZone(hanwha.browser, 'Asia/Calcutta', 'Pacific/Auckland');
    expect((await hanwha.browser.call(whoAmI)).body).toMatchObject({
      zone: 'Pacific/Auckland',
      deviceZone: 'Asia/Calcutta',
    });
    const meeting = await agreed(at('02:05'), 'Mail');
    const mails = async () =>
      forum.database.rows<{ recipient: string; body: string; method: string; calendar: string }>(
        `select recipient, body, calendar_method as method, calendar from mail where once like 'meeting:' || $1 || ':%' and calendar is not null order by id`,
        [meeting.id],
      );
    const sent = await eventually(mails, (rows) => rows.length === 2);
    expect(sent.map((mail) => mail.recipient).sort()).toEqual([
      'hanwha-0@firm.example',
      'saab-0@firm.example',
    ]);
    expect(sent.every((mail) => mail.method === 'REQUEST' && mail.calendar.includes('METHOD:REQUEST'))).toBe(
      true,
    );
    const bodyTo = (recipient: string) => sent.find((mail) => mail.recipient === recipient)?.body;
    expect(bodyTo('saab-0@firm.example')).toContain('04:05');
    expect(bodyTo('hanwha-0@firm.example')).toContain('14:05');
    expect(sent[0]!.calendar).toContain(`UID:meeting-${meeting.id}@forum.test`);
  });
});

describe('the time since which a meeting is agreed', () => {
  it('is that of the acceptance for both sides, and outlives what changes later', async () => {
    const [asker, other] = [await party('Asker'), await party('Asked')];
    const asked = (await ask(asker, other, [at('02:05')])).body;
    expect(asked.agreedAt).toBeNull();
    const accepted = await accept(other, asked, at('02:05'));
    expect(accepted.status).toBe(200);
    const { agreedAt, updatedAt, id } = accepted.body;
    expect(Date.parse(agreedAt!)).toBe(Date.parse(updatedAt));
    const where = { params: { ...params(), meeting: id } };
    expect((await asker.browser.call(meetings.readMeeting, where)).body.agreedAt).toBe(agreedAt);
    const cancelled = await asker.browser.call(agreedMeetings.cancelMeeting, {
      ...where,
      body: { version: accepted.body.version },
    });
    expect([cancelled.status, cancelled.body.agreedAt]).toEqual([200, agreedAt]);
  });
});
