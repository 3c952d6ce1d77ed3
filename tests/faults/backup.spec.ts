import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { create, extract } from 'tar';
import { runCommand } from '../support/command-line.ts';
import { secretOf } from '../support/forum-database.ts';
import { type RunningForum, startForum, temporaryFolder } from '../support/running-forum.ts';
import { type SignedIn, signIn } from '../support/signed-in.ts';

interface Session {
  id: string;
  title: string;
  version: number;
  audience: string;
}

let forum: RunningForum;
let folder: string;
let file: string;
/** How many renames were confirmed before the backup began, and how many when it had ended. */
let written: { before: number; after: number };

const sessionsOf = async (desk: SignedIn) => {
  const { current } = await desk.get<{ current: { slug: string } }>('/forum');
  const at = `/editions/${current.slug}`;
  return { at, ...(await desk.get<{ sessions: Session[] }>(`${at}/programme`)) };
};

beforeAll(async () => {
  folder = temporaryFolder();
  file = path.join(folder, 'forum.backup');
  forum = await startForum();
  const desk = await signIn(forum, 'secretariat');
  const { at, sessions } = await sessionsOf(desk);
  const { id } = sessions.find(({ audience }) => audience === 'public')!;
  let confirmed = 0;
  let isWriting = true;
  const writing = (async () => {
    while (isWriting) {
      const { version } = await desk.get<Session>(`${at}/sessions/${id}`);
      await desk.send('PATCH', `${at}/sessions/${id}`, { version, title: `Written ${confirmed + 1}` });
      confirmed++;
    }
  })();
  while (confirmed < 3) await new Promise((resolve) => setTimeout(resolve, 20));
  const before = confirmed;
  await runCommand(forum, 'backup', file);
  written = { before, after: confirmed };
  isWriting = false;
  await writing;
});

afterAll(async () => {
  await forum.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A new folder below the test's own, which the account of PostgreSQL may enter. */
function inside(name: string): string {
  const made = path.join(folder, name);
  mkdirSync(made);
  chmodSync(made, 0o755);
  return made;
}

const restore = (dataDir: string, from: string) => runCommand({ dataDir }, 'restore', from);

const refusalOf = (command: Promise<string>): Promise<string> =>
  command.then(
    () => 'it was done',
    (error: unknown) => (error as Error).message,
  );

describe('a backup of a forum that is written to', () => {
  it('is restored into an empty folder, and holds all that was confirmed before it, audited', async () => {
    expect(written.after).toBeGreaterThan(written.before);
    const dataDir = inside('restored');
    expect(await restore(dataDir, file)).toContain(dataDir);
    expect(secretOf({ ...forum, dataDir })).toBe(secretOf(forum));
    expect(statSync(path.join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);

    const again = await startForum({ dataDir });
    try {
      const { sessions } = await sessionsOf(await signIn(again, 'secretariat'));
      const title = sessions.find((session) => session.title.startsWith('Written'))?.title;
      const last = Number(title?.replace('Written ', ''));
      expect(last).toBeGreaterThanOrEqual(written.before);
      expect(last).toBeLessThanOrEqual(written.after + 1);
      expect(await runCommand(again, 'verify-audit')).toMatch(/: [1-9]\d* links hold/);
    } finally {
      await again.stop();
    }
  });

  it('holds neither the secret nor the password of the database, and only we may read it', () => {
    const content = gunzipSync(readFileSync(file)).toString('latin1');
    expect(content).not.toContain(secretOf(forum));
    expect(content).not.toContain(readFileSync(path.join(forum.dataDir, 'postgres-password'), 'utf8'));
    expect(readFileSync(`${file}.secret`, 'utf8')).toBe(secretOf(forum));
    for (const name of [file, `${file}.secret`]) expect(statSync(name).mode & 0o777).toBe(0o600);
  });

  it('does not replace another', async () => {
    const was = readFileSync(file);
    expect(await refusalOf(runCommand(forum, 'backup', file))).toContain(`${file} is there already`);
    expect(readFileSync(file).equals(was)).toBe(true);
  });
});

describe('a restore', () => {
  it('is refused over a folder that holds anything, which stays as it is', async () => {
    const used = inside('used');
    writeFileSync(path.join(used, 'secret'), 'of somebody');
    expect(await refusalOf(restore(used, file))).toContain('is not empty: it holds secret');
    expect(readFileSync(path.join(used, 'secret'), 'utf8')).toBe('of somebody');
    expect(await refusalOf(restore(forum.dataDir, file))).toContain('is not empty');
  });

  it.each([
    ['cut', (copy: string) => truncateSync(copy, Math.floor(statSync(copy).size * 0.6))],
    ['cut at its very end', (copy: string) => truncateSync(copy, statSync(copy).size - 9)],
    ['changed in one byte', (copy: string) => flip(copy, 0.5)],
    ['no archive', (copy: string) => writeFileSync(copy, 'a letter')],
    ['empty', (copy: string) => writeFileSync(copy, '')],
  ])('of a file that is %s is refused with words, and leaves the folder empty', async (name, harm) => {
    const copy = path.join(folder, `${name}.backup`);
    copyFileSync(file, copy);
    harm(copy);
    const dataDir = inside(name);
    expect(await refusalOf(restore(dataDir, copy))).toContain('is not a whole backup');
    const left = readdirSync(dataDir).filter((entry) => !entry.startsWith('postgres-binaries'));
    expect(left).toEqual([]);
  });

  it('needs the WAL that was written meanwhile: without it PostgreSQL refuses the files', async () => {
    const open = inside('open');
    await extract({ file, cwd: open });
    rmSync(path.join(open, 'postgres', 'pg_wal'), { recursive: true });
    mkdirSync(path.join(open, 'postgres', 'pg_wal'));
    const sums = JSON.parse(readFileSync(path.join(open, 'sums.json'), 'utf8')) as Record<string, string>;
    const kept = Object.entries(sums).filter(([name]) => !name.startsWith('postgres/pg_wal/'));
    writeFileSync(path.join(open, 'sums.json'), JSON.stringify(Object.fromEntries(kept)));
    const copy = path.join(folder, 'without-wal.backup');
    await create({ file: copy, cwd: open, gzip: true }, ['about.json', 'postgres', 'sums.json']);
    expect(await refusalOf(restore(inside('without-wal'), copy))).toContain('PostgreSQL does not start');
  });

  it('without the secret beside says where to put it', async () => {
    const copy = path.join(folder, 'alone.backup');
    copyFileSync(file, copy);
    const dataDir = inside('alone');
    expect(await restore(dataDir, copy)).toContain(`put the secret into ${path.join(dataDir, 'secret')}`);
  });

  it('and a backup leave a database of one’s own to its own tools', async () => {
    const given = { DATABASE_URL: 'postgres://forum@127.0.0.1:1/forum' };
    for (const command of ['backup', 'restore'])
      expect(await refusalOf(runCommand({ dataDir: forum.dataDir, env: given }, command, file))).toContain(
        'docs/operating.md',
      );
  });
});

function flip(file: string, where: number): void {
  const content = readFileSync(file);
  const at = Math.floor(content.length * where);
  content[at] = content[at]! ^ 0xff;
  writeFileSync(file, content);
}
