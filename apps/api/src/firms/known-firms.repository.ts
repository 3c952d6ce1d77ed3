import { firmKey } from '@forum/domain/firms/firm-difference';
import type { Transaction } from '../database/database.ts';
import { lock } from '../database/locks.ts';

/** Waits until this transaction alone may add or correct firms, so that none is there twice under one name. */
export async function lockFirms(transaction: Transaction): Promise<void> {
  await lock(transaction, 'firms');
}

/**
 * The firms of all editions by what tells them apart, and by what lists called those that were corrected since; the
 * oldest where two are alike.
 */
export async function firmsByKey(transaction: Transaction): Promise<Map<string, string>> {
  const listed = await transaction.query<{ key: string; id: string }>(
    'select key, firm_id as id from firm_listing order by firm_id desc, edition_id',
  );
  const rows = await transaction.query<{ id: string; name: string; country: string | null }>(
    'select id, name, country from firm order by id desc',
  );
  return new Map([
    ...listed.map(({ key, id }) => [key, id] as const),
    ...rows.map((row) => [firmKey(row), row.id] as const),
  ]);
}
