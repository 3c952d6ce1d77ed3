import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addAttachment, readAttachment, removeAttachment } from '@forum/contract/meetings/attachments';
import { readChanges } from '@forum/contract/live/changes';
import { violatedConstraint } from '../../database/database.ts';
import { eventually } from '../../testing/eventually.ts';
import type { TestBrowser } from '../../testing/test-forum.ts';
import { twoFirms } from '../../testing/two-firms.ts';

const secret = 'Sight drawings';

let firms: Awaited<ReturnType<typeof twoFirms>>;
beforeAll(async () => {
  firms = await twoFirms(2033);
});
afterAll(() => firms.forum.stop());

/** A meeting with one document of the side that asked. */
async function withDocument() {
  const meeting = await firms.ask();
  const { body } = await firms.hanbit.browser.call(addAttachment, {
    params: firms.of(meeting),
    query: { name: `${secret}.pdf` },
    body: new Uint8Array(Buffer.from('%PDF-1.7')),
  });
  return { meeting, id: body.from.attachments![0]!.id };
}

const download = (by: TestBrowser, meeting: { id: string }, attachment: string) =>
  by.call(readAttachment, { params: { ...firms.of(meeting), attachment } });

describe('PostgreSQL', () => {
  it.each([
    ['a sixth of a side', { place: 6 }, 'meeting_attachment_at_most'],
    ['two in one place', { place: 1 }, 'meeting_attachment_once_a_place'],
    ['one of no side', { side: 'help-desk' }, 'meeting_attachment_side'],
    ['one of another kind', { kind: 'exe' }, 'meeting_attachment_kind'],
    ['one whose name is a path', { name: '../a.pdf' }, 'meeting_attachment_name'],
    ['one without content', { bytes: 0 }, 'meeting_attachment_size'],
    ['one that is too large', { bytes: 10 * 1024 * 1024 + 1 }, 'meeting_attachment_size'],
  ])('refuses %s, whoever asks', async (_, change, constraint) => {
    const { meeting } = await withDocument();
    const row = { side: 'from', place: 2, name: 'a.pdf', kind: 'pdf', bytes: 9, ...change };
    const insert = firms.forum.database.rows(
      `insert into meeting_attachment (edition_id, meeting_id, side, place, name, kind, content, added_at)
       values ($1, $2, $3, $4, $5, $6, convert_to(repeat('x', $7), 'UTF8'), now())`,
      [firms.edition.id, meeting.id, row.side, row.place, row.name, row.kind, row.bytes],
    );
    expect(violatedConstraint(await insert.catch((error: unknown) => error))).toBe(constraint);
  });
});

describe('a change of the documents', () => {
  it('reaches both sides live, and stays in the audit without a name', async () => {
    const { meeting, id } = await withDocument();
    const changes = async () => {
      const since = `firm:${firms.nordlys.id}:0`;
      const params = { edition: firms.edition.slug };
      const { body } = await firms.nordlys.browser.call(readChanges, { params, query: { since } });
      return body.changes.filter(
        ({ type, entity }) => type === 'attachments.changed' && entity === meeting.id,
      );
    };
    expect(await eventually(changes, (all) => all.length > 0)).toHaveLength(1);
    await firms.hanbit.browser.call(removeAttachment, { params: { ...firms.of(meeting), attachment: id } });
    expect(await eventually(changes, (all) => all.length > 1)).toHaveLength(2);
    const kept = await firms.forum.database.rows<{ detail: object }>(
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

describe('a download', () => {
  it('by the other side stays in the audit with who it was; one by its own side does not', async () => {
    const { meeting, id } = await withDocument();
    await firms.accept(meeting);
    await download(firms.hanbit.browser, meeting, id);
    // By a link on somebody else's page, which a reader may not even have seen.
    for (const site of ['cross-site', 'same-site']) {
      const lured = await firms.nordlys.browsers[2]!.call(readAttachment, {
        params: { ...firms.of(meeting), attachment: id },
        headers: { 'sec-fetch-site': site },
      });
      expect(lured.problem).toMatchObject({ status: 403, code: 'auth.origin' });
    }
    await download(firms.nordlys.browsers[1]!, meeting, id);
    const headers = { 'sec-fetch-site': 'same-origin' };
    const params = { ...firms.of(meeting), attachment: id };
    expect((await firms.nordlys.browser.call(readAttachment, { params, headers })).status).toBe(200);
    const saved = () =>
      firms.forum.database.rows(
        `select j.person_id as by, d.detail -> 'after' ->> 'id' as id
         from journal j join journal_detail d on d.journal_id = j.id
         where j.entity_id = $1 and j.type = 'attachment.saved' order by j.sequence`,
        [meeting.id],
      );
    expect(await eventually(saved, (all) => all.length > 1)).toEqual([
      { by: firms.nordlys.browsers[1]!.personId, id },
      { by: firms.nordlys.browser.personId, id },
    ]);
  });
});
