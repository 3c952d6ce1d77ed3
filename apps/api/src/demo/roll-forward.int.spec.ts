import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../database/database.ts';
import { createDataSource } from '../database/data-source.ts';
import { DatabaseUrl } from '../database/database-url.ts';
import { createTestDatabase, loginsOf } from '../testing/test-database.ts';
import type { DataSource } from 'typeorm';
import { holdDemoForum } from './demo-forum.ts';
import { rollForward } from './roll-forward.ts';

let source: DataSource;
let database: Database;
let drop: () => Promise<void>;

beforeAll(async () => {
  const made = await createTestDatabase();
  drop = made.drop;
  source = await createDataSource(DatabaseUrl.forServing(loginsOf(made.url)), 2).initialize();
  database = new Database(source);
  await holdDemoForum(database, new Date('2027-12-20T03:00:00Z'));
  await database.rows(
    `insert into availability (edition_id, delegate_id, during)
     select d.edition_id, d.id, tstzmultirange(tstzrange(e.starts_on, e.starts_on + interval '3 hours'), tstzrange(e.starts_on + 1, e.ends_on))
     from delegate d join edition e on e.id = d.edition_id order by e.year desc, d.id limit 1`,
  );
});

afterAll(async () => {
  await source.destroy();
  await drop();
});

const editions = () =>
  database.rows<{ slug: string; from: string; until: string; year: number }>(
    `select slug, year, starts_on::text as "from", ends_on::text as until from edition order by year desc`,
  );

/** When everything is, by the wall clock of Seoul, without the date; and the first and last of it. */
const times = () =>
  database.rows<Record<string, string>>(
    `with moments as (
       select 'session' as kind, starts_at as at from session union all select 'end', ends_at from session
       union all select 'meeting', starts_at from meeting where starts_at is not null
       union all select 'asked', unnest(suggested) from meeting union all select 'lapse', expires_at from meeting where expires_at is not null
       union all select 'reserved', lower(during) from reservation union all select 'open', lower(during) from hall_opening
       union all select 'closed', upper(during) from hall_closure
       union all select 'available', lower(span) from availability, unnest(during) span)
     select kind, count(*), md5(string_agg((at - (select min(starts_at) from session))::text, ',' order by at)) as pattern,
       min(at) - (select starts_on from edition order by year desc limit 1) as since
     from moments group by kind order by kind`,
  );

describe('a demo edition', () => {
  it('stays as it is while it lasts', async () => {
    const before = await editions();
    await rollForward(database, new Date('2027-12-21T14:00:00Z'));
    expect(await editions()).toEqual(before);
  });

  it('that has ended is live today again, with all its times in their places and open requests open', async () => {
    const before = await times();
    await database.rows(`update meeting set state = 'expired', turn = null where state = 'requested'`);
    await rollForward(database, new Date('2027-12-22T03:00:00Z'));
    expect((await editions())[0]).toEqual({
      slug: 'seoul-2027',
      year: 2027,
      from: '2027-12-21',
      until: '2027-12-23',
    });
    expect(await times()).toEqual(before);
    // Nobody reads that their meetings have moved.
    expect(await database.rows('select from meeting where moved_at is not null')).toEqual([]);
    const open = await database.rows(`select id from meeting where state = 'requested'`);
    expect(open.length).toBeGreaterThan(6);
  });

  it('tells whoever kept a copy', async () => {
    const told = await database.rows<{ type: string; streams: string[] }>(
      'select type, streams from change order by id',
    );
    expect(told.map(({ type }) => type)).toEqual([
      'edition.changed',
      'programme.replaced',
      'meeting.changed',
    ]);
    expect(told[1]?.streams.filter((stream) => stream.startsWith('session:'))).toHaveLength(2);
  });

  it('turns the whole ring when the year has changed', async () => {
    await rollForward(database, new Date('2028-03-01T03:00:00Z'));
    expect((await editions()).map(({ slug, from }) => `${slug} ${from}`)).toEqual([
      'seoul-2028 2028-02-29',
      'new-delhi-2027 2027-03-11',
      'canberra-2026 2026-10-07',
      'brussels-2025 2025-05-20',
      'tokyo-2024 2024-06-05',
    ]);
  });

  it('keeps its year beside an edition that somebody has planned', async () => {
    await database.rows(
      `insert into edition (slug, year, capital_id, title, venue, address, starts_on, ends_on, zone)
       select 'brussels-2029', 2029, id, 'Forum', '', '', '2029-05-01', '2029-05-03', zone from capital where slug = 'brussels'`,
    );
    await rollForward(database, new Date('2029-06-01T03:00:00Z'));
    const seoul = (await editions()).find(({ slug }) => slug === 'seoul-2028');
    expect(seoul).toMatchObject({ from: '2029-05-31', until: '2029-06-02' });
  });

  it('that somebody has closed stays over', async () => {
    await database.rows(`update edition set phase = 'closed' where slug = 'seoul-2028'`);
    const before = await editions();
    await rollForward(database, new Date('2029-09-01T03:00:00Z'));
    expect(await editions()).toEqual(before);
  });
});
