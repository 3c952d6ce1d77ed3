import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { request } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { io } from 'socket.io-client';
import {
  documented,
  type DocumentedNginx,
  nginxIsThere,
  operating,
  startDocumentedNginx,
} from '../support/documented-nginx.ts';
import { freePort, type RunningForum, startForum, temporaryFolder } from '../support/running-forum.ts';

const tag = randomBytes(4).toString('hex');
const metricsToken = 'a-token-of-the-scraper';
const secret = 'a-secret-of-two-nodes-that-is-long-enough';
const superuser = () => process.env['FORUM_TEST_DATABASE']!;

let folder: string;
let nginx: DocumentedNginx;
let url: string;
let nodes: RunningForum[] = [];
let cookie = '';

/** Runs statements as the superuser, each by itself. */
async function administer(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: superuser() });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const own = (text: string) => text.replace(/\bforum(_owner)?\b/g, (name) => `${name}_${tag}`);

/** Makes roles and database as docs/operating.md says, under names of this test, and says how each signs in. */
async function makeDatabase(): Promise<{ DATABASE_URL: string; DATABASE_OWNER_URL: string }> {
  const sql = own(documented('sql', 'create database').replaceAll('…', tag));
  const passOn = /`(grant forum_server to forum_owner with admin option);`/.exec(operating())?.[1];
  await administer(...sql.split(/;\s*/).filter(Boolean), own(passOn!));
  const signIn = (login: string) =>
    Object.assign(new URL(superuser()), {
      username: own(login),
      password: tag,
      pathname: own('/forum'),
    }).toString();
  return { DATABASE_URL: signIn('forum'), DATABASE_OWNER_URL: signIn('forum_owner') };
}

function ask(
  address: string,
  init: { method?: string; headers?: Record<string, string>; body?: unknown } = {},
) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>(
    (resolve, reject) => {
      const { method = 'GET', headers = {}, body } = init;
      const sent = request(
        `${url}${address}`,
        {
          method,
          ca: nginx.certificate,
          headers: {
            cookie,
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
        },
        (answer) => {
          let text = '';
          answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
        },
      );
      sent.on('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    },
  );
}

/** Repeats until it does not fail, for a minute. */
async function untilDone(attempt: () => Promise<void>): Promise<void> {
  for (const began = Date.now(); ; await pause(100)) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() - began > 60_000) throw error;
    }
  }
}

const start = (port: number, more: Record<string, string>) =>
  startForum({ dataDir: folder, port, env: { ...more, BASE_URL: url, SECRET: secret } });

/** Opens the live socket through nginx, and closes it. */
async function meetLive(): Promise<void> {
  const socket = io(url, {
    path: '/live',
    transports: ['websocket'],
    ca: nginx.certificate,
    extraHeaders: { origin: url },
    reconnection: false,
    forceNew: true,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
  } finally {
    socket.close();
  }
}

async function signIn(): Promise<string> {
  const link = [...nodes[0]!.links].find(([role]) => /secretariat/i.test(role))?.[1];
  const answer = await ask('/api/sign-in/links', {
    method: 'POST',
    headers: { origin: url },
    body: { secret: new URL(link!).hash.slice(1) },
  });
  expect(answer.status).toBe(200);
  const [given = ''] = answer.headers['set-cookie'] as string[];
  expect(given).toMatch(/^__Host-forum=.*; Secure/);
  return given.split(';')[0]!;
}

(nginxIsThere ? describe : describe.skip)('two nodes behind the nginx of docs/operating.md', () => {
  let database: { DATABASE_URL: string; DATABASE_OWNER_URL: string };
  beforeAll(async () => {
    folder = temporaryFolder();
    const [http, https, first, second] = await Promise.all([1, 2, 3, 4].map(() => freePort()));
    url = `https://localhost:${https}`;
    database = await makeDatabase();
    const real = { ...database, DEMO: '1', METRICS_TOKEN: metricsToken };
    nodes = [await start(first!, real), await start(second!, real)];
    nginx = await startDocumentedNginx(folder, { http: http!, https: https!, nodes: [first!, second!] });
    cookie = await signIn();
  });

  afterAll(async () => {
    await nginx.stop();
    await Promise.all(nodes.map((node) => node.stop()));
    await administer(own('drop database forum with (force)'), own('drop role forum'));
    await administer(
      own('reassign owned by forum_owner to current_user'),
      own('drop owned by forum_owner'),
      own('drop role forum_owner'),
    );
    rmSync(folder, { recursive: true, force: true });
  });

  it('serve pages, the API and the live socket over TLS', async () => {
    const page = await ask('/');
    expect({ status: page.status, hsts: page.headers['strict-transport-security'] }).toEqual({
      status: 200,
      hsts: expect.stringContaining('max-age'),
    });
    expect((await ask('/api/forum')).status).toBe(200);
    await meetLive();
  });

  it('keep figures from the outside, and tell them at the node to who has the token', async () => {
    expect((await ask('/metrics')).status).toBe(404);
    for (const [authorization, status] of [
      ['', 401],
      [`Bearer ${metricsToken}`, 200],
    ] as const)
      expect((await fetch(`${nodes[0]!.url}/metrics`, { headers: { authorization } })).status).toBe(status);
  });

  it.each([0, 1])('go on when node %i is killed, and take it back', async (n) => {
    const killed = nodes[n]!;
    killed.process.kill('SIGKILL');
    await untilDone(async () => {
      for (let asked = 0; asked < 20; asked++) expect((await ask('/api/forum')).status).toBe(200);
    });
    await untilDone(async () => expect((await ask('/api/health/ready')).status).toBe(200));
    await untilDone(meetLive);
    const port = Number(new URL(killed.url).port);
    nodes[n] = await start(port, { ...database, DEMO: '1', METRICS_TOKEN: metricsToken });
  });

  it('leave no address of a feed in any log, not even while no node answers', async () => {
    await ask('/api/feeds/a-secret-of-a-feed/agenda.ics');
    for (const { process } of nodes) process.kill('SIGKILL');
    await untilDone(async () => expect((await ask('/api/feeds/another-secret/agenda.ics')).status).toBe(502));
    await untilDone(async () => expect((await ask('/api/canary')).status).toBe(502));
    expect(nginx.logs()).toContain('/api/canary');
    expect(nginx.logs()).not.toMatch(/a-secret-of-a-feed|another-secret/);
  });
});
