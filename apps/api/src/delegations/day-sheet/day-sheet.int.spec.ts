import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { daySheet } from '@forum/contract/delegations/day-sheet';
import { writeFile } from 'node:fs/promises';
import { Viewers } from '../../identity/viewers.ts';
import { actAsAide } from '../../testing/acting-aide.ts';
import type { TestBrowser } from '../../testing/test-forum.ts';
import { type DelegationForum, formOf, register, startDelegationForum } from '../testing/delegation-forum.ts';
import { DaySheetPrinter } from './day-sheet-printer.ts';
import { DaySheets } from './day-sheet.repository.ts';

let forum: DelegationForum;
let principal: TestBrowser;
let delegateId: string;
let ours: string;

const inSeoul = (clock: string, day = 12) => `2027-05-${day}T${clock}:00+09:00`;

beforeAll(async () => {
  forum = await startDelegationForum();
  // It writes meetings without people and tables.
  forum.mayBeOrphaned();
  principal = await forum.signIn('minister@forum.test');
  delegateId = (await accredited(principal, {})).delegateId;
  await forum.database.rows(
    `with r as (insert into room (edition_id, name, position) values ($1, 'Grand Ballroom', 1), ($1, 'Hall E5', 2) returning id, name),
       s as (insert into session (edition_id, title, kind, audience, state, starts_at, ends_at, day, room_id)
         select $1, v.title, 'panel', v.audience, v.state, v.starts::timestamptz, v.ends::timestamptz, v.day::date, r.id
         from (values
           ('Opening: Industry between two oceans · 두 대양 사이의 산업', 'public', 'scheduled', $3, $4, '2027-05-12', 'Grand Ballroom'),
           ('Supply chains of propellants', 'accredited', 'scheduled', $4, $5, '2027-05-12', 'Hall E5'),
           ('Closed briefing on sensors', 'restricted', 'scheduled', $4, $5, '2027-05-12', 'Hall E5'),
           ('Shipbuilders’ lunch', 'public', 'cancelled', $5, $6, '2027-05-12', 'Hall E5'),
           ('Another day', 'public', 'scheduled', $3, $4, '2027-05-13', 'Hall E5')
         ) as v (title, audience, state, starts, ends, day, room) join r on r.name = v.room returning id, title),
       k as (insert into speaker (edition_id, name, organisation, person_id)
         values ($1, 'Claire Dubois', 'European Defence Agency', null), ($1, 'Kim Minjun', 'MND', $2) returning id, name)
     , o as (insert into session_speaker (edition_id, session_id, speaker_id, position)
         select $1, s.id, k.id, 1 from s, k where (s.title like 'Opening%' and k.name = 'Claire Dubois')
           or (s.title like 'Supply%' and k.name = 'Kim Minjun'))
     insert into star (edition_id, person_id, session_id) select $1, $2, id from s where title not like 'Supply%'`,
    [
      forum.editionId,
      principal.personId,
      inSeoul('09:00'),
      inSeoul('10:30'),
      inSeoul('12:00'),
      inSeoul('13:00'),
    ],
  );
  ours = await teamOf(delegateId);
  forum.app.get(Viewers).forget();
  await meetAt('10:15', 'Mitsubishi Heavy Industries', [
    {
      given: '花子',
      family: '山田',
      nativeScript: '山田 花子',
      nativeLanguage: 'ja',
      display: 'YAMADA Hanako',
    },
    {
      given: 'ひろし',
      family: '斎藤',
      nativeScript: '斎藤 ひろし',
      nativeLanguage: 'ja',
      display: 'SAITŌ Hiroshi',
    },
  ]);
  await meetAt('14:00', 'Bharat Electronics', [
    {
      given: 'Priya',
      family: 'Sharma',
      nativeScript: 'प्रिया शर्मा',
      nativeLanguage: 'hi',
      display: 'Priya Sharma',
    },
  ]);
  await meetAt('15:00', 'Thales Ελλάς & Zażółć Łódź', [
    {
      given: 'Олена',
      family: 'Коваль',
      nativeScript: 'Олена Коваль',
      nativeLanguage: 'uk',
      display: 'Olena Koval',
    },
  ]);
});
afterAll(() => forum.stop());

async function accredited(browser: TestBrowser, change: Parameters<typeof register>[2]) {
  const { body } = await register(browser, forum.edition, change);
  await forum.decide('accredit', body.delegateId);
  return body;
}

