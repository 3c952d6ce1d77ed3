import pg from 'pg';
import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * The connections of the queues. They are ours and not pg-boss's, whose own close while its workers still ask: those
 * would wait for a connection for ever.
 */
export class QueueConnections {
  readonly #pool: pg.Pool;
  readonly #asked = new Set<Promise<unknown>>();
  #isClosed = false;

  constructor(config: pg.PoolConfig, onError: (error: Error) => void) {
    this.#pool = new pg.Pool(config);
    this.#pool.on('error', onError);
  }

  /** Once they are closed nothing is done: the end of a job is lost then, and the job is done again. */
  async executeSql(text: string, values: unknown[]): Promise<{ rows: unknown[] }> {
    if (this.#isClosed) return { rows: [] };
    const asked = this.#pool.query(text, values);
    this.#asked.add(asked);
    try {
      return await asked;
    } finally {
      this.#asked.delete(asked);
    }
  }

  /** Closes them once everything that was asked is answered. */
  async close(): Promise<void> {
    while (this.#asked.size > 0) {
      await Promise.allSettled(this.#asked);
      await nextTurn();
    }
    this.#isClosed = true;
    await this.#pool.end();
  }
}
