import { Injectable } from '@nestjs/common';
import type { FirmPerson, OwnRepresentation } from '@forum/contract/delegations/representation';
import type { RepresentationState } from '@forum/domain/firms/representation';
import { domainOfMail } from '@forum/domain/firms/mail-of-site';
import { Database, type Transaction, type SqlReader } from '../../database/database.ts';

/** The state of the standing of delegate `d`, of whose firm `s` is the row in `representation`, if any. */
export const representationState = `case when s.ended_at is not null then 'ended'
  when s.confirmed_at is not null then 'confirmed' else 'pending' end`;

/** Since when representatives of the firm of `d` could have confirmed them; null while it has none but `d`. */
export const askedAt = `(select utc(greatest(d.decided_at, min(o.confirmed_at))) from representative o
  where o.edition_id = d.edition_id and o.firm_id = d.firm_id and o.delegate_id <> d.id having count(*) > 0)`;

/** A delegate who names a firm, as a decision on their standing needs them. */
export interface StandingRecord {
  delegateId: string;
  personId: string;
  name: string;
  mail: string;
  language: string;
  firmId: string;
  firm: string;
  state: RepresentationState;
  /** See the rule: null where the firm has nobody else. */
  askedAt: string | null;
  hasOthers: boolean;
}

type PersonRow = Omit<FirmPerson, 'mailDomain' | 'byHost'> & { mail: string; byHost: boolean | null };

/** Reads and keeps who speaks for a firm. */
@Injectable()
export class RepresentationRepository {
  constructor(private readonly database: Database) {}

  /**
   * Waits until this transaction alone may change who speaks for the firm. What is read after it is true until the commit:
   * two who end each other, and two who are each confirmed as the first, come one after the other.
   */
  async hold(transaction: Transaction, editionId: string, firmId: string, delegateId: string): Promise<void> {
    // Delegates before firms, by everybody: a decision on the accreditation has locked the delegate already.
    await transaction.query('select from delegate where id = $1 for key share', [delegateId]);
    await this.holdFirm(transaction, editionId, firmId);
  }

  async holdFirm(transaction: Transaction, editionId: string, firmId: string): Promise<void> {
    await transaction.query('select from firm_in_edition where edition_id = $1 and firm_id = $2 for update', [
      editionId,
      firmId,
    ]);
  }

  /** An accredited delegate who names the firm; null where there is none. */
  async find(
    transaction: Transaction,
    editionId: string,
    firmId: string,
    delegateId: string,
  ): Promise<StandingRecord | null> {
    const [row] = await transaction.query<Omit<StandingRecord, 'hasOthers'>>(
      `select d.id as "delegateId", p.id as "personId", p.display_name as name, p.mail, p.language, f.id as "firmId",
         f.name as firm, ${representationState} as state, ${askedAt} as "askedAt"
       from delegate d join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id join firm f on f.id = d.firm_id
       left join representation s on s.edition_id = d.edition_id and s.firm_id = d.firm_id and s.delegate_id = d.id
       where d.edition_id = $1 and d.firm_id = $2 and d.id = $3 and d.state = 'accredited'`,
      [editionId, firmId, delegateId],
    );
    return row ? { ...row, hasOthers: row.askedAt !== null } : null;
  }

  async isListed(editionId: string, firmId: string): Promise<boolean> {
    const listed =
      'select from firm_in_edition where edition_id = $1 and firm_id = $2 and removed_at is null';
    return (await this.database.rows(listed, [editionId, firmId])).length > 0;
  }

  async isRepresentative(
    transaction: Transaction,
    editionId: string,
    firmId: string,
    delegateId: string | null,
  ): Promise<boolean> {
    const rows = await transaction.query(
      'select from representative where edition_id = $1 and firm_id = $2 and delegate_id = $3',
      [editionId, firmId, delegateId],
    );
    return rows.length > 0;
  }

  async confirm(
    transaction: Transaction,
    editionId: string,
    { firmId, delegateId }: Pick<StandingRecord, 'firmId' | 'delegateId'>,
    by: { personId: string; byHost: boolean; reason: string | null },
  ): Promise<void> {
    await transaction.query(
      `insert into representation (edition_id, firm_id, delegate_id, confirmed_at, confirmed_by, by_host, reason)
       values ($1, $2, $3, now(), $4, $5, $6)
       on conflict on constraint representation_pk do update
         set confirmed_at = now(), confirmed_by = $4, by_host = $5, reason = $6, ended_at = null, ended_by = null, end_reason = null`,
      [editionId, firmId, delegateId, by.personId, by.byHost, by.reason],
    );
  }

