import { Injectable } from '@nestjs/common';
import { firmKey } from '@forum/domain/firms/firm-difference';
import { fold } from '@forum/domain/text/fold';
import { randomUUID } from 'node:crypto';
import { type Transaction } from '../../database/database.ts';
import { firmsByKey } from '../known-firms.ts';
import { type CurrentFirm, type ListedFirm } from './listed-firms.ts';

/** Writes a whole exhibitor list in a few statements. */
@Injectable()
export class FirmImportsRepository {
  current(transaction: Transaction, editionId: string): Promise<CurrentFirm[]> {
    return transaction.query(
      `select f.id, f.name, f.country, e.categories, f.website, e.stand, e.imported
       from firm_in_edition e join firm f on f.id = e.firm_id
       where e.edition_id = $1 and e.removed_at is null order by f.folded_name, f.id`,
      [editionId],
    );
  }

  /** Brings firms into the edition; those that took part in another one are the same firms. */
  async add(transaction: Transaction, editionId: string, firms: readonly ListedFirm[]): Promise<void> {
    const known = await firmsByKey(transaction);
    const rows = firms.map((firm) => ({
      ...firm,
      id: known.get(firmKey(firm)) ?? randomUUID(),
      folded: fold(firm.name),
    }));
    await transaction.query(
      `insert into firm (id, name, folded_name, country, website)
       select id, name, folded, country, website
       from json_to_recordset($1::json) as n (id uuid, name text, folded text, country text, website text)
       on conflict (id) do update set website = coalesce(firm.website, excluded.website)`,
      [JSON.stringify(rows)],
    );
    await transaction.query(
      `insert into firm_in_edition (edition_id, firm_id, categories, stand, imported)
       select $1, n.id, array(select jsonb_array_elements_text(n.categories)), n.stand, true
       from json_to_recordset($2::json) as n (id uuid, categories jsonb, stand text)
       on conflict (edition_id, firm_id) do update
       set categories = excluded.categories, stand = excluded.stand, imported = true, removed_at = null`,
      [editionId, JSON.stringify(rows)],
    );
  }

  async change(
    transaction: Transaction,
    editionId: string,
    firms: readonly (ListedFirm & { id: string })[],
  ): Promise<void> {
    const rows = JSON.stringify(firms);
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

  async remove(transaction: Transaction, editionId: string, ids: readonly string[]): Promise<void> {
    await transaction.query(
      'update firm_in_edition set removed_at = now() where edition_id = $1 and firm_id = any($2::uuid[])',
      [editionId, ids],
    );
  }
}
