import { Injectable } from '@nestjs/common';
import type { arrangeAide, listAidesToConfirm } from '@forum/contract/delegations/aides';
import type { Aide } from '@forum/contract/identity/aides';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { Database, type Transaction } from '../../database/database.ts';
import { type Admitted, editionOf, mayAll, personOf } from '../../http/viewer.ts';
import {
  type KeptAide,
  lockAide,
  noSuchAide,
  readAides,
} from '../../identity/aides/aide-relations.repository.ts';
import { AidesService } from '../../identity/aides/aides.service.ts';
import { Viewers } from '../../identity/viewers.ts';
import { noSuchDelegate } from '../delegates/delegates.repository.ts';

/** Aides of principals who do not sign in: proposed by the host, confirmed by the head of the delegation, ended by either. */
@Injectable()
export class AidesOfDelegatesService {
  constructor(
    private readonly database: Database,
    private readonly aides: AidesService,
    private readonly viewers: Viewers,
  ) {}

  /** Proposes an aide on behalf of a delegate; it waits until the delegate or the head of their delegation confirms. */
  async arrange(
    viewer: Admitted,
    { delegateId, mail }: RouteInput<typeof arrangeAide>['body'],
  ): Promise<Aide> {
    const edition = editionOf(viewer);
    const principalId = await this.#personOf(viewer, delegateId);
    return this.aides.invite(viewer, { edition, principalId, mail });
  }

  async list(viewer: Admitted, delegateId: string): Promise<Aide[]> {
    const principalId = await this.#personOf(viewer, delegateId);
    return readAides(
      this.database.reader,
      'a.edition_id = $1 and a.principal_id = $2 and a.ended_at is null',
      [editionOf(viewer).id, principalId],
    );
  }

  /** Aides of people of the delegations that the viewer heads who wait for a confirmation. */
  toConfirm(viewer: Admitted): Promise<RouteOutput<typeof listAidesToConfirm>> {
    return readAides<{ principal: { id: string; name: string } }>(
      this.database.reader,
      `a.edition_id = $1 and a.confirmed_at is null and a.ended_at is null and d.delegation_id = any($2::uuid[])
       and a.principal_id <> $3`,
      [editionOf(viewer).id, viewer.standing.delegationIds, personOf(viewer).id],
      `, json_build_object('id', d.id, 'name', q.display_name) as principal`,
    );
  }

  /** The head of the delegation agrees for a principal. Nobody confirms whom they proposed, or themselves. */
  async confirm(viewer: Admitted, id: string): Promise<void> {
    const { id: headId, mail } = personOf(viewer);
    await this.database.write(async (transaction) => {
      const kept = await this.#lockIn(transaction, viewer, id);
      if (kept.mail === mail || kept.invitedBy === headId) {
        throw new DomainError(
          'aide.own_confirmation',
          {},
          'Nobody confirms an aide whom they proposed, or themselves. Ask the principal to confirm it.',
        );
      }
      await this.aides.confirmFor(transaction, viewer, kept);
    });
    this.viewers.forget();
  }

  async end(viewer: Admitted, id: string): Promise<void> {
    await this.database.write(async (transaction) => {
      await this.aides.endFor(transaction, viewer, await this.#lockIn(transaction, viewer, id));
    });
    this.viewers.forget();
  }

  /** A relation of the edition, of a principal whom the viewer may answer for; others are not there. */
  async #lockIn(transaction: Transaction, viewer: Admitted, id: string): Promise<KeptAide> {
    const kept = await lockAide(transaction, id);
    const [own] = await transaction.query(
      `select from delegate where edition_id = $1 and person_id = $2 and ($3 or delegation_id = any($4::uuid[]))`,
      [editionOf(viewer).id, kept.principalId, mayAll(viewer), viewer.standing.delegationIds],
    );
    if (!own || kept.editionId !== editionOf(viewer).id) throw noSuchAide(id);
    return kept;
  }

  async #personOf(viewer: Admitted, delegateId: string): Promise<string> {
    const delegate = await this.database.row<{ personId: string }>(
      `select person_id as "personId" from delegate
       where edition_id = $1 and id = $2 and ($3 or delegation_id = any($4::uuid[]))`,
      [editionOf(viewer).id, delegateId, mayAll(viewer), viewer.standing.delegationIds],
    );
    if (!delegate) throw noSuchDelegate(delegateId);
    return delegate.personId;
  }
}
