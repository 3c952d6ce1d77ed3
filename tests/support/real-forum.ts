import { rmSync } from 'node:fs';
import { freePort, type RunningForum, startForum, temporaryFolder } from './running-forum.ts';

/**
 * The people, firms and meetings of the demonstration in a forum that is none: it prints no links, everybody signs in by
 * mail, and the host's team needs a second factor.
 */
export async function startRealForum(env: Record<string, string> = {}): Promise<RunningForum> {
  const [dataDir, port] = [temporaryFolder(), await freePort()];
  const demonstration = await startForum({ dataDir, port });
  await demonstration.stop();
  const forum = await startForum({ dataDir, port, env: { DEMO: '0', ...env } });
  return {
    ...forum,
    stop: async () => {
      await forum.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
