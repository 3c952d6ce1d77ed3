import type { Transaction } from '../../database/database.ts';

/** Who of the help desk has taken the call of a meeting. */
export async function takerOf(
  transaction: Transaction,
  editionId: string,
  meetingId: string,
): Promise<{ id: string; name: string } | undefined> {
  const [taker] = await transaction.query<{ id: string; name: string }>(
    `select p.id, p.display_name as name from meeting m
       join person_in_edition p on p.edition_id = m.edition_id and p.id = m.help_taken_by
     where m.edition_id = $1 and m.id = $2`,
    [editionId, meetingId],
  );
  return taker;
}