/** The team of a firm that the delegate is confirmed for. */
async function teamOf(delegate: string): Promise<string> {
  const team = await forum.database.row<{ id: string }>(
    `with f as (insert into firm (name, folded_name) values ('Ours', 'ours') returning id),
       e as (insert into firm_in_edition (edition_id, firm_id) select $1, id from f returning firm_id),
       named as (update delegate set firm_id = e.firm_id from e where id = $2 returning id),
       confirmed as (insert into representation (edition_id, firm_id, delegate_id, confirmed_at)
         select $1, e.firm_id, named.id, now() from e, named)
     insert into team (edition_id, firm_id, name) select $1, firm_id, 'Ours' from e returning id`,
    [forum.editionId, delegate],
  );
  return team?.id ?? '';
}

/** A meeting of the principal with people of another firm. */
async function meetAt(
  clock: string,
  firm: string,
  names: Partial<ReturnType<typeof formOf>['name']>[],
  day = 12,
) {
  const people = [];
  for (const [i, name] of names.entries()) {
    const browser = await forum.signIn(`${i}-${clock}@forum.test`);
    const registered = await accredited(browser, {
      name: { ...formOf().name, ...name },
      office: 'Vice President, International Programmes',
      organisation: firm,
      country: 'JP',
      languages: ['ja', 'en'],
    });
    people.push(registered.delegateId);
  }
  await forum.database.rows(
    `with h as (insert into hall (edition_id, name, slot_minutes, changeover_minutes) values ($1, $2, 30, 5) returning id),
       t as (insert into meeting_table (edition_id, hall_id, label, position, capacity, x, y) select $1, id, 'Table 14', 1, 4, 0, 0 from h returning id),
       f as (insert into firm (name, folded_name) values ($3, $2) returning id, name),
       e as (insert into firm_in_edition (edition_id, firm_id) select $1, id from f returning firm_id),
       theirs as (insert into team (edition_id, firm_id, name) select $1, f.id, f.name from f join e on e.firm_id = f.id returning id),
       m as (insert into meeting (edition_id, from_team_id, to_team_id, topic, state, starts_at, ends_at, table_id, requested_by)
         select $1, $8, theirs.id,
           'Joint maintenance of radars and the long question of who pays for spare parts', 'accepted', $4::timestamptz,
           $4::timestamptz + interval '30 minutes', t.id, $5 from t, theirs returning id)
     insert into meeting_participant (edition_id, meeting_id, delegate_id, side)
     select $1, m.id, d.id, case when d.id = $6 then 'from' else 'to' end from m, unnest($7::uuid[]) as d (id)`,
    [
      forum.editionId,
      `Hall ${clock}`,
      firm,
      inSeoul(clock, day),
      principal.personId,
      delegateId,
      [delegateId, ...people],
      ours,
    ],
  );
}

