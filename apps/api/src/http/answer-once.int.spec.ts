import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { requestMeeting, withdrawMeeting } from '@forum/contract/meetings/requests';
import { createFeed, readFeed } from '@forum/contract/calendar/calendar';
import { randomUUID } from 'node:crypto';
import type { TestBrowser } from '../testing/test-forum.ts';
import { twoFirms } from '../testing/two-firms.ts';

let market: Awaited<ReturnType<typeof twoFirms>>;
beforeAll(async () => {
  market = await twoFirms(2033);
});
afterAll(() => market.forum.stop());
/** Only so many requests may wait for one firm. */
afterEach(() =>
  market.forum.database.rows(
    `update meeting set state = 'withdrawn', turn = null, suggested = '{}', expires_at = null, remind_at = null where state = 'requested'`,
  ),
);

interface Asking {
  key: string;
  topic?: string;
  by?: TestBrowser;
}

/** Hanbit asks Nordlys for a meeting. */
function ask({ key, topic = 'Sights', by = market.hanbit.browser }: Asking) {
  const { edition, hanbit, nordlys } = market;
  return by.call(requestMeeting, {
    params: { edition: edition.slug },
    headers: { 'idempotency-key': key },
    body: {
      fromTeamId: hanbit.teamId,
      toTeamId: nordlys.teamId,
      participants: [hanbit.delegateIds[0]!],
      topic,
      message: '',
      suggested: ['2033-05-12T00:00:00Z'],
    },
  });
}

async function countOf(topic: string): Promise<{ meetings: number; jobs: number }> {
  const { database } = market.forum;
  const row = await database.row<{ meetings: number; jobs: number }>(
    `select (select count(*)::int from meeting where topic = $1) as meetings,
       (select count(*)::int from pgboss.job where name = 'tell-of-meeting'
          and data ->> 'meetingId' in (select id::text from meeting where topic = $1)) as jobs`,
    [topic],
  );
  return row!;
}

describe('a request for a meeting that is sent twice with one key', () => {
  it('is made once and answered alike', async () => {
    const key = randomUUID();
    const [first, second] = [await ask({ key, topic: 'Twice' }), await ask({ key, topic: 'Twice' })];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect(await countOf('Twice')).toEqual({ meetings: 1, jobs: 1 });
  });

  it('is made once when both come at the same time', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask({ key, topic: 'At once' })));
    // Whoever comes between the commit and the keeping of the answer is told to ask again.
    for (const { status, problem } of answers) {
      if (status !== 200) expect(problem).toMatchObject({ code: 'request.under_way', status: 409 });
    }
    const made = answers.filter(({ status }) => status === 200).map(({ body }) => body.id);
    expect(new Set(made).size).toBe(1);
    expect((await ask({ key, topic: 'At once' })).body.id).toBe(made[0]);
    expect(await countOf('At once')).toEqual({ meetings: 1, jobs: 1 });
  });

  it('waits for one that is not committed, and is told to ask again when that takes long', async () => {
    const key = randomUUID();
    const { database } = market.forum;
    let finish = () => {};
    const finished = new Promise<void>((resolve) => (finish = resolve));
    let claim = () => {};
    const claimed = new Promise<void>((resolve) => (claim = resolve));
    const slow = database.write(async (transaction) => {
      await transaction.query(
        `insert into keyed_write (person_id, key, fingerprint) values ($1, $2, '\\x00')`,
        [market.hanbit.browser.personId, key],
      );
      claim();
      await finished;
      throw new Error('rolled back');
    });
    await claimed;
    const refused = await ask({ key, topic: 'Slowly' });
    expect(refused.problem).toMatchObject({ code: 'request.under_way', details: { retryAfter: 2 } });
    expect(await countOf('Slowly')).toMatchObject({ meetings: 0 });
    const waiting = ask({ key, topic: 'Slowly' });
    finish();
    await expect(slow).rejects.toThrow('rolled back');
    expect((await waiting).status).toBe(200);
    expect(await countOf('Slowly')).toMatchObject({ meetings: 1 });
  });

  it('is answered alike even if it would be refused by now', async () => {
    const key = randomUUID();
    const { browser } = market.hanbit;
    const first = await ask({ key, topic: 'Withdrawn' });
    const withdrawal = {
      params: market.of(first.body),
      body: { version: first.body.version },
      headers: { 'idempotency-key': randomUUID() },
    };
    const withdrawn = await browser.call(withdrawMeeting, withdrawal);
    expect(withdrawn.status).toBe(200);
    const again = await browser.call(withdrawMeeting, withdrawal);
    expect(again.body).toEqual(withdrawn.body);
    expect((await ask({ key, topic: 'Withdrawn' })).body.id).toBe(first.body.id);
  });
});

