import { Injectable } from '@nestjs/common';
import type { readInvitation } from '@forum/contract/delegations/delegations';
import type { RouteOutput } from '@forum/contract/route';
import { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { type Admitted, editionOf } from '../http/viewer.ts';
import { hashOf, newSecret } from '../identity/secrets.ts';
import { Changes } from '../live/changes.ts';
import { DelegationEntity } from './entities/delegation.entity.ts';
import { DelegationsRepository, requireReach } from './delegations.repository.ts';
import { findInvited } from './invitations.repository.ts';

/** The links by which a head invites people into a delegation; only a hash of the secret is kept. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly delegations: DelegationsRepository,
    private readonly changes: Changes,
    private readonly config: Config,
  ) {}

  /** A new link; the one before stops working. */
  async renew(viewer: Admitted, delegationId: string): Promise<{ link: string }> {
    requireReach(viewer, delegationId);
    const edition = editionOf(viewer);
    const secret = newSecret();
    await this.database.write(async (transaction) => {
      const delegation = await this.delegations.lock(transaction, edition.id, delegationId);
      const renewed = { invitationHash: hashOf(secret) };
      await transaction.manager.update(DelegationEntity, { id: delegation.id }, renewed);
      await this.changes.record(
        transaction,
        viewer,
        this.delegations.changed(edition.id, delegation.id, delegation.version + 1),
      );
    });
    return { link: `${this.config.baseUrl}/e/${edition.slug}/register#${secret}` };
  }

  async read(viewer: Admitted, secret: string): Promise<RouteOutput<typeof readInvitation>> {
    const { id: editionId } = editionOf(viewer);
    const invited = await findInvited(this.database.reader, editionId, secret);
    const [delegation] = await this.delegations.list(this.database.reader, editionId, [invited.id]);
    return { delegation: invited, places: delegation?.places ?? [] };
  }
}
