import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applyImport, listImports, programmeImport, proposeImport } from '@forum/contract/programme/imports';
import { readProgramme, readSession } from '@forum/contract/programme/programme';
import type { Session } from '@forum/contract/programme/session';
import { changeSession, editSession } from '@forum/contract/programme/session-changes';
import { isPresent, realFile } from '@forum/interchange/testing/real-files';
import { sample } from '@forum/interchange/testing/samples';
import { eventually } from '../../testing/eventually.ts';
import { createTestEdition, type TestEdition } from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';
import { addTestSession } from '../../testing/test-programme.ts';
import { importSchedule, testSchedule } from '../../testing/test-schedule.ts';

let forum: TestForum;
let desk: TestBrowser;
beforeAll(async () => {
  forum = await startTestForum();
  desk = await forum.signIn('desk@host.example', { secretariat: true });
});
afterAll(() => forum.stop());

interface Talk {
  guid: string;
  title: string;
  start?: string;
  date?: string;
  room?: string;
  speakers?: string[];
}

/** A schedule.json of one day in one or more rooms. */
const schedule = (year: number, talks: readonly Talk[]) => {
  const events = talks.map(
    ({ guid, title, start = '10:00', date = `${year}-05-12`, room = 'Hall', speakers = [] }) => ({
      guid,
      title,
      date: `${date}T${start}:00+09:00`,
      start,
      duration: '00:30',
      room,
      type: 'panel',
      persons: speakers.map((name) => ({ id: name.length, public_name: name })),
    }),
  );
  const rooms = Object.fromEntries(
    [...new Set(events.map(({ room }) => room))].map((room) => [
      room,
      events.filter((event) => event.room === room),
    ]),
  );
  const conference = {
    title: 'Forum',
    time_zone_name: 'Asia/Seoul',
    days: [{ date: `${year}-05-12`, rooms }],
  };
  return new TextEncoder().encode(JSON.stringify({ schedule: { conference } }));
};

const propose = (edition: TestEdition, body: Uint8Array) =>
  desk.call(proposeImport, {
    params: { edition: edition.slug },
    query: { name: 'schedule' },
    body: new Uint8Array(body),
  });
const apply = (edition: TestEdition, id: string, confirmRemovals?: number) =>
  desk.call(applyImport, {
    params: { edition: edition.slug, import: id },
    body: confirmRemovals === undefined ? {} : { confirmRemovals },
  });
const importAll = async (edition: TestEdition, body: Uint8Array) =>
  apply(edition, (await propose(edition, body)).body.id);
const sessionsOf = (edition: TestEdition, count: number): Promise<Session[]> =>
  eventually(
    async () => (await desk.call(readProgramme, { params: { edition: edition.slug } })).body.sessions,
    (sessions) => sessions.length === count,
  );
const stored = (edition: TestEdition, guid: string) =>
  forum.database.row<{ id: string; sequence: number; version: number; removed: boolean }>(
    'select id, sequence, version, removed_at is not null as removed from session where edition_id = $1 and guid = $2',
    [edition.id, guid],
  );

const many = (from: number, to: number): Talk[] =>
  Array.from({ length: to - from }, (_, i) => ({
    guid: `talk-${from + i}`,
    title: `Talk ${from + i}`,
    room: `Room ${from + i}`,
  }));

