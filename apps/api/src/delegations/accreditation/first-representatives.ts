import { Injectable } from '@nestjs/common';
import { DomainError } from '@forum/domain/errors';
import { isMailOfSite } from '@forum/domain/firms/mail-of-site';
import type { Transaction } from '../../database/database.ts';
import { editionOf, type Viewer } from '../../http/viewer.ts';
import { refuseField } from '../../http/refuse-field.ts';
import type { DelegateRecord } from '../delegates/delegate-record.ts';
import {
  RepresentationRepository,
  type StandingRecord,
} from '../representation/representation.repository.ts';
import { RepresentationsService } from '../representation/representations.service.ts';
import { joinFirm } from './firm-team.repository.ts';

/** That an officer confirms somebody as the first of a firm, with the decision on their accreditation. */
export interface First {
  /** As the officer saw it. */
  firmId: string;
  reason: string;
  /** Together with others: then their mail must be of the firm's listed web site. */
  inBulk: boolean;
}

/** What follows for a firm when somebody who names it is accredited. */
@Injectable()
export class FirstRepresentatives {
  constructor(
    private readonly repository: RepresentationRepository,
    private readonly representations: RepresentationsService,
  ) {}

  /** Accreditation alone opens nothing of the firm: who is not confirmed yet is confirmed here, or its people are asked. */
  async settle(
    transaction: Transaction,
    viewer: Viewer,
    { id, firmId }: DelegateRecord,
    first: First | null,
  ): Promise<void> {
    if (first && first.firmId !== firmId)
      throw refuseField('body.delegates', first.firmId, 'is not the firm that they name; look again');
    if (firmId === null) return;
    const { id: editionId } = editionOf(viewer);
    await this.repository.hold(transaction, editionId, firmId, id);
    const standing = await this.repository.find(transaction, editionId, firmId, id);
    if (!standing) return;
    if (standing.state === 'confirmed') await joinFirm(transaction, editionId, id, firmId);
    else if (!first) await this.representations.ask(transaction, viewer, standing);
    else {
      if (first.inBulk) await this.#requireHint(transaction, editionId, standing);
      const confirmation = { by: 'host', reason: first.reason, withAccreditation: true } as const;
      await this.representations.confirmIn(transaction, viewer, standing, confirmation);
    }
  }

  /** Whether somebody who is accredited now would still wait for the firm that they name. */
  async willWait(
    transaction: Transaction,
    { id, firmId }: DelegateRecord,
    first: First | null,
  ): Promise<boolean> {
    return firmId !== null && !first && !(await this.repository.isConfirmed(transaction, id, firmId));
  }

  async #requireHint(transaction: Transaction, editionId: string, standing: StandingRecord): Promise<void> {
    const [listed] = await transaction.query<{ website: string | null }>(
      'select listed_website as website from firm_in_edition where edition_id = $1 and firm_id = $2',
      [editionId, standing.firmId],
    );
    if (isMailOfSite(standing.mail, listed?.website ?? null)) return;
    throw new DomainError(
      'representation.not_hinted',
      { delegate: standing.delegateId },
      `The mail address of ${standing.name} is not of the web site that the exhibitor list gives for ${standing.firm}. Confirm them one by one.`,
    );
  }
}
