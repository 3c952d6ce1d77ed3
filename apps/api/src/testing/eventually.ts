import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';

/** How long something may take on a busy machine, in milliseconds: less than the limit of a test, to say what was read. */
const longest = 120_000;

/**
 * Repeats a read until it answers what is awaited, for two minutes at most. A test that waits in vain fails, whatever it
 * looks at afterwards.
 *
 * @throws Error with what was awaited, and what was read last
 */
export async function eventually<Value>(
  read: () => Promise<Value>,
  isAwaited: (value: Value) => boolean,
): Promise<Value> {
  const end = Date.now() + longest;
  for (;;) {
    const value = await read();
    if (isAwaited(value)) return value;
    if (Date.now() > end) throw new Error(`Waited in vain for ${isAwaited}; read last: ${inspect(value)}`);
    await pause(20);
  }
}