describe('a schedule', () => {
  it('is shown as a difference, applied once, and is no difference the second time', async () => {
    const edition = await createTestEdition(forum.database, 2031);
    const file = schedule(2031, [
      { guid: 'a', title: 'Opening', speakers: ['Kim', 'Jo'] },
      { guid: 'b', title: 'Night talk', start: '01:00', date: '2031-05-13', speakers: ['Kim'] },
      { guid: 'c', title: 'Overlap', start: '10:15' },
      { guid: 'd', title: 'Last year', date: '2030-05-12' },
    ]);
    const shown = (await propose(edition, file)).body;
    expect(programmeImport.parse(shown)).toEqual(shown);
    expect(shown.added.map(({ title }) => title)).toEqual(['Opening', 'Night talk', 'Overlap']);
    expect(shown.notes).toEqual([
      {
        code: 'schedule.days_contradict',
        where: '2031-05-12 / Hall / Last year',
        value: '2031-05-12 → 2030-05-12',
      },
      {
        code: 'session.outside_edition',
        where: '2030-05-12 / Hall / Last year',
        value: '2030-05-12T01:00:00Z',
      },
    ]);
    expect(shown.warnings).toEqual([
      { code: 'session.room_overlap', where: 'Hall / 2031-05-12T10:15', value: 'Opening / Overlap' },
    ]);
    expect(await sessionsOf(edition, 0)).toEqual([]);

    const applied = await apply(edition, shown.id);
    expect(applied.body).toEqual({ ...shown, state: 'applied' });
    expect((await apply(edition, shown.id)).body.state).toBe('applied');
    const sessions = await sessionsOf(edition, 3);
    expect(sessions.map(({ title, start, day, version }) => [title, start, day, version])).toEqual([
      ['Opening', '2031-05-12T01:00:00Z', '2031-05-12', 1],
      ['Overlap', '2031-05-12T01:15:00Z', '2031-05-12', 1],
      ['Night talk', '2031-05-12T16:00:00Z', '2031-05-12', 1],
    ]);
    expect(sessions.map(({ speakerIds }) => speakerIds.length)).toEqual([2, 0, 1]);

    const again = (await propose(edition, file)).body;
    expect([again.added, again.changed, again.removed, again.unchanged]).toEqual([[], [], [], 3]);
    const listed = await desk.call(listImports, { params: { edition: edition.slug } });
    expect(listed.body.map(({ state }) => state)).toEqual(['proposed', 'applied']);
  });

  it('changes what differs, raises the sequence only with time and place, and brings back what was removed', async () => {
    const edition = await createTestEdition(forum.database, 2032);
    await importAll(
      edition,
      schedule(2032, [...many(0, 30), { guid: 'x', title: 'X' }, { guid: 'y', title: 'Y' }]),
    );
    const before = await stored(edition, 'x');
    const renamed = schedule(2032, [...many(0, 30), { guid: 'x', title: 'X, renamed' }]);
    const shown = (await propose(edition, renamed)).body;
    expect(shown.changed).toEqual([
      { title: 'X, renamed', fields: [{ field: 'title', from: 'X', to: 'X, renamed' }] },
    ]);
    expect(shown.removed.map(({ title }) => title)).toEqual(['Y']);
    expect(shown.held).toBe(false);
    await apply(edition, shown.id);
    expect(await stored(edition, 'x')).toEqual({ ...before, version: 2 });
    expect(await stored(edition, 'y')).toMatchObject({ removed: true, sequence: 1, version: 2 });

    await importAll(
      edition,
      schedule(2032, [...many(0, 30), { guid: 'x', title: 'X', start: '12:00' }, { guid: 'y', title: 'Y' }]),
    );
    expect(await stored(edition, 'x')).toMatchObject({ id: before!.id, sequence: 1, version: 3 });
    expect(await stored(edition, 'y')).toMatchObject({ removed: false, sequence: 2, version: 3 });
    const moved = (await sessionsOf(edition, 32)).find(({ title }) => title === 'X');
    expect(moved?.was?.start).toBe('2032-05-12T01:00:00Z');
  });

  it('leaves sessions alone that no import made, and keeps what the secretariat decided', async () => {
    const edition = await createTestEdition(forum.database, 2033);
    const own = await addTestSession(desk, edition, { title: 'Of our own' });
    await importAll(edition, schedule(2033, [{ guid: 'a', title: 'Frigates' }]));
    const [made] = (await sessionsOf(edition, 2)).filter(({ title }) => title === 'Frigates');
    const params = { edition: edition.slug, session: made!.id };
    await desk.call(editSession, { params, body: { version: 1, audience: 'restricted' } });
    await desk.call(changeSession, { params, body: { version: 2, change: { kind: 'cancel' } } });
    const shown = (await propose(edition, schedule(2033, [{ guid: 'a', title: 'Frigates!' }]))).body;
    expect(shown.removed).toEqual([]);
    await apply(edition, shown.id);
    const row = await forum.database.row('select title, audience, state from session where id = $1', [
      made!.id,
    ]);
    expect(row).toEqual({ title: 'Frigates!', audience: 'restricted', state: 'cancelled' });
    expect((await stored(edition, 'a'))?.version).toBe(4);
    expect((await sessionsOf(edition, 1)).map(({ id }) => id)).toEqual([own.id]);
  });

  it('tells a few changed sessions one by one, each to those who see it, and many at once', async () => {
    const edition = await createTestEdition(forum.database, 2038);
    const talks = [...many(0, 30), { guid: 'x', title: 'X', speakers: ['Kim'] }];
    const told = () =>
      forum.database.rows(
        `select j.type, s.stream, s.payload->>'title' as title, j.version from journal j join journal_stream s on s.journal_id = j.id
         where j.edition_id = $1 order by j.id, s.stream`,
        [edition.id],
      );
    const replaced = ['public', 'staff:organiser'].map((stream) => ({
      type: 'programme.replaced',
      stream,
      title: null,
      version: 0,
    }));
    await importAll(edition, schedule(2038, talks));
    expect(await eventually(told, (rows) => rows.length >= 2)).toEqual(replaced);
    await importAll(
      edition,
      schedule(2038, [...many(1, 30), { guid: 'x', title: 'X, moved', start: '12:00', speakers: ['Kim'] }]),
    );
    const each = [
      { type: 'session.changed', stream: 'public', title: 'X, moved', version: 2 },
      { type: 'session.removed', stream: 'public', title: null, version: 2 },
    ];
    const moved = await eventually(told, (rows) => rows.length >= 4);
    expect(moved.slice(2)).toEqual(each);
    await importAll(edition, schedule(2038, [...many(1, 30), { guid: 'x', title: 'X', speakers: ['Jim'] }]));
    const renamed = await eventually(told, (rows) => rows.length >= moved.length + 2);
    expect(renamed.slice(moved.length)).toEqual(replaced);
  });

  it('that removes many sessions waits until somebody confirms the number', async () => {
    const edition = await createTestEdition(forum.database, 2034);
    await importAll(edition, schedule(2034, many(0, 30)));
    const shown = (await propose(edition, schedule(2034, many(0, 27)))).body;
    expect(shown.held).toBe(true);
    for (const wrong of [undefined, 0, 2, 30]) {
      const refused = await apply(edition, shown.id, wrong);
      expect(refused.status).toBe(409);
      expect(refused.problem).toMatchObject({ code: 'programme.removals_held', details: { removals: 3 } });
    }
    expect((await apply(edition, shown.id, 3)).body.state).toBe('applied');
    expect(await sessionsOf(edition, 27)).toHaveLength(27);
  });

  it('that does not fit any more is refused with a fresh difference', async () => {
    const edition = await createTestEdition(forum.database, 2035);
    await importAll(edition, schedule(2035, [{ guid: 'a', title: 'A' }]));
    const shown = (await propose(edition, schedule(2035, [{ guid: 'a', title: 'A, new' }]))).body;
    const [session] = await sessionsOf(edition, 1);
    await desk.call(changeSession, {
      params: { edition: edition.slug, session: session!.id },
      body: { version: 1, change: { kind: 'move', start: '2035-05-12T15:00' } },
    });
    const refused = await apply(edition, shown.id);
    expect(refused.problem.code).toBe('version.stale');
    const fresh = String(refused.problem.details?.['import']);
    const [listed] = (await desk.call(listImports, { params: { edition: edition.slug } })).body;
    expect(listed).toMatchObject({ id: fresh, state: 'proposed' });
    expect(listed?.changed[0]?.fields.map(({ field }) => field)).toEqual(['title']);
    expect(listed?.disagreements[0]?.fields.map(({ field }) => field)).toEqual(['start']);
    expect((await apply(edition, shown.id)).problem).toMatchObject({
      code: 'version.stale',
      details: { import: null },
    });
    expect((await apply(edition, fresh)).body.state).toBe('applied');
  });

  it('that was read before another was applied has expired, even where it would do the same again', async () => {
    const edition = await createTestEdition(forum.database, 2039);
    const whole = schedule(2039, many(0, 30));
    await importAll(edition, whole);
    const shortened = schedule(2039, many(0, 20));
    const held = (await propose(edition, shortened)).body;
    await importAll(edition, schedule(2039, many(0, 29)));
    await importAll(edition, whole);
    const refused = await apply(edition, held.id, 10);
    expect(refused.problem).toMatchObject({ status: 409, code: 'version.stale', details: { import: null } });
    expect(refused.problem.detail).toContain('Import the file again');
    const fresh = (await propose(edition, shortened)).body;
    expect((await apply(edition, fresh.id, 10)).body.state).toBe('applied');
    const { body } = await desk.call(listImports, { params: { edition: edition.slug } });
    expect(body.map(({ state }) => state)).toEqual(['applied', 'applied', 'applied', 'discarded', 'applied']);
  });

  it('that cannot be read, or is of another edition, is refused whole', async () => {
    const edition = await createTestEdition(forum.database, 2036);
    const broken = await propose(edition, new TextEncoder().encode('<schedule><day>'));
    expect(broken.problem.code).toBe('import.unreadable');
    const foreign = await propose(edition, schedule(2031, [{ guid: 'a', title: 'A' }]));
    expect(foreign.problem).toMatchObject({
      code: 'import.other_days',
      details: { sessions: 1, first: '2031-05-12', last: '2031-05-12' },
    });
    const other = await createTestEdition(forum.database, 2037);
    const shown = (await propose(edition, schedule(2036, [{ guid: 'a', title: 'A' }]))).body;
    expect((await apply(other, shown.id)).status).toBe(404);
  });
});

