import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readChanges } from '@forum/contract/live/changes';
import { readProgramme, readSession } from '@forum/contract/programme/programme';
import {
  addRoom,
  addTrack,
  listRoomsAndTracks,
  renameRoom,
} from '@forum/contract/programme/rooms-and-tracks';
import { session as sessionSchema, type Session } from '@forum/contract/programme/session';
import {
  changeSession,
  createSession,
  editSession,
  previewNewSession,
  previewSessionChange,
  type SessionChange,
} from '@forum/contract/programme/session-changes';
import { star } from '@forum/contract/programme/stars';
import { sessionAudiences } from '@forum/domain/programme/session';
import { countQueries } from '../../testing/count-queries.ts';
import { eventually } from '../../testing/eventually.ts';
import { createTestEdition, type TestEdition } from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';
import { accredit, addTestSession } from '../../testing/test-programme.ts';

let forum: TestForum;
let edition: TestEdition;
let desk: TestBrowser;
let delegate: TestBrowser;
let cleared: TestBrowser;
let clearedId: string;
let hall: string;
let annex: string;

const inEdition = () => ({ params: { edition: edition.slug } });
const inSession = (session: Pick<Session, 'id'>) => ({
  params: { edition: edition.slug, session: session.id },
});
const change = (session: Pick<Session, 'id' | 'version'>, what: SessionChange) =>
  desk.call(changeSession, { ...inSession(session), body: { version: session.version, change: what } });
const preview = async (session: Pick<Session, 'id'>, what: SessionChange) =>
  (await desk.call(previewSessionChange, { ...inSession(session), body: { change: what } })).body;
const sequenceOf = async ({ id }: Pick<Session, 'id'>) =>
  (await forum.database.row<{ sequence: number }>('select sequence from session where id = $1', [id]))
    ?.sequence;

/** What a browser hears of a session from the journal. */
const heard = (browser: TestBrowser, session: Pick<Session, 'id'>, version: number) =>
  eventually(
    async () => {
      const { heads } = (await browser.call(readChanges, inEdition())).body;
      const since = Object.keys(heads)
        .map((stream) => `${stream}:0`)
        .join(',');
      const { changes } = (await browser.call(readChanges, { ...inEdition(), query: { since } })).body;
      return changes.filter((one) => one.entity === session.id && one.version === version);
    },
    (changes) => changes.length > 0,
  );

beforeAll(async () => {
  forum = await startTestForum();
  // It writes a room taken by nobody.
  forum.mayBeOrphaned();
  edition = await createTestEdition(forum.database, 2031);
  desk = await forum.signIn('desk@host.example', { secretariat: true });
  delegate = await forum.signIn('kim@ministry.example', { name: 'Kim Minsu' });
  cleared = await forum.signIn('lee@ministry.example');
  await accredit(forum, edition, delegate);
  clearedId = await accredit(forum, edition, cleared);
  hall = (await desk.call(addRoom, { ...inEdition(), body: { name: 'Hall' } })).body.id;
  annex = (await desk.call(addRoom, { ...inEdition(), body: { name: 'Annex' } })).body.id;
});
afterAll(() => forum.stop());

