import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Log } from '../operations/log.ts';
import { DatabaseUrl } from './database-url.ts';
import { Database } from './database.ts';

const askEvery = 1_000;
const silentAfter = 3_000;
/** `ready` has two seconds in all. */
const writeWithin = 1_500;
/** Whoever asks within this time shares one attempt to write. */
const sharedFor = 1_000;

/**
 * Asks the database each second, on a connection of its own, whether it is there. When it falls silent, frozen or cut
 * off without a word, everybody who waits for it is told so at once, and nobody begins to wait.
 */
@Injectable()
export class DatabaseWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  #client: pg.Client | null = null;
  #timer: NodeJS.Timeout | undefined;
  #writing: { at: number; works: Promise<boolean> } | null = null;
  #refusals = 0;
  #stopped = false;

  constructor(
    private readonly url: DatabaseUrl,
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setTimeout(() => void this.#look(), askEvery);
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#leave();
  }

  /**
   * Whether a write reaches the disk now; false also when the answer takes longer than anybody should wait. It makes a
   * table that its own commit drops: that takes a new page, so a full disk refuses it as it refuses every write.
   */
  writes(): Promise<boolean> {
    if (!this.#writing || Date.now() - this.#writing.at > sharedFor) {
      const works = within(
        writeWithin,
        this.#ask(
          `create temporary table writing_works on commit drop as select repeat('x', 4000) as filler`,
        ),
      );
      this.#writing = { at: Date.now(), works: works.then((outcome) => outcome === 'answered') };
    }
    return this.#writing.works;
  }

  async #look(): Promise<void> {
    const outcome = await within(silentAfter, this.#ask('select 1'));
    if (this.#stopped) return;
    if (outcome !== 'answered') await this.#leave();
    // A database that refuses says so to each request itself.
    if (outcome === 'silent' && this.database.fallSilent())
      this.log.error({ ms: silentAfter }, 'the database is silent: requests are refused until it answers');
    // A connection that was cut is refused once; that says nothing of the next.
    this.#refusals = outcome === 'refused' ? this.#refusals + 1 : 0;
    this.database.tellAnswering(outcome === 'answered' || (outcome === 'refused' && this.#refusals < 2));
    if (outcome === 'answered' && this.database.comeBack()) this.log.warn('the database answers again');
    this.#timer = setTimeout(() => void this.#look(), askEvery);
  }

  async #ask(statement: string): Promise<void> {
    await (await this.#connection()).query(statement);
  }

  async #connection(): Promise<pg.Client> {
    if (this.#client) return this.#client;
    const client = new pg.Client({
      connectionString: this.url.value,
      application_name: 'forum-watch',
      options: this.url.options('statement_timeout=10000'),
    });
    client.on('error', () => this.#forget(client));
    this.#client = client;
    await client.connect();
    return client;
  }

  #forget(client: pg.Client): void {
    if (this.#client === client) this.#client = null;
  }

  /** Ends the connection without waiting for a goodbye that may never come. */
  async #leave(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    if (client) await within(100, client.end());
    client?.connection.stream.destroy();
  }
}

type Outcome = 'answered' | 'refused' | 'silent';

/**
 * What comes of a question within some milliseconds. When this process itself was busy for longer the answer may lie
 * unread while the time runs out, so it gets another moment.
 */
function within(ms: number, work: Promise<unknown>): Promise<Outcome> {
  return new Promise((resolve) => {
    let timer = setTimeout(() => (timer = setTimeout(() => resolve('silent'), ms / 4)), ms);
    work
      .then(
        () => resolve('answered'),
        () => resolve('refused'),
      )
      .finally(() => clearTimeout(timer));
  });
}
