import { Injectable } from '@nestjs/common';
import type { createDelegation, Delegation, setPlaces } from '@forum/contract/delegations/delegations';
import type { RouteInput } from '@forum/contract/route';
import { partnersOn } from '@forum/domain/editions/partners';
import type { DelegateCategory } from '@forum/domain/people/delegate-category';
import {
  Database,
  type Transaction,
  violatedConstraint,
  type WriteTransaction,
} from '../database/database.ts';
import { readPartners } from '../editions/partners.repository.ts';
import { requireEditionPhase } from '../editions/edition-phase.repository.ts';
import { EditionEntity } from '../editions/entities/edition.entity.ts';
import { refuseField } from '../http/refuse-field.ts';
import { type Admitted, editionOf, mayAll } from '../http/viewer.ts';
import { Changes } from '../live/changes.ts';
import { rightsOf } from './delegates/delegate-record.ts';
import { DelegationEntity } from './entities/delegation.entity.ts';
import { PlacesService } from './places/places.service.ts';
import { PromotionsService } from './places/promotions.service.ts';
import { RoleHolders } from './roles/role-holders.ts';
import { DelegationsRepository } from './delegations.repository.ts';
import { requireVersion } from '../http/require-version.ts';

type NewDelegation = RouteInput<typeof createDelegation>['body'];

/** The delegations of countries, institutions and firms, and their places. */
@Injectable()
export class DelegationsService {
  constructor(
    private readonly database: Database,
    private readonly delegations: DelegationsRepository,
    private readonly places: PlacesService,
    private readonly promotions: PromotionsService,
    private readonly holders: RoleHolders,
    private readonly changes: Changes,
  ) {}

  list(viewer: Admitted): Promise<Delegation[]> {
    const reach = mayAll(viewer) ? null : viewer.standing.delegationIds;
    return this.delegations.list(this.database.reader, editionOf(viewer).id, reach);
  }

  async create(viewer: Admitted, plan: NewDelegation): Promise<Delegation> {
    const { id: editionId } = editionOf(viewer);
    const places = countsOf(plan.places);
    try {
      return await this.database.write(async (transaction) => {
        await requireEditionPhase(transaction, editionId, 'edit-edition');
        await requirePartner(transaction, editionId, plan);
        const head = plan.headMail ? await this.holders.personOf(transaction, plan.headMail) : null;
        const { kind, name, country } = plan;
        const firmId =
          kind === 'firm' ? await this.delegations.firmOfName(transaction, editionId, name) : null;
        const row = transaction.manager.create(DelegationEntity, {
          ...{ editionId, kind, name, country, firmId, headId: head?.id ?? null },
        });
        await transaction.manager.insert(DelegationEntity, row);
        const { id } = row;
        await this.places.set(transaction, id, places);
        if (head) {
          const given = { editionId, role: 'delegation-head', granted: true } as const;
          await this.holders.record(transaction, viewer, head, given);
          await this.holders.tell(transaction, head, { editionId, role: 'delegation-head', of: plan.name });
        }
        await this.changes.record(
          transaction,
          viewer,
          this.delegations.changed(editionId, id, 1, { after: { name: plan.name, places } }),
          ...(head ? [rightsOf({ editionId, personId: head.id }, 1)] : []),
        );
        return this.#one(transaction, editionId, id);
      });
    } catch (error) {
      if (violatedConstraint(error) !== 'delegation_name_once') throw error;
      throw refuseField(
        'body.name',
        plan.name,
        'the edition has a delegation of this name; choose another name',
      );
    }
  }

  async setPlaces(
    viewer: Admitted,
    delegationId: string,
    { version, places }: RouteInput<typeof setPlaces>['body'],
  ): Promise<Delegation> {
    const { id: editionId } = editionOf(viewer);
    const wanted = countsOf(places);
    return this.database.write(async (transaction) => {
      await requireEditionPhase(transaction, editionId, 'edit-edition');
      const before = await this.delegations.lock(transaction, editionId, delegationId);
      requireVersion({ thing: 'The delegation', current: before.version, seen: version });
      const promoted = await this.places.set(transaction, delegationId, wanted);
      await this.promotions.promote(transaction, editionId, promoted);
      // Nothing of its own has changed, so that its version is all there is to raise.
      await transaction.manager.increment(DelegationEntity, { id: delegationId }, 'version', 1);
      await this.changes.record(
        transaction,
        viewer,
        this.delegations.changed(editionId, delegationId, version + 1, { after: { places: wanted } }),
      );
      return this.#one(transaction, editionId, delegationId);
    });
  }

  async #one(transaction: Transaction, editionId: string, id: string): Promise<Delegation> {
    const [delegation] = await this.delegations.list(transaction, editionId, [id]);
    if (!delegation) throw new Error('a delegation was not stored');
    return delegation;
  }
}

function countsOf(places: NewDelegation['places']): Partial<Record<DelegateCategory, number>> {
  return Object.fromEntries(places.map((one) => [one.category, one.places]));
}

/** A country sends a delegation only as a partner of the edition, once partners are set. */
async function requirePartner(
  transaction: WriteTransaction,
  editionId: string,
  { kind, country }: NewDelegation,
): Promise<void> {
  if (kind !== 'country') return;
  if (country === null) throw refuseField('body.country', null, 'say which country sends the delegation');
  const partners = await readPartners(transaction, editionId);
  const edition = await transaction.manager.findOneByOrFail(EditionEntity, { id: editionId });
  const present = partnersOn(partners, edition.startsOn);
  if (partners.length === 0 || present.some((one) => one.kind === 'country' && one.code === country)) return;
  throw refuseField(
    'body.country',
    country,
    'is no partner of this edition on its first day; add it to the partners first',
  );
}
