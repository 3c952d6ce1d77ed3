import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Server } from 'node:http';
import type { Logger } from 'pino';
import { requireKnownSecret } from './audit/known-secret.repository.ts';
import { type Config, ConfigError, isOnLoopback, readConfig, warningsOf } from './config.ts';
import { createDataSource } from './database/data-source.ts';
import { type DatabaseLogins, DatabaseUrl } from './database/database-url.ts';
import { Database } from './database/database.ts';
import { takeDataFolder } from './database/data-folder.ts';
import { startEmbeddedPostgres } from './database/embedded-postgres.ts';
import { prepareDatabase } from './database/prepare-database.ts';
import { holdDemoForum } from './demo/demo-forum.ts';
import { signInLinks } from './demo/demo-people.ts';
import { rollForward } from './demo/roll-forward.ts';
import { nameFirstCapitals } from './editions/first-capitals.repository.ts';
import { passkeysOfOtherHosts } from './identity/factors/passkeys-of-other-hosts.repository.ts';
import { SignInService } from './identity/sign-in.service.ts';
import { keptSecret, secretFile } from './kept-secret.ts';
import { createLog } from './logging.ts';
import { createServer } from './server.ts';
import { StartError } from './start-error.ts';

type Undo = () => Promise<unknown>;

const countsAsBoth =
  '  These links count as both factors, as this is a demonstration on this machine alone.\n';

/** Milliseconds that a request may still take when the forum is told to end. */
const longestRequest = 10_000;

/** Starts the forum; every step taken is taken back, in reverse, when a later one fails or the process is told to end. */
async function start(undo: Undo[]): Promise<void> {
  const given = readConfig(process.env);
  undo.push(await takeDataFolder(given.dataDir, given.databaseUrl === null));
  const { databaseOwnerUrl, ...forServer } = given;
  const config: Config = { ...forServer, secret: given.secret ?? (await keptSecret(given.dataDir)) };
  const log = createLog(config.logLevel);
  const server = config.databaseUrl;
  const logins = server ? { server, owner: databaseOwnerUrl ?? server } : await embedded(config, log, undo);
  const applied = await prepareDatabase(logins);
  if (applied.length > 0) log.info({ migrations: applied }, 'database migrated');
  const databaseUrl = DatabaseUrl.forServing(logins);
  const source = await createDataSource(databaseUrl, config.databasePool).initialize();
  undo.push(() => source.destroy());
  const database = new Database(source);
  await requireKnownSecret(database, config.secret, given.secret ? 'SECRET' : secretFile(config.dataDir));
  if (config.demo) await showDemo(database);
  else await nameFirstCapitals(database);
  const app = await createServer({ config, log, source, databaseUrl });
  undo.push(() => close(app));
  await listen(app, config);
  for (const warning of [...warningsOf(given), ...(await passkeysOfOtherHosts(database, config))])
    log.warn(warning);
  const links = config.demo ? await printedSignInLinks(app.get(SignInService), config.baseUrl) : '';
  // In one piece, so that who waits for the first line has the links as well.
  process.stdout.write(`Forum is ready at ${config.baseUrl}\n${links}`);
}

/** Lets requests finish, but waits for no connection that stays open without end. */
async function close(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpServer() as Server;
  const impatient = setTimeout(() => server.closeAllConnections(), longestRequest);
  await app.close();
  clearTimeout(impatient);
}

/** Before jobs begin, so that none of them finds the requests of a demo edition that has ended. */
async function showDemo(database: Database): Promise<void> {
  const now = new Date();
  await holdDemoForum(database, now);
  await rollForward(database, now);
}

async function printedSignInLinks(signIn: SignInService, baseUrl: string): Promise<string> {
  const links = await signInLinks(signIn);
  const lines = links.map(({ role, link }) => `  ${role.padEnd(14)}  ${link}\n`);
  return [...lines, ...(isOnLoopback(baseUrl) ? [countsAsBoth] : [])].join('');
}

async function embedded(config: Config, log: Logger, undo: Undo[]): Promise<DatabaseLogins> {
  const postgres = await startEmbeddedPostgres(config.dataDir, {
    tell: (level, what, error) => log[level](error ? { err: error } : {}, what),
  });
  undo.push(() => postgres.stop());
  return postgres.logins;
}

async function listen(app: NestFastifyApplication, config: Config): Promise<void> {
  await app.init();
  try {
    // Not Nest's own listen, which writes the same failure to the log in other words.
    await app.getHttpAdapter().getInstance().listen({ port: config.port, host: config.host });
  } catch (error) {
    throw refusalToListen((error as NodeJS.ErrnoException).code, config) ?? error;
  }
}

function refusalToListen(code: string | undefined, { port, host }: Config): StartError | null {
  switch (code) {
    case 'EADDRINUSE':
      return new StartError(
        `Port ${port} on ${host} is taken. Stop what listens there, or set PORT to another.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartError(
        `HOST is ${host}, which is no address of this machine. Set HOST to one that is: 127.0.0.1 for this machine alone, 0.0.0.0 for all its addresses.`,
      );
    case 'EACCES':
      return new StartError(`Port ${port} on ${host} may not be opened. Set PORT to one above 1023.`);
    default:
      return null;
  }
}

const undo: Undo[] = [];
let ending: Promise<void> | undefined;

function end(code: number): Promise<void> {
  ending ??= (async () => {
    for (const step of undo.reverse())
      await step().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
    process.exit(code);
  })();
  return ending;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(0));

try {
  await start(undo);
} catch (error) {
  const isKnown = error instanceof StartError || error instanceof ConfigError;
  process.stderr.write(`${isKnown ? error.message : (error as Error).stack}\n`);
  await end(1);
}
