import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFeed } from '@forum/contract/calendar/calendar';
import { renameRoom } from '@forum/contract/programme/rooms-and-tracks';
import type { SessionDetail } from '@forum/contract/programme/session';
import { star } from '@forum/contract/programme/stars';
import { editEdition, readEdition } from '@forum/contract/editions/editions';
import fc from 'fast-check';
import { Changes } from '../live/changes.ts';
import { eventually } from '../testing/eventually.ts';
import {
  createTestEdition,
  createTestFirm,
  createTestHall,
  type TestEdition,
} from '../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';
import { addTestSession } from '../testing/test-programme.ts';
import { CalendarRepository } from './calendar.repository.ts';

/** The properties of each entry of a calendar by its UID: read by the test itself, which no writer of ours shares. */
function entriesOf(calendar: string): Map<string, Map<string, string>> {
  const lines = calendar.replace(/\r\n[ \t]/g, '').split('\r\n');
  const entries = new Map<string, Map<string, string>>();
  let entry: Map<string, string> | null = null;
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') entry = new Map();
    else if (line === 'END:VEVENT') entries.set(entry!.get('UID')!, entry!);
    else if (entry) entry.set(line.slice(0, line.search(/[;:]/)), line.slice(line.indexOf(':') + 1));
  }
  return entries;
}

const ofProgress = ['LAST-MODIFIED', 'DTSTAMP', 'SEQUENCE'];
const shown = (entry: Map<string, string>) =>
  JSON.stringify([...entry].filter(([name]) => !ofProgress.includes(name)));
const timeAndPlace = (entry: Map<string, string>) =>
  JSON.stringify(['DTSTART', 'DTEND', 'LOCATION'].map((name) => entry.get(name)));

let forum: TestForum;
let edition: TestEdition;
let desk: TestBrowser;
let delegate: TestBrowser;
let open: SessionDetail;
let closed: SessionDetail;
let feed: string;
let ids: Record<
  'room' | 'other' | 'hall' | 'table' | 'interpreter' | 'firm' | 'meeting' | 'speaker' | 'delegate',
  string
>;

const rows = (sql: string, parameters: readonly unknown[] = []) => forum.database.rows(sql, parameters);
const idOf = async (sql: string, parameters: readonly unknown[] = []) =>
  (await forum.database.row<{ id: string }>(sql, parameters))!.id;
const uidOf = (kind: 'session' | 'meeting', id: string) => `${kind}-${id}@forum.test`;

async function readFeed() {
  const answer = await fetch(feed.replace('http://forum.test', forum.url));
  return entriesOf(await answer.text());
}

