import { Injectable } from '@nestjs/common';
import type { listAllNoMeets } from '@forum/contract/matchmaking/no-meets';
import type { RouteOutput } from '@forum/contract/route';
import type { NoMeet } from '@forum/domain/matchmaking/who-may-meet';
import type { Transaction, SqlReader } from '../../database/database.ts';
import type { ListedFirm } from '../listed-firm.repository.ts';

/** A pair as it is named. */
export interface NamedPair {
  editionId: string;
  firmId: string;
  otherId: string;
  byHost: boolean;
}

/** Keeps which firms must not meet. */
@Injectable()
export class NoMeetsRepository {
  /** Whom a firm must not meet, whoever said so. */
  async partnersOf(reader: SqlReader, editionId: string, firmId: string): Promise<ReadonlySet<string>> {
    const rows = await reader.query<{ id: string }>(
      `select case firm_id when $2 then other_firm_id else firm_id end as id from no_meet
       where edition_id = $1 and (firm_id = $2 or other_firm_id = $2) order by 1 limit 10000`,
      [editionId, firmId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Those that a firm has named itself. */
  namedBy(
    reader: SqlReader,
    editionId: string,
    firmId: string,
  ): Promise<(Omit<ListedFirm, 'categories'> & { reason: string; namedAt: string })[]> {
    return reader.query(
      `select f.id, f.name, f.country, e.stand, n.reason, utc(n.named_at) as "namedAt"
       from no_meet n join firm f on f.id = n.other_firm_id
       join firm_in_edition e on e.edition_id = n.edition_id and e.firm_id = f.id
       where n.edition_id = $1 and n.firm_id = $2 and not n.by_host order by f.folded_name, f.id limit 2000`,
      [editionId, firmId],
    );
  }

  /** Every pair of an edition, as the rule of who may meet reads them. */
  async pairs(transaction: Transaction, editionId: string): Promise<NoMeet[]> {
    const rows = await transaction.query<{ one: string; other: string }>(
      `select firm_id as one, other_firm_id as other from no_meet where edition_id = $1 order by 1, 2 limit 100000`,
      [editionId],
    );
    return rows.map(({ one, other }) => ({ firms: [one, other], reason: '' }));
  }

  all(reader: SqlReader, editionId: string): Promise<RouteOutput<typeof listAllNoMeets>> {
    const firm = (alias: string) =>
      `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'country', ${alias}.country)`;
    return reader.query(
      `select json_build_array(${firm('a')}, ${firm('b')}) as firms, n.reason, n.by_host as "byHost", utc(n.named_at) as "namedAt"
       from no_meet n join firm a on a.id = n.firm_id join firm b on b.id = n.other_firm_id
       where n.edition_id = $1 order by n.by_host desc, a.folded_name, b.folded_name, a.id, b.id limit 5000`,
      [editionId],
    );
  }

  async save(
    transaction: Transaction,
    { editionId, firmId, otherId, byHost }: NamedPair,
    reason: string,
    personId: string,
  ): Promise<void> {
    await transaction.query(
      `insert into no_meet (edition_id, firm_id, other_firm_id, reason, named_by, by_host) values ($1, $2, $3, $4, $5, $6)
       on conflict (edition_id, firm_id, other_firm_id) do update set reason = excluded.reason, named_by = excluded.named_by,
         named_at = now() where no_meet.by_host = excluded.by_host`,
      [editionId, firmId, otherId, reason, personId, byHost],
    );
  }

  /** Takes back what this side has named; what the other side or the host has named stays. */
  async remove(transaction: Transaction, { editionId, firmId, otherId, byHost }: NamedPair): Promise<void> {
    await transaction.query(
      `delete from no_meet where edition_id = $1 and by_host = $4
         and ((firm_id = $2 and other_firm_id = $3) or ($4 and firm_id = $3 and other_firm_id = $2))`,
      [editionId, firmId, otherId, byHost],
    );
  }
}
