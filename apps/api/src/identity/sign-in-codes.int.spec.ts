import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askForCode, signInByCode } from '@forum/contract/identity/sign-in';
import { freeCodes, workBits } from '@forum/domain/identity/sign-in-work';
import { countQueries } from '../testing/count-queries.ts';
import { solvePuzzle } from '../testing/solve-puzzle.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';

let forum: TestForum;
beforeAll(async () => {
  forum = await startTestForum();
});
afterAll(() => forum.stop());

const ask = (mail: string, by: TestBrowser = forum.visitor(), work?: { puzzle: string; nonce: number }) =>
  by.call(askForCode, { body: { mail, ...(work ? { work } : {}) } });
const askMany = async (mail: string, count: number) => {
  const answers = [];
  for (let n = 0; n < count; n++) answers.push(await ask(mail));
  return answers;
};
const solved = async (mail: string) => solvePuzzle((await ask(mail)).problem.details!);

/** A browser that signs in with a code, and so becomes one that its person has used. */
async function signInByMail(mail: string): Promise<TestBrowser> {
  const asked = await ask(mail);
  const device = asked.headers.get('set-cookie')!.split(';')[0]!;
  const row = await forum.database.row<{ subject: string }>(
    'select subject from mail where recipient = $1 order by id desc',
    [mail],
  );
  const [code] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(row!.subject)!;
  await forum.browserWith(device).call(signInByCode, { body: { challenge: asked.body.challenge, code } });
  return forum.browserWith(device);
}

describe('somebody for whose address others ask again and again', () => {
  it('is not kept out: their own device is answered as ever, a new one after some work', async () => {
    const mail = 'head@ministry.example';
    const own = await signInByMail(mail);
    const flood = await askMany(mail, 30);
    expect(flood.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(freeCodes.toAddress);
    expect(new Set(flood.slice(freeCodes.toAddress).map(({ problem }) => problem.code))).toEqual(
      new Set(['auth.work_needed']),
    );
    expect((await ask(mail, own)).status).toBe(200);
    expect((await ask(mail, forum.visitor(), await solved(mail))).status).toBe(200);
  });

  it('has never more work before them than the most', async () => {
    const mail = 'most@ministry.example';
    await forum.database.rows(
      `insert into sign_in_challenge (mail, code_hash, link_hash, language, expires_at, device_hash)
       select $1, '', n::text::bytea, 'en', now() + interval '10 minutes', n::text::bytea from generate_series(1, 500) n`,
      [mail],
    );
    expect((await ask(mail)).problem.details).toMatchObject({ bits: workBits.most });
    await forum.database.rows('delete from sign_in_challenge where mail = $1', [mail]);
  });
});

describe('a known and an unknown address', () => {
  it('are answered alike, to the byte and in every step', async () => {
    await forum.signIn('known@forum.test');
    const shape = ({ status, body, headers }: Awaited<ReturnType<typeof ask>>) => ({
      status,
      length: JSON.stringify(body).length,
      keys: Object.keys(body),
      headers: [...headers.keys()].sort(),
      bits: (body as { details?: { bits?: number } }).details?.bits,
    });
    const [known, unknown] = [await askMany('known@forum.test', 8), await askMany('knowm@forum.test', 8)];
    expect(known.map(shape)).toEqual(unknown.map(shape));
    expect(known.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 403, 403, 403]);
    // Nobody's address is kept for having asked.
    expect(await forum.database.rows('select from notice')).toEqual([]);
  });

  it('cost the database the same', async () => {
    await forum.signIn('known-too@forum.test');
    const count = async (mail: string) => (await countQueries(forum, () => ask(mail))).queries;
    expect(await count('known-too@forum.test')).toBe(await count('unknown-too@forum.test'));
  });
});

describe('one device', () => {
  it('gets so many codes in a quarter of an hour, for whatever addresses; others are not concerned', async () => {
    const first = await ask('device-0@forum.test');
    const device = forum.browserWith(first.headers.get('set-cookie')!.split(';')[0]!);
    const answers = await Promise.all(
      Array.from({ length: 15 }, (_, n) => ask(`device-${n + 1}@forum.test`, device)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(9);
    expect(answers.filter(({ problem }) => problem.code === 'auth.too_many_codes')).toHaveLength(6);
    expect((await ask('device-1@forum.test')).status).toBe(200);
  });
});

describe('the solution of a puzzle', () => {
  it('is worth one code', async () => {
    const mail = 'once@forum.test';
    await askMany(mail, freeCodes.toAddress);
    const work = await solved(mail);
    const answers = await Promise.all([1, 2, 3].map(() => ask(mail, forum.visitor(), work)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ problem }) => problem.code === 'auth.work_needed')).toHaveLength(2);
  });

  it('is worth nothing for another address, or when it is changed', async () => {
    await askMany('one@forum.test', freeCodes.toAddress);
    await askMany('two@forum.test', freeCodes.toAddress);
    const work = await solved('one@forum.test');
    const refused = async (mail: string, changed: Partial<typeof work>) =>
      (await ask(mail, forum.visitor(), { ...work, ...changed })).problem.code;
    expect(await refused('two@forum.test', {})).toBe('auth.work_needed');
    expect(await refused('one@forum.test', { puzzle: `1${work.puzzle.slice(2)}` })).toBe('auth.work_needed');
    expect(await refused('one@forum.test', { nonce: work.nonce + 1 })).toBe('auth.work_needed');
    expect((await ask('one@forum.test', forum.visitor(), work)).status).toBe(200);
  });
});

describe('a flood of codes for ever new addresses', () => {
  it('makes work necessary for each', async () => {
    await forum.database.rows(
      `insert into sign_in_challenge (mail, code_hash, link_hash, language, expires_at)
       select n::text, '', ('flood' || n)::bytea, 'en', now() + interval '10 minutes' from generate_series(1, $1::int) n`,
      [freeCodes.recently],
    );
    const mail = 'in-the-flood@forum.test';
    expect((await ask(mail)).problem.code).toBe('auth.work_needed');
    const answer = await ask(mail, forum.visitor(), await solved(mail));
    expect(answer.body.withinMinutes).toBeGreaterThanOrEqual(2);
  });

  it('takes each solution once, though the next is worth no more', async () => {
    const mail = 'again-in-the-flood@forum.test';
    const work = await solved(mail);
    const answers = await Promise.all([1, 2, 3].map(() => ask(mail, forum.visitor(), work)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await ask(mail, forum.visitor(), work)).problem.code).toBe('auth.work_needed');
  });
});
