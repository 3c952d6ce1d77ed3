import { setTimeout as pause } from 'node:timers/promises';
import { RateLimiterMemory } from 'rate-limiter-flexible';

const atOnceInASecond = 300;
const late = 1_000;

export type TakeTurn = () => Promise<void>;

/**
 * When an answer may go that leads nowhere: at once, so many times a second, and beyond that a second late. It takes no
 * gate, since nothing is done for it; but whoever asks without end asks each connection's question once a second.
 */
export function takingTurns(): TakeTurn {
  const limiter = new RateLimiterMemory({ points: atOnceInASecond, duration: 1 });
  return () =>
    limiter.consume('all').then(
      () => undefined,
      () => pause(late, undefined, { ref: false }),
    );
}
