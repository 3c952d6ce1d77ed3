import type { Transaction } from '../../database/database.ts';
import type { Sides } from './meeting-interpreters.service.ts';
import { spokenBy } from './spoken-languages.ts';

/** Both sides of a meeting, with the languages that their people speak. */
export async function sidesOf(transaction: Transaction, meetingId: string): Promise<Sides> {
  const [row] = await transaction.query<Sides>(
    `select ${spokenBy('m.from_team_id')} as "from", ${spokenBy('m.to_team_id')} as "to" from meeting m where m.id = $1`,
    [meetingId],
  );
  return row ?? { from: [], to: [] };
}
