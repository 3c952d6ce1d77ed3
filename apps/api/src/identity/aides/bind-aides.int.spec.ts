import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { makeOldForum } from '../../database/testing/old-forum.ts';
import { createEmptyDatabase } from '../../testing/test-database.ts';

const bindAides = new URL('../../../take-over/0081-bind-aides-to-an-edition.sql', import.meta.url);

let database: Awaited<ReturnType<typeof createEmptyDatabase>>;
let client: pg.Client;

/** The forum as it was before aides were bound to an edition, with relations of every kind. */
const before = `
  insert into capital (id, slug, name, country, zone, region, accent)
    values (uuidv7(), 'seoul', 'Seoul', 'KR', 'Asia/Seoul', 'indo-pacific', 'jade');
  insert into edition (slug, year, capital_id, title, venue, address, starts_on, ends_on, zone, phase)
    select 'seoul-' || y, y, id, 'Forum', 'COEX', '', (y || '-05-12')::date, (y || '-05-14')::date, 'Asia/Seoul', phase
    from capital, (values (2031, 'closed'), (2032, 'live'), (2033, 'registration')) as e (y, phase);
  insert into person (mail, display_name, sort_key, language, secretariat) values
    ('minister@m.test', 'Minister', 'minister', 'en', false), ('arranged@m.test', 'Arranged', 'arranged', 'ko', false),
    ('desk@host.test', 'Desk', 'desk', 'en', true), ('past@m.test', 'Past', 'past', 'en', false),
    ('aide@m.test', 'Aide', 'aide', 'en', false);
  insert into delegate (edition_id, person_id, state, category)
    select e.id, p.id, 'accredited', 'government' from edition e, person p
    where (p.mail in ('minister@m.test', 'arranged@m.test', 'desk@host.test') and e.year > 2031) or (p.mail = 'past@m.test' and e.year = 2031);
  insert into aide (principal_id, mail, person_id, invited_by, invited_at, accepted_at)
    select p.id, 'aide@m.test', a.id, case p.mail when 'arranged@m.test' then d.id else p.id end, now() - interval '2 days', now() - interval '1 day'
    from person p, person a, person d where p.mail not in ('aide@m.test') and a.mail = 'aide@m.test' and d.mail = 'desk@host.test';
  insert into sign_in_session (secret_hash, person_id, acting_for, device, expires_at)
    select 'x'::bytea, a.id, p.id, 'test', now() + interval '1 day' from person a, person p where a.mail = 'aide@m.test' and p.mail = 'minister@m.test';
  insert into calendar_feed (edition_id, person_id, secret_hash, created_at)
    select e.id, p.id, convert_to(p.mail || e.year, 'UTF8'), case e.year when 2032 then now() else now() - interval '30 days' end
    from edition e, person p where p.mail = 'minister@m.test' and e.year > 2031;
`;

beforeAll(async () => {
  database = await createEmptyDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await makeOldForum(client, '0080-know-staff.sql');
  await client.query(before);
  await client.query(await readFile(bindAides, 'utf8'));
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const rows = async (text: string) => (await client.query<Record<string, unknown>>(text)).rows;

describe('aides of the old rules', () => {
  it('keep the next edition of a principal who invited them, and end otherwise', async () => {
    expect(
      await rows(`select q.mail, e.slug, a.ended_at is not null as ended from aide a join person q on q.id = a.principal_id
        left join edition e on e.id = a.edition_id order by q.mail`),
    ).toEqual([
      { mail: 'arranged@m.test', slug: null, ended: true },
      { mail: 'desk@host.test', slug: null, ended: true },
      { mail: 'minister@m.test', slug: 'seoul-2032', ended: false },
      { mail: 'past@m.test', slug: null, ended: true },
    ]);
  });

  it('act for nobody until they begin anew', async () => {
    expect(await rows('select aide_id from sign_in_session')).toEqual([{ aide_id: null }]);
  });

  it('leave no address of a calendar that they can have made', async () => {
    expect(
      await rows(`select e.year, f.revoked_at is not null as revoked from calendar_feed f
        join edition e on e.id = f.edition_id order by e.year`),
    ).toEqual([
      { year: 2032, revoked: true },
      { year: 2033, revoked: false },
    ]);
  });

  it('are mailed to both sides, in the language of each', async () => {
    const mails = await rows('select recipient, subject from mail order by recipient, subject');
    const end = 'An aide can no longer act for you';
    const over = 'You are no longer an aide';
    expect(mails).toEqual([
      ...[1, 2, 3].map(() => ({ recipient: 'aide@m.test', subject: over })),
      { recipient: 'arranged@m.test', subject: '보좌관 지정이 종료되었습니다' },
      { recipient: 'desk@host.test', subject: end },
      { recipient: 'minister@m.test', subject: 'The address of your calendar has ended' },
      { recipient: 'past@m.test', subject: end },
    ]);
  });
});
