import type { Problem } from '@forum/contract/problem';
import { problemIn } from '../http.ts';

/** A star that was set or taken back and has not reached the forum yet. */
export interface StarTurn {
  /** One for a reader's star of a session: who turns it again replaces what waits. */
  id: string;
  /** Whose star it is: who is signed in, and for whom they act. */
  reader: string;
  edition: string;
  session: string;
  on: boolean;
}

/** A star that the forum refused. */
export interface RefusedTurn {
  turn: StarTurn;
  problem: Problem;
}

/** Where a device keeps what waits. */
export interface TurnStore {
  all(): Promise<StarTurn[]>;
  put(turn: StarTurn): Promise<void>;
  /** Removes a turn, unless another has taken its place. */
  remove(turn: StarTurn): Promise<void>;
  clear(): Promise<void>;
}

/** The way to the forum. */
export interface StarDoor {
  send(turn: StarTurn): Promise<void>;
  /** Asks the forum who is signed in, and for whom they act; null when nobody is. */
  reader(): Promise<string | null>;
}

export interface Waiting {
  turns: readonly StarTurn[];
  refused: readonly RefusedTurn[];
}

const retryAfter = 10_000;

/**
 * Stars are kept on the device before they are sent, so that they outlive a dead network, a dead server and a closed
 * tab. Sending one twice, or from two tabs, does no harm: a star is set or it is not.
 */
export class WaitingStars {
  readonly #store: TurnStore;
  readonly #door: StarDoor;
  readonly #listeners = new Set<() => void>();
  #now: Waiting = { turns: [], refused: [] };
  #last: Promise<unknown> = Promise.resolve();
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(store: TurnStore, door: StarDoor) {
    this.#store = store;
    this.#door = door;
  }

  readonly get = (): Waiting => this.#now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Turns a star: shown at once, kept, then sent as who looks at the screen. */
  turn(part: Omit<StarTurn, 'id'>): Promise<void> {
    const turn = { ...part, id: `${part.reader} ${part.edition} ${part.session}` };
    this.#show({ turns: [...this.#now.turns.filter(({ id }) => id !== turn.id), turn] });
    return this.#inTurn(async () => {
      await this.#store.put(turn);
      await this.#sendAll(() => Promise.resolve(turn.reader));
    });
  }

  /** Sends what was kept, if the forum still knows the reader who meant it. */
  flush(): Promise<void> {
    return this.#inTurn(() => this.#sendAll(() => this.#door.reader()));
  }

  /** Forgets all that waits: the device belongs to somebody else now. */
  forget(): Promise<void> {
    this.#show({ turns: [], refused: [] });
    return this.#inTurn(() => this.#store.clear());
  }

  /** The reader has seen what was refused. */
  readonly dismiss = (): void => this.#show({ refused: [] });

  async #sendAll(askReader: () => Promise<string | null>): Promise<void> {
    clearTimeout(this.#retry);
    // Another tab may have sent some, or turned them back.
    this.#show({ turns: await this.#store.all() });
    if (this.#now.turns.length === 0) return;
    try {
      const reader = await askReader();
      for (const turn of this.#now.turns.filter((one) => one.reader === reader)) await this.#send(turn);
    } catch {
      this.#retry = setTimeout(() => void this.flush(), retryAfter);
    }
  }

  /** @throws what may pass: no network, or a forum that cannot answer now */
  async #send(turn: StarTurn): Promise<void> {
    try {
      await this.#door.send(turn);
    } catch (error) {
      const problem = problemIn(error);
      if (mayPass(problem)) throw error;
      this.#show({ refused: [...this.#now.refused, { turn, problem }] });
    }
    await this.#store.remove(turn);
    this.#show({ turns: this.#now.turns.filter((other) => other !== turn) });
  }

  #show(part: Partial<Waiting>): void {
    this.#now = { ...this.#now, ...part };
    this.#listeners.forEach((listener) => listener());
  }

  /** One after the other; a device without a store sends what it can. */
  #inTurn(work: () => Promise<unknown>): Promise<void> {
    this.#last = this.#last.then(work).catch(() => undefined);
    return this.#last.then(() => undefined);
  }
}

const mayPass = ({ status }: Problem): boolean =>
  status === 0 || status === 401 || status === 429 || status >= 500;
