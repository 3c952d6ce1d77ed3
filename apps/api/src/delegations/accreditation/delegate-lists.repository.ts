import { Injectable } from '@nestjs/common';
import { type DelegateRow, type listDelegates, type listMembers } from '@forum/contract/delegations';
import { type RouteInput, type RouteOutput } from '@forum/contract/route';
import { Database, type Transaction } from '../../database/database.ts';
import { noSuchDelegation } from '../groups/groups.repository.ts';
import { searchPatterns } from '../../database/search-patterns.ts';
import { waitingPosition } from '../registration/registration.repository.ts';

type Query = RouteInput<typeof listDelegates>['query'];
type MemberRow = Omit<DelegateRow, 'reason'>;

const columns = `d.id, d.version, p.display_name as name, p.native_script as "nativeName", p.sort_key as "sortKey", p.mail,
  d.category, d.office, d.organisation, coalesce(d.country, '') as country,
  case when g.id is not null then json_build_object('id', g.id, 'name', g.name) end as delegation,
  case when f.id is not null then json_build_object('id', f.id, 'name', f.name) end as firm,
  d.state, d.changed_fields as "changedFields", ${waitingPosition} as "waitingPosition",
  utc(d.submitted_at) as "submittedAt", utc(d.decided_at) as "decidedAt"`;

const delegates = `delegate d join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id left join delegation g on g.id = d.delegation_id
  left join firm f on f.id = d.firm_id`;

/** Nobody reads why they themselves were refused, whatever their role. */
const reason = (parameter: number) =>
  `case when d.person_id <> all ($${parameter}::uuid[]) then d.reason end as reason`;

const orders: Record<Query['order'], string> = {
  name: 'p.sort_key',
  submitted: 'd.submitted_at',
  country: 'd.country',
  organisation: 'd.organisation',
  state: 'd.state',
};

/** Lists delegates for the officers, and for the head of their delegation; drafts are nobody's but their writer's. */
@Injectable()
export class DelegateLists {
  constructor(private readonly database: Database) {}

  list(
    editionId: string,
    selves: readonly string[],
    query: Query,
  ): Promise<RouteOutput<typeof listDelegates>> {
    const found = `d.edition_id = $1 and d.submitted_at is not null
      and d.search_text || ' ' || p.mail like all ($2::text[])
      and ($3::text is null or d.category = $3) and ($4::text is null or d.country = $4)
      and ($5::uuid is null or d.delegation_id = $5)`;
    const filters = [
      editionId,
      searchPatterns(query.search),
      query.category ?? null,
      query.country ?? null,
      query.delegation ?? null,
    ];
    const direction = query.descending ? 'desc' : 'asc';
    return this.database.snapshot(async (transaction) => {
      const counted = await transaction.query<{ state: DelegateRow['state']; count: number }>(
        `select d.state, count(*)::int as count from ${delegates} where ${found} group by d.state order by d.state`,
        filters,
      );
      const rows = await transaction.query<DelegateRow>(
        `select ${columns}, ${reason(9)} from ${delegates} where ${found} and ($6::text is null or d.state = $6)
         order by ${orders[query.order]} ${direction}, d.id ${direction} offset $7 limit $8`,
        [...filters, query.state ?? null, query.offset, query.limit, selves],
      );
      const counts = Object.fromEntries(counted.map(({ state, count }) => [state, count]));
      const shown = counted.filter(({ state }) => query.state === undefined || state === query.state);
      return { total: shown.reduce((sum, { count }) => sum + count, 0), counts, rows };
    });
  }

  members(
    editionId: string,
    delegationId: string,
    { offset, limit }: RouteInput<typeof listMembers>['query'],
  ): Promise<RouteOutput<typeof listMembers>> {
    const found = 'd.edition_id = $1 and d.delegation_id = $2 and d.submitted_at is not null';
    return this.database.snapshot(async (transaction) => {
      const [group] = await transaction.query('select from delegation where edition_id = $1 and id = $2', [
        editionId,
        delegationId,
      ]);
      if (!group) throw noSuchDelegation(delegationId);
      const [total] = await transaction.query<{ count: number }>(
        `select count(*)::int as count from delegate d where ${found}`,
        [editionId, delegationId],
      );
      const rows = await transaction.query<MemberRow>(
        `select ${columns} from ${delegates} where ${found} order by p.sort_key, d.id offset $3 limit $4`,
        [editionId, delegationId, offset, limit],
      );
      return { total: total?.count ?? 0, rows };
    });
  }

  async row(transaction: Transaction, delegateId: string, selves: readonly string[]): Promise<DelegateRow> {
    const [row] = await transaction.query<DelegateRow>(
      `select ${columns}, ${reason(2)} from ${delegates} where d.id = $1`,
      [delegateId, selves],
    );
    if (!row) throw new Error('a delegate was not stored');
    return row;
  }
}
