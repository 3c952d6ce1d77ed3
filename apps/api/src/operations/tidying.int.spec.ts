import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestEdition, createTestHall, type TestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';
import { Tidying } from './tidying.ts';

let forum: TestForum;
let edition: TestEdition;
let personId: string;
beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, 2031);
  await createTestHall(forum.database, edition, 2031, 1);
  personId = (await forum.signIn('desk@host.example', { secretariat: true })).personId!;
  await keepOneOfEach('old', 200);
  await keepOneOfEach('new', 0.5);
});
afterAll(() => forum.stop());

/** One of everything that does not stay, so many days old. */
async function keepOneOfEach(word: string, days: number): Promise<void> {
  const at = `now() - ${days} * interval '1 day'`;
  const add = (statement: string, ...parameters: unknown[]) => forum.database.rows(statement, parameters);
  await add(
    `insert into mail (recipient, subject, body, calendar_method, calendar, once, sent_at) values ($1, $1, $1, 'REQUEST', $1, $1, ${at})`,
    word,
  );
  await add(`insert into mail (recipient, subject, body, created_at) values ($1, 'unsent', $1, ${at})`, word);
  await add(
    `insert into sign_in_challenge (mail, code_hash, link_hash, language, expires_at) values ($1::text, '', $1::text::bytea, 'en', ${at})`,
    word,
  );
  await add(
    `insert into sign_in_session (secret_hash, person_id, device, expires_at) values ($1::text::bytea, $2, $1::text, ${at})`,
    word,
    personId,
  );
  await add(
    `insert into keyed_write (person_id, key, fingerprint, answer, created_at) values ($2, $1, '', $1, ${at})`,
    word,
    personId,
  );
  await add(
    `insert into proposed_import (edition_id, subject, source, content, difference, created_by, created_at)
     values ($2, 'firms', $1, '{"firms": 1}', '{}', $3, ${at})`,
    word,
    edition.id,
    personId,
  );
  await add(`insert into security_event (kind, what, at) values ('sign-in', $1, ${at})`, word);
  for (const published of [null, new Date()]) {
    await add(
      `insert into plan_run (edition_id, hall_id, kind, state, seed, seconds, input, failure, created_by, created_at, published_at)
       select $2, id, 'plan', 'failed', 1, 1, '{}', $1, $3, ${at}, $4 from hall where edition_id = $2`,
      word,
      edition.id,
      personId,
      published,
    );
  }
}

describe('what was kept long enough', () => {
  it('goes, and what is newer or still needed stays', async () => {
    await forum.app.get(Tidying).tidy();
    const read = async (statement: string) =>
      (await forum.database.rows<{ it: string }>(statement)).map((row) => row.it);
    expect(
      await read(`select subject || '/' || coalesce(once, '') as it from mail order by once, created_at`),
    ).toEqual(['new/new', '/old', 'unsent/', 'unsent/']);
    expect(await read('select mail as it from sign_in_challenge')).toEqual(['new']);
    expect(await read(`select device as it from sign_in_session where device <> 'test'`)).toEqual(['new']);
    expect(await read('select what as it from security_event')).toEqual(['new']);
    expect(await read('select key as it from keyed_write')).toEqual(['new']);
    expect(
      await read(
        `select source || ' ' || state || ' ' || content as it from proposed_import order by source`,
      ),
    ).toEqual(['new proposed {"firms": 1}', 'old discarded {}']);
    expect(
      await read(`select failure || ' ' || (published_at is not null) as it from plan_run order by it`),
    ).toEqual(['new false', 'new true', 'old true']);
  });
});
