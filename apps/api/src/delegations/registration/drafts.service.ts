import { Injectable } from '@nestjs/common';
import type { saveDraft } from '@forum/contract/delegations/registration';
import type { RouteInput } from '@forum/contract/route';
import { edit } from '@forum/domain/accreditation/accreditation';
import { DomainError } from '@forum/domain/errors';
import { requireWithinAide } from '@forum/domain/identity/aide';
import { Database, type Transaction } from '../../database/database.ts';
import { requireEditionPhase } from '../../editions/edition-phase.repository.ts';
import { editionOf, personOf, type Viewer } from '../../http/viewer.ts';
import type { DelegateRecord } from '../delegates/delegate-record.ts';
import { DelegateSteps } from '../delegates/delegate-steps.ts';
import { DelegatesRepository } from '../delegates/delegates.repository.ts';
import { findInvited } from '../invitations.repository.ts';
import { SeatsService } from '../places/seats.service.ts';
import { type OwnRegistration, RegistrationRepository } from './registration.repository.ts';

/** Keeps what somebody types, and takes them into the delegation whose invitation they opened. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: Database,
    private readonly delegates: DelegatesRepository,
    private readonly forms: RegistrationRepository,
    private readonly seats: SeatsService,
    private readonly steps: DelegateSteps,
  ) {}

  /** A draft concerns nobody else: it neither raises the version nor is it a change. */
  async save(
    viewer: Viewer,
    { draft, invitation }: RouteInput<typeof saveDraft>['body'],
  ): Promise<OwnRegistration> {
    const edition = editionOf(viewer);
    const person = personOf(viewer);
    return this.database.write(async (transaction) => {
      await requireEditionPhase(transaction, edition.id, 'register');
      const invited =
        invitation === undefined ? null : await findInvited(transaction, edition.id, invitation);
      const before = await this.delegates.lockOrBegin(transaction, edition.id, person.id);
      if (invited && invited.id !== before.delegationId)
        await this.#join(transaction, viewer, before, invited.id);
      await this.forms.saveDraft(transaction, before.id, draft);
      const own = await this.forms.own(transaction, edition.id, person.id);
      if (!own) throw new Error('a draft was not stored');
      return own;
    });
  }

  /** Whoever is registered already moves with their registration, if the delegation has a place for them. */
  async #join(
    transaction: Transaction,
    viewer: Viewer,
    before: DelegateRecord,
    delegationId: string,
  ): Promise<void> {
    const { category, accreditation } = before;
    if (viewer.aide) requireWithinAide(accreditation.state, ['delegationId']);
    if (category !== null && !['draft', 'withdrawn'].includes(accreditation.state)) {
      const asked = edit(accreditation, ['delegationId'], new Date().toISOString());
      const seat = await this.seats.seat(transaction, before, { delegationId, category }, asked);
      if (seat.accreditation.state === 'waitlisted' && accreditation.state !== 'waitlisted')
        throw noPlace(category);
      const isDecided = accreditation.state === 'accredited' || before.changedFields.length > 0;
      await this.steps.keep(transaction, viewer, before, {
        ...seat,
        changedFields: isDecided ? [...new Set([...before.changedFields, 'delegationId'])] : [],
        delegationId,
        news:
          accreditation.state === 'waitlisted' && seat.accreditation.state === 'submitted'
            ? 'promoted'
            : null,
      });
    }
    await this.forms.setDelegation(transaction, before.id, delegationId);
  }
}

const noPlace = (category: string) =>
  new DomainError(
    'delegation.full',
    { category },
    `This delegation has no free place of category ${category}, so your registration stays where it is.`,
  );