beforeAll(async () => {
  forum = await startTestForum();
  // It writes meetings without people and tables.
  forum.mayBeOrphaned();
  edition = await createTestEdition(forum.database, 2031);
  desk = await forum.signIn('desk@host.example', { secretariat: true });
  delegate = await forum.signIn('kim@hanwha.example');
  const stranger = await forum.signIn('berg@saab.example');
  const hall = await createTestHall(forum.database, edition, 2031, 2);
  const own = await createTestFirm(forum.database, edition, 'Hanwha', [delegate.personId]);
  const other = await createTestFirm(forum.database, edition, 'Saab', [stranger.personId]);
  const room = (name: string) =>
    idOf('insert into room (edition_id, name, position) values ($1, $2, 1) returning id', [edition.id, name]);
  const [first, second] = [await room('Plenary'), await room('Side room')];
  open = await addTestSession(desk, edition, { title: 'Opening', roomId: first });
  closed = await addTestSession(desk, edition, { title: 'Hush', audience: 'restricted', at: '05-12T12:00' });
  await rows('insert into session_access (edition_id, session_id, delegate_id) values ($1, $2, $3)', [
    edition.id,
    closed.id,
    own.delegateIds[0],
  ]);
  const speaker = await idOf(`insert into speaker (edition_id, name) values ($1, 'Park') returning id`, [
    edition.id,
  ]);
  await rows(
    `insert into session_speaker (edition_id, session_id, speaker_id, position) values ($1, $2, $3, 1)`,
    [edition.id, open.id, speaker],
  );
  const interpreter = await idOf(
    `insert into interpreter (edition_id, name, languages) values ($1, 'Lee', '{ko,en}') returning id`,
    [edition.id],
  );
  const table = await idOf('select id from meeting_table where hall_id = $1 order by label limit 1', [hall]);
  const meeting = await idOf(
    `insert into meeting (edition_id, from_team_id, to_team_id, topic, state, starts_at, ends_at, table_id, interpreter_id, requested_by)
     values ($1, $2, $3, 'Frigates', 'accepted', '2031-05-12T02:00Z', '2031-05-12T02:20Z', $4, $5, $6) returning id`,
    [edition.id, own.teamId, other.teamId, table, interpreter, delegate.personId],
  );
  await rows(
    `insert into meeting_participant (edition_id, meeting_id, delegate_id, side) values ($1, $2, $3, 'from'), ($1, $2, $4, 'to')`,
    [edition.id, meeting, own.delegateIds[0], other.delegateIds[0]],
  );
  ids = {
    room: first,
    other: second,
    hall,
    table,
    interpreter,
    firm: other.id,
    meeting,
    speaker,
    delegate: own.delegateIds[0]!,
  };
  for (const session of [open, closed])
    await delegate.call(star, { params: { edition: edition.slug, session: session.id } });
  feed = (await delegate.call(createFeed, { params: { edition: edition.slug } })).body.url;
});
afterAll(() => forum.stop());

/** Everything that an entry shows, and some that it does not, each as a change to a new value. */
const changes: Record<string, (value: string) => Promise<unknown>> = {
  title: (value) => rows('update session set title = $2 where id = $1', [open.id, value]),
  subtitle: (value) => rows('update session set subtitle = $2 where id = $1', [open.id, value]),
  address: (value) =>
    rows('update session set url = $2 where id = $1', [open.id, `https://a.example/${value}`]),
  abstract: (value) => rows('update session set abstract = $2 where id = $1', [open.id, value]),
  speaker: (value) => rows('update speaker set name = $2 where id = $1', [ids.speaker, value]),
  'speaker leaves': () => rows('delete from session_speaker where session_id = $1', [open.id]),
  'speaker comes': () =>
    rows(
      `insert into session_speaker (edition_id, session_id, speaker_id, position) values ($1, $2, $3, 1)
       on conflict on constraint session_speaker_pk do nothing`,
      [edition.id, open.id, ids.speaker],
    ),
  cancelled: () =>
    rows(
      `update session set sequence = sequence + 1, state = case state when 'cancelled' then 'scheduled' else 'cancelled' end where id = $1`,
      [open.id],
    ),
  'other room': () =>
    rows(
      `update session set sequence = sequence + 1, room_id = case room_id when $2 then $3::uuid else $2 end where id = $1`,
      [open.id, ids.room, ids.other],
    ),
  room: (value) => rows('update room set name = $2 where id = $1', [ids.room, value]),
  // Two rooms cannot have one name.
  'room of others': (value) => rows('update room set name = $2 where id = $1', [ids.other, `other ${value}`]),
  venue: (value) => rows('update edition set venue = $2 where id = $1', [edition.id, value]),
  'address of the venue': (value) =>
    rows('update edition set address = $2 where id = $1', [edition.id, value]),
  hall: (value) => rows('update hall set name = $2 where id = $1', [ids.hall, value]),
  table: (value) => rows('update meeting_table set label = $2 where id = $1', [ids.table, value]),
  firm: (value) => rows('update firm set name = $2, folded_name = $2 where id = $1', [ids.firm, value]),
  topic: (value) => rows('update meeting set topic = $2 where id = $1', [ids.meeting, value]),
  message: (value) => rows('update meeting set message = $2 where id = $1', [ids.meeting, value]),
  interpreter: (value) => rows('update interpreter set name = $2 where id = $1', [ids.interpreter, value]),
  languages: (value) =>
    rows('update interpreter set languages = $2 where id = $1', [
      ids.interpreter,
      value < 'm' ? ['fr', 'ko'] : ['de', 'ko'],
    ]),
  'no interpreter': () =>
    rows(
      'update meeting set interpreter_id = case when interpreter_id is null then $2::uuid end where id = $1',
      [ids.meeting, ids.interpreter],
    ),
};

