import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyOfFirstStart } from './prepared-folder.ts';

export { temporaryFolder } from './prepared-folder.ts';

/** The built server. */
export const serverScript = fileURLToPath(new URL('../../apps/api/dist/server/main.js', import.meta.url));

const commandScript = path.join(path.dirname(serverScript), 'forum.js');

/** A built forum in a process of its own, as a visitor meets it. */
export interface RunningForum {
  url: string;
  dataDir: string;
  /** What it printed after it was ready: the sign-in links of the demo roles, by role. */
  links: ReadonlyMap<string, string>;
  process: ChildProcess;
  /** Fails if anything is orphaned in it; ends it as Ctrl-C does, and removes its data when they were its own. */
  stop(): Promise<void>;
}

/** How it is started; an absent `dataDir` is a temporary one, in which a forum was started before. */
export interface ForumOptions {
  dataDir?: string;
  port?: number;
  env?: Record<string, string>;
}

/** Starts a forum and waits until it says that it is ready. */
export async function startForum({ dataDir, port, env = {} }: ForumOptions = {}): Promise<RunningForum> {
  const folder = dataDir ?? (await startedFolder(env['DEMO']));
  const listening = port ?? (await freePort());
  const url = `http://localhost:${listening}`;
  const child = spawn(process.execPath, ['--enable-source-maps', serverScript], {
    env: {
      ...process.env,
      PORT: String(listening),
      DATA_DIR: folder,
      BASE_URL: url,
      LOG_LEVEL: 'warn',
      // A test asks in a second what people ask in an hour.
      SESSION_POINTS: '1000000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = await untilReady(child);
  const lastWords = followed(child);
  return {
    url,
    dataDir: folder,
    links: linksIn(said),
    process: child,
    stop: async () => {
      const orphans = await orphansIn(child, folder, env);
      await ended(child);
      if (!dataDir) rmSync(folder, { recursive: true, force: true });
      if (orphans) throw new Error(`Orphaned at the end:\n${orphans}`);
      if (child.exitCode) throw new Error(`The forum ended with ${child.exitCode}:\n${lastWords()}`);
    },
  };
}

/** What `forum verify` prints of a forum that still runs: what is orphaned in it, or why it could not look; else null. */
function orphansIn(
  child: ChildProcess,
  dataDir: string,
  given: Record<string, string>,
): Promise<string | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(null);
  return new Promise((resolve) => {
    const env = { ...process.env, ...given, DATA_DIR: dataDir };
    execFile(process.execPath, [commandScript, 'verify'], { env }, (error, printed, trouble) =>
      resolve(error ? printed + trouble || error.message : null),
    );
  });
}

/** A temporary data folder in which a forum was started before, the demonstration unless `demo` is 0. */
export const startedFolder = (demo = '1'): Promise<string> =>
  copyOfFirstStart(`demo-${demo}`, async (dataDir) => {
    const forum = await startForum({ dataDir, env: { DEMO: demo } });
    await ended(forum.process);
  });

/** A port that nothing listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function untilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Forum is ready')) resolve(said);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The forum ended with ${code}:\n${said}`)));
  });
}

/** The end of what it prints from now on; what is not read would stop it in the end. */
function followed(child: ChildProcess): () => string {
  let last = '';
  const listen = (chunk: Buffer) => void (last = (last + chunk.toString()).slice(-4_000));
  child.stdout?.removeAllListeners('data').on('data', listen);
  child.stderr?.removeAllListeners('data').on('data', listen);
  return () => last;
}

function linksIn(said: string): Map<string, string> {
  return new Map(
    [...said.matchAll(/^\s+(.+?)\s{2,}(https?:\/\/\S+)$/gm)].map(([, role = '', link = '']) => [role, link]),
  );
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}
