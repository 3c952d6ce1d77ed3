import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createFeed,
  programmeFeed,
  readFeed,
  revokeFeed,
  sessionCalendar,
} from '@forum/contract/calendar/calendar';
import { applyImport, proposeImport } from '@forum/contract/programme/imports';
import { readProgramme } from '@forum/contract/programme/programme';
import type { SessionDetail } from '@forum/contract/programme/session';
import { changeSession, type SessionChange } from '@forum/contract/programme/session-changes';
import { star } from '@forum/contract/programme/stars';
import { readByIcalJs, readByNodeIcal } from '@forum/interchange/testing/read-calendars';
import { countQueries } from '../testing/count-queries.ts';
import { eventually } from '../testing/eventually.ts';
import {
  createTestEdition,
  createTestFirm,
  createTestHall,
  type TestEdition,
} from '../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';
import { addTestSession } from '../testing/test-programme.ts';

const canary = 'Behind closed doors';
const hostile = 'He said "go", 위원회\\; all';

let forum: TestForum;
let edition: TestEdition;
let desk: TestBrowser;
let delegate: TestBrowser;
let opening: SessionDetail;
let briefing: SessionDetail;
let closed: SessionDetail;
let meetingId: string;

const inEdition = () => ({ params: { edition: edition.slug } });
const inSession = ({ id }: { id: string }) => ({ params: { edition: edition.slug, session: id } });
const feed = async () => (await forum.visitor().call(programmeFeed, inEdition())).body;
const change = async (session: SessionDetail, what: SessionChange) => {
  const body = { version: session.version, change: what };
  return {
    ...session,
    ...(await desk.call(changeSession, { ...inSession(session), body })).body.sessions[0]!,
  };
};
const uid = ({ id }: { id: string }) => `session-${id}@forum.test`;
const itemOf = (calendar: string, wanted: string) =>
  readByIcalJs(calendar).find((item) => item.uid === wanted);

const holdIn = (year: number) =>
  forum.database.rows(
    'update edition set starts_on = make_date($2, 5, 12), ends_on = make_date($2, 5, 14) where id = $1',
    [edition.id, year],
  );

async function acceptedMeeting(): Promise<string> {
  const hallId = await createTestHall(forum.database, edition, 2031, 1);
  const stranger = await forum.signIn('berg@saab.example');
  const own = await createTestFirm(forum.database, edition, 'Hanwha', [delegate.personId]);
  const other = await createTestFirm(forum.database, edition, 'Saab', [stranger.personId]);
  const row = await forum.database.row<{ id: string }>(
    `with made as (
       insert into meeting (edition_id, from_team_id, to_team_id, topic, state, starts_at, ends_at, table_id, requested_by)
       select $1, $2, $3, 'Frigates', 'accepted', '2031-05-12T02:00Z', '2031-05-12T02:20Z', t.id, $4
       from meeting_table t where t.hall_id = $5 returning id),
     people as (
       insert into meeting_participant (edition_id, meeting_id, delegate_id, side)
       select $1, id, $6::uuid, 'from' from made union all select $1, id, $7::uuid, 'to' from made)
     select id from made`,
    [
      edition.id,
      own.teamId,
      other.teamId,
      delegate.personId,
      hallId,
      own.delegateIds[0],
      other.delegateIds[0],
    ],
  );
  await forum.database.rows(
    'insert into session_access (edition_id, session_id, delegate_id) values ($1, $2, $3)',
    [edition.id, closed.id, own.delegateIds[0]],
  );
  return row?.id ?? '';
}

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, 2031);
  desk = await forum.signIn('desk@host.example', { secretariat: true });
  delegate = await forum.signIn('kim@hanwha.example');
  opening = await addTestSession(desk, edition, { title: hostile });
  briefing = await addTestSession(desk, edition, {
    title: 'Briefing',
    audience: 'accredited',
    at: '05-12T11:00',
  });
  closed = await addTestSession(desk, edition, {
    title: canary,
    audience: 'restricted',
    abstract: canary,
    at: '05-12T12:00',
  });
  meetingId = await acceptedMeeting();
});
afterAll(() => forum.stop());