const letPass = async () => {
  for (const table of ['session', 'meeting'])
    await rows(`update ${table} set entry_changed_at = entry_changed_at - interval '1 hour'`);
};

describe('whatever an entry shows', () => {
  it('moves its LAST-MODIFIED when it changes, and time and place its SEQUENCE, whatever was changed before', async () => {
    const value = fc.stringMatching(/^[a-z]{6,10}$/);
    const step = fc.tuple(fc.constantFrom(...Object.keys(changes)), value);
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 8 }), async (steps) => {
        for (const [name, to] of steps) {
          await letPass();
          const before = await readFeed();
          await changes[name]!(to);
          const after = await readFeed();
          for (const [uid, was] of before) {
            const now = after.get(uid)!;
            const [then, later] = [was, now].map((entry) => entry.get('LAST-MODIFIED')!);
            const isOther = shown(was) !== shown(now);
            if (isOther) seen.add(name);
            if (isOther) expect([name, uid, later! > then!]).toEqual([name, uid, true]);
            const isElsewhere = timeAndPlace(was) !== timeAndPlace(now);
            const risen = Number(now.get('SEQUENCE')) - Number(was.get('SEQUENCE'));
            expect([name, uid, isElsewhere ? risen > 0 : risen >= 0]).toEqual([name, uid, true]);
          }
        }
      }),
      { numRuns: 12 },
    );
    expect(seen.size).toBeGreaterThan(12);
  });

  it('moves them through the doors of the desk too: a renamed room, another venue', async () => {
    const uid = uidOf('session', open.id);
    await rows('update session set room_id = $2 where id = $1', [open.id, ids.room]);
    await letPass();
    const before = (await readFeed()).get(uid)!;
    const renamed = await desk.call(renameRoom, {
      params: { edition: edition.slug, room: ids.room },
      body: { name: 'Great hall' },
    });
    expect(renamed.status).toBe(200);
    const { version } = (await desk.call(readEdition, { params: { edition: edition.slug } })).body.edition;
    const params = { edition: edition.slug };
    expect((await desk.call(editEdition, { params, body: { version, venue: 'KINTEX' } })).status).toBe(200);
    const entries = await readFeed();
    const after = entries.get(uid)!;
    expect(after.get('LOCATION')).toMatch(/^Great hall\\, KINTEX/);
    expect(Number(after.get('SEQUENCE'))).toBe(Number(before.get('SEQUENCE')) + 2);
    expect(after.get('LAST-MODIFIED')! > before.get('LAST-MODIFIED')!).toBe(true);
    expect(entries.get(uidOf('meeting', ids.meeting))!.get('LOCATION')).toContain('KINTEX');
  });
});

describe('the words of a personal calendar', () => {
  it('are those of its owner', async () => {
    await rows(`update person set language = 'ko' where id = $1`, [delegate.personId]);
    await rows('update meeting set interpreter_id = $2 where id = $1', [ids.meeting, ids.interpreter]);
    await rows(`update session set state = 'cancelled' where id = $1`, [open.id]);
    const entries = await readFeed();
    expect(entries.get(uidOf('session', closed.id))!.get('SUMMARY')).toBe('일정 있음');
    expect(entries.get(uidOf('session', open.id))!.get('SUMMARY')).toMatch(/^취소: /);
    expect(entries.get(uidOf('meeting', ids.meeting))!.get('DESCRIPTION')).toMatch(/통역: /);
    expect(entries.get(uidOf('meeting', ids.meeting))!.get('LOCATION')).toContain('테이블 ');
    await rows(`update person set language = 'en' where id = $1`, [delegate.personId]);
    await rows(`update session set state = 'scheduled' where id = $1`, [open.id]);
  });
});