  /** Ends a standing with all that hangs on it: the teams, and the office of an export officer. */
  async end(
    transaction: Transaction,
    editionId: string,
    { firmId, delegateId }: Pick<StandingRecord, 'firmId' | 'delegateId'>,
    by: { personId: string; reason: string },
  ): Promise<void> {
    await transaction.query(
      `insert into representation (edition_id, firm_id, delegate_id, ended_at, ended_by, end_reason)
       values ($1, $2, $3, now(), $4, $5)
       on conflict on constraint representation_pk do update set ended_at = now(), ended_by = $4, end_reason = $5`,
      [editionId, firmId, delegateId, by.personId, by.reason],
    );
    await transaction.query(
      `delete from team_member m using team t where m.delegate_id = $3 and t.id = m.team_id and t.edition_id = $1 and t.firm_id = $2`,
      [editionId, firmId, delegateId],
    );
    await transaction.query(
      'delete from export_officer where edition_id = $1 and firm_id = $2 and delegate_id = $3',
      [editionId, firmId, delegateId],
    );
  }

  /** Takes back what other firms than `firmId` have confirmed: who comes back to one is confirmed anew. */
  async leaveOthers(transaction: Transaction, delegateId: string, firmId: string | null): Promise<void> {
    const ofOthers = 'delegate_id = $1 and firm_id is distinct from $2';
    await transaction.query(`delete from representation where ${ofOthers} and ended_at is null`, [
      delegateId,
      firmId,
    ]);
    await transaction.query(`delete from export_officer where ${ofOthers}`, [delegateId, firmId]);
    await transaction.query(
      `delete from team_member m using team t
       where m.delegate_id = $1 and t.id = m.team_id and t.firm_id is distinct from $2`,
      [delegateId, firmId],
    );
  }

  /** Whether a firm has confirmed a delegate, accredited or not. */
  async isConfirmed(transaction: Transaction, delegateId: string, firmId: string): Promise<boolean> {
    const rows = await transaction.query(
      `select from representation
       where delegate_id = $1 and firm_id = $2 and confirmed_at is not null and ended_at is null`,
      [delegateId, firmId],
    );
    return rows.length > 0;
  }

  /** Whether somebody who is accredited is confirmed for the firm that they named; of its people, those whom all can find. */
  own(editionId: string, personId: string): Promise<OwnRepresentation> {
    return this.database.row(
      `select json_build_object('id', f.id, 'name', f.name) as firm, ${representationState} as state,
         (select coalesce(json_agg(json_build_object('delegateId', o.id, 'name', p.display_name, 'office', o.office)
            order by p.sort_key, o.id), '[]')
          from representative r join delegate o on o.id = r.delegate_id join person_in_edition p on p.edition_id = o.edition_id and p.id = o.person_id
          where r.edition_id = $1 and r.firm_id = f.id and o.profile_visible and o.id <> d.id) as ask
       from delegate d join firm f on f.id = d.firm_id
       left join representation s on s.edition_id = d.edition_id and s.firm_id = d.firm_id and s.delegate_id = d.id
       where d.edition_id = $1 and d.person_id = $2 and d.state = 'accredited'`,
      [editionId, personId],
    );
  }

  /** All accredited people who name a firm: those who wait first, then its representatives, then those it has ended. */
  async people(
    reader: SqlReader,
    editionId: string,
    firmId: string,
    selfId: string | null,
  ): Promise<FirmPerson[]> {
    const rows = await reader.query<PersonRow>(
      `select d.id as "delegateId", p.display_name as name, p.native_script as "nativeName", d.office, d.organisation,
         coalesce(d.country, '') as country, p.mail, ${representationState} as state, d.id is not distinct from $3 as self,
         utc(coalesce(s.ended_at, s.confirmed_at, d.decided_at, d.created_at)) as since,
         case when s.ended_at is null then c.display_name else e.display_name end as by,
         s.by_host and s.ended_at is null as "byHost",
         case when s.ended_at is null then s.reason else s.end_reason end as reason
       from delegate d join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id
       left join representation s on s.edition_id = d.edition_id and s.firm_id = d.firm_id and s.delegate_id = d.id
       left join person_in_edition c on c.edition_id = s.edition_id and c.id = s.confirmed_by
       left join person_in_edition e on e.edition_id = s.edition_id and e.id = s.ended_by
       where d.edition_id = $1 and d.firm_id = $2 and d.state = 'accredited'
       order by s.confirmed_at is not null or s.ended_at is not null, s.ended_at is not null, p.sort_key, d.id limit 500`,
      [editionId, firmId, selfId],
    );
    return rows.map(({ mail, byHost, ...row }) => ({
      ...row,
      byHost: byHost ?? false,
      mailDomain: domainOfMail(mail),
    }));
  }
}
