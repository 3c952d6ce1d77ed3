import type { Problem } from '@forum/contract/problem';

/** How often a call that came too early is sent again before its caller hears of it. */
const mostRepeats = 3;
/** What asks for more patience is for the reader to know. */
const longestWait = 90;

/**
 * The milliseconds to wait before a call that was refused for coming too early is sent again; null when it is not. The
 * forum says how long to stay away; up to half as much again spreads those who were told the same.
 *
 * @param repeats how often it was sent again already
 * @param random in [0, 1)
 */
export function waitBeforeRepeat(problem: Problem, repeats: number, random: number): number | null {
  const retryAfter = problem.details?.['retryAfter'];
  const isEarly =
    problem.code === 'rate.limited' && typeof retryAfter === 'number' && retryAfter <= longestWait;
  return isEarly && repeats < mostRepeats ? Math.round(1000 * retryAfter * (1 + random / 2)) : null;
}

/** Waits, unless the caller gives up; then it throws what an abandoned call throws. */
export function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    };
    const giveUp = () => {
      end();
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      end();
      resolve();
    }, ms);
    signal?.addEventListener('abort', giveUp);
  });
}
