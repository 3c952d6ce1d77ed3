import { setTimeout as pause } from 'node:timers/promises';
import { RateLimiterMemory } from 'rate-limiter-flexible';

const atOnceInASecond = 300;
const late = 1_000;

export type TakeTurn = () => Promise<void>;

/**
 * Says when an answer for an unknown address may be sent: at once for the first 300 in a second, one second late for the
 * others. So a client that repeats unknown addresses without a pause sends one request a second on each connection.
 */
export function takingTurns(): TakeTurn {
  const limiter = new RateLimiterMemory({ points: atOnceInASecond, duration: 1 });
  return () =>
    limiter.consume('all').then(
      () => undefined,
      () => pause(late, undefined, { ref: false }),
    );
}
