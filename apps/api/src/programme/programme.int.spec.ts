import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { programme, readProgramme, readRestricted, readSession } from '@forum/contract/programme/programme';
import { addRoom } from '@forum/contract/programme/rooms-and-tracks';
import type { SessionDetail } from '@forum/contract/programme/session';
import { changeSession } from '@forum/contract/programme/session-changes';
import { readStars, star, unstar } from '@forum/contract/programme/stars';
import { readAudit } from '@forum/contract/audit/audit';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { JournalTail } from '../live/journal-tail.ts';
import { Viewers } from '../identity/viewers.ts';
import { countQueries } from '../testing/count-queries.ts';
import { eventually } from '../testing/eventually.ts';
import { createTestEdition, type TestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';
import { accredit, addTestSession } from '../testing/test-programme.ts';

const canary = 'Nuclear sharing, behind closed doors';

let forum: TestForum;
let edition: TestEdition;
let other: TestEdition;
let desk: TestBrowser;
let delegate: TestBrowser;
let cleared: TestBrowser;
let opening: SessionDetail;
let briefing: SessionDetail;
let closed: SessionDetail;
let vault: string;

const inEdition = () => ({ params: { edition: edition.slug } });
const titles = ({ sessions }: { sessions: { title: string }[] }) => sessions.map((session) => session.title);
const programmeOf = async (browser: TestBrowser) => (await browser.call(readProgramme, inEdition())).body;

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, 2031);
  other = await createTestEdition(forum.database, 2032);
  desk = await forum.signIn('desk@host.example', { secretariat: true });
  delegate = await forum.signIn('kim@ministry.example');
  cleared = await forum.signIn('lee@ministry.example');
  await accredit(forum, edition, delegate);
  const clearedId = await accredit(forum, edition, cleared);
  vault = (await desk.call(addRoom, { ...inEdition(), body: { name: 'Vault' } })).body.id;
  await desk.call(addRoom, { ...inEdition(), body: { name: 'Empty hall' } });
  opening = await addTestSession(desk, edition, { title: 'Opening' });
  briefing = await addTestSession(desk, edition, {
    title: 'Briefing',
    audience: 'accredited',
    at: '05-12T11:00',
  });
  closed = await addTestSession(desk, edition, {
    title: canary,
    audience: 'restricted',
    roomId: vault,
    abstract: canary,
  });
  await forum.database.rows(
    `with k as (insert into speaker (edition_id, name) values ($1, $3) returning id)
     insert into session_speaker (edition_id, session_id, speaker_id, position) select $1, $2, id, 0 from k`,
    [edition.id, closed.id, `Speaker of ${canary}`],
  );
  await forum.database.rows(
    'insert into session_access (edition_id, session_id, delegate_id) values ($1, $2, $3)',
    [edition.id, closed.id, clearedId],
  );
  await eventually(
    () => programmeOf(delegate),
    (read) => read.sessions.length === 2,
  );
});
afterAll(() => forum.stop());

describe('the programme', () => {
  it('tells each audience its sessions, in the shape of the contract', async () => {
    expect(titles(await programmeOf(forum.visitor()))).toEqual(['Opening']);
    const read = await programmeOf(delegate);
    expect(titles(read)).toEqual(['Opening', 'Briefing']);
    expect(programme.parse(read)).toEqual(read);
    expect(read).toMatchObject({ zone: 'Asia/Seoul', days: ['2031-05-12', '2031-05-13', '2031-05-14'] });
    expect(Object.keys(read.heads).sort()).toEqual(['accredited', 'public']);
  });

  it('holds nothing that only a restricted session uses', async () => {
    for (const browser of [forum.visitor(), delegate, cleared, desk]) {
      const read = await programmeOf(browser);
      expect(JSON.stringify(read)).not.toContain(canary);
      expect(read.rooms).toEqual([]);
    }
  });

  it('is 404 in an edition that is not there', async () => {
    const answer = await delegate.call(readProgramme, { params: { edition: 'nowhere-2031' } });
    expect(answer.problem.code).toBe('not_found');
  });
});

