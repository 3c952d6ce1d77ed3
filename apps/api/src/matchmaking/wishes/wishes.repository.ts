import { Injectable } from '@nestjs/common';
import type { Wish, WishGrade } from '@forum/domain/matchmaking/wishes';
import type { Transaction, SqlReader } from '../../database/database.ts';
import type { ListedFirm } from '../listed-firm.repository.ts';

/** A wish with the firm it is about, as the directory has it. */
export interface ListedWish extends Omit<ListedFirm, 'categories'> {
  grade: WishGrade;
  gradedAt: string;
  gradedBy: string | null;
}

/** Keeps how much firms wish to meet each other. */
@Injectable()
export class WishesRepository {
  of(reader: SqlReader, editionId: string, firmId: string): Promise<Wish[]> {
    return reader.query(
      `select firm_id as "from", to_firm_id as "to", grade from wish
       where edition_id = $1 and firm_id = $2 order by to_firm_id limit 10000`,
      [editionId, firmId],
    );
  }

  /** The wishes of a firm, its musts first, then the latest. */
  listed(reader: SqlReader, editionId: string, firmId: string): Promise<ListedWish[]> {
    return reader.query(
      `select f.id, f.name, f.country, e.stand, w.grade, utc(w.graded_at) as "gradedAt", p.display_name as "gradedBy"
       from wish w join firm f on f.id = w.to_firm_id
       join firm_in_edition e on e.edition_id = w.edition_id and e.firm_id = w.to_firm_id
       left join person_in_edition p on p.edition_id = w.edition_id and p.id = w.graded_by
       where w.edition_id = $1 and w.firm_id = $2 and e.removed_at is null
       order by array_position(array['must', 'would-like', 'no'], w.grade), f.folded_name, f.id limit 2000`,
      [editionId, firmId],
    );
  }

  async save(
    transaction: Transaction,
    editionId: string,
    { from, to, grade }: Wish,
    personId: string,
  ): Promise<void> {
    await transaction.query(
      `insert into wish (edition_id, firm_id, to_firm_id, grade, graded_by) values ($1, $2, $3, $4, $5)
       on conflict (edition_id, firm_id, to_firm_id) do update set grade = excluded.grade,
         graded_by = excluded.graded_by, graded_at = now()`,
      [editionId, from, to, grade, personId],
    );
  }

  async remove(transaction: Transaction, editionId: string, from: string, to: string): Promise<void> {
    await transaction.query('delete from wish where edition_id = $1 and firm_id = $2 and to_firm_id = $3', [
      editionId,
      from,
      to,
    ]);
  }
}
