import { Injectable } from '@nestjs/common';
import type { DelegateRow, listDelegates } from '@forum/contract/delegations/delegates';
import type { listMembers } from '@forum/contract/delegations/delegations';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { Database, type Transaction } from '../../database/database.ts';
import type { PhaseName } from '@forum/domain/editions/phase';
import {
  hostMayConfirmFrom,
  hoursToAnswer,
  type RepresentationState,
} from '@forum/domain/firms/representation';
import { isMailOfSite } from '@forum/domain/firms/mail-of-site';
import type { EditionRef } from '../../http/viewer.ts';
import { askedAt, representationState } from '../representation/representation.repository.ts';
import { noSuchDelegate } from '../delegates/delegates.repository.ts';
import { noSuchDelegation } from '../delegations.repository.ts';
import { searchPatterns } from '../../database/search-patterns.ts';
import { waitingPosition } from '../registration/registration.repository.ts';
import { one } from '../../database/one.ts';

type Query = RouteInput<typeof listDelegates>['query'];
type MemberRow = Omit<DelegateRow, 'reason' | 'representation'>;

type HostRow = Omit<DelegateRow, 'representation'> & { standing: StandingRow | null };

/** What {@link standing} reads. */
interface StandingRow {
  state: RepresentationState;
  askedAt: string | null;
  phase: PhaseName;
  listedWebsite: string | null;
  wasLastYear: boolean;
}

const columns = `d.id, d.version, p.display_name as name, p.native_script as "nativeName", p.sort_key as "sortKey", p.mail,
  d.category, d.office, d.organisation, coalesce(d.country, '') as country,
  case when g.id is not null then json_build_object('id', g.id, 'name', g.name) end as delegation,
  case when f.id is not null then json_build_object('id', f.id, 'name', f.name) end as firm,
  d.state, d.changed_fields as "changedFields", ${waitingPosition} as "waitingPosition",
  utc(d.submitted_at) as "submittedAt", utc(d.decided_at) as "decidedAt"`;

/** How a delegate stands with the firm that they name, for the host alone; it costs nothing where they name none. */
const standing = `case when f.id is not null then (
  select json_build_object('state', ${representationState}, 'askedAt', ${askedAt}, 'phase', e.phase, 'listedWebsite', n.listed_website,
    'wasLastYear', exists (select from representation o join delegate od on od.id = o.delegate_id join edition oe on oe.id = o.edition_id
      where od.person_id = d.person_id and o.firm_id = d.firm_id and o.confirmed_at is not null and o.ended_at is null
        and oe.year = (select max(year) from edition where year < e.year)))
  from edition e join firm_in_edition n on n.edition_id = e.id and n.firm_id = d.firm_id
  left join representation s on s.edition_id = d.edition_id and s.firm_id = d.firm_id and s.delegate_id = d.id
  where e.id = d.edition_id) end as standing`;

/** Accredited, and still to be confirmed for the firm; by the host, when nobody else can or has in time. */
const waits = `(d.state = 'accredited' and d.firm_id is not null and not exists (
  select from representation s where s.edition_id = d.edition_id and s.firm_id = d.firm_id and s.delegate_id = d.id))`;
