import { Injectable } from '@nestjs/common';
import type { LedgerEvent, OutcomeStage } from '@forum/domain/outcomes/ledger';
import { Database, type Transaction, type SqlReader } from '../../database/database.ts';
import { present } from '../../database/one.ts';
import { lock } from '../../database/locks.ts';

/** A matter between two firms, and where it began. */
export interface MatterRow {
  id: string;
  title: string;
  editionId: string;
  edition: { slug: string; title: string; year: number };
  firms: [string, string];
}

interface EventRow {
  outcomeId: string;
  matter: string;
  edition: string;
  firms: [string, string];
  kind: LedgerEvent['kind'];
  by: string;
  until: string | null;
  confidential: boolean;
  at: string;
  /** Of a proposal. */
  stage: OutcomeStage | null;
}

const events = `
  select v.outcome_id as "outcomeId", v.matter_id as matter, m.edition_id as edition,
    array[m.firm_id, m.other_firm_id] as firms, v.kind, v.by_firm as by, v.stage, v.until::text as until,
    v.confidential, utc(v.at) as at
  from outcome_event v join outcome_matter m on m.id = v.matter_id`;

/** The ledger's log as it is kept: rows that are only ever added. */
@Injectable()
export class LedgerRepository {
  constructor(private readonly database: Database) {}

  /** One write between two firms at a time, so that nothing is proposed or answered twice. */
  async lock(transaction: Transaction, firms: readonly [string, string]): Promise<void> {
    await lock(transaction, 'outcomes', [...firms].sort().join(' '));
  }

  /** The matters between two firms over all editions, the latest first. */
  matters(firms: readonly [string, string], reader: SqlReader = this.database.reader): Promise<MatterRow[]> {
    return reader.query(
      `select m.id, m.title, m.edition_id as "editionId", json_build_object('slug', e.slug, 'title', e.title, 'year', e.year) as edition,
         array[m.firm_id, m.other_firm_id] as firms
       from outcome_matter m join edition e on e.id = m.edition_id
       where (m.firm_id, m.other_firm_id) in (($1, $2), ($2, $1)) order by m.opened_at desc, m.id limit 200`,
      firms,
    );
  }

  /** All that two firms have proposed and answered. */
  async between(
    firms: readonly [string, string],
    reader: SqlReader = this.database.reader,
  ): Promise<LedgerEvent[]> {
    const rows = await reader.query<EventRow>(
      `${events} where (m.firm_id, m.other_firm_id) in (($1, $2), ($2, $1)) order by v.sequence limit 5000`,
      firms,
    );
    return rows.map(eventOf);
  }

  /** The whole log up to an instant. */
  async upTo(asOf: string, transaction: Transaction): Promise<LedgerEvent[]> {
    const rows = await transaction.query<EventRow>(`${events} where v.at <= $1 order by v.sequence`, [asOf]);
    return rows.map(eventOf);
  }

  /** The log of matters between two firms of an edition, wherever they began. */
  async ofFirmsIn(editionId: string, transaction: Transaction): Promise<LedgerEvent[]> {
    const rows = await transaction.query<EventRow>(
      `${events} where m.firm_id in (select firm_id from firm_in_edition where edition_id = $1)
         and m.other_firm_id in (select firm_id from firm_in_edition where edition_id = $1)
       order by v.sequence limit 500000`,
      [editionId],
    );
    return rows.map(eventOf);
  }

  async append(
    transaction: Transaction,
    matterId: string,
    event: LedgerEvent,
    personId: string,
  ): Promise<void> {
    const proposal = event.kind === 'proposed' ? event : null;
    await transaction.query(
      `insert into outcome_event (outcome_id, matter_id, kind, by_firm, stage, until, confidential, person_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        event.outcomeId,
        matterId,
        event.kind,
        event.by,
        proposal?.stage ?? null,
        proposal?.until?.slice(0, 10) ?? null,
        event.kind === 'declined' ? false : event.confidential,
        personId,
        event.at,
      ],
    );
  }
}

/** A day as the ledger's rules know it: the instant at which it begins in UTC. */
export const startOfDay = (day: string): string => `${day}T00:00:00Z`;

function eventOf({ outcomeId, kind, by, at, confidential, ...rest }: EventRow): LedgerEvent {
  if (kind === 'declined') return { kind, at, outcomeId, by };
  if (kind === 'confirmed') return { kind, at, outcomeId, by, confidential };
  const { matter, edition, firms, until } = rest;
  return {
    kind,
    at,
    outcomeId,
    by,
    confidential,
    matter,
    edition,
    firms,
    stage: present(rest.stage),
    until: until && startOfDay(until),
  };
}