describe('a restricted session', () => {
  it('is read by those who are cleared for it and by organisers, and by nobody else', async () => {
    for (const browser of [cleared, desk]) {
      const { body } = await browser.call(readRestricted, inEdition());
      expect(titles(body)).toEqual([canary]);
      expect(body.rooms.map((room) => room.name)).toEqual(['Vault']);
      expect(body.speakers).toHaveLength(1);
    }
    for (const browser of [forum.visitor(), delegate]) {
      expect((await browser.call(readRestricted, inEdition())).body.sessions).toEqual([]);
    }
  });

  it('is not there for others, by its address or in their agenda', async () => {
    const params = { edition: edition.slug, session: closed.id };
    for (const browser of [forum.visitor(), delegate]) {
      expect((await browser.call(readSession, { params })).status).toBe(404);
    }
    expect((await delegate.call(star, { params })).status).toBe(404);
    const read = await cleared.call(readSession, { params });
    expect(read.body).toMatchObject({ title: canary, abstract: canary });
    expect(read.headers.get('cache-control')).toBe('no-store');
  });
});

describe('a session for accredited delegates', () => {
  it('is read by its speaker before they are accredited', async () => {
    const speaker = await forum.signIn('speaker@think.tank.example');
    await forum.database.rows(
      `with k as (insert into speaker (edition_id, name, person_id) values ($1, 'Speaker', $3) returning id)
       insert into session_speaker (edition_id, session_id, speaker_id, position) select $1, $2, id, 0 from k`,
      [edition.id, briefing.id, speaker.personId],
    );
    expect(titles(await programmeOf(speaker))).toEqual(['Opening']);
    expect(titles((await speaker.call(readRestricted, inEdition())).body)).toEqual(['Briefing']);
    const read = await speaker.call(readSession, { params: { edition: edition.slug, session: briefing.id } });
    expect(read.body.title).toBe('Briefing');
  });
});

describe('a session of one edition', () => {
  it('is 404 in another', async () => {
    const params = { edition: other.slug, session: opening.id };
    expect((await desk.call(readSession, { params })).status).toBe(404);
    expect((await desk.call(star, { params })).status).toBe(404);
    const change = { version: opening.version, change: { kind: 'cancel' as const } };
    expect((await desk.call(changeSession, { params, body: change })).status).toBe(404);
  });
});

interface Raw {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
}

/** As a browser asks, without the decoding that `fetch` does. */
const raw = (method: string, headers: Record<string, string>, { slug } = edition) =>
  new Promise<Raw>((resolve, reject) => {
    const sent = request(`${forum.url}/api/editions/${slug}/programme`, { method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(parts) }),
      );
    });
    sent.on('error', reject).end();
  });

describe('the programme in memory', () => {
  it('is answered in the best encoding, with 304 when it is known, and without a single query', async () => {
    const cookie = delegate.cookie;
    const plain = await raw('GET', { cookie });
    const { queries, result } = await countQueries(forum, async () => {
      const brotli = await raw('GET', { cookie, 'accept-encoding': 'gzip, deflate, br' });
      const gzipped = await raw('GET', { cookie, 'accept-encoding': 'gzip;q=1, br;q=0' });
      const known = await raw('GET', { cookie, 'if-none-match': String(brotli.headers['etag']) });
      return { brotli, gzipped, known, head: await raw('HEAD', { cookie }) };
    });
    expect(queries).toBe(0);
    const { brotli, gzipped, known, head } = result;

    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.bytes)).toEqual(plain.bytes);
    expect(gunzipSync(gzipped.bytes)).toEqual(plain.bytes);
    expect(plain.headers).toMatchObject({
      vary: 'Accept-Encoding, Cookie',
      'cache-control': 'private, no-cache',
      'content-type': 'application/json; charset=utf-8',
    });
    expect(known).toMatchObject({ status: 304, bytes: Buffer.alloc(0) });
    expect(head).toMatchObject({ status: 200, bytes: Buffer.alloc(0) });
    expect(head.headers['content-length']).toBe(String(plain.bytes.length));
  });

  it('confirms its tag only to whoever sees what the tag stands for', async () => {
    const cookie = delegate.cookie;
    const etag = String((await raw('GET', { cookie })).headers['etag']);
    expect((await raw('GET', { cookie, 'if-none-match': etag })).status).toBe(304);
    const visitor = await raw('GET', { 'if-none-match': etag });
    expect(visitor.status).toBe(200);
    expect(titles(JSON.parse(visitor.bytes.toString()))).toEqual(['Opening']);
    const stranger = await raw('GET', { cookie: 'forum=of-nobody', 'if-none-match': etag });
    expect(stranger.status).toBe(200);
    expect((await raw('GET', { cookie }, other)).status).toBe(200);
    expect((await raw('GET', { cookie, 'if-none-match': '*' }, other)).status).toBe(304);
    await forum.database.rows(`update edition set phase = 'planned' where id = $1`, [other.id]);
    forum.app.get(Viewers).forget();
    for (let i = 0; i < 2; i++) {
      expect((await raw('GET', { cookie, 'if-none-match': '*' }, other)).status).toBe(404);
    }
  });

  it('is written once for all who ask at the same time, anew after a change', async () => {
    const before = await raw('GET', {});
    const moved = await desk.call(changeSession, {
      params: { edition: edition.slug, session: opening.id },
      body: { version: opening.version, change: { kind: 'move', start: '2031-05-12T09:00' } },
    });
    expect(moved.status).toBe(200);
    opening = { ...opening, ...moved.body.sessions[0]! };
    const after = await eventually(
      () => raw('GET', { 'if-none-match': String(before.headers['etag']) }),
      (answer) => answer.status === 200,
    );
    expect(titles(JSON.parse(after.bytes.toString()))).toEqual(['Opening']);
    expect(JSON.parse(after.bytes.toString()).sessions[0].start).toBe('2031-05-12T00:00:00Z');
  });

  it('is compared with the database while the journal cannot be followed', async () => {
    const before = await raw('GET', {});
    const lost = jest.spyOn(forum.app.get(JournalTail), 'isCurrent', 'get').mockReturnValue(false);
    await forum.database.rows(`update session set title = 'Unheard of' where id = $1`, [opening.id]);
    expect((await raw('GET', { 'if-none-match': String(before.headers['etag']) })).status).toBe(304);
    await forum.database.rows(
      `update stream_head set number = number + 1 where edition_id = $1 and stream = 'public'`,
      [edition.id],
    );
    expect((await raw('GET', {})).bytes.toString()).toContain('Unheard of');
    lost.mockRestore();
  });
});

