import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { type AddressInfo, connect } from 'node:net';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';
import { endSlowBodies } from './slow-bodies.ts';

let server: FastifyInstance;
beforeAll(async () => {
  server = fastify();
  endSlowBodies(server, { any: 50, perKiB: 1_000_000 });
  server.post('/', () => 'read');
  await server.listen({ port: 0 });
});
afterAll(() => server.close());

/** A request that has announced a body and sent a part of it, and what it is answered until it is closed. */
function begin(length: number) {
  const { port } = server.server.address() as AddressInfo;
  const head = `POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n"`;
  const socket = connect(port, 'localhost', () => socket.write(head));
  const answer = new Promise<string>((resolve, reject) => {
    let heard = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (heard += chunk));
    socket.on('close', () => resolve(heard));
    socket.on('error', reject);
  });
  return { socket, answer };
}

describe('a body that does not end', () => {
  it('is answered with 408 and its connection closed, many at once, and a large one has more time', async () => {
    const large = begin(2048);
    const small = Array.from({ length: 200 }, () => begin(2));
    const answers = await Promise.all(small.map(({ answer }) => answer));
    expect(new Set(answers.map((answer) => answer.slice(0, 12)))).toEqual(new Set(['HTTP/1.1 408']));
    large.socket.write(`${'x'.repeat(2046)}"`);
    expect(await large.answer).toContain('HTTP/1.1 200');
  });
});

describe('a server', () => {
  let forum: TestForum;
  beforeAll(async () => {
    forum = await startTestForum({}, undefined, { bodies: { any: 50, perKiB: 0 } });
  });
  afterAll(() => forum.stop());

  /** The status of a request whose body goes on until its connection is closed. */
  function drip(request: string, piece: string): Promise<number> {
    let dripping: NodeJS.Timeout | undefined;
    const socket = connect(Number(new URL(forum.url).port), '127.0.0.1', () => {
      socket.write(`${request} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n`);
      socket.write(piece);
      // Not before: what is written to a socket that is not connected yet would stand before the request.
      dripping = setInterval(() => socket.write(piece.startsWith('transfer') ? '1\r\n"\r\n' : ' '), 5);
    });
    return new Promise((resolve) => {
      let heard = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => (heard += chunk));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearInterval(dripping);
        resolve(Number(heard.split(' ')[1]));
      });
    });
  }

  it.each([
    ['POST /api/sign-in/codes', 'content-length: 60000\r\n\r\n"'],
    ['POST /api/sign-in/codes', 'transfer-encoding: chunked\r\n\r\n1\r\n"\r\n'],
    ['PATCH /api/me', 'content-length: 60000\r\n\r\n"'],
    ['POST /api/nothing', 'content-length: 60000\r\n\r\n"'],
  ])('ends a body that goes on and on: %s', async (request, piece) => {
    expect(await drip(request, piece)).toBe(408);
  });

  it('ends it within five minutes also where the request was refused before its body was read', () => {
    const { requestTimeout } = forum.app.getHttpServer() as { requestTimeout: number };
    expect(requestTimeout).toBeGreaterThan(0);
    expect(requestTimeout).toBeLessThanOrEqual(300_000);
  });
});