describe('what leaves a feed because fewer may see it', () => {
  const wordless = (entry: Map<string, string> | undefined) => ({
    status: entry?.get('STATUS'),
    summary: entry?.get('SUMMARY'),
    words: ['DESCRIPTION', 'LOCATION', 'URL'].filter((name) => entry?.has(name)),
  });
  const cancelled = { status: 'CANCELLED', summary: 'CANCELLED', words: [] };
  const publicEntry = async () => {
    const answer = await fetch(`${forum.url}/api/editions/${edition.slug}/programme.ics`);
    return entriesOf(await answer.text()).get(uidOf('session', open.id))!;
  };
  const change = (sql: string) =>
    forum.database.write(async (transaction) => {
      await transaction.query(`update session set ${sql} where id = $1`, [open.id]);
      await forum.app.get(Changes).record(transaction, null, {
        editionId: edition.id,
        streams: ['public'],
        type: 'programme.replaced',
        entityId: open.id,
        version: 1,
      });
    });
  const kept = () => forum.app.get(CalendarRepository).noLongerPublic(forum.database.reader, edition.id);

  it('leaves the public one cancelled, without its words and as it was then, and comes back with a later sequence', async () => {
    await change(`title = 'Open to all'`);
    const before = await eventually(publicEntry, (entry) => entry.get('SUMMARY') === 'Open to all');
    await change(`audience = 'restricted', title = 'Secret'`);
    const gone = await eventually(publicEntry, (entry) => entry.get('STATUS') === 'CANCELLED');
    expect(wordless(gone)).toEqual(cancelled);
    expect(gone.get('DTSTART')).toBe(before.get('DTSTART'));
    expect(Number(gone.get('SEQUENCE'))).toBeGreaterThan(Number(before.get('SEQUENCE')));
    const then = await kept();
    await change(
      `starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day', sequence = sequence + 1`,
    );
    expect(await kept()).toEqual(then);
    expect(wordless((await readFeed()).get(uidOf('session', open.id)))).toEqual(cancelled);
    await change(`audience = 'public'`);
    const back = await eventually(publicEntry, (entry) => entry.get('STATUS') === 'CONFIRMED');
    expect(Number(back.get('SEQUENCE'))).toBeGreaterThan(Number(gone.get('SEQUENCE')));
  });

  it('leaves that of somebody who is not named for it any more, and comes back once they are', async () => {
    const uid = uidOf('session', closed.id);
    const before = (await readFeed()).get(uid)!;
    const [named] = await forum.database.rows<{ delegate: string }>(
      'delete from session_access where session_id = $1 returning delegate_id as delegate',
      [closed.id],
    );
    const gone = (await readFeed()).get(uid)!;
    expect(wordless(gone)).toEqual(cancelled);
    expect(gone.get('DTSTART')).toBe(before.get('DTSTART'));
    expect(Number(gone.get('SEQUENCE'))).toBeGreaterThan(Number(before.get('SEQUENCE')));
    await rows('insert into session_access (edition_id, session_id, delegate_id) values ($1, $2, $3)', [
      edition.id,
      closed.id,
      named!.delegate,
    ]);
    const back = (await readFeed()).get(uid)!;
    expect(back.get('STATUS')).toBe('CONFIRMED');
    expect(Number(back.get('SEQUENCE'))).toBeGreaterThanOrEqual(Number(gone.get('SEQUENCE')));
    expect(back.get('LAST-MODIFIED')! >= gone.get('LAST-MODIFIED')!).toBe(true);
  });

  it('leaves that of somebody who does not come to a meeting any more', async () => {
    const uid = uidOf('meeting', ids.meeting);
    await rows('delete from meeting_participant where meeting_id = $1 and delegate_id = $2', [
      ids.meeting,
      ids.delegate,
    ]);
    expect(wordless((await readFeed()).get(uid))).toEqual(cancelled);
  });
});
