import type { Transaction } from '../../database/database.ts';
import type { MeetingRecord } from '../meeting-record.repository.ts';

/** Whether the table of a meeting seats so many. */
export async function seats(
  transaction: Transaction,
  { tableId }: MeetingRecord,
  people: number,
): Promise<boolean> {
  const found = await transaction.query('select from meeting_table where id = $1 and capacity >= $2', [
    tableId,
    people,
  ]);
  return found.length > 0;
}
