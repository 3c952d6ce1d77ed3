import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addAttachment,
  listAttachments,
  readAttachment,
  removeAttachment,
} from '@forum/contract/meetings/attachments';
import { withdrawMeeting } from '@forum/contract/meetings/requests';
import type { TestBrowser } from '../../testing/test-forum.ts';
import { deskOf, firmOfPeople, twoFirms } from '../../testing/two-firms.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const pdf = bytes('%PDF-1.7\nOf sights.');
const secret = 'Sight drawings';

let firms: Awaited<ReturnType<typeof twoFirms>>;
let host: TestBrowser;
type Meeting = { id: string };

const attach = (meeting: Meeting, by = firms.hanbit.browser, name = `${secret}.pdf`, content = pdf) =>
  by.call(addAttachment, { params: firms.of(meeting), query: { name }, body: content });

const list = async (by: TestBrowser, meeting: Meeting) =>
  (await by.call(listAttachments, { params: firms.of(meeting) })).body;

const download = (by: TestBrowser, meeting: Meeting, attachment: string) =>
  by.call(readAttachment, { params: { ...firms.of(meeting), attachment } });

/** A meeting with one document of the side that asked. */
async function withDocument(...controlEntries: string[]) {
  const meeting = await firms.ask(...controlEntries);
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
  firms = await twoFirms(2032);
  host = await deskOf(firms.forum);
});
afterAll(() => firms.forum.stop());

describe('a document', () => {
  it('is attached by a party, seen by its own side at once, and downloaded as it was', async () => {
    const meeting = await firms.ask();
    const { body } = await attach(meeting, firms.hanbit.browser, `C:\\${secret} 조준경 "1".pdf`);
    const [attachment] = body.from.attachments!;
    expect(attachment).toMatchObject({
      name: `${secret} 조준경 "1".pdf`,
      kind: 'pdf',
      bytes: pdf.length,
      by: 'Hanbit KR',
    });
    const answer = await download(firms.hanbit.browsers[1]!, meeting, attachment!.id);
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
    const refused = await attach(
      await firms.ask(),
      firms.hanbit.browser,
      name,
      content as Uint8Array<ArrayBuffer>,
    );
    expect(refused).toMatchObject({ status, problem: { code, status } });
    expect(refused.problem.detail).toContain(detail);
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it('is the fifth of a side at most, until one is taken back; each side has its own five', async () => {
    const meeting = await firms.ask();
    const answers = await Promise.all(Array.from({ length: 7 }, () => attach(meeting)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 409, 409]);
    const refused = await attach(meeting);
    expect(refused.problem).toMatchObject({
      code: 'attachment.too_many',
      details: { attached: 5, limit: 5 },
    });
    expect((await attach(meeting, firms.nordlys.browser)).body.to.count).toBe(1);
    const { from } = await list(firms.hanbit.browser, meeting);
    const attachment = from.attachments![2]!.id;
    await firms.hanbit.browser.call(removeAttachment, { params: { ...firms.of(meeting), attachment } });
    expect((await attach(meeting)).body.from.count).toBe(5);
  });

  it('is taken back by its own side only', async () => {
    const { meeting, id } = await withDocument();
    await firms.accept(meeting);
    const params = { ...firms.of(meeting), attachment: id };
    for (const browser of [firms.nordlys.browser, host]) {
      expect((await browser.call(removeAttachment, { params })).status).toBe(404);
    }
    expect((await firms.hanbit.browsers[1]!.call(removeAttachment, { params })).status).toBe(200);
    expect((await firms.hanbit.browser.call(removeAttachment, { params })).status).toBe(404);
    expect((await list(firms.nordlys.browser, meeting)).from).toEqual({ count: 0, attachments: [] });
  });

  it('is attached to no meeting that is off, nor to one of others', async () => {
    const meeting = await firms.ask();
    const strangers = await firmOfPeople(firms.forum, firms.edition, 'Strangers', 'KR');
    expect((await attach(meeting, strangers.browser)).status).toBe(404);
    expect((await strangers.browser.call(listAttachments, { params: firms.of(meeting) })).status).toBe(404);
    expect((await attach(meeting, host)).status).toBe(404);
    const { version } = await firms.seen(meeting);
    await firms.hanbit.browser.call(withdrawMeeting, { params: firms.of(meeting), body: { version } });
    expect((await attach(meeting)).problem.code).toBe('meeting.transition');
  });
});

describe('the other side', () => {
  it('learns only that documents wait until the meeting is agreed, then has them', async () => {
    const document = await withDocument();
    expect(await seenBy(firms.nordlys.browser, document)).toEqual(waiting('agreement'));
    await firms.accept(document.meeting);
    expect(await seenBy(firms.nordlys.browser, document)).toEqual(open);
    const { from } = await list(firms.nordlys.browser, document.meeting);
    expect(from.attachments![0]!.by).toBeNull();
  });

  it('waits for both releases of a listed topic, and again when they lapse', async () => {
    const document = await withDocument('ML5');
    await firms.send(document.meeting, firms.nordlys.delegateIds[0]!);
    await firms.release(document.meeting);
    expect(await seenBy(firms.nordlys.browser, document)).toEqual(waiting('agreement'));
    await firms.accept(document.meeting);
    expect(await seenBy(firms.nordlys.browser, document)).toEqual(open);
    await firms.send(document.meeting, firms.nordlys.delegateIds[2]!);
    expect(await seenBy(firms.nordlys.browser, document)).toEqual(waiting('release'));
    await firms.send(document.meeting, firms.nordlys.delegateIds[0]!);
    expect(await seenBy(firms.nordlys.browser, document)).toEqual(waiting('release'));
    expect((await list(firms.hanbit.browser, document.meeting)).from.attachments).toHaveLength(1);
    await firms.release(document.meeting);
    expect(await seenBy(firms.nordlys.browser, document)).toEqual(open);
  });

  it('reads a released document only with a nationality that it was released for', async () => {
    const document = await withDocument('ML5');
    await firms.send(document.meeting, firms.nordlys.delegateIds[0]!);
    await firms.release(document.meeting);
    await firms.accept(document.meeting);
    expect(await seenBy(firms.nordlys.browsers[1]!, document)).toEqual(open);
    expect(await seenBy(firms.nordlys.browsers[2]!, document)).toEqual(waiting('nationality'));
  });
});

describe('the host', () => {
  it('sees how many there are, and never what', async () => {
    const document = await withDocument();
    await firms.accept(document.meeting);
    expect(await seenBy(firms.nordlys.browser, document)).toEqual(open);
    expect(await list(host, document.meeting)).toEqual({
      from: { count: 1, attachments: null },
      to: { count: 0, attachments: null },
      waits: null,
    });
    expect((await download(host, document.meeting, document.id)).status).toBe(404);
  });
});
