import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { databaseOf, secretOf } from '../support/forum-database.ts';
import { type RunningForum, startedFolder, startForum } from '../support/running-forum.ts';
import { type SignedIn, signIn } from '../support/signed-in.ts';

interface Session {
  id: string;
  title: string;
  version: number;
  audience: string;
}

const currentOf = async ({ url }: RunningForum) =>
  ((await (await fetch(`${url}/api/forum`)).json()) as { current: { slug: string } }).current.slug;

const sessionsOf = async (desk: SignedIn, edition: string) =>
  (await desk.get<{ sessions: Session[] }>(`/editions/${edition}/programme`)).sessions;

async function rename(desk: SignedIn, edition: string, { id }: Session, title: string): Promise<void> {
  const { version } = await desk.get<Session>(`/editions/${edition}/sessions/${id}`);
  await desk.send('PATCH', `/editions/${edition}/sessions/${id}`, { version, title });
}

/** Waits until the public stream of a node tells of a session's title. */
async function untilTold(url: string, edition: string, title: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/api/editions/${edition}/changes?since=public:0`);
    const programme = await fetch(`${url}/api/editions/${edition}/programme`);
    if (answer.ok && (await programme.text()).includes(title)) return;
    await pause(100);
  }
}

describe('a forum that is killed in the middle of writes', () => {
  it('holds everything that it confirmed when it starts again on the same folder', async () => {
    const dataDir = await startedFolder();
    const first = await startForum({ dataDir });
    const edition = await currentOf(first);
    const desk = await signIn(first, 'secretariat');
    const [session] = (await sessionsOf(desk, edition)).filter(({ audience }) => audience === 'public');
    const confirmed: string[] = [];
    const writing = (async () => {
      for (let n = 0; ; n++) {
        await rename(desk, edition, session!, `Confirmed ${n}`);
        confirmed.push(`Confirmed ${n}`);
      }
    })().catch(() => undefined);
    while (confirmed.length <= 3) await pause(20);
    first.process.kill('SIGKILL');
    await Promise.all([once(first.process, 'exit'), writing]);

    const second = await startForum({ dataDir });
    try {
      const again = await sessionsOf(await signIn(second, 'secretariat'), edition);
      const { title } = again.find(({ id }) => id === session!.id)!;
      const last = Number(title.replace('Confirmed ', ''));
      // A write that was under way may have been committed without its answer.
      expect([confirmed.length - 1, confirmed.length]).toContain(last);
    } finally {
      await second.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

describe('two processes on one database', () => {
  it('serve one forum; the one that numbers the changes is killed, and the other tells all', async () => {
    const first = await startForum();
    const second = await startForum({
      env: { DATABASE_URL: databaseOf(first), SECRET: secretOf(first), DEMO: '1' },
    });
    const edition = await currentOf(second);
    try {
      const desk = await signIn(second, 'secretariat');
      const [session] = (await sessionsOf(desk, edition)).filter(({ audience }) => audience === 'public');
      await rename(desk, edition, session!, 'Written at the second');
      await untilTold(first.url, edition, 'Written at the second');
      // Stopped, it holds the lock on numbering without a heartbeat, as a node does that hangs.
      first.process.kill('SIGSTOP');
      await rename(desk, edition, session!, 'While the first hangs');
      await untilTold(second.url, edition, 'While the first hangs');
    } finally {
      await second.stop();
      first.process.kill('SIGCONT');
      await first.stop();
    }
  });
});

describe('a forum that is told to end', () => {
  it('answers what it has begun, ends with code 0, and starts again', async () => {
    const dataDir = await startedFolder();
    const forum = await startForum({ dataDir });
    const edition = await currentOf(forum);
    const asked = Array.from({ length: 20 }, () => fetch(`${forum.url}/api/editions/${edition}/programme`));
    await pause(20);
    forum.process.kill('SIGTERM');
    const [answers, [code]] = await Promise.all([Promise.allSettled(asked), once(forum.process, 'exit')]);
    expect(code).toBe(0);
    expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    const again = await startForum({ dataDir });
    await again.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
});
