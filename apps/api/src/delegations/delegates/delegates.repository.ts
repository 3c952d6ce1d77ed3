import { Injectable } from '@nestjs/common';
import type { Accreditation } from '@forum/domain/accreditation/accreditation';
import { DomainError } from '@forum/domain/errors';
import type { Transaction } from '../../database/database.ts';
import type { DelegateRecord } from './delegate-record.ts';

const selectRecord = `
  select d.id, d.version, d.edition_id as "editionId", d.person_id as "personId", p.mail, p.language,
    d.delegation_id as "delegationId", d.firm_id as "firmId", d.category,
    json_build_object('state', d.state, 'reason', d.reason, 'submittedAt', utc(d.submitted_at),
      'decidedAt', utc(d.decided_at)) as accreditation,
    d.holds_place as "holdsPlace", d.waiting_since is not null as "isWaiting", d.changed_fields as "changedFields"
  from delegate d join person p on p.id = d.person_id`;

/** Loads delegates for a write and keeps what the rules decided. */
@Injectable()
export class DelegatesRepository {
  async lock(transaction: Transaction, editionId: string, id: string): Promise<DelegateRecord> {
    const delegate = await this.#lock(transaction, editionId, 'd.id', id);
    if (!delegate) throw noSuchDelegate(id);
    return delegate;
  }

  lockOfPerson(
    transaction: Transaction,
    editionId: string,
    personId: string,
  ): Promise<DelegateRecord | null> {
    return this.#lock(transaction, editionId, 'd.person_id', personId);
  }

  /** The delegate of a person, begun now where there is none. */
  async lockOrBegin(transaction: Transaction, editionId: string, personId: string): Promise<DelegateRecord> {
    await transaction.query(
      'insert into delegate (edition_id, person_id) values ($1, $2) on conflict on constraint delegate_once do nothing',
      [editionId, personId],
    );
    const delegate = await this.lockOfPerson(transaction, editionId, personId);
    if (!delegate) throw new Error('a registration was not stored');
    return delegate;
  }

  /** Keeps a step of the vetting and returns the new version. */
  async saveAccreditation(
    transaction: Transaction,
    id: string,
    accreditation: Accreditation,
    changedFields: readonly string[],
  ): Promise<number> {
    const [row] = await transaction.query<{ version: number }>(
      `update delegate set state = $2, reason = $3, submitted_at = $4, decided_at = $5, changed_fields = $6,
         version = version + 1
       where id = $1 returning version`,
      [
        id,
        accreditation.state,
        accreditation.reason,
        accreditation.submittedAt,
        accreditation.decidedAt,
        changedFields,
      ],
    );
    if (!row) throw noSuchDelegate(id);
    return row.version;
  }

  /**
   * The delegation is locked before its delegates, by everybody: a promotion from the waiting list writes to delegates of
   * others, and would otherwise wait for somebody who waits for it.
   */
  async lockDelegationOf(
    transaction: Transaction,
    editionId: string,
    column: 'd.id' | 'd.person_id',
    value: string,
  ): Promise<void> {
    await transaction.query(
      `select from delegation where id = (select d.delegation_id from delegate d where d.edition_id = $1 and ${column} = $2)
       for update`,
      [editionId, value],
    );
  }

  async #lock(
    transaction: Transaction,
    editionId: string,
    column: 'd.id' | 'd.person_id',
    value: string,
  ): Promise<DelegateRecord | null> {
    await this.lockDelegationOf(transaction, editionId, column, value);
    const [row] = await transaction.query<DelegateRecord>(
      `${selectRecord} where d.edition_id = $1 and ${column} = $2 for update of d`,
      [editionId, value],
    );
    return row ?? null;
  }
}

/** The refusal of a delegate who is not in this edition, or not the viewer's to see. */
export const noSuchDelegate = (id: string) =>
  new DomainError('not_found', { delegate: id }, 'There is no such delegate in this edition.');