describe('the programme’s calendar', () => {
  it('tells the public sessions to two independent readers, in UTC, with the time at the venue beside it', async () => {
    const calendar = await eventually(feed, (text) => text.includes(uid(opening)));
    const expected = {
      uid: uid(opening),
      sequence: 0,
      start: '2031-05-12T01:00:00.000Z',
      end: '2031-05-12T01:45:00.000Z',
      title: hostile,
      description: '2031-05-12 10:00 – 10:45 Asia/Seoul (UTC+9)',
      location: 'COEX, Gangnam',
      status: 'CONFIRMED',
    };
    expect(readByIcalJs(calendar)).toMatchObject([expected]);
    expect(readByNodeIcal(calendar)).toMatchObject([{ ...expected, sequence: expect.anything() }]);
    expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(calendar).not.toContain(canary);
  });

  it('raises the sequence with each change, and keeps what was cancelled', async () => {
    opening = await change(opening, { kind: 'move', start: '2031-05-13T10:00' });
    opening = await change(opening, { kind: 'cancel' });
    const item = itemOf(await eventually(feed, (text) => text.includes('SEQUENCE:2')), uid(opening));
    expect(item).toMatchObject({
      sequence: 2,
      status: 'CANCELLED',
      title: `CANCELLED: ${hostile}`,
      start: '2031-05-13T01:00:00.000Z',
    });
  });

  it('is answered with 304 from memory, and to HEAD without a body', async () => {
    const address = `${forum.url}/api/editions/${edition.slug}/programme.ics`;
    const first = await fetch(address);
    await first.text();
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const { queries, result } = await countQueries(forum, async () => ({
      known: await fetch(address, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } }),
      head: await fetch(address, { method: 'HEAD' }),
    }));
    const { known, head } = result;
    expect(queries).toBe(0);
    expect(known.status).toBe(304);
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([
      200,
      first.headers.get('etag'),
      '',
    ]);
  });
});

describe('the calendar of one session', () => {
  it('is there for those who see it in the programme; a restricted one has none', async () => {
    const visitor = forum.visitor();
    const item = itemOf((await visitor.call(sessionCalendar, inSession(opening))).body, uid(opening));
    expect(item?.sequence).toBe(2);
    expect((await visitor.call(sessionCalendar, inSession(briefing))).status).toBe(404);
    expect((await delegate.call(sessionCalendar, inSession(briefing))).body).toContain('SUMMARY:Briefing');
    for (const browser of [visitor, delegate, desk]) {
      expect((await browser.call(sessionCalendar, inSession(closed))).status).toBe(404);
    }
  });
});

