import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { type AddressInfo, connect } from 'node:net';
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
