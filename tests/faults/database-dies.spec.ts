import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type RunningForum, startedFolder, startForum } from '../support/running-forum.ts';
import { type SignedIn, signIn, signInByMail } from '../support/signed-in.ts';

/** The processes that make up an embedded PostgreSQL: the first line of its file names the one that has begun all. */
const postgresOf = ({ dataDir }: Pick<RunningForum, 'dataDir'>) =>
  Number(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

/** Repeats until it does not fail, for a minute; a failed answer is what a client gets meanwhile. */
async function untilDone<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (const began = Date.now(); ; await pause(100)) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() - began > 60_000) throw error;
    }
  }
}

interface Session {
  id: string;
  title: string;
  version: number;
  audience: string;
}

async function rename(desk: SignedIn, at: string, title: string): Promise<void> {
  const { version } = await desk.get<Session>(at);
  await desk.send('PATCH', at, { version, title });
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('an embedded PostgreSQL that is killed', () => {
  it('is started again by itself, again and again: writes, numbering, jobs and the end of the forum work', async () => {
    const dataDir = await startedFolder();
    const forum = await startForum({ dataDir });
    try {
      const { current } = (await (await fetch(`${forum.url}/api/forum`)).json()) as {
        current: { slug: string };
      };
      const desk = await signIn(forum, 'secretariat');
      const programme = `/editions/${current.slug}/programme`;
      const [session] = (await desk.get<{ sessions: Session[] }>(programme)).sessions.filter(
        ({ audience }) => audience === 'public',
      );
      const at = `/editions/${current.slug}/sessions/${session!.id}`;
      await rename(desk, at, 'Before');
      for (const title of ['After the first', 'After the second']) {
        const killed = postgresOf(forum);
        process.kill(killed, 'SIGKILL');
        await untilDone(() => rename(desk, at, title));
        expect(postgresOf(forum)).not.toBe(killed);
        // The document is written anew when the journal's tail hears of the change that the sequencer has numbered.
        await untilDone(async () => {
          const { sessions } = await desk.get<{ sessions: Session[] }>(programme);
          expect(sessions.find(({ id }) => id === session!.id)?.title).toBe(title);
        });
        await untilDone(async () => expect((await fetch(`${forum.url}/api/health/ready`)).status).toBe(200));
        // The code comes by a mail that a job sends.
        await signInByMail(forum, `${title.replaceAll(' ', '.').toLowerCase()}@example.org`);
      }
      const last = postgresOf(forum);
      forum.process.kill('SIGTERM');
      expect(await once(forum.process, 'exit')).toEqual([0, null]);
      expect(isAlive(last)).toBe(false);
    } finally {
      await forum.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
