import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Problem } from '@forum/contract/problem';
import type { Route, RouteOutput } from '@forum/contract/route';
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Logger, pino } from 'pino';
import type { z } from 'zod';
import type { Limits } from '../budgets/limits.ts';
import type { Config } from '../config.ts';
import { createDataSource } from '../database/data-source.ts';
import { DatabaseUrl } from '../database/database-url.ts';
import { Database, transactionOn } from '../database/database.ts';
import { hashOf, newSecret } from '../identity/secrets.ts';
import { findOrphans, type Orphan } from '../operations/orphans/orphans.repository.ts';
import { createServer } from '../server.ts';
import { requireFit } from './fits-contract.ts';
import { recordStatements, writeStatements } from './statements/record-statements.ts';
import { createTestDatabase, loginsOf } from './test-database.ts';

interface CallInput<R extends Route> {
  params?: z.input<R['params']>;
  query?: z.input<R['query']>;
  body?: z.input<R['body']> | undefined;
  headers?: Record<string, string>;
  /** Takes the first answer, also one that says that the forum is too busy at the moment. */
  once?: boolean;
}

/** An answer of the API: its status, and what it says when it went well or was refused. */
export interface Answer<R extends Route> {
  status: number;
  headers: Headers;
  body: RouteOutput<R>;
  problem: Problem;
}

/** A browser that is signed in as somebody, or as nobody. */
export interface TestBrowser {
  personId: string | null;
  cookie: string;
  /** Asks, and again as long as the forum says that it is too busy and when to come back, as the apps do. */
  call<R extends Route>(route: R, input?: CallInput<R>): Promise<Answer<R>>;
}

interface TestPerson {
  name?: string;
  secretariat?: boolean;
  factor?: Date | null;
}

/** A whole server on a database of its own, listening on loopback, for the API's own tests. */
export interface TestForum {
  url: string;
  app: NestFastifyApplication;
  database: Database;
  databaseUrl: string;
  /**
   * A browser of the person with this mail address, who is made when there is none. Its session counts as having just
   * shown a second factor, unless `factor` says when it did, or null for never.
   */
  signIn(mail: string, person?: TestPerson): Promise<TestBrowser>;
  visitor(): TestBrowser;
  /** A browser with whatever cookies an answer set. */
  browserWith(cookie: string): TestBrowser;
  /** For tests that write past its doors what no door lets in; else its end fails if anything is orphaned in it. */
  mayBeOrphaned(): void;
  /** Ends all that it started; a second call waits for the first. */
  stop(): Promise<void>;
}

/** Starts one; with a database that exists already it is a second node of the same forum. */
export async function startTestForum(
  given: Partial<Config> = {},
  log: Logger = pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
  limits: Partial<Limits> = { anonymousHandshakes: 1_000_000 },
): Promise<TestForum> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'forum-test-'));
  await chmod(dataDir, 0o755);
  const testDatabase = given.databaseUrl
    ? { url: given.databaseUrl, drop: () => Promise.resolve() }
    : await createTestDatabase();
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    databaseUrl: testDatabase.url,
    databasePool: 12,
    dataDir,
    baseUrl: 'http://forum.test',
    demo: true,
    smtpUrl: null,
    mailFrom: 'forum@forum.test',
    secret: 'test-secret-test-secret-test-secret',
    metricsToken: null,
    auditHeadsDir: path.join(dataDir, 'heads'),
    auditorMail: null,
    logLevel: 'silent',
    // A test asks in a second what people ask in an hour.
    sessionPoints: 1_000_000,
    ...given,
  };
  // As a command has it, because erasing is tested here too.
  const databaseUrl = DatabaseUrl.forCommands(loginsOf(testDatabase.url));
  const source = await createDataSource(databaseUrl, config.databasePool).initialize();
  recordStatements();
  const app = await createServer({ config, log, source, databaseUrl, limits });
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const database = app.get(Database);
  let looks = true;
  const stop = async () => {
    await writeStatements(testDatabase.url);
    const orphans = looks ? await orphansIn(testDatabase.url) : [];
    await closeSoon(app);
    if (source.isInitialized) await source.destroy();
    await testDatabase.drop();
    await rm(dataDir, { recursive: true, force: true });
    if (orphans.length > 0) throw new Error(`Orphaned at the end: ${JSON.stringify(orphans, null, 2)}`);
  };
  let stopped: Promise<void> | undefined;
  return {
    url,
    app,
    database,
    databaseUrl: testDatabase.url,
    signIn: async (mail, person = {}) => {
      const { personId, secret } = await openSession(database, mail, person);
      return browser(url, `forum=${secret}`, personId);
    },
    visitor: () => browser(url, '', null),
    browserWith: (cookie) => browser(url, cookie, null),
    mayBeOrphaned: () => (looks = false),
    stop: () => (stopped ??= stop()),
  };
}