const waitsForHost = (hours: number) => `(${waits} and coalesce(
  (select greatest(d.decided_at, min(o.confirmed_at)) + make_interval(hours => $${hours}) <= now() from representative o
   where o.edition_id = d.edition_id and o.firm_id = d.firm_id having count(*) > 0), true))`;

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
    { id: editionId, phase }: EditionRef,
    selves: readonly string[],
    query: Query,
  ): Promise<RouteOutput<typeof listDelegates>> {
    const ofFirms = { any: 'true', waiting: waits, 'waiting-for-host': waitsForHost(6) }[query.firms];
    const all = `d.edition_id = $1 and d.submitted_at is not null
      and d.search_text || ' ' || p.mail like all ($2::text[])
      and ($3::text is null or d.category = $3) and ($4::text is null or d.country = $4)
      and ($5::uuid is null or d.delegation_id = $5)`;
    const found = `${all} and $6::int > 0 and ${ofFirms}`;
    const filters = [
      editionId,
      searchPatterns(query.search),
      query.category ?? null,
      query.country ?? null,
      query.delegation ?? null,
      hoursToAnswer(phase),
    ];
    const direction = query.descending ? 'desc' : 'asc';
    return this.database.snapshot(async (transaction) => {
      const counted = await transaction.query<{ state: DelegateRow['state']; count: number }>(
        `select d.state, count(*)::int as count from ${delegates} where ${found} group by d.state order by d.state`,
        filters,
      );
      const rows = await transaction.query<HostRow>(
        `select ${columns}, ${standing}, ${reason(10)} from ${delegates} where ${found} and ($7::text is null or d.state = $7)
         order by ${orders[query.order]} ${direction}, d.id ${direction} offset $8 limit $9`,
        [...filters, query.state ?? null, query.offset, query.limit, selves],
      );
      const [unconfirmed] = await transaction.query<{ waiting: number; forHost: number }>(
        `select count(*)::int as waiting, (count(*) filter (where ${waitsForHost(2)}))::int as "forHost"
         from delegate d where d.edition_id = $1 and ${waits}`,
        [editionId, hoursToAnswer(phase)],
      );
      const counts = Object.fromEntries(counted.map(({ state, count }) => [state, count]));
      const shown = counted.filter(({ state }) => query.state === undefined || state === query.state);
      return {
        total: shown.reduce((sum, { count }) => sum + count, 0),
        counts,
        unconfirmed: unconfirmed ?? { waiting: 0, forHost: 0 },
        rows: rows.map(hostRow),
      };
    });
  }

  members(
    editionId: string,
    delegationId: string,
    { offset, limit }: RouteInput<typeof listMembers>['query'],
  ): Promise<RouteOutput<typeof listMembers>> {
    const found = 'd.edition_id = $1 and d.delegation_id = $2 and d.submitted_at is not null';
    return this.database.snapshot(async (transaction) => {
      const [delegation] = await transaction.query(
        'select from delegation where edition_id = $1 and id = $2',
        [editionId, delegationId],
      );
      if (!delegation) throw noSuchDelegation(delegationId);
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

  /** One delegate of an edition who has sent a registration; a draft is nobody's to see. */
  one(editionId: string, delegateId: string, selves: readonly string[]): Promise<DelegateRow> {
    return this.database.snapshot(async (transaction) => {
      const found = await transaction.query(
        `select from delegate where edition_id = $1 and id = $2 and submitted_at is not null`,
        [editionId, delegateId],
      );
      if (found.length === 0) throw noSuchDelegate(delegateId);
      return this.row(transaction, delegateId, selves);
    });
  }

  async row(transaction: Transaction, delegateId: string, selves: readonly string[]): Promise<DelegateRow> {
    const row = one(
      await transaction.query<HostRow>(
        `select ${columns}, ${standing}, ${reason(2)} from ${delegates} where d.id = $1`,
        [delegateId, selves],
      ),
    );
    return hostRow(row);
  }
}

/** What the host needs to know before confirming somebody for a firm: from when that is possible, and what hints at it. */
function hostRow({ standing: known, ...row }: HostRow): DelegateRow {
  if (!known) return { ...row, representation: null };
  const { state, askedAt: asked, phase, listedWebsite, wasLastYear } = known;
  const hasOthers = asked !== null;
  return {
    ...row,
    representation: {
      state,
      hasOthers,
      hostMayFrom: hostMayConfirmFrom({ state, hasOthers, askedAt: asked }, phase),
      hints: [
        ...(isMailOfSite(row.mail, listedWebsite) ? (['mail-of-site'] as const) : []),
        ...(wasLastYear ? (['last-edition'] as const) : []),
      ],
    },
  };
}
