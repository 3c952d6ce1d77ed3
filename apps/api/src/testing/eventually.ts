import { setTimeout as pause } from 'node:timers/promises';

/** Repeats a read until it answers what is awaited, at most five seconds; then answers what it read last. */
export async function eventually<Value>(
  read: () => Promise<Value>,
  isAwaited: (value: Value) => boolean,
): Promise<Value> {
  const end = Date.now() + 5_000;
  for (;;) {
    const value = await read();
    if (isAwaited(value) || Date.now() > end) return value;
    await pause(20);
  }
}
