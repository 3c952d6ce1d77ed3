import type { Transaction } from '../../database/database.ts';
import type { Officer } from './officer-mails.ts';

/** The export officers of a firm who are in force. */
export const officersToTell = (transaction: Transaction, editionId: string, firmId: string) =>
  transaction.query<Officer>(
    `select p.id as "personId", p.mail, p.language
     from export_officer o
     join representative d on d.delegate_id = o.delegate_id and d.firm_id = o.firm_id
     join person p on p.id = d.person_id
     where o.edition_id = $1 and o.firm_id = $2 and o.confirmed_at is not null order by p.id`,
    [editionId, firmId],
  );