describe('a file whose days are those of UTC', () => {
  it('puts each session on the day of its local start, and says so once', async () => {
    const edition = await editionOn(2099, 'Asia/Kolkata', '2027-09-10', '2027-09-11');
    const shown = (await propose(edition, sample('schedule-day-before.xml'))).body;
    expect(shown.notes.map(({ code, count }) => [code, count])).toEqual([['schedule.days_contradict', 4]]);
    await apply(edition, shown.id);
    const sessions = await sessionsOf(edition, 4);
    expect(sessions.map(({ title, day }) => [title, day])).toEqual([
      ['Session 1', '2027-09-10'],
      ['Session 2', '2027-09-10'],
      ['Session 3', '2027-09-10'],
      ['Session 4', '2027-09-11'],
    ]);
    const flat = (await propose(edition, sample('schedule2.json'))).body;
    expect([flat.added.map(({ title }) => title), flat.notes]).toEqual([['Opening'], []]);
  });
});

describe('whatever was imported', () => {
  it('can be edited, with what the form shows', async () => {
    const edition = await createTestEdition(forum.database, 2097);
    const told = { abstract: 'x'.repeat(30_000), subtitle: 'S'.repeat(400), track: 'T'.repeat(200) };
    const talks = ['English', 'de_DE', 'en, de', 'Elvish of the north'].map((language, n) => ({
      ...{ guid: `g${n}`, title: 'T'.repeat(400), room: `R${n}`, language, duration: '0:02' },
      ...told,
    }));
    await importSchedule(desk, edition, testSchedule(2097, talks));
    const sessions = await sessionsOf(edition, 4);
    expect(sessions.map(({ language }) => language).sort()).toEqual(['de', 'en', 'en', null]);
    for (const { id } of sessions) {
      const params = { edition: edition.slug, session: id };
      const { body } = await desk.call(readSession, { params });
      const { version, title, subtitle, kind, audience, trackId, language } = body;
      const form = { version, title, subtitle, kind, audience, trackId, language, abstract: 'Touched' };
      expect((await desk.call(editSession, { params, body: form })).status).toBe(200);
      const move = { kind: 'move' as const, start: '2097-05-12T16:00', minutes: 2 };
      const moved = await desk.call(changeSession, { params, body: { version: version + 1, change: move } });
      expect(moved.status).toBe(200);
    }
  });
});

