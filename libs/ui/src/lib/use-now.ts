import { useSyncExternalStore } from 'react';

/** One clock for all that is on the screen: everything that moves with time moves together. */
const listeners = new Set<() => void>();
let now = new Date();
let offset = 0;
let ticking: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = new Date(Date.now() + offset);
  for (const listener of listeners) listener();
}

/** Sets how many milliseconds the server's clock is ahead of this device's. */
export function setClockOffset(milliseconds: number): void {
  // Less than two seconds is the network, not the clock.
  const next = Math.abs(milliseconds) < 2_000 ? 0 : milliseconds;
  if (next === offset) return;
  offset = next;
  tick();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (ticking === undefined) {
    // While nothing on the screen moved with time, it has gone on.
    now = new Date(Date.now() + offset);
    ticking = setInterval(tick, 10_000);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

/** The one clock, as React subscribes to it. */
export const clock = { subscribe, now: (): Date => now };

/** The time by the server's clock, new every ten seconds. */
export const useNow = (): Date => useSyncExternalStore(clock.subscribe, clock.now);
