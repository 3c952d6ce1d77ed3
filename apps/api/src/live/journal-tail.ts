import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { type Change, type ChangeType, isVersioned } from '@forum/contract/live/changes';
import type { Session } from '@forum/contract/programme/session';
import { DatabaseUrl } from '../database/database-url.ts';
import { Log } from '../operations/log.ts';

/** A change as the journal numbers it, with the edition it belongs to. */
export interface JournalledChange {
  editionId: string;
  change: Change;
}

type Listener = (changes: readonly JournalledChange[]) => void;

interface Row {
  journal_id: string;
  edition_id: string;
  stream: string;
  number: string;
  type: ChangeType;
  entity_id: string;
  version: number;
  at: Date;
  payload: Session | null;
}

const pollEvery = 1_000;

/**
 * Follows the journal and tells what comes in, in order, to this node: its sockets and its caches. It wakes by NOTIFY
 * and looks by itself every second, so a lost notification costs a second and nothing else.
 */
@Injectable()
export class JournalTail implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #listeners = new Set<Listener>();
  #client: pg.Client | null = null;
  #position: bigint | null = null;
  #timer: NodeJS.Timeout | undefined;
  #reading: Promise<void> = Promise.resolve();
  #stopped = false;
  #current = false;

  constructor(
    private readonly url: DatabaseUrl,
    private readonly log: Log,
  ) {}

  /** Calls `listener` with every batch of changes from now on. */
  onChanges(listener: Listener): void {
    this.#listeners.add(listener);
  }

  /** Whether this node follows the journal; while it does not, nothing may be answered from memory. */
  get isCurrent(): boolean {
    return this.#current;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.#read();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#reading;
    await this.#client?.end().catch(() => undefined);
  }

  #wake(): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#reading = this.#reading.then(() => this.#read());
  }

  async #read(): Promise<void> {
    if (this.#stopped) return;
    try {
      const client = await this.#connection();
      while (await this.#readBatch(client));
      this.#current = true;
    } catch (error) {
      this.#lose(error);
    }
    clearTimeout(this.#timer);
    if (!this.#stopped) this.#timer = setTimeout(() => this.#wake(), pollEvery);
  }

  async #readBatch(client: pg.Client): Promise<boolean> {
    const { rows } = await client.query<Row>(
      `select s.journal_id, s.edition_id, s.stream, s.number, j.type, j.entity_id, j.version, j.at, s.payload
       from journal_stream s join journal j on j.id = s.journal_id
       where s.journal_id > $1 and s.journal_id <= (
         select coalesce(max(id), 0) from (select id from journal where id > $1 order by id limit 500) next
       )
       order by s.journal_id, s.stream`,
      [String(this.#position)],
    );
    const last = rows.at(-1);
    if (!last) return false;
    this.#position = BigInt(last.journal_id);
    const changes = rows.map((row) => ({ editionId: row.edition_id, change: asChange(row) }));
    for (const listener of this.#listeners) listener(changes);
    return true;
  }

  async #connection(): Promise<pg.Client> {
    if (this.#client) return this.#client;
    const client = new pg.Client({
      connectionString: this.url.value,
      // A network that falls silent without closing must not leave this node believing that it follows.
      connectionTimeoutMillis: 5_000,
      query_timeout: 20_000,
      application_name: 'forum-tail',
      keepAlive: true,
      options: this.url.options('statement_timeout=10000'),
    });
    client.on('error', (error) => {
      if (this.#client === client) this.#lose(error);
    });
    client.on('notification', () => this.#wake());
    await client.connect();
    await client.query('listen forum_journal');
    if (this.#position === null) {
      const { rows } = await client.query<{ id: string }>('select coalesce(max(id), 0) as id from journal');
      this.#position = BigInt(rows[0]?.id ?? 0);
    }
    this.#client = client;
    return client;
  }

  #lose(error: unknown): void {
    if (this.#stopped) return;
    this.#current = false;
    this.log.warn({ err: error }, 'the journal cannot be followed at the moment');
    void this.#client?.end().catch(() => undefined);
    this.#client = null;
  }
}

/** A journal row as it goes over the wire. */
export function asChange(row: Omit<Row, 'journal_id' | 'edition_id'>): Change {
  return {
    stream: row.stream,
    number: Number(row.number),
    type: row.type,
    entity: row.entity_id,
    ...(isVersioned(row.type) ? { version: row.version } : {}),
    at: row.at.toISOString(),
    ...(row.payload ? { session: row.payload } : {}),
  };
}