const real = (name: string) => (isPresent(`schedules/${name}`) ? it : it.skip);

async function editionOn(year: number, zone: string, first: string, last: string): Promise<TestEdition> {
  const edition = await createTestEdition(forum.database, year);
  await forum.database.rows('update edition set zone = $2, starts_on = $3, ends_on = $4 where id = $1', [
    edition.id,
    zone,
    first,
    last,
  ]);
  return edition;
}

describe('a file of thousands of sessions in one room at one minute', () => {
  it('is shown with twenty overlaps, the number of the others, and the number of what it adds', async () => {
    const edition = await createTestEdition(forum.database, 2098);
    const talks = Array.from({ length: 4_000 }, (_, n) => ({ guid: `g${n}`, title: `Session ${n}` }));
    const { status, body } = await propose(edition, schedule(2098, talks));
    expect(status).toBe(200);
    expect([body.sums, body.added.length]).toEqual([{ added: 4_000, changed: 0, removed: 0 }, 200]);
    expect(body.warnings).toHaveLength(21);
    expect(body.warnings.at(-1)).toEqual({
      code: 'report.shortened',
      where: '',
      value: String((4_000 * 3_999) / 2 - 20),
    });
  });
});

describe('a real schedule', () => {
  real('fosdem-2026.xml')('of FOSDEM 2026 is applied as it was shown', async () => {
    const edition = await editionOn(2026, 'Europe/Brussels', '2026-01-31', '2026-02-01');
    const shown = (await propose(edition, realFile('schedules/fosdem-2026.xml'))).body;
    expect(shown.sums.added).toBe(883);
    expect((await apply(edition, shown.id)).body.state).toBe('applied');
    expect(await sessionsOf(edition, 883)).toHaveLength(883);
    const again = (await propose(edition, realFile('schedules/fosdem-2026.xml'))).body;
    expect([again.added, again.changed, again.removed, again.unchanged]).toEqual([[], [], [], 883]);
  });

  real('39c3.xml')('of 39C3 is the same programme in both formats', async () => {
    const edition = await editionOn(2025, 'Europe/Berlin', '2025-12-27', '2025-12-30');
    const shown = (await propose(edition, realFile('schedules/39c3.xml'))).body;
    expect(shown.sums.added).toBe(895);
    expect(shown.warnings).toHaveLength(1);
    await apply(edition, shown.id);
    const json = (await propose(edition, realFile('schedules/39c3.json'))).body;
    expect([json.added, json.changed, json.removed, json.unchanged]).toEqual([[], [], [], 895]);
  });
});
