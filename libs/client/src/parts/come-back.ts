import { call } from '../http.ts';
import { frontPage } from '@forum/contract/editions/front-page';
import { wait } from '../patience.ts';
import { nextReload, type Reloads } from './next-reload.ts';
import { renewWorker } from './renew-worker.ts';

const kept = 'forum-reloads';

/**
 * Loads the app again once the forum can be reached: at once the first time, later each time it did not help. A service
 * worker is renewed before, because the one at work would bring back the version whose part is missing.
 */
export async function comeBack(signal: AbortSignal): Promise<void> {
  const before = readReloads();
  const { pause, after } = nextReload(before, Date.now());
  await wait(pause, signal);
  await untilReached(signal);
  await renewWorker({ thoroughly: after.count > 1 });
  signal.throwIfAborted();
  sessionStorage.setItem(kept, JSON.stringify({ ...after, at: Date.now() }));
  location.reload();
}

function readReloads(): Reloads | null {
  const text = sessionStorage.getItem(kept);
  return text === null ? null : (JSON.parse(text) as Reloads);
}

async function untilReached(signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      await call(frontPage, undefined, { signal });
      return;
    } catch {
      await wait(1_000, signal);
    }
  }
}