describe('an agenda', () => {
  it('holds what was starred, once, until it is taken out', async () => {
    const params = { edition: edition.slug, session: briefing.id };
    for (let i = 0; i < 2; i++) expect((await delegate.call(star, { params })).status).toBe(200);
    expect((await delegate.call(readStars, inEdition())).body.sessionIds).toEqual([briefing.id]);
    const told = await forum.database.rows(
      `select from change where type = 'star.changed' union all select from journal where type = 'star.changed'`,
    );
    expect(told).toHaveLength(1);
    for (let i = 0; i < 2; i++) expect((await delegate.call(unstar, { params })).status).toBe(200);
    expect((await delegate.call(readStars, inEdition())).body.sessionIds).toEqual([]);
  });

  it('is theirs alone: the journal counts stars and names nobody, also of those that it recorded with a name', async () => {
    const params = { edition: edition.slug, session: briefing.id };
    const auditor = await forum.signIn('auditor@host.example');
    await forum.database.rows(
      `insert into role_grant (edition_id, person_id, role) values ($1, $2, 'auditor')`,
      [edition.id, auditor.personId],
    );
    forum.app.get(Viewers).forget();
    const stars = async (mine: 'true' | 'false' = 'false') =>
      (await auditor.call(readAudit, { ...inEdition(), query: { mine } })).body.filter(
        ({ type }) => type === 'star.changed',
      );
    expect((await delegate.call(star, { params })).status).toBe(200);
    // As the forum recorded them once.
    await forum.database.rows(
      `insert into change (edition_id, streams, type, entity_id, version, person_id, acting_for)
       values ($1, array['person:' || $2::text], 'star.changed', $3, 0, $2::uuid, $4)`,
      [edition.id, delegate.personId, briefing.id, auditor.personId],
    );
    const told = await eventually(
      () => stars(),
      ([newest]) => newest?.entity === briefing.id,
    );
    expect(told.slice(0, 2)).toMatchObject([
      { entity: briefing.id, by: null, actingFor: null },
      // Nor which session, since the forum records a star.
      { entity: edition.id, by: null, actingFor: null },
    ]);
    expect(await stars('true')).toEqual([]);
    const kept = await forum.database.rows(
      `select person_id as person from journal where type = 'star.changed' order by id desc limit 2`,
    );
    expect(kept).toEqual([{ person: delegate.personId }, { person: null }]);
    expect((await delegate.call(unstar, { params })).status).toBe(200);
  });

  it('is for people who are signed in', async () => {
    expect((await forum.visitor().call(readStars, inEdition())).problem.code).toBe('auth.required');
  });
});
