import type { Heads } from './streams.ts';

/** How a read stands to what is required of it: recent enough, too old, or of unknown age. */
export type Freshness = 'past' | 'behind' | 'unknown';

/** The stream heads that a read of a route must have reached to hold all that was told; `*` for every route. */
export class ReadRequirements {
  readonly #heads = new Map<string, Heads>();

  /** From now on a read of this path must have reached these heads. */
  require(path: string, heads: Heads): void {
    this.#heads.set(path, { ...this.#heads.get(path), ...heads });
  }

  /** From now on every read must have reached these heads, and nothing else is required. */
  restart(heads: Heads): void {
    const all = { ...this.#heads.get('*'), ...heads };
    this.#heads.clear();
    this.#heads.set('*', all);
  }

  /** How a read of this path at these heads stands; null heads when the route does not tell them. */
  standing(path: string, heads: Heads | null): Freshness {
    const required = Object.entries({ ...this.#heads.get('*'), ...this.#heads.get(path) });
    if (heads === null) return 'unknown';
    if (required.some(([stream, head]) => (heads[stream] ?? Infinity) < head)) return 'behind';
    return required.every(([stream]) => heads[stream] !== undefined) ? 'past' : 'unknown';
  }
}
