import autocannon from 'autocannon';
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { against, report } from '../support/measures.ts';
import { freePort, startForum } from '../support/running-forum.ts';
import { signIn } from '../support/signed-in.ts';
import { importThousandSessions } from '../support/thousand-sessions.ts';

const seconds = 8;
const connections = 50;

/** The programme of 1,000 sessions to a signed-in, accredited delegate, against a bare Fastify handler of the same bytes. */
export default async function http(args: readonly string[]): Promise<void> {
  const forum = await startForum();
  try {
    const { current } = (await (await fetch(`${forum.url}/api/forum`)).json()) as {
      current: { slug: string; startsOn: string };
    };
    await importThousandSessions(await signIn(forum, 'secretariat'), current);
    const delegate = await signIn(forum, 'delegate');
    const address = `${forum.url}/api/editions/${current.slug}/programme`;
    const headers = { cookie: delegate.cookie, 'accept-encoding': 'br' };
    const first = await fetch(address, { headers });
    const etag = first.headers.get('etag') ?? '';
    const body = await rawBytes(address, headers);
    const bare = await startBare(body, etag);
    try {
      const ours = await both(address, headers, etag);
      const reference = await both(bare.url, headers, etag);
      report(
        'http',
        [
          against(
            `programme, ${Math.round(body.length / 1024)} KiB`,
            ours.full,
            reference.full,
            'requests/s',
            0.5,
          ),
          against('conditional requests', ours.notModified, reference.notModified, '304s/s', 0.5),
        ],
        args,
      );
    } finally {
      bare.stop();
    }
  } finally {
    await forum.stop();
  }
}

async function both(
  url: string,
  headers: Record<string, string>,
  etag: string,
): Promise<{ full: number; notModified: number }> {
  const rate = async (more: Record<string, string>) => {
    await autocannon({ url, connections, duration: 2, headers: { ...headers, ...more } });
    const { requests } = await autocannon({
      url,
      connections,
      duration: seconds,
      headers: { ...headers, ...more },
    });
    return requests.average;
  };
  return { full: await rate({}), notModified: await rate({ 'if-none-match': etag }) };
}

/** The bytes as they go over the wire, still compressed. */
function rawBytes(url: string, headers: Record<string, string>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    }).on('error', reject);
  });
}

const bareServer = `
const [, , port, file, etag] = process.argv;
const { readFileSync } = await import('node:fs');
const { default: fastify } = await import('fastify');
const body = readFileSync(file);
const server = fastify();
server.get('/', (request, reply) => {
  reply.header('etag', etag);
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.header('content-encoding', 'br').type('application/json').send(body);
});
await server.listen({ port: Number(port), host: '127.0.0.1' });
process.send('ready');
`;

async function startBare(body: Buffer, etag: string): Promise<{ url: string; stop(): void }> {
  const port = await freePort();
  const file = path.join(tmpdir(), `forum-bare-${port}.bin`);
  // Beside the dependencies, so that the bare server finds Fastify.
  const script = path.join(process.cwd(), 'node_modules', '.cache', `forum-bare-${port}.mjs`);
  writeFileSync(file, body);
  writeFileSync(script, bareServer);
  const child = fork(script, [String(port), file, etag]);
  await new Promise((ready) => child.once('message', ready));
  return { url: `http://127.0.0.1:${port}/`, stop: () => child.kill() };
}
