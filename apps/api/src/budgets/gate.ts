/** How much of a kind of work is done at once, and how much of it may wait in line. */
export interface GateLimits {
  atOnce: number;
  inLine: number;
}

interface Waiting {
  enter: (leave: () => void) => void;
  isGone: () => boolean;
}

/**
 * Lets a few in at once and the next in line, in order, when one leaves. It bounds how long everybody else has to wait
 * behind this kind of work, whatever it costs, and leaves it all of the machine when nobody else is there.
 */
export class Gate {
  #inside = 0;
  #line: Waiting[] = [];

  constructor(private readonly limits: GateLimits) {}

  /** Whether nobody is inside or waits. */
  get isIdle(): boolean {
    return this.#inside === 0;
  }

  /**
   * Waits for its turn and answers with how to leave; or null at once when the line is full. Who `isGone` by then is
   * passed over.
   */
  enter(isGone: () => boolean = () => false): Promise<() => void> | null {
    if (this.#inside < this.limits.atOnce) {
      this.#inside++;
      return Promise.resolve(this.#leaving());
    }
    if (this.#line.length >= this.limits.inLine) {
      // Looked at only now, because most who wait stay.
      this.#line = this.#line.filter((waiting) => !waiting.isGone());
      if (this.#line.length >= this.limits.inLine) return null;
    }
    return new Promise((enter) => this.#line.push({ enter, isGone }));
  }

  #leaving(): () => void {
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      this.#next();
    };
  }

  #next(): void {
    let next = this.#line.shift();
    while (next?.isGone()) next = this.#line.shift();
    if (next) next.enter(this.#leaving());
    else this.#inside--;
  }
}
