import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endSession, listSessions } from '@forum/contract/identity/me';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';

let forum: TestForum;
let plain: TestForum;
beforeAll(async () => {
  forum = await startTestForum({ baseUrl: 'https://forum.example' });
  plain = await startTestForum();
});
afterAll(() => Promise.all([forum.stop(), plain.stop()]));

const headersOf = async ({ url }: TestForum, address: string) =>
  Object.fromEntries((await fetch(`${url}${address}`)).headers);

describe.each(['/api/me', '/api/nothing', '/api/editions/none/meetings', '/', '/nothing.txt'])(
  'an answer at %s',
  (address) => {
    it('keeps to TLS, tells no site where it came from, and is what it says', async () => {
      expect(await headersOf(forum, address)).toMatchObject({
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(await headersOf(plain, address)).not.toHaveProperty('strict-transport-security');
    });
  },
);

describe('an answer of the API', () => {
  it.each(['/api/me', '/%61pi/me', '/api/nothing'])('is kept by no cache: %s', async (address) => {
    const headers = await headersOf(plain, address);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', vary: 'Cookie' });
    expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
  });

  it('clears the cache of the device that signs out, and of no other', async () => {
    const phone = await plain.signIn('kim@example.kr');
    await plain.signIn('kim@example.kr');
    const other = (await phone.call(listSessions)).body.find(({ current }) => !current)!.id;
    const elsewhere = await phone.call(endSession, { params: { session: other } });
    expect(elsewhere.headers.get('clear-site-data')).toBeNull();
    const own = await phone.call(endSession, { params: { session: 'current' } });
    expect(own.headers.get('clear-site-data')).toBe('"cache"');
  });
});

describe('a page', () => {
  it('takes styles and scripts from files alone, and its addresses from no base element', async () => {
    const policy = (await headersOf(plain, '/'))['content-security-policy']!;
    expect(policy).not.toContain('unsafe');
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining(["default-src 'self'", "base-uri 'none'", "style-src 'self'"]),
    );
  });
});
