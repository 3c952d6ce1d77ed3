import type { Transaction } from '../database/database.ts';

/**
 * The number that each stream stands at, in the order of their names, so that equal heads are equal bytes. Read first in
 * a snapshot: what is read after it may be newer, never older, and applying a change twice is harmless.
 */
export async function readHeads(
  transaction: Pick<Transaction, 'query'>,
  editionId: string,
  streams: readonly string[],
): Promise<Record<string, number>> {
  const rows: { stream: string; number: string }[] = await transaction.query(
    `select s as stream, coalesce(h.number, 0) as number from unnest($2::text[]) s
     left join stream_head h on h.edition_id = $1 and h.stream = s order by s`,
    [editionId, streams],
  );
  return Object.fromEntries(rows.map((row) => [row.stream, Number(row.number)]));
}
