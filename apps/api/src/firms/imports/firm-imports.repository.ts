import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/database.ts';

/** Writes a whole exhibitor list in a few statements. */
@Injectable()
export class FirmImportsRepository {
  /** The firms of the edition as an import compares them (`CurrentFirm`), as JSON. */
  async current(transaction: Transaction, editionId: string): Promise<string> {
    return oneText(
      transaction,
      `select coalesce(json_agg(c), '[]')::text as text from (
         select f.id, f.name, f.country, e.categories, f.website, e.stand, e.imported,
           e.listed_stand as "listedStand", e.listed_mail as mail, ${listedKeys('and l.edition_id = e.edition_id')} as listed
         from firm_in_edition e join firm f on f.id = e.firm_id
         where e.edition_id = $1 and e.removed_at is null order by f.folded_name, f.id) c`,
      [editionId],
    );
  }

  /** The firms of all editions, as JSON; the oldest last. */
  async known(transaction: Transaction): Promise<string> {
    return oneText(
      transaction,
      `select coalesce(json_agg(c), '[]')::text as text from (select f.id, f.name, f.country, ${listedKeys()} as listed from firm f order by f.id desc) c`,
    );
  }

  /** Brings firms into the edition, given as JSON with their ids. */
  async add(transaction: Transaction, editionId: string, rows: string): Promise<void> {
    await transaction.query(
      `insert into firm (id, name, folded_name, country, website)
       select id, name, folded, country, website
       from json_to_recordset($1::json) as n (id uuid, name text, folded text, country text, website text)
       on conflict (id) do update set website = coalesce(firm.website, excluded.website)`,
      [rows],
    );
    await transaction.query(
      `insert into firm_in_edition (edition_id, firm_id, categories, stand, imported)
       select $1, n.id, array(select jsonb_array_elements_text(n.categories)), n.stand, true
       from json_to_recordset($2::json) as n (id uuid, categories jsonb, stand text)
       on conflict (edition_id, firm_id) do update
       set categories = excluded.categories, stand = excluded.stand, imported = true, removed_at = null`,
      [editionId, rows],
    );
  }

  /** Changes firms of the edition, given as JSON. */
  async change(transaction: Transaction, editionId: string, rows: string): Promise<void> {
    await transaction.query(
      `update firm f set website = n.website, version = f.version + 1
       from json_to_recordset($1::json) as n (id uuid, website text) where f.id = n.id`,
      [rows],
    );
    await transaction.query(
      `update firm_in_edition e set categories = array(select jsonb_array_elements_text(n.categories)), stand = n.stand
       from json_to_recordset($2::json) as n (id uuid, categories jsonb, stand text)
       where e.edition_id = $1 and e.firm_id = n.id`,
      [editionId, rows],
    );
  }

  /** Keeps what the list itself says of each of its firms, as JSON; what it does not tell stays. They are listed now. */
  async keepListed(transaction: Transaction, editionId: string, rows: string): Promise<void> {
    await transaction.query(
      `update firm_in_edition e set imported = true, listed_website = coalesce(n.website, e.listed_website),
         listed_stand = coalesce(n.stand, e.listed_stand), listed_mail = coalesce(n.mail, e.listed_mail)
       from json_to_recordset($2::json) as n (id uuid, website text, stand text, mail text)
       where e.edition_id = $1 and e.firm_id = n.id`,
      [editionId, rows],
    );
  }

  /** The people who represent these firms; ids of persons. */
  async representatives(
    transaction: Transaction,
    editionId: string,
    firmIds: readonly string[],
  ): Promise<string[]> {
    const rows = await transaction.query<{ id: string }>(
      `select distinct person_id as id from representative where edition_id = $1 and firm_id = any($2::uuid[]) order by 1`,
      [editionId, firmIds],
    );
    return rows.map(({ id }) => id);
  }

  async remove(transaction: Transaction, editionId: string, ids: readonly string[]): Promise<void> {
    await transaction.query(
      'update firm_in_edition set removed_at = now() where edition_id = $1 and firm_id = any($2::uuid[])',
      [editionId, ids],
    );
  }
}

/** What lists called a firm `f` before it was corrected. */
const listedKeys = (where = '') =>
  `array(select l.key from firm_listing l where l.firm_id = f.id ${where} order by l.key)`;

async function oneText(
  transaction: Transaction,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<string> {
  const [row] = await transaction.query<{ text: string }>(sql, parameters);
  return row?.text ?? '[]';
}
