import { appendFileSync } from 'node:fs';
import { findSourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { Database, type Transaction } from '../../database/database.ts';
import { describeStatement, type StatementColumn } from './describe-statement.ts';

/** What one place in the code sent to the database, as one line of the folder's files says it. */
export interface RecordedStatement {
  /** `path:line:column` of the call, from the repository's root; lines and columns from 1. */
  place: string;
  sql: string;
  columns: StatementColumn[];
  /** Columns in which a row held null. */
  nulls: string[];
}

interface Seen {
  nulls: Set<string>;
  isWritten: boolean;
}

/** By place, then by statement: a place may compose several. */
const seen = new Map<string, Map<string, Seen>>();
const root = path.resolve(import.meta.dirname, '../../../../..');
const folder = process.env['FORUM_STATEMENTS'];
let isRecording = false;

/** From now on, all that this process sends through {@link Database} is kept, when a folder is given to keep it in. */
export function recordStatements(): void {
  if (!folder || isRecording) return;
  isRecording = true;
  const { rows, snapshot, write, openWritesWith } = Database.prototype;
  Database.prototype.rows = function <Row>(this: Database, sql: string, parameters?: readonly unknown[]) {
    return kept<Row>(sql, rows.call(this, sql, parameters) as Promise<Row[]>);
  };
  Database.prototype.snapshot = function <Result>(
    this: Database,
    read: (transaction: Transaction) => Promise<Result>,
  ) {
    return snapshot.call(this, (transaction) => read(listenedTo(transaction))) as Promise<Result>;
  };
  Database.prototype.write = function (this: Database, work: Parameters<Database['write']>[0]) {
    return write.call(this, (transaction) => work(listenedTo(transaction)));
  } as Database['write'];
  Database.prototype.openWritesWith = function (this: Database, open, work) {
    return openWritesWith.call(this, (transaction) => open(listenedTo(transaction)), work);
  } as Database['openWritesWith'];
  recordConnections();
}

/** Of connections of one's own, what has parameters. */
function recordConnections(): void {
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const answer = query.apply(this, given);
    if (typeof given[0] === 'string' && Array.isArray(given[1]) && answer instanceof Promise)
      void kept(
        given[0],
        (answer as Promise<pg.QueryResult>).then(({ rows }) => (rows ?? []) as object[]),
      ).catch(() => undefined);
    return answer;
  } as pg.Client['query'];
}

const followed = new WeakSet<Transaction>();

/** The same object, because others know it by identity. */
function listenedTo<Given extends Transaction>(transaction: Given): Given {
  if (followed.has(transaction)) return transaction;
  followed.add(transaction);
  const query = transaction.query.bind(transaction);
  transaction.query = <Row>(sql: string, parameters?: readonly unknown[]) =>
    kept<Row>(sql, query<Row>(sql, parameters));
  return transaction;
}

function kept<Row>(sql: string, answer: Promise<Row[]>): Promise<Row[]> {
  const place = callingPlace();
  if (!place) return answer;
  const statements = seen.get(place) ?? new Map<string, Seen>();
  seen.set(place, statements);
  const statement = statements.get(sql) ?? { nulls: new Set<string>(), isWritten: false };
  statements.set(sql, statement);
  return answer.then((rows) => {
    for (const row of rows.slice(0, 100))
      for (const [name, value] of Object.entries(row as object))
        if (value === null && !statement.nulls.has(name)) {
          statement.nulls.add(name);
          statement.isWritten = false;
        }
    return rows;
  });
}

/** Where the code of a subject called; null where a test did. */
function callingPlace(): string | null {
  const prepare = Error.prepareStackTrace;
  Error.prepareStackTrace = (_, frames) => frames;
  const frames = new Error().stack as unknown as NodeJS.CallSite[];
  Error.prepareStackTrace = prepare;
  const frame = frames.find(
    (one) => !/record-statements|database\/database\.ts/.test(one.getFileName() ?? ''),
  );
  const url = frame?.getFileName();
  if (!frame || !url?.includes('/apps/api/src/') || /\.spec\.ts|\/testing\//.test(url)) return null;
  // Its table is there only until a forum of before was taken over.
  if (url.endsWith('/database/take-over.ts')) return null;
  const entry = findSourceMap(url)?.findEntry(
    (frame.getLineNumber() ?? 1) - 1,
    (frame.getColumnNumber() ?? 1) - 1,
  );
  if (!entry || !('originalLine' in entry)) return null;
  const file = path.relative(root, fileURLToPath(url)).replaceAll(path.sep, '/');
  return `${file}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
}

/** Writes down what is new since the last time, with what the database at `url` says of it. */
export async function writeStatements(url: string): Promise<void> {
  if (!folder) return;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const [place, statements] of seen)
      for (const [sql, statement] of statements) await writeStatement(client, { place, sql }, statement);
  } finally {
    await client.end();
  }
}

async function writeStatement(client: pg.Client, at: { place: string; sql: string }, statement: Seen) {
  if (!folder || statement.isWritten) return;
  statement.isWritten = true;
  const columns = await describeStatement(client, at.sql);
  const line: RecordedStatement = { ...at, columns, nulls: [...statement.nulls] };
  appendFileSync(path.join(folder, `${process.pid}.jsonl`), `${JSON.stringify(line)}\n`);
}
