import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { JournalHeads } from '../audit/journal-heads.ts';
import { Config } from '../config.ts';
import { DatabaseUrl } from '../database/database-url.ts';
import { Database } from '../database/database.ts';
import { Log } from '../operations/log.ts';
import { carryOver, moveChanges } from './move-changes.ts';
import { sessionLocks } from '../database/locks.ts';

const pollEvery = 50;
const retryEvery = 1_000;
/** Changes that come close together are moved together: a turn costs the same for one as for a hundred. */
const gatherFor = 25;

/**
 * Moves committed changes, in order, into the journal. Every node has one, but only the node that holds the advisory
 * lock works; its connection is ended by PostgreSQL after five idle seconds, so that a hung node loses the lock.
 */
@Injectable()
export class Sequencer implements OnApplicationBootstrap, OnApplicationShutdown {
  #client: pg.Client | null = null;
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();
  #nudged = false;
  #stopped = false;
  #holds = false;
  #movedAt = 0;

  constructor(
    private readonly url: DatabaseUrl,
    private readonly config: Config,
    private readonly log: Log,
    private readonly heads: JournalHeads,
    database: Database,
  ) {
    database.onCommit(() => this.#nudge());
  }

  onApplicationBootstrap(): void {
    this.#schedule(0);
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#working;
    await this.heads.settled();
    await this.#client?.end().catch(() => undefined);
  }

  /** Whether this node is the one that numbers changes. */
  get holdsLock(): boolean {
    return this.#holds;
  }

  #nudge(): void {
    if (!this.#holds || this.#nudged || this.#stopped) return;
    this.#nudged = true;
    this.#schedule(Math.max(0, this.#movedAt + gatherFor - performance.now()));
  }

  #schedule(delay: number): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#working = this.#working.then(() => this.#turn());
    }, delay);
  }

  async #turn(): Promise<void> {
    if (this.#stopped) return;
    this.#nudged = false;
    try {
      const client = await this.#connection();
      this.#holds ||= await this.#takeOver(client);
      const moved = this.#holds ? await moveChanges(client, this.config.secret) : 0;
      if (moved > 0) this.#movedAt = performance.now();
      if (this.#holds) this.heads.tend(moved);
      this.#schedule(moved > 0 ? gatherFor : this.#holds ? pollEvery : retryEvery);
    } catch (error) {
      this.#lose(error);
      this.#schedule(retryEvery);
    }
  }

  async #takeOver(client: pg.Client): Promise<boolean> {
    if (!(await takeLock(client))) return false;
    await client.query('begin');
    const editions = await carryOver(client, this.config.secret);
    await client.query('commit');
    if (editions.length > 0) this.log.warn({ editions }, 'journals of unkeyed links were carried over');
    return true;
  }

  async #connection(): Promise<pg.Client> {
    if (this.#client) return this.#client;
    const client = new pg.Client({
      connectionString: this.url.value,
      // A network that falls silent without closing must not leave this node believing that it follows.
      connectionTimeoutMillis: 5_000,
      query_timeout: 20_000,
      application_name: 'forum-sequencer',
      options: this.url.options(
        'idle_session_timeout=5000',
        'idle_in_transaction_session_timeout=5000',
        'statement_timeout=15000',
      ),
    });
    client.on('error', (error) => {
      if (this.#client === client) this.#lose(error);
    });
    await client.connect();
    this.#client = client;
    return client;
  }

  #lose(error: unknown): void {
    if (this.#stopped) return;
    this.log.warn({ err: error, held: this.#holds }, 'sequencer lost its connection');
    this.#holds = false;
    void this.#client?.end().catch(() => undefined);
    this.#client = null;
  }
}

async function takeLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    sessionLocks.sequencer,
  ]);
  return rows[0]?.taken ?? false;
}
