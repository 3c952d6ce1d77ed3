import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addAttachment,
  listAttachments,
  readAttachment,
  removeAttachment,
} from '@forum/contract/attachments';
import { nameOfficers, releaseMeeting } from '@forum/contract/export-control';
import { readChanges } from '@forum/contract/live';
import * as contract from '@forum/contract/meetings';
import { eventually } from '../../testing/eventually.ts';
import {
  createTestEdition,
  createTestFirm,
  createTestHall,
  type TestEdition,
} from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';

const year = 2032;
const slots = ['00:00', '00:25', '00:50', '01:15', '01:40', '02:05', '02:30'];
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const pdf = bytes('%PDF-1.7\nOf sights.');
const secret = 'Sight drawings';
let used = 0;

let forum: TestForum;
let edition: TestEdition;
let hanbit: Firm;
let nordlys: Firm;
let host: TestBrowser;

type Firm = Awaited<ReturnType<typeof firmOf>>;
type Meeting = { id: string };

/** A firm with somebody of each of these nationalities. */
async function firmOf(name: string, ...countries: string[]) {
  const browsers = await Promise.all(
    countries.map((country, i) => forum.signIn(`${name}-${i}@firm.example`, { name: `${name} ${country}` })),
  );
  const people = browsers.map((one) => one.personId);
  const firm = await createTestFirm(forum.database, edition, name, people);
  for (const [i, id] of firm.delegateIds.entries()) {
    await forum.database.rows('update delegate set country = $2 where id = $1', [id, countries[i]]);
  }
  return { ...firm, browsers, browser: browsers[0]! };
}

const of = (meeting: Meeting) => ({ edition: edition.slug, meeting: meeting.id });

async function ask(...controlEntries: string[]): Promise<Meeting> {
  const start = `${year}-05-12T${slots[used++ % slots.length]}:00Z`;
  const asked = await hanbit.browser.call(contract.requestMeeting, {
    params: { edition: edition.slug },
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
  expect(asked.status).toBe(200);
  return asked.body;
}

const versionOf = async (meeting: Meeting) =>
  (await hanbit.browser.call(contract.readMeeting, { params: of(meeting) })).body;

async function accept(meeting: Meeting): Promise<void> {
  const { version, suggested } = await versionOf(meeting);
  const body = { version, start: suggested[0]!, participants: [nordlys.delegateIds[0]!] };
  const { status } = await nordlys.browser.call(contract.acceptMeeting, { params: of(meeting), body });
  expect(status).toBe(200);
}

async function send(meeting: Meeting, delegateId: string): Promise<void> {
  const { version } = await versionOf(meeting);
  const body = { version, participants: [delegateId] };
  const { status } = await nordlys.browser.call(contract.swapParticipants, { params: of(meeting), body });
  expect(status).toBe(200);
}

async function release(meeting: Meeting): Promise<void> {
  for (const { browser } of [hanbit, nordlys]) {
    const { version } = await versionOf(meeting);
    const { status } = await browser.call(releaseMeeting, { params: of(meeting), body: { version } });
    expect(status).toBe(200);
  }
}

const attach = (meeting: Meeting, by = hanbit.browser, name = `${secret}.pdf`, content = pdf) =>
  by.call(addAttachment, { params: of(meeting), query: { name }, body: content });

const list = async (by: TestBrowser, meeting: Meeting) =>
  (await by.call(listAttachments, { params: of(meeting) })).body;

const download = (by: TestBrowser, meeting: Meeting, attachment: string) =>
  by.call(readAttachment, { params: { ...of(meeting), attachment } });

/** A meeting with one document of the side that asked. */
async function withDocument(...controlEntries: string[]) {
  const meeting = await ask(...controlEntries);
  const { body } = await attach(meeting);
  return { meeting, id: body.from.attachments![0]!.id };
}

/** What somebody learns of the other side's document: how many, why they wait, and whether the bytes come. */
async function seenBy(browser: TestBrowser, { meeting, id }: { meeting: Meeting; id: string }) {
  const { from, waits } = await list(browser, meeting);
  const { status } = await download(browser, meeting, id);
  return [from.count, from.attachments?.map(({ name }) => name) ?? null, waits, status];
}
const waiting = (why: string) => [1, null, why, 404];
const open = [1, [`${secret}.pdf`], null, 200];

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, year);
  await createTestHall(forum.database, edition, year, 3);
  hanbit = await firmOf('Hanbit', 'KR', 'KR');
  nordlys = await firmOf('Nordlys', 'NO', 'NO', 'SE');
  host = await forum.signIn('desk@host.example', { secretariat: true });
  for (const { id, browser, delegateIds } of [hanbit, nordlys]) {
    await browser.call(nameOfficers, {
      params: { edition: edition.slug, firm: id },
      body: { delegates: [delegateIds[0]!] },
    });
  }
}, 60_000);
afterAll(() => forum.stop());

