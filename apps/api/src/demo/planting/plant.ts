import type { Transaction } from '../../database/database.ts';

/** Inserts rows of one shape in one statement; the table itself says which type each column has. */
export async function plant(
  transaction: Transaction,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await transaction.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

/** A half-open range of instants as PostgreSQL reads it. */
export const rangeOf = (start: string, end: string): string => `[${start},${end})`;
