import type { Transaction } from '../../../database/database.ts';

/** Who takes part in meetings of a plan, by meeting. */
export async function participantsOf(
  transaction: Transaction,
  meetingIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const rows = await transaction.query<{ meetingId: string; delegates: string[] }>(
    `select meeting_id as "meetingId", array_agg(delegate_id) as delegates from meeting_participant
     where meeting_id = any($1::uuid[]) group by meeting_id`,
    [meetingIds],
  );
  return new Map(rows.map(({ meetingId, delegates }) => [meetingId, new Set(delegates)]));
}
