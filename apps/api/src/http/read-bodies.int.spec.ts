import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@forum/contract/problem';
import { request } from 'node:http';
import { createTestEdition, type TestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';

let forum: TestForum;
let edition: TestEdition;
let desk: TestBrowser;
beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, 2031);
  desk = await forum.signIn('desk@host.example', { secretariat: true });
});
afterAll(() => forum.stop());

const file = 'application/octet-stream';
const imports = () => `/api/editions/${edition.slug}/firms/imports`;

interface Sent {
  address: string;
  cookie?: string;
  origin?: string;
  type?: string;
  bytes: number;
}

async function send({ address, cookie, origin, type = file, bytes }: Sent) {
  const response = await fetch(`${forum.url}${address}`, {
    method: 'POST',
    headers: { 'content-type': type, ...(cookie ? { cookie } : {}), ...(origin ? { origin } : {}) },
    body: Buffer.alloc(bytes, ' '),
  });
  const problem = (await response.json()) as Problem;
  return { type: response.headers.get('content-type'), status: response.status, code: problem.code };
}

/** Says that a large body will come and sends none of it: only who reads no body can answer. */
const answerBeforeBody = (address: string, headers: Record<string, string>) =>
  new Promise<number | undefined>((resolve, reject) => {
    const sent = request(`${forum.url}${address}`, {
      method: 'POST',
      headers: { 'content-type': file, 'content-length': 19 * 1024 * 1024, ...headers },
      timeout: 3_000,
    });
    sent.on('response', ({ statusCode }) => {
      resolve(statusCode);
      sent.destroy();
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer before the body')));
    sent.on('error', reject);
    sent.flushHeaders();
  });

describe('a body', () => {
  it.each([file, 'application/json'])(
    'of more than 64 KiB is refused where no file is taken (%s)',
    async (type) => {
      for (const address of ['/api/sign-in/codes', `/api/editions/${edition.slug}/rooms`]) {
        const answer = await send({ address, type, bytes: 65 * 1024, cookie: desk.cookie });
        expect(answer).toMatchObject({ status: 413, code: 'request.too_large' });
      }
    },
  );

  it('of a file is refused when it is larger than the route takes', async () => {
    const answer = await send({ address: imports(), cookie: desk.cookie, bytes: 20 * 1024 * 1024 + 1 });
    expect(answer).toMatchObject({ status: 413, code: 'request.too_large' });
  });

  it('of a file is read for whoever may send it', async () => {
    const answer = await send({ address: imports(), cookie: desk.cookie, bytes: 1024 * 1024 });
    expect(answer).toMatchObject({ status: 422, code: 'import.unreadable' });
  });

  it('of a file is not read for anybody else, nor for another site', async () => {
    const other = await forum.signIn('other@firm.example');
    expect(await answerBeforeBody(imports(), {})).toBe(401);
    expect(await answerBeforeBody(imports(), { cookie: other.cookie })).toBe(403);
    expect(await answerBeforeBody(imports(), { cookie: desk.cookie, origin: 'https://evil.example' })).toBe(
      403,
    );
    const refused = await send({ address: imports(), bytes: 1024 * 1024 });
    expect(refused).toMatchObject({ status: 401, code: 'auth.required' });
    expect(refused.type).toContain('application/problem+json');
  });
});