describe('a key', () => {
  it('is free again after a write that was refused', async () => {
    const key = randomUUID();
    const refused = await market.hanbit.browser.call(requestMeeting, {
      params: { edition: market.edition.slug },
      headers: { 'idempotency-key': key },
      body: {
        fromTeamId: market.hanbit.teamId,
        toTeamId: market.hanbit.teamId,
        participants: [market.hanbit.delegateIds[0]!],
        topic: 'With oneself',
        message: '',
        suggested: ['2033-05-12T00:00:00Z'],
      },
    });
    expect(refused.problem.code).toBe('meeting.own_firm');
    expect((await ask({ key, topic: 'After a refusal' })).status).toBe(200);
  });

  it('is refused with another body', async () => {
    const key = randomUUID();
    await ask({ key, topic: 'One' });
    expect((await ask({ key, topic: 'Other' })).problem).toMatchObject({
      code: 'request.key_reused',
      status: 422,
    });
    expect(await countOf('Other')).toEqual({ meetings: 0, jobs: 0 });
  });

  it('of somebody else answers nothing', async () => {
    const key = randomUUID();
    const { hanbit } = market;
    const first: Meeting = (await ask({ key, topic: 'Mine' })).body;
    const colleague = await ask({ key, topic: 'Mine', by: hanbit.browsers[1]! });
    expect(colleague.status).toBe(200);
    expect(colleague.body.id).not.toBe(first.id);
    const stranger = await ask({ key, topic: 'Mine', by: market.nordlys.browser });
    expect(stranger.status).not.toBe(200);
    expect(await ask({ key, topic: 'Mine', by: market.forum.visitor() })).toMatchObject({ status: 401 });
  });

  it('that is none is refused', async () => {
    const answer = await ask({ key: 'two words' });
    expect(answer.problem.code).toBe('request.invalid');
    expect(answer.problem.fields?.[0]?.path).toBe('headers.idempotency-key');
  });

  it('of a write whose answer was lost is refused, and nothing is done again', async () => {
    const key = randomUUID();
    await ask({ key, topic: 'Lost' });
    await market.forum.database.rows(
      `update keyed_write set answer = null, created_at = now() - interval '2 minutes' where key = $1`,
      [key],
    );
    expect((await ask({ key, topic: 'Lost' })).problem.code).toBe('request.answer_lost');
    expect(await countOf('Lost')).toMatchObject({ meetings: 1 });
  });
});

describe('an answer that is a secret', () => {
  it('is kept nowhere: the request is done anew', async () => {
    const { browser } = market.hanbit;
    const params = { edition: market.edition.slug };
    const headers = { 'idempotency-key': randomUUID() };
    const urls = [];
    for (let n = 0; n < 2; n++) urls.push((await browser.call(createFeed, { params, headers })).body.url);
    expect(urls[0]).not.toBe(urls[1]);
    expect((await browser.call(readFeed, { params })).body.createdAt).not.toBeNull();
    const kept = await market.forum.database.rows('select from keyed_write where key = $1', [
      headers['idempotency-key'],
    ]);
    expect(kept).toEqual([]);
  });
});
