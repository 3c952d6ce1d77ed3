import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addAttachment } from '@forum/contract/meetings/attachments';
import { declineMeeting, requestMeeting } from '@forum/contract/meetings/requests';
import { inviteAide } from '@forum/contract/identity/aides';
import { whoAmI } from '@forum/contract/identity/me';
import { askForCode } from '@forum/contract/identity/sign-in';
import { verifyChain } from '../audit/verify.ts';
import { erasePerson } from '../commands/erase-person.ts';
import { Config } from '../config.ts';
import { Changes } from '../live/changes.ts';
import { eventually } from '../testing/eventually.ts';
import { addTestSession } from '../testing/test-programme.ts';
import type { TestBrowser } from '../testing/test-forum.ts';
import { deskOf, twoFirms } from '../testing/two-firms.ts';
import { personalData } from './personal-data.ts';
import { one } from '../database/one.ts';
import { eraseCopies } from './copies.repository.ts';
import { placesThatHold } from './places-that-hold.repository.ts';

const mail = 'nordlys-0@firm.example';
const words = [mail, 'Canary Erased', 'Canary Vetted', '카나리 지움', 'canary-word'];

/** That they wrote into meetings. */
const messages = ['I would bring\nthe lenses along', 'My lenses are broken'];

let market: Awaited<ReturnType<typeof twoFirms>>;
let desk: TestBrowser;
let person: TestBrowser;
let meeting: { id: string };

beforeAll(async () => {
  market = await twoFirms(2035);
  const { forum, nordlys } = market;
  desk = await deskOf(forum);
  person = nordlys.browser;
  await forum.database.rows(
    `update person set display_name = 'Canary Erased', given = 'Canary', family = 'Erased', native_script = '카나리 지움',
       native_language = 'canary-word', honorific = 'canary-word', language = 'canary-word', zone = 'canary-word',
       device_zone = 'canary-word', sort_key = 'Erased, Canary' where id = $1`,
    [person.personId],
  );
  await forum.database.rows(`update delegate set display_name = 'Canary Erased' where id = $1`, [
    nordlys.delegateIds[0],
  ]);
  await leaveTraces();
  meeting = await market.ask();
  await market.accept(meeting);
  await eventually(
    () => forum.database.rows('select 1 from change'),
    (waiting) => waiting.length === 0,
  );
});
afterAll(() => market.forum.stop());

/** A request of their own with a message, one that they declined with another and a document, and a document of the other side that bears their name. */
async function leaveWordsInMeetings(): Promise<void> {
  const { edition, nordlys, hanbit, of } = market;
  const asked = await person.call(requestMeeting, {
    params: { edition: edition.slug },
    body: {
      fromTeamId: nordlys.teamId,
      toTeamId: hanbit.teamId,
      participants: [nordlys.delegateIds[0]!],
      topic: 'Optics',
      message: messages[0]!,
      suggested: ['2035-05-12T02:30:00Z'],
      controlEntries: [],
    },
  });
  const declined = await market.ask();
  const body = { version: declined.version, message: messages[1]! };
  expect((await person.call(declineMeeting, { params: of(declined), body })).status).toBe(200);
  const content = new TextEncoder().encode('Lenses, by canary-word');
  for (const [browser, name] of [
    [person, 'canary-word.txt'],
    [hanbit.browser, 'for canary-word.txt'],
  ] as const) {
    const answer = await browser.call(addAttachment, {
      params: of(asked.body),
      query: { name },
      body: content,
    });
    expect(answer.status).toBe(200);
  }
}

/** Their words, in every place that the forum itself writes them to. */
async function leaveTraces(): Promise<void> {
  const { forum, edition, nordlys } = market;
  await forum.visitor().call(askForCode, { body: { mail } });
  await leaveWordsInMeetings();
  await person.call(inviteAide, { body: { edition: edition.slug, mail: 'aide@firm.example' } });
  await forum.database.rows(
    `update delegate set draft = '{"office": "canary-word"}', reason = 'canary-word', office = 'canary-word', organisation = 'canary-word',
       dietary = 'canary-word', access_needs = 'canary-word', search_text = 'canary-word', languages = '{canary-word}',
       changed_fields = '{canary-word}', display_name = 'Canary Vetted', sort_key = 'canary-word', given = 'canary-word',
       family = 'canary-word', native_script = '카나리 지움', native_language = 'canary-word', honorific = 'canary-word'
     where id = $1`,
    [nordlys.delegateIds[0]],
  );
  const session = await addTestSession(desk, edition, { title: 'Opening' });
  await forum.database.rows(
    `with made as (insert into speaker (edition_id, name, organisation, person_id) values ($1, 'Canary Erased', 'canary-word', $3) returning id),
       called as (insert into speaker_key (edition_id, key, speaker_id) select $1, 'name:canary erased', id from made)
     insert into session_speaker (edition_id, session_id, speaker_id, position) select $1, $2, id, 1 from made`,
    [edition.id, session.id, person.personId],
  );
  const change = { editionId: edition.id, streams: ['public' as const], version: 2 };
  await forum.database.write((transaction) =>
    forum.app.get(Changes).record(
      transaction,
      null,
      {
        ...change,
        type: 'session.changed',
        entityId: session.id,
        payload: { speaker: 'Canary Erased' },
        detail: { before: 'nobody', after: 'canary erased' },
      },
      {
        ...change,
        type: 'registration.changed',
        entityId: nordlys.delegateIds[0]!,
        detail: { before: { office: '' }, after: { office: 'canary-word' } },
      },
    ),
  );
  await forum.database.rows(
    `insert into proposed_import (edition_id, subject, source, content, difference, created_by)
     values ($1, 'programme', 'list', '{"speaker": "Canary Erased"}', '{}', $2)`,
    [edition.id, desk.personId],
  );
}

