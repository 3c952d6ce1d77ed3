import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askForCode, inviteAide, whoAmI } from '@forum/contract/identity';
import { verifyChain } from '../audit/verify.ts';
import { erasePerson } from '../commands/erase-person.ts';
import { Config } from '../config.ts';
import { Changes } from '../live/changes.ts';
import { eventually } from '../testing/eventually.ts';
import { addTestSession } from '../testing/test-programme.ts';
import { type TestBrowser } from '../testing/test-forum.ts';
import { deskOf, twoFirms } from '../testing/two-firms.ts';
import { placesThatHold } from './places-that-hold.ts';

const mail = 'nordlys-0@firm.example';
const words = [mail, 'Canary Erased', '카나리 지움', 'canary-word'];

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
       sort_key = 'Erased, Canary' where id = $1`,
    [person.personId],
  );
  await leaveTraces();
  meeting = await market.ask();
  await market.accept(meeting);
  await eventually(
    () => forum.database.rows('select 1 from change'),
    (waiting) => waiting.length === 0,
  );
});
afterAll(() => market.forum.stop());

/** Their words, in every place that the forum itself writes them to. */
async function leaveTraces(): Promise<void> {
  const { forum, edition, nordlys } = market;
  await forum.visitor().call(askForCode, { body: { mail } });
  await person.call(inviteAide, { body: { edition: edition.slug, mail: 'aide@firm.example' } });
  await forum.database.rows(
    `update delegate set draft = '{"office": "canary-word"}', reason = 'canary-word', office = 'canary-word', organisation = 'canary-word',
       dietary = 'canary-word', access_needs = 'canary-word', search_text = 'canary-word' where id = $1`,
    [nordlys.delegateIds[0]],
  );
  const session = await addTestSession(desk, edition, { title: 'Opening' });
  await forum.database.rows(
    `with made as (insert into speaker (edition_id, name, organisation, person_id) values ($1, 'Canary Erased', 'canary-word', $3) returning id)
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
        'delegate.search_text',
        'journal_detail.detail',
        'journal_stream.payload',
        'keyed_write.answer',
        'mail.body',
        'mail.recipient',
        'person.display_name',
        'person.native_script',
        'proposed_import.content',
        'sign_in_challenge.mail',
        'speaker.name',
      ]),
    );
    const links = (await verified()).links;
    expect(await run(mail)).toEqual({ code: 0, said: [`${mail} is erased.`] });
    const ended = await eventually(
      () => forum.database.row<{ state: string }>('select state from meeting where id = $1', [meeting.id]),
      (row) => row?.state !== 'accepted',
    );
    expect(ended?.state).not.toBe('accepted');
    expect(await placesThatHold(forum.database.reader, words)).toEqual([]);
    const audit = await verified();
    expect(audit.broken).toBeNull();
    expect(audit.erased).toBeGreaterThan(0);
    expect(audit.links).toBeGreaterThan(links);
    expect((await person.call(whoAmI)).body).toBeNull();
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
