import type { listRoles } from '@forum/contract/delegations/roles';
import type { RouteOutput } from '@forum/contract/route';
import type { SqlReader, Transaction } from '../../database/database.ts';
import { one } from '../../database/one.ts';

const mostHolders = 1_000;

/** Who holds which role in an edition. */
export const readRoles = (reader: SqlReader, editionId: string): Promise<RouteOutput<typeof listRoles>> =>
  reader.query<RouteOutput<typeof listRoles>[number]>(
    `select json_build_object('id', p.id, 'name', p.display_name) as person, p.mail, g.role
     from role_grant g join person_in_edition p on p.edition_id = g.edition_id and p.id = g.person_id
     where g.edition_id = $1 order by g.role, p.sort_key, p.id limit ${mostHolders}`,
    [editionId],
  );

/** A person to whom something is entrusted. */
export interface Holder {
  id: string;
  mail: string;
  language: string;
}

/** The person of a mail address, who is made when nobody has signed in with it yet. */
export async function holderOf(transaction: Transaction, address: string): Promise<Holder> {
  const mail = address.toLowerCase();
  return one(
    await transaction.query<Holder>(
      `insert into person (mail, display_name, sort_key) values ($1, $2, $2)
       on conflict (mail) do update set mail = excluded.mail returning id, mail, language`,
      [mail, mail.slice(0, mail.indexOf('@'))],
    ),
  );
}
