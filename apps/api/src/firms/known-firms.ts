import { firmKey } from '@forum/domain/firms/firm-difference';
import { type Transaction } from '../database/database.ts';

/** Waits until this transaction alone may add firms, so that none is added twice under one name. */
export async function lockFirms(transaction: Transaction): Promise<void> {
  await transaction.query(`select pg_advisory_xact_lock(hashtextextended('firms', 3))`);
}

/** The firms of all editions by what tells them apart; the oldest where two are alike. */
export async function firmsByKey(transaction: Transaction): Promise<Map<string, string>> {
  const rows = await transaction.query<{ id: string; name: string; country: string | null }>(
    'select id, name, country from firm order by id desc',
  );
  return new Map(rows.map((row) => [firmKey(row), row.id]));
}