async function print(browser: TestBrowser, day: string, edition = forum.edition) {
  const response = await fetch(`${forum.url}/api${daySheet.path.replace(':edition', edition)}?day=${day}`, {
    headers: { cookie: browser.cookie },
  });
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

const pagesOf = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length ?? 0;

describe('the day sheet of a principal', () => {
  it('is a PDF that nobody stores, with the letters of every script that the names need', async () => {
    const { response, bytes } = await print(principal, '2027-05-12');
    if (process.env['DAY_SHEET']) await writeFile(process.env['DAY_SHEET'], bytes);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-disposition')).toBe('inline; filename="day-sheet-2027-05-12.pdf"');
    const text = Buffer.from(bytes).toString('latin1');
    expect(text.slice(0, 5)).toBe('%PDF-');
    for (const font of [
      'NotoSans-Regular',
      'NotoSansKR-SemiBold',
      'NotoSansJP-SemiBold',
      'NotoSansDevanagari-SemiBold',
    ]) {
      expect(text).toContain(font);
    }
    expect(pagesOf(bytes)).toBe(2);
    expect(bytes.length).toBeLessThan(100_000);
  });

  it('holds what they starred, speak in and agreed to, in order, and no restricted session they may not see', async () => {
    const sheet = await readAs(principal);
    expect(
      sheet.items.map((item) => [item.kind, item.title.slice(0, 14), item.place, item.isCancelled]),
    ).toEqual([
      ['session', 'Opening: Indus', 'Grand Ballroom', false],
      ['meeting', 'Joint maintena', 'Hall 10:15 · Table 14', false],
      ['speaking', 'Supply chains ', 'Hall E5', false],
      ['session', 'Shipbuilders’ ', 'Hall E5', true],
      ['meeting', 'Joint maintena', 'Hall 14:00 · Table 14', false],
      ['meeting', 'Joint maintena', 'Hall 15:00 · Table 14', false],
    ]);
    expect(sheet.people.map((person) => person.nativeName)).toEqual(
      expect.arrayContaining(['山田 花子', '斎藤 ひろし', 'प्रिया शर्मा', 'Олена Коваль']),
    );
    expect(sheet.people).toHaveLength(4);
  });

  it('keeps what begins past midnight on the day before, as every list of the forum does', async () => {
    await meetAt('00:30', 'Night Owl', [], 14);
    const titles = async (day: string) => (await readAs(principal, day)).items.map((item) => item.with);
    expect(await titles('2027-05-13')).toContainEqual(['Night Owl']);
    expect(await titles('2027-05-14')).toEqual([]);
    await forum.database.rows(`update meeting set state = 'cancelled' where starts_at = $1`, [
      inSeoul('00:30', 14),
    ]);
  });

  it('is empty rather than refused on a day without plans, and refused outside the edition', async () => {
    expect((await print(principal, '2027-05-14')).response.status).toBe(200);
    const outside = await principal.call(daySheet, {
      params: { edition: forum.edition },
      query: { day: '2027-05-15' },
    });
    expect(outside.problem.fields).toMatchObject([{ path: 'query.day', value: '"2027-05-15"' }]);
    expect((await print(forum.visitor(), '2027-05-12')).response.status).toBe(401);
  });

  it('is printed by their aide, in the aide’s own language, and shows nothing to others', async () => {
    const aide = await forum.signIn('aide@forum.test', { name: '박지우' });
    expect((await readAs(aide)).items).toEqual([]);
    await actAsAide(forum, { id: forum.editionId, slug: forum.edition }, principal, aide);
    await forum.database.rows(`update person set language = 'ko' where mail = 'aide@forum.test'`);
    const { response, bytes } = await print(aide, '2027-05-12');
    if (process.env['DAY_SHEET']) await writeFile(`${process.env['DAY_SHEET']}.ko.pdf`, bytes);
    expect(response.status).toBe(200);
    const sheet = await readAs(aide);
    expect(sheet).toMatchObject({ preparedBy: '박지우', language: 'ko', principal: { name: 'Kim Minjun' } });
    expect(sheet.items).toHaveLength(6);
  });

  it('is drawn one at a time for each person, in a thread that the event loop does not wait for', async () => {
    const printer = forum.app.get(DaySheetPrinter);
    const sheet = await readAs(principal);
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 1);
    const first = printer.print('one', sheet);
    await expect(printer.print('one', sheet)).rejects.toMatchObject({ code: 'rate.limited' });
    const drawn = await Promise.all([first, printer.print('other', sheet)]);
    clearInterval(turning);
    expect(drawn.map((bytes) => Buffer.from(bytes.subarray(0, 5)).toString())).toEqual(['%PDF-', '%PDF-']);
    expect(turns).toBeGreaterThan(10);
    expect((await printer.print('one', sheet)).length).toBeGreaterThan(0);
  });

  it('names no meeting and nobody of the other side while they are vetted again', async () => {
    const shown = async (state: string) => {
      await forum.database.rows('update delegate set state = $2 where id = $1', [delegateId, state]);
      forum.app.get(Viewers).forget();
      const { items, people } = await readAs(principal);
      return { meetings: items.filter(({ kind }) => kind === 'meeting').length, people: people.length };
    };
    expect(await shown('submitted')).toEqual({ meetings: 0, people: 0 });
    expect(await shown('accredited')).toEqual({ meetings: 3, people: 4 });
  });
});

/** The sheet as data, through the same eyes as the route's. */
async function readAs(browser: TestBrowser, day = '2027-05-12') {
  const viewer = await forum.app.get(Viewers).of(browser.cookie, forum.edition);
  return forum.app.get(DaySheets).read({ ...viewer, relations: ['own'] }, day);
}
