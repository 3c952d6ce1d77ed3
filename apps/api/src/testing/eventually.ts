import { setTimeout as pause } from 'node:timers/promises';

/** How long something may take on a busy machine, in milliseconds: less than the limit of a test, to show what was read. */
const longest = 120_000;

/** Repeats a read until it answers what is awaited, for two minutes at most; then says so and answers what it read last. */
export async function eventually<Value>(
  read: () => Promise<Value>,
  isAwaited: (value: Value) => boolean,
): Promise<Value> {
  const end = Date.now() + longest;
  for (;;) {
    const value = await read();
    if (isAwaited(value)) return value;
    if (Date.now() > end) {
      process.stderr.write(`${isAwaited} did not come true in two minutes.\n`);
      return value;
    }
    await pause(20);
  }
}
