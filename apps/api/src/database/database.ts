import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@forum/domain/errors';
import type pg from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';

/** What reads by statements: a transaction, or the pool, for which each statement sees the database of its own moment. */
export interface SqlReader {
  /** The rows that a statement returns, whatever kind of statement it is. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

declare const isTransaction: unique symbol;

/**
 * A transaction; everything that belongs together is written through one, and locks hold until its end. What is called
 * with it may lock and write, what asks for a reader may not.
 */
export interface Transaction extends SqlReader {
  readonly [isTransaction]: true;
}

/** A transaction that writes. What concerns one table goes through its manager and the table's entity. */
export interface WriteTransaction extends Transaction {
  readonly manager: EntityManager;
}

/** What the first write of a piece of work begins with. */
interface Opening {
  open: (transaction: Transaction) => Promise<void>;
  isTaken: boolean;
}

const serialisationFailure = '40001';
const deadlock = '40P01';
const lockNotAvailable = '55P03';
const worthRetrying = new Set([serialisationFailure, deadlock, lockNotAvailable]);
const attempts = 4;

/** One for all databases of a process: each further storage is a cost of every promise. */
const openings = new AsyncLocalStorage<Opening>();

/** Runs statements against PostgreSQL; the only door of the subjects to it. */
@Injectable()
export class Database {
  readonly #committed = new Set<(transaction: Transaction) => void>();
  /** How to tell each piece of work under way that the database has fallen silent. */
  readonly #waiting = new Set<(refusal: DomainError) => void>();
  #isSilent = false;
  #answers = true;
  readonly #answering = new Set<(answers: boolean) => void>();

  constructor(readonly source: DataSource) {}

  /** One statement at a time, outside any transaction, for what reads through a transaction elsewhere. */
  readonly reader: SqlReader = { query: (sql, parameters) => this.rows(sql, parameters) };

  /** Rows of one statement outside any transaction. */
  async rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.#with((runner) => asTransaction(runner).query<Row>(sql, parameters));
  }

  /** The first row of one statement, or null. */
  async row<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row | null> {
    return (await this.rows<Row>(sql, parameters))[0] ?? null;
  }

  /** Reads tables through their entities, outside any transaction. */
  read<Result>(read: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.#with((runner) => read(runner.manager));
  }

  /** Several reads that see one state of the database, such as stream heads and what they stand for. */
  snapshot<Result>(read: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    return this.#with(async (runner) => {
      await runner.startTransaction('REPEATABLE READ');
      return inTransaction(runner, async (transaction) => {
        await transaction.query('set transaction read only');
        return read(transaction);
      });
    });
  }

  /**
   * One write: all of it or nothing. A loser of a race is tried again a few times; when that does not help the caller
   * is told to come back. `write` may run more than once, so it does nothing outside the transaction.
   */
  async write<Result>(write: (transaction: WriteTransaction) => Promise<Result>): Promise<Result> {
    const opening = openings.getStore();
    if (!opening || opening.isTaken) return this.#write(write);
    opening.isTaken = true;
    try {
      return await this.#write(async (transaction) => {
        await opening.open(transaction);
        return write(transaction);
      });
    } catch (error) {
      opening.isTaken = false;
      throw error;
    }
  }

  /** Does `work`; the first write in it begins with `open`, in the same transaction. */
  openWritesWith<Result>(
    open: (transaction: Transaction) => Promise<void>,
    work: () => Promise<Result>,
  ): Promise<Result> {
    return openings.run({ open, isTaken: false }, work);
  }

  async #write<Result>(write: (transaction: WriteTransaction) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      try {
        const { result, transaction } = await this.#with(async (runner) => {
          await runner.startTransaction();
          return inTransaction(runner, async (opened) => ({
            result: await write(opened),
            transaction: opened,
          }));
        });
        for (const tell of this.#committed) tell(transaction);
        return result;
      } catch (error) {
        if (!worthRetrying.has(postgresCode(error) ?? '')) throw error;
        if (attempt === attempts) throw tooBusy();
        await pause(10 * attempt + Math.random() * 30);
      }
    }
  }

  /** Calls `tell` with the transaction after each commit of a write in this process. */
  onCommit(tell: (transaction: Transaction) => void): void {
    this.#committed.add(tell);
  }

  /** Refuses whatever waits for the database, and what comes, until {@link comeBack}; whether that is news. */
  fallSilent(): boolean {
    if (this.#isSilent) return false;
    this.#isSilent = true;
    for (const refuse of this.#waiting) refuse(silent());
    // What they waited on may never be answered, even once the database is there again.
    for (const client of poolOf(this.source)._clients) client.connection.stream.destroy();
    return true;
  }

  /** Calls `tell` when the database ceases to answer, and when it answers again. */
  onAnswering(tell: (answers: boolean) => void): void {
    this.#answering.add(tell);
  }

  /** Tells those who follow it whether the database answers, when that is news. */
  tellAnswering(answers: boolean): void {
    if (answers === this.#answers) return;
    this.#answers = answers;
    for (const tell of this.#answering) tell(answers);
  }

  comeBack(): boolean {
    const wasSilent = this.#isSilent;
    this.#isSilent = false;
    return wasSilent;
  }

  #with<Result>(use: (runner: QueryRunner) => Promise<Result>): Promise<Result> {
    if (this.#isSilent) return Promise.reject(silent());
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject);
      this.#use(use)
        .then(resolve, reject)
        .finally(() => this.#waiting.delete(reject));
    });
  }

  async #use<Result>(use: (runner: QueryRunner) => Promise<Result>): Promise<Result> {
    const runner = this.source.createQueryRunner();
    try {
      return await use(runner);
    } finally {
      await runner.release();
    }
  }
}

async function inTransaction<Result>(
  runner: QueryRunner,
  work: (transaction: WriteTransaction) => Promise<Result>,
): Promise<Result> {
  try {
    const result = await work(asTransaction(runner));
    await runner.commitTransaction();
    return result;
  } catch (error) {
    await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  }
}

const asTransaction = (runner: QueryRunner) =>
  ({
    manager: runner.manager,
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
      ((await runner.query(sql, [...parameters], true)) as { records: Row[] }).records,
  }) as unknown as WriteTransaction;

/** Statements of a connection of one's own, on which the caller begins and ends the transaction. */
export const transactionOn = (client: pg.ClientBase): Transaction =>
  ({
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await client.query(sql, [...parameters])).rows as Row[],
  }) as unknown as Transaction;

/** The pool behind TypeORM, which offers no way to end connections that are in use. */
const poolOf = (source: DataSource) =>
  (source.driver as unknown as { master: { _clients: readonly pg.Client[] } }).master;

const silent = () =>
  new DomainError(
    'temporarily.unavailable',
    { retryAfter: 5 },
    'The database does not answer. Try again in a few seconds; what was being saved may have been saved or not.',
  );

const tooBusy = () =>
  new DomainError(
    'temporarily.unavailable',
    { retryAfter: 2 },
    'Too many people change this at the moment. Try again in two seconds.',
  );

/** The SQLSTATE of an error that PostgreSQL raised. */
export function postgresCode(error: unknown): string | undefined {
  const cause = error as { code?: unknown; driverError?: { code?: unknown } };
  const code = cause?.driverError?.code ?? cause?.code;
  return typeof code === 'string' ? code : undefined;
}

/** The name of the constraint that PostgreSQL refused a write by. */
export function violatedConstraint(error: unknown): string | undefined {
  const cause = error as { constraint?: unknown; driverError?: { constraint?: unknown } };
  const name = cause?.driverError?.constraint ?? cause?.constraint;
  return typeof name === 'string' ? name : undefined;
}
