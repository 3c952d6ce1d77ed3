import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { beginsWithZeros, solutionOf } from '@forum/domain/identity/sign-in-work';
import { createHash } from 'node:crypto';
import { askWithWork } from './ask-with-work.ts';

afterEach(() => void jest.restoreAllMocks());

const json = (status: number, body: object) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status === 200 ? 'application/json' : 'application/problem+json' },
  });
const bits = 8;
const refusal = () =>
  json(403, {
    type: 'about:blank',
    title: 'The browser has to solve a puzzle first',
    status: 403,
    code: 'auth.work_needed',
    detail: 'Solve it.',
    details: { puzzle: 'puzzle', bits },
  });
const challenge = '0199c1a0-0000-7000-8000-000000000001';
const sent = { challenge, expiresAt: '2031-05-12T00:10:00Z', withinMinutes: 2 };

/** A forum that answers in turn; keeps what it was asked. */
function answering(...answers: readonly Response[]): { work?: { puzzle: string; nonce: number } }[] {
  const asked: { work?: { puzzle: string; nonce: number } }[] = [];
  const left = [...answers];
  jest.spyOn(globalThis, 'fetch').mockImplementation((_, init) => {
    asked.push(JSON.parse(String(init?.body)) as (typeof asked)[number]);
    return Promise.resolve(left.shift() ?? refusal());
  });
  return asked;
}

describe('a browser that asks for a code', () => {
  it('computes nothing when the forum wants nothing', async () => {
    const asked = answering(json(200, sent));
    const onWork = jest.fn();
    expect(await askWithWork({ mail: 'kim@forum.test', language: 'en', onWork })).toEqual(sent);
    expect(asked).toHaveLength(1);
    expect(onWork).not.toHaveBeenCalled();
  });

  it('solves the puzzle and asks again', async () => {
    const asked = answering(refusal(), json(200, sent));
    const onWork = jest.fn();
    expect(await askWithWork({ mail: 'kim@forum.test', language: 'en', onWork })).toEqual(sent);
    const { puzzle, nonce } = asked[1]!.work!;
    const hash = createHash('sha256').update(solutionOf(puzzle, nonce)).digest();
    expect(beginsWithZeros(hash, bits)).toBe(true);
    expect(onWork).toHaveBeenCalledTimes(1);
  });

  it('gives up after three puzzles', async () => {
    const asked = answering();
    await expect(
      askWithWork({ mail: 'kim@forum.test', language: 'en', onWork: () => undefined }),
    ).rejects.toThrow();
    expect(asked).toHaveLength(4);
  });
});