describe('a personal calendar', () => {
  const open = async (url: string, init: RequestInit = {}) => {
    const answer = await fetch(url.replace('http://forum.test', forum.url), init);
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const make = async () => (await delegate.call(createFeed, inEdition())).body.url;

  it('holds the agenda and the accepted meetings, and of a restricted session only that the time is taken', async () => {
    for (const session of [briefing, closed]) {
      expect((await delegate.call(star, inSession(session))).status).toBe(200);
    }
    const { status, headers, text } = await open(await make());
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(text).not.toContain(canary);
    expect(readByIcalJs(text).map(({ uid: id, title }) => [id, title])).toEqual([
      [uid(briefing), 'Briefing'],
      [uid(closed), 'Busy'],
      [`meeting-${meetingId}@forum.test`, 'Saab · Frigates'],
    ]);
    expect(readByIcalJs(text)[2]).toMatchObject({
      location: 'Hall B, Table T1, COEX, Gangnam',
      status: 'CONFIRMED',
    });
  });

  it('keeps a cancelled meeting until the edition has ended, and for a month', async () => {
    const url = await make();
    const meeting = `meeting-${meetingId}@forum.test`;
    const shown = async () => itemOf((await open(url)).text, meeting);
    const set = (what: string) =>
      forum.database.rows(`update meeting set ${what} where id = $1`, [meetingId]);
    await set(`state = 'cancelled', sequence = 1, updated_at = now() - interval '31 days'`);
    expect(await shown()).toMatchObject({ status: 'CANCELLED', sequence: 1 });
    await holdIn(2021);
    expect(await shown()).toBeUndefined();
    await set(`updated_at = now() - interval '29 days'`);
    expect(await shown()).toMatchObject({ status: 'CANCELLED', sequence: 1 });
    await holdIn(2031);
  });

  it('and the public one tell of what an import removed, also when the edition is over', async () => {
    const schedule = (titles: readonly string[]) =>
      new TextEncoder().encode(
        `<schedule><conference><title>Forum</title></conference><day date="2031-05-12"><room name="Hall">${titles
          .map(
            (title) =>
              `<event guid="${title}"><date>2031-05-12T16:00:00+09:00</date><start>16:00</start><duration>00:30</duration><title>${title}</title></event>`,
          )
          .join('')}</room></day></schedule>`,
      );
    const importAll = async (titles: readonly string[]) => {
      const { body } = await desk.call(proposeImport, { ...inEdition(), body: schedule(titles) });
      const confirmRemovals = body.removed.length;
      await desk.call(applyImport, {
        params: { edition: edition.slug, import: body.id },
        body: { confirmRemovals },
      });
    };
    await importAll(['Kept', 'Dropped']);
    const { body } = await desk.call(readProgramme, inEdition());
    const dropped = body.sessions.find(({ title }) => title === 'Dropped')!;
    await delegate.call(star, inSession(dropped));
    const url = await make();
    await importAll(['Kept']);
    await holdIn(2021);
    const cancelled = { status: 'CANCELLED', sequence: 1, title: 'CANCELLED: Dropped' };
    const ofAll = await eventually(feed, (text) => text.includes('CANCELLED: Dropped'));
    for (const text of [ofAll, (await open(url)).text]) {
      expect(itemOf(text, uid(dropped))).toMatchObject(cancelled);
      expect(readByNodeIcal(text).find((item) => item.uid === uid(dropped))).toMatchObject({
        ...cancelled,
        sequence: expect.anything(),
      });
    }
    await holdIn(2031);
  });

  it('is the same bytes while nothing changes, and 304 to whoever has them', async () => {
    const url = await make();
    const first = await open(url);
    expect((await open(url)).text).toBe(first.text);
    const etag = first.headers.get('etag') ?? '';
    expect((await open(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect(await open(url, { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
  });

  it('loses what its owner may not see any more, meetings too, and gets it back with the accreditation', async () => {
    const url = await make();
    const uids = [uid(briefing), uid(closed), `meeting-${meetingId}@forum.test`];
    const shown = async (delegateState: string, meetingState: string) => {
      await forum.database.rows('update delegate set state = $2 where person_id = $1', [
        delegate.personId,
        delegateState,
      ]);
      await forum.database.rows('update meeting set state = $2 where id = $1', [meetingId, meetingState]);
      const { text } = await open(url);
      return { uids: uids.filter((id) => itemOf(text, id)), tellsFirm: text.includes('Saab') };
    };
    for (const meetingState of ['accepted', 'cancelled']) {
      expect(await shown('accredited', meetingState)).toEqual({ uids, tellsFirm: true });
      for (const state of ['submitted', 'revoked'])
        expect(await shown(state, meetingState)).toEqual({ uids: [], tellsFirm: false });
    }
  });

  it('is 404 under an address that was replaced, revoked or guessed; only its hash is kept', async () => {
    const first = await make();
    const second = await make();
    expect((await open(first)).status).toBe(404);
    expect((await open(second)).status).toBe(200);
    const secret = /feeds\/([^/]+)/.exec(second)?.[1] ?? '';
    const kept = await forum.database.rows(
      `select from calendar_feed where encode(secret_hash, 'escape') like '%' || $1 || '%'`,
      [secret],
    );
    expect(kept).toEqual([]);
    expect((await delegate.call(readFeed, inEdition())).body.createdAt).toMatch(/Z$/);
    await delegate.call(revokeFeed, inEdition());
    expect((await open(second)).status).toBe(404);
    expect((await delegate.call(readFeed, inEdition())).body.createdAt).toBeNull();
    expect((await open(`http://forum.test/api/feeds/${'x'.repeat(43)}/agenda.ics`)).status).toBe(404);
  });

  it('is made once when two devices ask at the same time', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => delegate.call(createFeed, inEdition())));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const opened = await Promise.all(answers.map(({ body }) => open(body.url)));
    expect(opened.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});
