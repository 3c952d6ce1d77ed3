/** How often the app has loaded itself again in a row, and when it last did. */
export interface Reloads {
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Milliseconds before each reload in a row; the last holds for all that follow. */
const pauses = [0, 5_000, 30_000, 120_000] as const;
/** Whoever worked that long has not been helped in vain: counting begins again. */
const forgotten = 600_000;

/**
 * When an app that misses a part loads itself again, so that a part that is missing in the newest version too makes no
 * endless circle.
 *
 * @returns the pause in milliseconds, and what is remembered of it
 */
export function nextReload(before: Reloads | null, now: number): { pause: number; after: Reloads } {
  const isInARow = before !== null && now >= before.at && now - before.at < forgotten;
  const count = isInARow ? before.count : 0;
  const pause = pauses[Math.min(count, pauses.length - 1)] ?? 0;
  return { pause, after: { count: count + 1, at: now } };
}
