import { threadId } from 'node:worker_threads';

/** Computes for so many milliseconds. */
export async function spin(milliseconds) {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
  return { done: { thread: threadId } };
}

/** Refuses for a reason. */
export async function refuse(reason) {
  return { refused: { code: 'import.unreadable', details: { reason }, message: 'It cannot be read.' } };
}

/** Holds more and more. */
export async function hoard() {
  const held = [];
  for (;;) held.push(Array.from({ length: 10_000 }, (_, n) => ({ n })));
}