const run = async (...args: string[]) => {
  const said: string[] = [];
  const code = await erasePerson.run(
    {
      app: market.forum.app,
      database: market.forum.database,
      config: market.forum.app.get(Config),
      print: (line) => said.push(line),
    },
    args,
  );
  return { code, said };
};

const verified = () =>
  verifyChain(market.forum.database.reader, market.edition.id, market.forum.app.get(Config).secret);

describe('a person who is erased', () => {
  it('leaves no name and no address anywhere, frees what they held, and the audit holds', async () => {
    const { forum } = market;
    const before = await placesThatHold(forum.database.reader, words);
    expect(before.map(({ table, column }) => `${table}.${column}`)).toEqual(
      expect.arrayContaining([
        'delegate.display_name',
        'delegate.search_text',
        'journal_detail.detail',
        'journal_stream.payload',
        'keyed_write.answer',
        'mail.body',
        'mail.recipient',
        'meeting_attachment.content',
        'meeting_attachment.name',
        'person.device_zone',
        'person.display_name',
        'person.native_script',
        'proposed_import.content',
        'sign_in_challenge.mail',
        'speaker.name',
        'speaker_key.key',
      ]),
    );
    const written = await eventually(
      () => placesThatHold(forum.database.reader, messages),
      (places) => places.some(({ table, column }) => table === 'mail' && column === 'body'),
    );
    expect(written.map(({ table, column }) => `${table}.${column}`)).toEqual(
      expect.arrayContaining(['mail.body', 'meeting.message']),
    );
    const links = (await verified()).links;
    expect(await run(mail)).toEqual({
      code: 0,
      said: [
        `${mail} is erased.`,
        'Their own words in meetings are removed: documents 1, messages 1.',
        'Others have written the name or address in meeting_attachment.content (1); mend it by hand.',
        'Others have written the name or address in meeting_attachment.name (1); mend it by hand.',
      ],
    });
    const ended = await eventually(
      () => forum.database.row<{ state: string }>('select state from meeting where id = $1', [meeting.id]),
      (row) => row?.state !== 'accepted',
    );
    expect(ended?.state).not.toBe('accepted');
    // What another wrote, under a name that the command does not know.
    expect(await placesThatHold(forum.database.reader, words)).toEqual([
      { table: 'meeting_attachment', column: 'content', rows: 1 },
      { table: 'meeting_attachment', column: 'name', rows: 1 },
    ]);
    expect(await placesThatHold(forum.database.reader, messages)).toEqual([]);
    const audit = await verified();
    expect(audit.broken).toBeNull();
    expect(audit.erased).toBeGreaterThan(0);
    expect(audit.links).toBeGreaterThan(links);
    expect((await person.call(whoAmI)).body).toBeNull();
  });

  it('has said of every column and table that knows people what becomes of it', async () => {
    const { database } = market.forum;
    for (const table of ['person', 'delegate'] as const) {
      const columns = await database.rows<{ name: string }>(
        `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1`,
        [table],
      );
      const told = personalData[table]!;
      expect('columns' in told && Object.keys(told.columns).sort()).toEqual(
        columns.map(({ name }) => name).sort(),
      );
    }
    const tables = await database.rows<{ name: string }>(
      `select distinct t.relname as name from pg_class t join pg_namespace n on n.oid = t.relnamespace
       where n.nspname = 'public' and t.relkind = 'r' and (
         t.relname in ('person', 'delegate')
         or exists (select from pg_constraint c where c.conrelid = t.oid and c.confrelid in ('person'::regclass, 'delegate'::regclass))
         or exists (select from pg_attribute a where a.attrelid = t.oid and a.attname in ('person_id', 'delegate_id', 'mail', 'recipient')))`,
    );
    expect(tables.map(({ name }) => name).sort()).toEqual(Object.keys(personalData).sort());
  });

  it('leaves the mails that were written since, which name a namesake', async () => {
    const { database, databaseUrl } = market.forum;
    const written = await database.rows<{ id: string }>(
      `insert into mail (recipient, subject, body, created_at)
       select 'other@firm.example', 'Other people come', 'Noor Namesake', now() + after * interval '1 minute'
       from unnest(array[-1, 1]) after returning id`,
    );
    const { now } = one(await database.rows<{ now: string }>('select now()::text as now'));
    const { personId } = market.hanbit.browser;
    const traces = { personId: personId ?? '', words: ['Noor Namesake'], meetings: [], until: now };
    const emptied = await eraseCopies(databaseUrl, market.forum.app.get(Config).secret, traces);
    expect(emptied).toEqual([written[0]?.id]);
  });

  it('takes nobody else along, and is not there a second time', async () => {
    expect((await market.hanbit.browser.call(whoAmI)).body?.name).toContain('Hanbit');
    await expect(run(mail)).rejects.toThrow(`Nobody has the mail address ${mail}.`);
  });
});

describe('a member of the secretariat', () => {
  it('is not erased before that has ended', async () => {
    await expect(run('desk@host.example')).rejects.toThrow('secretariat --remove');
  });
});
