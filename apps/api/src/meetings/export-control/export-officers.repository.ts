import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/database.ts';

/** An export officer as kept, in force or not. */
export interface OfficerRecord {
  delegateId: string;
  name: string;
  office: string;
  byHost: boolean;
  /** Who named them, by name, and as a delegate of the firm; null for the latter when it was the host. */
  namedBy: string | null;
  namedById: string | null;
  inForce: boolean;
}

/** Reads and keeps the export officers of a firm. */
@Injectable()
export class ExportOfficersRepository {
  /** Of those who speak for the firm; who does not any more is no officer either. */
  officers(transaction: Transaction, editionId: string, firmId: string): Promise<OfficerRecord[]> {
    return transaction.query<OfficerRecord>(
      `select d.id as "delegateId", p.display_name as name, d.office, o.by_host as "byHost", n.display_name as "namedBy",
         case when not o.by_host then nd.id end as "namedById", o.confirmed_at is not null as "inForce"
       from export_officer o
       join representative r on r.edition_id = o.edition_id and r.firm_id = o.firm_id and r.delegate_id = o.delegate_id
       join delegate d on d.id = o.delegate_id join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id
       left join person_in_edition n on n.edition_id = o.edition_id and n.id = o.named_by
       left join delegate nd on nd.edition_id = o.edition_id and nd.person_id = o.named_by
       where o.edition_id = $1 and o.firm_id = $2 order by p.sort_key, d.id limit 60`,
      [editionId, firmId],
    );
  }

  async representatives(transaction: Transaction, editionId: string, firmId: string): Promise<string[]> {
    const rows = await transaction.query<{ id: string }>(
      `select delegate_id as id from representative where edition_id = $1 and firm_id = $2 order by delegate_id`,
      [editionId, firmId],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether somebody is an officer in force of any firm, which can only be the one they represent. */
  async isInForce(transaction: Transaction, editionId: string, delegateId: string | null): Promise<boolean> {
    const rows = await transaction.query(
      `select from export_officer o
       join representative r on r.edition_id = o.edition_id and r.firm_id = o.firm_id and r.delegate_id = o.delegate_id
       where o.edition_id = $1 and o.delegate_id = $2 and o.confirmed_at is not null`,
      [editionId, delegateId],
    );
    return rows.length > 0;
  }

  /** Names officers instead of those whom the same hand had named; answers who is new. */
  async name(
    transaction: Transaction,
    editionId: string,
    firmId: string,
    { delegates, byHost, by }: { delegates: readonly string[]; byHost: boolean; by: string },
  ): Promise<string[]> {
    await transaction.query(
      `delete from export_officer where edition_id = $1 and firm_id = $2 and by_host = $3 and delegate_id <> all ($4::uuid[])`,
      [editionId, firmId, byHost, delegates],
    );
    const named = await transaction.query<{ id: string }>(
      `insert into export_officer (edition_id, firm_id, delegate_id, by_host, named_by)
       select $1, $2, d, $3, $5 from unnest($4::uuid[]) d
       on conflict on constraint export_officer_pk do nothing returning delegate_id as id`,
      [editionId, firmId, byHost, [...new Set(delegates)], by],
    );
    return named.map(({ id }) => id);
  }

  async confirm(
    transaction: Transaction,
    editionId: string,
    firmId: string,
    delegateIds: readonly string[],
    by: string,
  ): Promise<void> {
    await transaction.query(
      `update export_officer set confirmed_at = now(), confirmed_by = $4
       where edition_id = $1 and firm_id = $2 and delegate_id = any($3::uuid[]) and confirmed_at is null`,
      [editionId, firmId, delegateIds, by],
    );
  }
}