describe('a scheduled session', () => {
  it('moves to another time and room, says where it was, and raises its sequence', async () => {
    const session = await addTestSession(desk, edition, { title: 'Moves', roomId: hall });
    const moved = await change(session, { kind: 'move', start: '2031-05-13T14:00', roomId: annex });
    expect(moved.body.sessions).toEqual([
      {
        ...sessionSchema.strip().parse(session),
        version: 2,
        start: '2031-05-13T05:00:00Z',
        end: '2031-05-13T05:45:00Z',
        day: '2031-05-13',
        roomId: annex,
        was: { start: session.start, roomId: hall, at: expect.any(String) },
      },
    ]);
    expect(await sequenceOf(session)).toBe(1);
  });

  it('is told to its audience with all that a screen shows, at most 2 kB', async () => {
    const session = await addTestSession(desk, edition, { title: 'Told', audience: 'accredited' });
    const { sessions } = (await change(session, { kind: 'room', roomId: annex })).body;
    expect(await heard(delegate, session, 2)).toMatchObject([
      { stream: 'accredited', type: 'session.changed', session: sessions[0] },
    ]);
    const long = await addTestSession(desk, edition, { title: '한'.repeat(300) });
    await forum.database.rows('update session set subtitle = $2 where id = $1', [long.id, '한'.repeat(600)]);
    await change(long, { kind: 'cancel' });
    const [told] = await heard(delegate, long, 2);
    expect(told).toMatchObject({ type: 'session.changed' });
    expect(told?.session).toBeUndefined();
  });

  it('is delayed with all that follows in its room that day, past midnight too', async () => {
    const late = await addTestSession(desk, edition, { title: 'Dinner', roomId: hall, at: '05-14T22:00' });
    const later = await addTestSession(desk, edition, { title: 'Toast', roomId: hall, at: '05-14T23:30' });
    const elsewhere = await addTestSession(desk, edition, {
      title: 'Concert',
      roomId: annex,
      at: '05-14T23:00',
    });
    const { sessions } = (await change(late, { kind: 'delay', minutes: 45, shiftFollowing: true })).body;
    expect(sessions.map(({ title, start, day }) => [title, start, day])).toEqual([
      ['Dinner', '2031-05-14T13:45:00Z', '2031-05-14'],
      ['Toast', '2031-05-14T15:15:00Z', '2031-05-14'],
    ]);
    expect(sessions[1]!.version).toBe(later.version + 1);
    expect(await sequenceOf(elsewhere)).toBe(0);
  });

  it('is cancelled and reinstated, raising its sequence each time', async () => {
    const session = await addTestSession(desk, edition, { title: 'Cancelled' });
    const [cancelled] = (await change(session, { kind: 'cancel' })).body.sessions;
    expect(cancelled).toMatchObject({ state: 'cancelled', version: 2, start: session.start });
    expect((await change(cancelled!, { kind: 'cancel' })).problem.code).toBe('session.transition');
    const [back] = (await change(cancelled!, { kind: 'reinstate' })).body.sessions;
    expect(back).toMatchObject({ state: 'scheduled', version: 3 });
    expect(await sequenceOf(session)).toBe(2);
  });

  it('stays as it is when it is there already', async () => {
    const session = await addTestSession(desk, edition, { title: 'Stays', at: '05-13T08:00' });
    const answer = await change(session, { kind: 'move', start: '2031-05-13T08:00' });
    expect(answer.body.sessions).toEqual([sessionSchema.strip().parse(session)]);
    expect(await sequenceOf(session)).toBe(0);
  });

  it('is not changed by somebody who has not seen its last change', async () => {
    const session = await addTestSession(desk, edition, { title: 'Stale' });
    await change(session, { kind: 'cancel' });
    const stale = await change(session, { kind: 'move', start: '2031-05-13T08:00' });
    expect(stale.status).toBe(409);
    expect(stale.problem.details).toMatchObject({ current: 2 });
  });

  it('is changed once when two change it at the same time', async () => {
    const session = await addTestSession(desk, edition, { title: 'Raced' });
    const answers = await Promise.all([
      change(session, { kind: 'move', start: '2031-05-13T08:00' }),
      change(session, { kind: 'move', start: '2031-05-13T09:00' }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  it('keeps within the edition, and its rooms', async () => {
    const session = await addTestSession(desk, edition, { title: 'Within' });
    const outside = await change(session, { kind: 'move', start: '2031-05-15T08:00' });
    expect(outside.status).toBe(400);
    expect(outside.problem.fields?.[0]).toMatchObject({ path: 'start', value: '"2031-05-15T08:00"' });
    expect((await change(session, { kind: 'move', start: '2031-05-15T05:59' })).status).toBe(200);
    const other = await createTestEdition(forum.database, 2033);
    const theirs = await forum.database.row<{ id: string }>(
      `insert into room (edition_id, name, position) values ($1, 'Theirs', 1) returning id`,
      [other.id],
    );
    expect((await change({ ...session, version: 2 }, { kind: 'room', roomId: theirs!.id })).status).toBe(404);
  });

  it('refuses a wall time that the clocks skip, by name', async () => {
    const brussels = await createTestEdition(forum.database, 2027);
    await forum.database.rows(
      `update edition set zone = 'Europe/Brussels', starts_on = '2027-03-27', ends_on = '2027-03-29' where id = $1`,
      [brussels.id],
    );
    await expect(addTestSession(desk, brussels, { title: 'Skipped', at: '03-28T02:30' })).rejects.toThrow(
      /programme\.wall_time.*2027-03-28T02:30/,
    );
  });

  it('is changed by organisers only, and not once the edition has closed', async () => {
    const session = await addTestSession(desk, edition, { title: 'Guarded' });
    const body = { version: 1, change: { kind: 'cancel' as const } };
    expect((await delegate.call(changeSession, { ...inSession(session), body })).status).toBe(403);
    const closed = await createTestEdition(forum.database, 2029, 'closed');
    await expect(addTestSession(desk, closed, { title: 'Too late' })).rejects.toThrow(/phase\.forbids/);
  });
});

describe('a change that is previewed', () => {
  it('shows clashes of room, speaker and meetings, and whom it touches, and changes nothing', async () => {
    const talk = await addTestSession(desk, edition, { title: 'Talk', at: '05-13T16:00' });
    const rival = await addTestSession(desk, edition, { title: 'Rival', roomId: hall, at: '05-13T18:00' });
    await forum.database.rows(
      `with k as (insert into speaker (edition_id, name) values ($1, 'Dr Patel') returning id)
       insert into session_speaker (edition_id, session_id, speaker_id, position)
       select $1, s, id, 0 from k, unnest($2::uuid[]) s`,
      [edition.id, [talk.id, rival.id]],
    );
    await delegate.call(star, inSession(talk));
    await forum.database.rows(
      `insert into reservation (edition_id, resource_kind, resource_id, during, commitment_kind, commitment_id)
       values ($1, 'person', $2, tstzrange('2031-05-13T09:30Z', '2031-05-13T10:00Z'), 'meeting', uuidv7())`,
      [edition.id, delegate.personId],
    );
    const impact = await preview(talk, { kind: 'move', start: '2031-05-13T18:15', roomId: hall });
    const overlap = { start: '2031-05-13T09:15:00Z', end: '2031-05-13T09:45:00Z' };
    expect(impact.clashes).toEqual([
      { kind: 'room', with: 'Rival', who: 'Hall', count: 1, ...overlap },
      { kind: 'speaker', with: 'Rival', who: 'Dr Patel', count: 1, ...overlap },
      {
        kind: 'starred',
        with: 'Talk',
        who: null,
        count: 1,
        start: '2031-05-13T09:30:00Z',
        end: '2031-05-13T10:00:00Z',
      },
    ]);
    expect(impact.starred).toBe(1);
    expect(impact.sessions).toMatchObject([
      { id: talk.id, version: talk.version, roomId: hall, day: '2031-05-13' },
    ]);
    expect(await sequenceOf(talk)).toBe(0);
  });

  it('costs as many queries for one session as for a whole day that shifts', async () => {
    const { body: room } = await desk.call(addRoom, { ...inEdition(), body: { name: 'Shifting' } });
    const day = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        addTestSession(desk, edition, {
          title: `Shift ${i}`,
          roomId: room.id,
          at: `05-14T${String(8 + Math.floor(i / 4)).padStart(2, '0')}:${String((i % 4) * 15).padStart(2, '0')}`,
          minutes: 15,
        }),
      ),
    );
    for (const session of day) await delegate.call(star, inSession(session));
    const count = async (shiftFollowing: boolean) => {
      const { queries, result } = await countQueries(forum, () =>
        preview(day[0]!, { kind: 'delay', minutes: 5, shiftFollowing }),
      );
      return { queries, sessions: result.sessions.length };
    };
    const [one, all] = [await count(false), await count(true)];
    expect([one.sessions, all.sessions]).toEqual([1, 20]);
    expect(all.queries).toBe(one.queries);
  });
});

describe('a session whose audience changes', () => {
  const pairs = sessionAudiences.flatMap((before) =>
    sessionAudiences.map((after) => [before, after] as const),
  );

  it.each(pairs)(
    'from %s to %s is seen by more people only when that was confirmed',
    async (before, after) => {
      const session = await addTestSession(desk, edition, { title: 'Reserve of parts', audience: before });
      const widens = sessionAudiences.indexOf(after) < sessionAudiences.indexOf(before);
      const edit = (confirmed: object) =>
        desk.call(editSession, {
          ...inSession(session),
          body: { version: session.version, audience: after, ...confirmed },
        });
      if (widens) {
        const others = sessionAudiences.filter((audience) => audience !== after);
        for (const confirmed of [{}, ...others.map((confirmedAudience) => ({ confirmedAudience }))])
          expect((await edit(confirmed)).problem.code).toBe('session.audience_unconfirmed');
        expect((await desk.call(readSession, inSession(session))).body.audience).toBe(before);
      }
      const done = await edit(widens ? { confirmedAudience: after } : {});
      expect(done.body.audience).toBe(after);
    },
  );

  it('is withdrawn from those who lose it, who hear nothing of it any more', async () => {
    const secret = 'Talks about the frigates';
    const session = await addTestSession(desk, edition, { title: 'Open talks' });
    await forum.database.rows(
      'insert into session_access (edition_id, session_id, delegate_id) values ($1, $2, $3)',
      [edition.id, session.id, clearedId],
    );
    const edited = await desk.call(editSession, {
      ...inSession(session),
      body: { version: 1, audience: 'restricted', title: secret },
    });
    expect(edited.body).toMatchObject({ audience: 'restricted', title: secret, version: 2 });
    expect(await heard(delegate, session, 2)).toEqual([
      {
        stream: 'public',
        type: 'session.removed',
        number: expect.any(Number),
        entity: session.id,
        version: 2,
        at: expect.any(String),
      },
    ]);
    expect((await heard(cleared, session, 2)).map(({ stream, type }) => [stream, type]).sort()).toEqual([
      ['public', 'session.removed'],
      [`session:${session.id}`, 'session.changed'],
    ]);
    await change({ id: session.id, version: 2 }, { kind: 'move', start: '2031-05-13T08:00' });
    await heard(cleared, session, 3);
    for (const table of ['change', 'journal_stream']) {
      const leaks = await forum.database.rows(
        `select from ${table} where payload::text like '%' || $1 || '%'`,
        [secret],
      );
      expect(leaks).toEqual([]);
    }
    const read = await eventually(
      async () => (await delegate.call(readProgramme, inEdition())).body,
      ({ sessions }) => !sessions.some(({ id }) => id === session.id),
    );
    expect(JSON.stringify(read)).not.toContain(secret);
  });
});

describe('a new session', () => {
  it('is shown with what it would clash with, and then has all that was said of it', async () => {
    const taken = await addTestSession(desk, edition, {
      title: 'Taken',
      roomId: annex,
      at: '05-14T15:00',
    });
    const body = {
      title: 'Shipyards',
      subtitle: 'From keel to sea trial',
      kind: 'roundtable',
      audience: 'accredited',
      language: 'ko',
      start: '2031-05-14T15:30',
      minutes: 60,
      roomId: annex,
      trackId: null,
      abstract: 'Three yards speak.',
    } as const;
    const shown = await desk.call(previewNewSession, { ...inEdition(), body });
    expect(shown.body.clashes).toEqual([
      {
        kind: 'room',
        with: 'Taken',
        who: 'Annex',
        count: 1,
        start: '2031-05-14T06:30:00Z',
        end: '2031-05-14T06:45:00Z',
      },
    ]);
    expect((await delegate.call(previewNewSession, { ...inEdition(), body })).status).toBe(403);
    const { start: _start, minutes: _minutes, ...said } = body;
    const made = await desk.call(createSession, { ...inEdition(), body });
    expect(made.body).toMatchObject({
      ...said,
      start: '2031-05-14T06:30:00Z',
      end: '2031-05-14T07:30:00Z',
      day: '2031-05-14',
    });
    const edited = await desk.call(editSession, {
      ...inSession(made.body),
      body: { version: 1, subtitle: null, language: 'en', abstract: '' },
    });
    expect(edited.body).toMatchObject({ title: 'Shipyards', subtitle: null, language: 'en', abstract: '' });
    const late = await desk.call(createSession, {
      ...inEdition(),
      body: { ...body, start: '2031-05-20T10:00' },
    });
    expect(late.problem.fields).toMatchObject([{ path: 'start' }]);
    await change(taken, { kind: 'cancel' });
  });

  it('gets another length as it gets another time', async () => {
    const session = await addTestSession(desk, edition, { title: 'Longer', at: '05-14T08:00', minutes: 30 });
    const longer = { kind: 'move', start: '2031-05-14T08:00', minutes: 90 } as const;
    expect((await preview(session, longer)).sessions).toMatchObject([{ end: '2031-05-14T00:30:00Z' }]);
    expect((await change(session, longer)).body.sessions).toMatchObject([
      { start: '2031-05-13T23:00:00Z', end: '2031-05-14T00:30:00Z', version: 2 },
    ]);
    expect((await change({ ...session, version: 2 }, longer)).body.sessions[0]?.version).toBe(2);
  });
});

describe('a room or track', () => {
  const places = async () => (await desk.call(listRoomsAndTracks, inEdition())).body;
  const named = (name: string) => ({ ...inEdition(), body: { name } });

  it('has a name of its own, and another one for everybody once it is renamed', async () => {
    const again = await desk.call(addRoom, named('Hall'));
    expect(again.problem.fields?.[0]?.path).toBe('body.name');
    const { id } = (await desk.call(addRoom, named('Garden'))).body;
    expect((await places()).rooms.map((room) => room.id)).toContain(id);
    await addTestSession(desk, edition, { title: 'In the garden', roomId: id });
    const rename = (name: string, browser = desk) =>
      browser.call(renameRoom, { params: { edition: edition.slug, room: id }, body: { name } });
    expect((await rename('Annex')).problem.fields?.[0]?.path).toBe('body.name');
    expect((await rename('Winter garden', delegate)).status).toBe(403);
    expect((await rename('Winter garden')).body).toMatchObject({ id, name: 'Winter garden' });
    const read = async () => (await forum.visitor().call(readProgramme, inEdition())).body.rooms;
    const rooms = await eventually(read, (all) => all.some((room) => room.name === 'Winter garden'));
    expect(rooms.filter((room) => room.id === id)).toHaveLength(1);
  });

  it('is there for the next session as soon as it was added', async () => {
    const track = (await desk.call(addTrack, named('Sea'))).body;
    expect(track).toEqual({ id: expect.any(String), name: 'Sea', colour: null });
    expect((await places()).tracks).toContainEqual(track);
    expect((await desk.call(addTrack, named('Sea'))).problem.fields?.[0]?.path).toBe('body.name');
    expect((await addTestSession(desk, edition, { title: 'At sea', trackId: track.id })).trackId).toBe(
      track.id,
    );
  });
});
