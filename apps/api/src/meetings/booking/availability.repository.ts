import type { Interval } from '@forum/domain/time/interval';
import type { SqlReader, Transaction } from '../../database/database.ts';
import { availableOfDelegate } from '../meeting-people.repository.ts';

/** When a delegate said that they can be met; null when they said nothing. */
export async function saidBy(reader: SqlReader, delegateId: string): Promise<Interval[] | null> {
  const [row] = await reader.query<{ available: Interval[] | null }>(
    `select ${availableOfDelegate} as available from delegate d where d.id = $1`,
    [delegateId],
  );
  return row?.available ?? null;
}

/** Keeps what a delegate said instead of what they said before; null is nothing. */
export async function keepAvailability(
  transaction: Transaction,
  editionId: string,
  delegateId: string,
  times: readonly Interval[] | null,
): Promise<void> {
  await transaction.query('delete from availability where delegate_id = $1', [delegateId]);
  if (times === null) return;
  await transaction.query(
    `insert into availability (edition_id, delegate_id, during)
     select $1, $2, coalesce(range_agg(tstzrange(s, e)), '{}')
     from unnest($3::timestamptz[], $4::timestamptz[]) as a (s, e)`,
    [editionId, delegateId, times.map(({ start }) => start), times.map(({ end }) => end)],
  );
}
