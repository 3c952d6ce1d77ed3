import type { Transaction } from '../../database/database.ts';
import { one } from '../../database/one.ts';
import type { Circumstances } from './delegate-news.ts';

/** The meetings are those that were agreed and are still to come. */
export async function circumstancesOf(transaction: Transaction, delegateId: string): Promise<Circumstances> {
  const row = one(
    await transaction.query<Circumstances>(
      `select e.phase, f.name as firm,
       exists (select from representative r where r.edition_id = d.edition_id and r.firm_id = d.firm_id and r.delegate_id <> d.id) as colleagues,
       (select count(*)::int from meeting_participant p join meeting m on m.id = p.meeting_id
        where p.delegate_id = d.id and m.state = 'accepted' and m.ends_at > now()) as meetings
     from delegate d join edition e on e.id = d.edition_id left join firm f on f.id = d.firm_id where d.id = $1`,
      [delegateId],
    ),
  );
  return row;
}
