import autocannon from 'autocannon';
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { against, report } from '../support/measures.ts';
import { freePort, startForum } from '../support/running-forum.ts';
import { signIn } from '../support/signed-in.ts';
import { importThousandSessions } from '../support/thousand-sessions.ts';

const turns = 3;
const seconds = 3;
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
    const etag = await settledTag(address, headers);
    const body = await rawBytes(address, headers);
    const bare = await startBare(body, etag);
    try {
      const [ours, reference] = await inTurns([address, bare.url], headers, etag);
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

/** The tag of the programme once the changes of the import have been told, after which it stays. */
async function settledTag(address: string, headers: Record<string, string>): Promise<string> {
  const read = async () => (await fetch(address, { headers })).headers.get('etag') ?? '';
  let tag = await read();
  for (let before = ''; before !== tag;) {
    await pause(1_000);
    [before, tag] = [tag, await read()];
  }
  return tag;
}

interface Rates {
  full: number;
  notModified: number;
}

/** Requests a second of both servers, measured by turns, so that what else the machine does touches both alike. */
async function inTurns(
  urls: readonly [string, string],
  headers: Record<string, string>,
  etag: string,
): Promise<[Rates, Rates]> {
  const rate = async (url: string, more: Record<string, string>, duration: number) =>
    (await autocannon({ url, connections, duration, headers: { ...headers, ...more } })).requests.average;
  const rates: [Rates, Rates] = [
    { full: 0, notModified: 0 },
    { full: 0, notModified: 0 },
  ];
  for (const url of urls) await rate(url, {}, 2);
  for (let turn = 0; turn < turns; turn++) {
    for (const [which, url] of urls.entries()) {
      rates[which]!.full += (await rate(url, {}, seconds)) / turns;
      rates[which]!.notModified += (await rate(url, { 'if-none-match': etag }, seconds)) / turns;
    }
  }
  return rates;
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
