import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi } from '@forum/contract/open-api';
import { get } from 'node:http';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';

const metricsToken = 'a-token-of-the-scraper';
let here: TestForum;
let elsewhere: TestForum;
let real: TestForum;
beforeAll(async () => {
  here = await startTestForum({ baseUrl: 'http://localhost:3000' });
  elsewhere = await startTestForum({ baseUrl: 'https://forum.example', metricsToken });
  real = await startTestForum({ demo: false });
});
afterAll(() => Promise.all([here.stop(), elsewhere.stop(), real.stop()]));

const statusOf = async ({ url }: TestForum, address: string, headers: Record<string, string> = {}) =>
  (await fetch(`${url}${address}`, { headers })).status;

/** `fetch` sends no other Host than that of its address. */
const statusUnder = (host: string, address: string) =>
  new Promise<number | undefined>((answered, failed) => {
    get(`${here.url}${address}`, { headers: { host } }, (response) => {
      response.resume();
      answered(response.statusCode);
    }).on('error', failed);
  });

describe('the mails of a demo', () => {
  it('are shown on one’s own machine alone', async () => {
    expect(await statusOf(here, '/dev/mail')).toBe(200);
    expect(await statusOf(elsewhere, '/dev/mail')).toBe(404);
  });

  it.each([
    ['localhost:3000', 200],
    ['127.0.0.1', 200],
    ['[::1]:3000', 200],
    ['evil.example', 404],
    ['evil.example:3000', 404],
    ['localhost.evil.example', 404],
    ['127.0.0.1.evil.example', 404],
    ['a b', 404],
  ])('are shown under names of this machine alone: %s is answered with %i', async (host, status) => {
    expect(await statusUnder(host, '/dev/mail')).toBe(status);
  });
});

describe('the metrics', () => {
  it('are told to everybody in a demo, and otherwise with a token to who has it', async () => {
    expect(await statusOf(real, '/metrics')).toBe(401);
    expect(await statusOf(real, '/metrics', { authorization: 'Bearer null' })).toBe(401);
    expect(await statusOf(here, '/metrics')).toBe(200);
    expect(await statusOf(elsewhere, '/metrics')).toBe(401);
    expect(await statusOf(elsewhere, '/metrics', { authorization: 'Bearer wrong' })).toBe(401);
    expect(await statusOf(elsewhere, '/metrics', { authorization: `Bearer ${metricsToken}` })).toBe(200);
  });
});

describe('the description of the API', () => {
  it('is the same bytes for everyone, compressed, and not sent to who has it', async () => {
    const address = `${here.url}/api/openapi.json`;
    const first = await fetch(address, { headers: { 'accept-encoding': 'br' } });
    expect(first.headers.get('content-encoding')).toBe('br');
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^"[\w-]+-br"$/);
    expect(await first.json()).toEqual(openApi());
    const again = await fetch(address, { headers: { 'if-none-match': etag } });
    expect({ status: again.status, body: await again.text() }).toEqual({ status: 304, body: '' });
  });
});
