import type { Interval } from '@forum/domain/time/interval';
import type { SqlReader, Transaction } from '../../database/database.ts';

/** The times in which a firm would rather meet. */
export const preferredBy = (reader: SqlReader, editionId: string, firmId: string) =>
  reader.query<Interval>(
    `select utc(lower(during)) as start, utc(upper(during)) as "end" from preferred_time
     where edition_id = $1 and firm_id = $2 order by during limit 200`,
    [editionId, firmId],
  );

/** Keeps these times of a firm instead of those before. */
export async function keepPreferred(
  transaction: Transaction,
  editionId: string,
  firmId: string,
  halves: readonly Interval[],
): Promise<void> {
  await transaction.query('delete from preferred_time where edition_id = $1 and firm_id = $2', [
    editionId,
    firmId,
  ]);
  await transaction.query(
    `insert into preferred_time (edition_id, firm_id, during)
     select $1, $2, tstzrange(s, e) from unnest($3::timestamptz[], $4::timestamptz[]) as h (s, e)`,
    [editionId, firmId, halves.map(({ start }) => start), halves.map(({ end }) => end)],
  );
}
