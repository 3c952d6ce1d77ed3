interface Making<Value> {
  news: number;
  value: Promise<Value>;
}

/**
 * A value that is costly to make: made once for everybody who asks, and again after the news that outdates it. Whoever
 * asks after the news never gets a value whose making began before it; at most one making waits behind a running one.
 */
export class Kept<Value> {
  #news = 0;
  #value: { news: number; is: Value } | null = null;
  #making: Making<Value> | null = null;
  #queued: Promise<Value> | null = null;

  constructor(private readonly make: () => Promise<Value>) {}

  /** What was made last, outdated or not. */
  get last(): Value | null {
    return this.#value?.is ?? null;
  }

  /** What was made last, if no news has outdated it. */
  get current(): Value | null {
    return this.#value?.news === this.#news ? this.#value.is : null;
  }

  outdate(): void {
    this.#news++;
  }

  get(): Value | Promise<Value> {
    if (this.#value?.news === this.#news) return this.#value.is;
    if (this.#making?.news === this.#news) return this.#making.value;
    this.#queued ??= this.#makeAfter(this.#making);
    return this.#queued;
  }

  async #makeAfter(running: Making<Value> | null): Promise<Value> {
    await running?.value.catch(() => undefined);
    this.#queued = null;
    const making: Making<Value> = { news: this.#news, value: this.make() };
    this.#making = making;
    try {
      const is = await making.value;
      this.#value = { news: making.news, is };
      return is;
    } finally {
      if (this.#making === making) this.#making = null;
    }
  }
}
