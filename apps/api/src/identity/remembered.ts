interface Entry {
  value: Promise<unknown>;
  /** The value once it is there. */
  settled?: { is: unknown };
  until: number;
}

const freshFor = 2_000;
const mostKept = 50_000;

/** Answers of the database that are kept for two seconds, or until they are forgotten. */
export class Remembered {
  readonly #entries = new Map<string, Entry>();

  /** The value of a key, read when it is not kept; whoever asks while it is read waits for the same reading. */
  read<Value>(key: string, read: () => Promise<Value>): Promise<Value> {
    const kept = this.#fresh(key);
    if (kept) return kept.value as Promise<Value>;
    if (this.#entries.size > mostKept) this.#entries.clear();
    const entry: Entry = { value: read(), until: Date.now() + freshFor };
    this.#entries.set(key, entry);
    entry.value.then(
      (is) => (entry.settled = { is }),
      () => this.#entries.delete(key),
    );
    return entry.value as Promise<Value>;
  }

  /** The value of a key if it is kept and fresh. */
  known<Value>(key: string): { is: Value } | null {
    return (this.#fresh(key)?.settled as { is: Value } | undefined) ?? null;
  }

  forget(): void {
    this.#entries.clear();
  }

  #fresh(key: string): Entry | null {
    const entry = this.#entries.get(key);
    return entry && entry.until > Date.now() ? entry : null;
  }
}