describe('a document', () => {
  it('is attached by a party, seen by its own side at once, and downloaded as it was', async () => {
    const meeting = await ask();
    const { body } = await attach(meeting, hanbit.browser, `C:\\${secret} 조준경 "1".pdf`);
    const [attachment] = body.from.attachments!;
    expect(attachment).toMatchObject({
      name: `${secret} 조준경 "1".pdf`,
      kind: 'pdf',
      bytes: pdf.length,
      by: 'Hanbit KR',
    });
    const answer = await download(hanbit.browsers[1]!, meeting, attachment!.id);
    expect(String(answer.body)).toBe(Buffer.from(pdf).toString());
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${secret} ___ _1_.pdf"; filename*=UTF-8''Sight%20drawings%20%EC%A1%B0%EC%A4%80%EA%B2%BD%20%221%22.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  it.each([
    ['is not of its kind', 'sight.pdf', bytes('MZ'), 422, 'attachment.kind', 'save it anew as PDF'],
    ['is of no kind that is taken', 'sight.exe', pdf, 422, 'attachment.kind', 'sight.exe is of no kind'],
    ['is empty', 'sight.pdf', new Uint8Array(), 422, 'attachment.kind', 'is empty'],
    [
      'is too large',
      'sight.txt',
      new Uint8Array(10 * 1024 * 1024 + 1).fill(32),
      413,
      'attachment.too_large',
      '10485761 bytes',
    ],
  ] as const)('is refused when it %s', async (_, name, content, status, code, detail) => {
    const refused = await attach(await ask(), hanbit.browser, name, content as Uint8Array<ArrayBuffer>);
    expect(refused).toMatchObject({ status, problem: { code, status } });
    expect(refused.problem.detail).toContain(detail);
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it('is the fifth of a side at most, until one is taken back; each side has its own five', async () => {
    const meeting = await ask();
    const answers = await Promise.all(Array.from({ length: 7 }, () => attach(meeting)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 409, 409]);
    const refused = await attach(meeting);
    expect(refused.problem).toMatchObject({
      code: 'attachment.too_many',
      details: { attached: 5, limit: 5 },
    });
    expect((await attach(meeting, nordlys.browser)).body.to.count).toBe(1);
    const { from } = await list(hanbit.browser, meeting);
    const attachment = from.attachments![2]!.id;
    await hanbit.browser.call(removeAttachment, { params: { ...of(meeting), attachment } });
    expect((await attach(meeting)).body.from.count).toBe(5);
  });

  it('is taken back by its own side only', async () => {
    const { meeting, id } = await withDocument();
    await accept(meeting);
    const params = { ...of(meeting), attachment: id };
    for (const browser of [nordlys.browser, host]) {
      expect((await browser.call(removeAttachment, { params })).status).toBe(404);
    }
    expect((await hanbit.browsers[1]!.call(removeAttachment, { params })).status).toBe(200);
    expect((await hanbit.browser.call(removeAttachment, { params })).status).toBe(404);
    expect((await list(nordlys.browser, meeting)).from).toEqual({ count: 0, attachments: [] });
  });

  it('is attached to no meeting that is off, nor to one of others', async () => {
    const meeting = await ask();
    const strangers = await firmOf('Strangers', 'KR');
    expect((await attach(meeting, strangers.browser)).status).toBe(404);
    expect((await strangers.browser.call(listAttachments, { params: of(meeting) })).status).toBe(404);
    expect((await attach(meeting, host)).status).toBe(404);
    const { version } = await versionOf(meeting);
    await hanbit.browser.call(contract.withdrawMeeting, { params: of(meeting), body: { version } });
    expect((await attach(meeting)).problem.code).toBe('meeting.transition');
  });
});

describe('the other side', () => {
  it('learns only that documents wait until the meeting is agreed, then has them', async () => {
    const document = await withDocument();
    expect(await seenBy(nordlys.browser, document)).toEqual(waiting('agreement'));
    await accept(document.meeting);
    expect(await seenBy(nordlys.browser, document)).toEqual(open);
    const { from } = await list(nordlys.browser, document.meeting);
    expect(from.attachments![0]!.by).toBeNull();
  });

  it('waits for both releases of a listed topic, and again when they lapse', async () => {
    const document = await withDocument('ML5');
    await send(document.meeting, nordlys.delegateIds[0]!);
    await release(document.meeting);
    expect(await seenBy(nordlys.browser, document)).toEqual(waiting('agreement'));
    await accept(document.meeting);
    expect(await seenBy(nordlys.browser, document)).toEqual(open);
    await send(document.meeting, nordlys.delegateIds[2]!);
    expect(await seenBy(nordlys.browser, document)).toEqual(waiting('release'));
    await send(document.meeting, nordlys.delegateIds[0]!);
    expect(await seenBy(nordlys.browser, document)).toEqual(waiting('release'));
    expect((await list(hanbit.browser, document.meeting)).from.attachments).toHaveLength(1);
    await release(document.meeting);
    expect(await seenBy(nordlys.browser, document)).toEqual(open);
  });

  it('reads a released document only with a nationality that it was released for', async () => {
    const document = await withDocument('ML5');
    await send(document.meeting, nordlys.delegateIds[0]!);
    await release(document.meeting);
    await accept(document.meeting);
    expect(await seenBy(nordlys.browsers[1]!, document)).toEqual(open);
    expect(await seenBy(nordlys.browsers[2]!, document)).toEqual(waiting('nationality'));
  });
});

describe('the host', () => {
  it('sees how many there are, and never what', async () => {
    const document = await withDocument();
    await accept(document.meeting);
    expect(await seenBy(nordlys.browser, document)).toEqual(open);
    expect(await list(host, document.meeting)).toEqual({
      from: { count: 1, attachments: null },
      to: { count: 0, attachments: null },
      waits: null,
    });
    expect((await download(host, document.meeting, document.id)).status).toBe(404);
  });
});

describe('a change of the documents', () => {
  it('reaches both sides live, and stays in the audit without a name', async () => {
    const { meeting, id } = await withDocument();
    const changes = async () => {
      const since = `firm:${nordlys.id}:0`;
      const params = { edition: edition.slug };
      const { body } = await nordlys.browser.call(readChanges, { params, query: { since } });
      return body.changes.filter(
        ({ type, entity }) => type === 'attachments.changed' && entity === meeting.id,
      );
    };
    expect(await eventually(changes, (all) => all.length > 0)).toHaveLength(1);
    await hanbit.browser.call(removeAttachment, { params: { ...of(meeting), attachment: id } });
    expect(await eventually(changes, (all) => all.length > 1)).toHaveLength(2);
    const kept = await forum.database.rows<{ detail: object }>(
      `select d.detail from journal j join journal_detail d on d.journal_id = j.id
       where j.entity_id = $1 and j.type = 'attachments.changed' order by j.sequence`,
      [meeting.id],
    );
    expect(kept.map(({ detail }) => detail)).toMatchObject([
      { after: { id, side: 'from', kind: 'pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } },
      { before: { id } },
    ]);
    expect(JSON.stringify(kept)).not.toContain(secret);
  });
});
