import { Injectable } from '@nestjs/common';
import type { ProfileContent } from '@forum/contract/matchmaking/profiles';
import type { Transaction } from '../../database/database.ts';

/** A profile as it is kept. */
export interface KeptProfile {
  version: number;
  confirmed: boolean;
  content: ProfileContent;
  updatedAt: string;
  updatedBy: string | null;
}

/** Keeps the profiles of firms. */
@Injectable()
export class ProfilesRepository {
  async of(transaction: Transaction, editionId: string, firmId: string): Promise<KeptProfile | null> {
    const [row] = await transaction.query<KeptProfile>(
      `select p.version, p.confirmed, p.content, utc(p.updated_at) as "updatedAt", u.display_name as "updatedBy"
       from firm_profile p left join person_in_edition u on u.edition_id = p.edition_id and u.id = p.updated_by
       where p.edition_id = $1 and p.firm_id = $2`,
      [editionId, firmId],
    );
    return row ?? null;
  }

  /** The confirmed profile of the firm in the newest edition before this one, with that edition's title. */
  async earlier(
    transaction: Transaction,
    editionId: string,
    firmId: string,
  ): Promise<{ edition: string; content: ProfileContent } | null> {
    const [row] = await transaction.query<{ edition: string; content: ProfileContent }>(
      `select e.title as edition, p.content from firm_profile p join edition e on e.id = p.edition_id
       where p.firm_id = $2 and p.confirmed and e.year < (select year from edition where id = $1)
       order by e.year desc, e.id limit 1`,
      [editionId, firmId],
    );
    return row ?? null;
  }

  async save(
    transaction: Transaction,
    {
      editionId,
      firmId,
      content,
      confirmed,
      personId,
    }: {
      editionId: string;
      firmId: string;
      content: ProfileContent;
      confirmed: boolean;
      personId: string;
    },
  ): Promise<number> {
    const [row] = await transaction.query<{ version: number }>(
      `insert into firm_profile as p (edition_id, firm_id, content, confirmed, updated_by) values ($1, $2, $3, $4, $5)
       on conflict (edition_id, firm_id) do update set content = excluded.content, confirmed = excluded.confirmed,
         updated_by = excluded.updated_by, updated_at = now(), version = p.version + 1
       returning version`,
      [editionId, firmId, JSON.stringify(content), confirmed, personId],
    );
    return row?.version ?? 1;
  }
}
