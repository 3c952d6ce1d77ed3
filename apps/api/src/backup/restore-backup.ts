import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, chmod, readdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { extract } from 'tar';
import { writeWhole } from '../database/durable-file.ts';
import { passwordFile } from '../database/embedded-postgres.ts';
import { asAccount, type ClusterPlace, giveTo, installCluster } from '../database/initialise-cluster.ts';
import { StartError } from '../start-error.ts';
import type { Sums } from './archive-entries.ts';
import { type About, format } from './write-backup.ts';

/**
 * Makes a cluster of a backup: unpacks it beside, compares every file with its sum, lets PostgreSQL bring it to one state,
 * gives it a password of its own, and only then puts it in its place.
 */
export async function restoreBackup(place: ClusterPlace, file: string): Promise<About> {
  await access(file).catch(() => {
    throw new StartError(`There is no file ${file} that can be read.`);
  });
  let about: About | undefined;
  await installCluster(place, async (beside) => {
    const folder = path.dirname(beside);
    about = await unpack(file, folder);
    await refuseOtherVersion(place, about);
    await rename(path.join(folder, 'postgres'), beside);
    await chmod(beside, 0o700);
    giveTo(place.account, folder);
    const password = randomBytes(24).toString('hex');
    await recover(place, beside, password);
    await writeWhole(passwordFile(place), password);
  });
  return about!;
}

const torn = (file: string, why: string) =>
  new StartError(`${file} is not a whole backup: ${why}. Nothing was restored. Take another backup.`);

async function unpack(file: string, folder: string): Promise<About> {
  await extract({
    file,
    cwd: folder,
    strict: true,
    preserveOwner: false,
    filter: (_, entry) => 'type' in entry && (entry.type === 'File' || entry.type === 'Directory'),
  }).catch((error: Error) => {
    throw torn(file, error.message);
  });
  const read = async <Value>(name: string, why: string) => {
    const text = await readFile(path.join(folder, name), 'utf8').catch(() => {
      throw torn(file, why);
    });
    return JSON.parse(text) as Value;
  };
  const about = await read<About>('about.json', 'it does not begin as one');
  if (about.format !== format)
    throw new StartError(
      `${file} has the format ${about.format}; this version of the forum reads ${format}.`,
    );
  await compare(file, folder, await read<Sums>('sums.json', 'its end is missing'));
  return about;
}

async function compare(file: string, folder: string, sums: Sums): Promise<void> {
  const found = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((name) => name !== 'sums.json');
  const missing = Object.keys(sums).filter((name) => !found.includes(name));
  if (missing.length > 0) throw torn(file, `it lacks ${missing[0]}`);
  for (const name of found) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(path.join(folder, name)), hash);
    if (hash.digest('hex') !== sums[name]) throw torn(file, `${name} was changed`);
  }
}

/** Files of one major version are read by servers of that version alone. */
async function refuseOtherVersion({ binaries }: ClusterPlace, { postgres }: About): Promise<void> {
  const { stdout } = await promisify(execFile)(path.join(binaries, 'bin', 'postgres'), ['--version']);
  const [major] = /\d+/.exec(stdout) ?? [];
  const theirs = Math.floor(postgres / 10_000);
  if (Number(major) !== theirs)
    throw new StartError(
      `The backup is of PostgreSQL ${theirs}, and this forum runs ${major}. Restore it with the version of the forum that made it.`,
    );
}

/** Runs PostgreSQL alone for one statement: before it, it replays the WAL, without which it does not start. */
async function recover(
  { binaries, account }: ClusterPlace,
  cluster: string,
  password: string,
): Promise<void> {
  const server = spawn(
    path.join(binaries, 'bin', 'postgres'),
    ['--single', '-D', cluster, '-c', 'exit_on_error=on', 'postgres'],
    { ...asAccount(account), env: { ...process.env, LC_ALL: 'C.UTF-8' }, stdio: ['pipe', 'ignore', 'pipe'] },
  );
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-20_000)));
  // A server that does not start closes its input before it was read.
  server.stdin.on('error', () => undefined);
  server.stdin.end(`alter role forum password '${password}'\n`);
  const [code] = (await once(server, 'close')) as [number | null];
  if (code !== 0) throw new StartError(`PostgreSQL does not start from this backup (${code}):\n${said}`);
}
