import { rmSync } from 'node:fs';
import { type RunningForum, startedFolder, startForum } from './running-forum.ts';

/**
 * The people, firms and meetings of the demonstration in a forum that is none: it prints no links, everybody signs in by
 * mail, and the host's team needs a second factor.
 */
export async function startRealForum(env: Record<string, string> = {}): Promise<RunningForum> {
  const dataDir = await startedFolder();
  const forum = await startForum({ dataDir, env: { DEMO: '0', ...env } });
  return {
    ...forum,
    stop: async () => {
      await forum.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