/** Waits for no request whose body never comes: a test has what it wanted by then. */
async function closeSoon(app: NestFastifyApplication): Promise<void> {
  const impatient = setTimeout(() => app.getHttpServer().closeAllConnections(), 500);
  await app.close();
  clearTimeout(impatient);
}

/** By a connection of its own, because a test may have cut those of the server. */
async function orphansIn(url: string): Promise<Orphan[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await findOrphans(transactionOn(client));
  } finally {
    await client.end();
  }
}

async function openSession(
  database: Database,
  mail: string,
  { name = mail, secretariat = false, factor }: TestPerson,
) {
  const secret = newSecret();
  const [person] = await database.rows<{ id: string }>(
    `insert into person (mail, display_name, sort_key, secretariat) values ($1, $2, $2, $3)
     on conflict (mail) do update set secretariat = excluded.secretariat or person.secretariat returning id`,
    [mail.toLowerCase(), name, secretariat],
  );
  const personId = person?.id ?? '';
  await database.rows(
    `insert into sign_in_session (secret_hash, person_id, device, expires_at, ends_at, factor_at)
     values ($1, $2, 'test', now() + interval '1 day', now() + interval '1 day', $3)`,
    [hashOf(secret), personId, factor === undefined ? 'infinity' : factor],
  );
  return { personId, secret };
}

/** How long a machine may be too busy, in milliseconds. */
const longestBusy = 600_000;

function browser(base: string, cookie: string, personId: string | null): TestBrowser {
  return {
    personId,
    cookie,
    call: async (route, input = {}) => {
      const key = randomUUID();
      const end = Date.now() + longestBusy;
      for (;;) {
        const answer = await ask({ base, cookie, key }, route, input);
        const isBusy = answer.status === 503 && answer.headers.has('retry-after');
        if (!isBusy || input.once || Date.now() > end) return answer;
        await pause(200);
      }
    },
  };
}

interface Asking {
  base: string;
  cookie: string;
  /** Of this question however often it is asked: a write is done once. */
  key: string;
}

async function ask<R extends Route>(
  { base, cookie, key }: Asking,
  route: R,
  input: CallInput<R>,
): Promise<Answer<R>> {
  const params = (input.params ?? {}) as Record<string, string>;
  const address = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const query = new URLSearchParams(
    Object.entries(input.query ?? {})
      .filter(([, value]) => value !== undefined)
      .map(([name, value]): [string, string] => [name, String(value)]),
  );
  const isFile = input.body instanceof Uint8Array;
  const response = await fetch(`${base}/api${address}${query.size > 0 ? `?${query.toString()}` : ''}`, {
    method: route.method,
    headers: {
      ...(cookie ? { cookie } : {}),
      ...(input.body === undefined
        ? {}
        : { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
      ...(route.method === 'GET' ? {} : { 'idempotency-key': key }),
      ...input.headers,
    },
    ...(input.body === undefined
      ? {}
      : { body: isFile ? Buffer.from(input.body as Uint8Array) : JSON.stringify(input.body) }),
  });
  const contentType = response.headers.get('content-type') ?? '';
  const isJson = contentType.includes('json');
  const body: unknown = isJson ? await response.json() : await response.text();
  requireFit(route, { status: response.status, contentType, body });
  return {
    status: response.status,
    headers: response.headers,
    body: body as never,
    problem: body as Problem,
  };
}
