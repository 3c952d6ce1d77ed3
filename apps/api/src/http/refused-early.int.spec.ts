import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { problem } from '@forum/contract/problem';
import { connect } from 'node:net';
import { pino } from 'pino';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';

const lines: string[] = [];
let forum: TestForum;
beforeAll(async () => {
  forum = await startTestForum({}, pino({ level: 'info' }, { write: (line) => void lines.push(line) }));
});
afterAll(() => forum.stop());
beforeEach(() => void (lines.length = 0));

/** What a bare connection is answered until the server closes it. */
function say(...said: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(forum.url);
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(Number(port), hostname, () => said.forEach((one) => socket.write(one)));
    socket.setEncoding('utf8').on('data', (chunk: string) => (heard += chunk));
    socket.on('close', () => resolve(heard));
    socket.on('error', reject);
  });
}

const asking = (line: string, ...headers: readonly string[]) =>
  [`${line} HTTP/1.1`, 'host: forum.test', 'connection: close', ...headers, '', ''].join('\r\n');

function read(answer: string) {
  const [head = '', body = ''] = answer.split(/\r\n\r\n/);
  const headers = new Map(
    head
      .split('\r\n')
      .slice(1)
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  return { status: Number(head.split(' ')[1]), headers, body };
}

const mark = 'stranger';
const long = mark.repeat(60);

describe('a request that is refused before anything is done for it', () => {
  it.each([
    ['an address with a part that is too long', asking(`GET /api/editions/${long}`), 404, 'not_found'],
    ['a long part at a write', asking(`PUT /api/editions/${long}/registration/draft`), 404, 'not_found'],
    [
      'an address that is far too long',
      asking(`GET /api/${mark.repeat(4000)}`),
      431,
      'request.headers_too_large',
    ],
    [
      'headers that are too large',
      asking('GET /api/forum', `x-much: ${mark.repeat(4000)}`),
      431,
      'request.headers_too_large',
    ],
    ['a method that is none', asking(`${mark.toUpperCase()} /api/forum`), 405, 'request.method'],
    ['a method that nothing here knows', asking('PROPFIND /api/forum'), 405, 'request.method'],
    ['a method that this address does not know', asking('POST /api/forum'), 405, 'request.method'],
    ['a read of what is only written', asking('GET /api/sign-in/codes'), 405, 'request.method'],
    ['an escape that is none', asking(`GET /api/editions/%E0%A4%A${long}`), 400, 'request.invalid'],
    ['what is not HTTP', `${mark} ${mark}\r\n\r\n`, 400, 'request.invalid'],
    ['a header that is none', asking('GET /api/forum', `${mark}\u0000: 1`), 400, 'request.invalid'],
    [
      'a WebSocket where there is none',
      asking('GET /api/forum', 'upgrade: websocket').replace('connection: close', 'connection: Upgrade'),
      404,
      'not_found',
    ],
  ] as const)('%s', async (_, sent, status, code) => {
    const answer = read(await say(sent));
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const document = problem.parse(JSON.parse(answer.body.replace(/^[0-9a-f]+\r\n|\r\n0\r\n\r\n$/g, '')));
    expect(document).toMatchObject({ status, code });
    expect(document.detail.length).toBeLessThan(400);
    if (status === 405) expect(answer.headers.get('allow')).toMatch(/^[A-Z]+(, [A-Z]+)*$/);

    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 40, status });
    expect(lines[0]!.length).toBeLessThan(400);
    expect(lines[0]!.split(mark).length - 1).toBeLessThanOrEqual(25);
  });

  it('is told which methods its address knows', async () => {
    const { headers } = read(await say(asking('DELETE /api/sign-in/codes?x=1')));
    expect(headers.get('allow')).toBe('POST');
    expect(read(await say(asking('POST /api/forum'))).headers.get('allow')).toBe('GET, HEAD');
  });
});
