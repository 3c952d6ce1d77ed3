import { Injectable } from '@nestjs/common';
import type { Matter, proposeOutcome as proposing } from '@forum/contract/outcomes/ledger';
import type { RouteInput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import {
  confirmOutcome,
  declineOutcome,
  type LedgerEvent,
  proposeOutcome,
} from '@forum/domain/outcomes/ledger';
import { randomUUID } from 'node:crypto';
import { Database, type Transaction } from '../../database/database.ts';
import { FirmsRepository } from '../../firms/firms.repository.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import { LedgerRepository, startOfDay } from './ledger.repository.ts';
import { mattersOf } from './matter-view.ts';

type Pair = readonly [own: string, other: string];

/** What two firms come to over the editions: one says so, the other confirms. */
@Injectable()
export class LedgerService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerRepository,
    private readonly firms: FirmsRepository,
    private readonly changes: Changes,
  ) {}

  async list(viewer: Admitted, firmId: string): Promise<Matter[]> {
    return this.database.snapshot(async (transaction) =>
      this.#matters(transaction, await this.#pair(transaction, viewer, firmId)),
    );
  }

  /** Says that a stage has been reached, in a matter of the two firms or in a new one that begins in this edition. */
  propose(viewer: Admitted, firmId: string, body: RouteInput<typeof proposing>['body']): Promise<Matter[]> {
    return this.database.write(async (transaction) => {
      const firms = await this.#pair(transaction, viewer, firmId);
      await this.ledger.lock(transaction, firms);
      const known = await this.ledger.matters(firms, transaction);
      const earlier = body.matter === null ? null : known.find(({ id }) => id === body.matter);
      if (earlier === undefined)
        throw new DomainError('not_found', { matter: body.matter }, 'There is no such matter between you.');
      const editionId = earlier?.editionId ?? editionOf(viewer).id;
      const matter = earlier?.id ?? randomUUID();
      const event = proposeOutcome(
        await this.ledger.between(firms, transaction),
        {
          outcomeId: randomUUID(),
          matter,
          edition: editionId,
          firms: earlier?.firms ?? [...firms],
          stage: body.stage,
          by: firms[0],
          until: body.until && startOfDay(body.until),
          confidential: body.confidential,
        },
        new Date().toISOString(),
      );
      if (!earlier) {
        await transaction.query(
          'insert into outcome_matter (id, edition_id, firm_id, other_firm_id, title) values ($1, $2, $3, $4, $5)',
          [matter, editionId, ...firms, body.title],
        );
      }
      return this.#append(transaction, viewer, { firms, matter, event });
    });
  }

  confirm(viewer: Admitted, outcomeId: string, confidential: boolean): Promise<Matter[]> {
    return this.#answer(viewer, outcomeId, (log, by, now) =>
      confirmOutcome(log, { outcomeId, by, confidential }, now),
    );
  }

  decline(viewer: Admitted, outcomeId: string): Promise<Matter[]> {
    return this.#answer(viewer, outcomeId, (log, by, now) => declineOutcome(log, { outcomeId, by }, now));
  }

  #answer(
    viewer: Admitted,
    outcomeId: string,
    rule: (log: readonly LedgerEvent[], by: string, now: string) => LedgerEvent,
  ): Promise<Matter[]> {
    return this.database.write(async (transaction) => {
      const { firmId } = viewer.standing;
      const [of] = await transaction.query<{ matter: string; firms: [string, string] }>(
        `select m.id as matter, array[m.firm_id, m.other_firm_id] as firms
         from outcome_event v join outcome_matter m on m.id = v.matter_id
         where v.outcome_id = $1 and v.kind = 'proposed' and $2 in (m.firm_id, m.other_firm_id)`,
        [outcomeId, firmId],
      );
      if (!of || firmId === null)
        throw new DomainError('not_found', { outcome: outcomeId }, 'Your firm has no such outcome.');
      const firms: Pair = [firmId, of.firms[0] === firmId ? of.firms[1] : of.firms[0]];
      await this.ledger.lock(transaction, firms);
      const event = rule(await this.ledger.between(firms, transaction), firmId, new Date().toISOString());
      return this.#append(transaction, viewer, { firms, matter: of.matter, event });
    });
  }

  /** Both firms hear of it, and the secretariat that its figures are new; no detail is kept beside the log. */
  async #append(
    transaction: Transaction,
    viewer: Admitted,
    { firms, matter, event }: { firms: Pair; matter: string; event: LedgerEvent },
  ): Promise<Matter[]> {
    await this.ledger.append(transaction, matter, event, (viewer.aide ?? personOf(viewer)).id);
    const log = await this.ledger.between(firms, transaction);
    await this.changes.record(transaction, viewer, {
      editionId: editionOf(viewer).id,
      streams: [`firm:${firms[0]}`, `firm:${firms[1]}`, 'staff:organiser'],
      type: 'outcome.changed',
      entityId: matter,
      version: log.length,
    });
    return this.#matters(transaction, firms);
  }

  async #matters(transaction: Transaction, firms: Pair): Promise<Matter[]> {
    const matters = await this.ledger.matters(firms, transaction);
    return mattersOf(matters, await this.ledger.between(firms, transaction), firms[0]);
  }

  /** The viewer's firm and another of the edition. */
  async #pair(transaction: Transaction, viewer: Admitted, firmId: string): Promise<Pair> {
    const own = viewer.standing.firmId;
    if (own === null) throw new DomainError('not_found', {}, 'You represent no firm in this edition.');
    const other = await this.firms.one(transaction, editionOf(viewer).id, firmId);
    return [own, other.id];
  }
}
