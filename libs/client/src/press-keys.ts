/** A press again after this long is meant anew: somebody who calls for help twice wants two to come. */
const sameWithin = 120_000;

interface Press {
  key: string;
  at: number;
  isLost: boolean;
}

/**
 * The keys by which the forum knows a write that it was sent before. A call that ended without an answer may have been
 * done all the same, so the same call made again soon is its retry and takes the same key; so does a second press while
 * the first is under way. Any other write that is answered forgets what was lost, because it may have undone it.
 */
export class PressKeys {
  readonly #presses = new Map<string, Press>();

  /** The key of a write that goes where and sends what `press` says: the one that it had, or a new one. */
  of(press: string, now: number): string {
    const before = this.#presses.get(press);
    if (before && now - before.at < sameWithin) return before.key;
    const key = crypto.randomUUID();
    this.#presses.set(press, { key, at: now, isLost: false });
    return key;
  }

  lost(press: string): void {
    const lost = this.#presses.get(press);
    if (lost) lost.isLost = true;
  }

  answered(press: string): void {
    this.#presses.delete(press);
    for (const [other, { isLost }] of this.#presses) if (isLost) this.#presses.delete(other);
  }
}

/** Names a press by where it goes and what it sends; a file by its size, as its name stands in the address. */
export function pressOf(method: string, address: string, body: unknown): string {
  const sent = body instanceof Uint8Array ? `${body.byteLength} bytes` : (JSON.stringify(body) ?? '');
  return `${method} ${address} ${sent}`;
}
