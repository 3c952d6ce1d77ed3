import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { postgresCode } from '../database/database.ts';

/** Milliseconds until a statement is sent again. */
const pauseBetween = 500;

/** What pg-boss waits for once they are closed: it reads an answer without asking whether it holds a row. */
const never = new Promise<never>(() => undefined);

/**
 * The connections of the queues. They are ours and not pg-boss's: its own close while its workers still ask, and those
 * would wait for a connection for ever; and it awaits no answer when it says that a job has ended, so that a database
 * which is away just then would end the process.
 */
export class QueueConnections {
  readonly #pool: pg.Pool;
  readonly #asked = new Set<Promise<unknown>>();
  #isClosing = false;
  #isClosed = false;

  constructor(
    config: pg.PoolConfig,
    private readonly onError: (error: Error) => void,
  ) {
    this.#pool = new pg.Pool(config);
    this.#pool.on('error', onError);
  }

  /**
   * Sent again as long as the database is away: what it asks for is done once or, where the answer was lost, twice.
   * Once they are closed nothing is done and nothing answered: the end of a job is lost then, and the job is done again.
   */
  async executeSql(text: string, values: unknown[]): Promise<{ rows: unknown[] }> {
    if (this.#isClosed) return never;
    const asked = this.#untilAnswered(text, values);
    this.#asked.add(asked);
    try {
      return (await asked) ?? never;
    } finally {
      this.#asked.delete(asked);
    }
  }

  async #untilAnswered(text: string, values: unknown[]): Promise<{ rows: unknown[] } | null> {
    while (!this.#isClosing) {
      try {
        return await this.#pool.query(text, values);
      } catch (error) {
        if (!isAway(error)) throw error;
        this.onError(error as Error);
        await pause(pauseBetween);
      }
    }
    return null;
  }

  /** Closes them once everything that was asked is answered, or was in vain once more. */
  async close(): Promise<void> {
    while (this.#asked.size > 0) {
      this.#isClosing = true;
      await Promise.allSettled(this.#asked);
      await nextTurn();
    }
    this.#isClosed = true;
    await this.#pool.end();
  }
}

/** Classes of SQLSTATE: connection, transaction rolled back, resources, busy, and stopped by somebody. */
const passing = /^(08|40|53|55|57)/;

/** Whether the database did not answer, or says that it cannot at the moment. */
function isAway(error: unknown): boolean {
  const code = postgresCode(error) ?? '';
  const isOfPostgres = /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('E');
  return !isOfPostgres || passing.test(code);
}
