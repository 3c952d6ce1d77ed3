import { Injectable } from '@nestjs/common';
import type { listInvitationsAsAide } from '@forum/contract/identity/aides';
import type { RouteOutput } from '@forum/contract/route';
import { aideState } from '@forum/domain/identity/aide';
import { createHash } from 'node:crypto';
import { Database, type Transaction, type WriteTransaction } from '../../database/database.ts';
import { personOf, type Viewer } from '../../http/viewer.ts';
import { Viewers } from '../viewers.ts';
import { AideChanges } from './aide-changes.ts';
import { AideMails } from './aide-mails.ts';
import { AideEntity } from './entities/aide.entity.ts';
import {
  actIn,
  type ActsFor,
  addDevice,
  findActing,
  lockAide,
  noSuchAide,
  readInvitations,
  refuseOfHost,
} from './aide-relations.repository.ts';

/** What an aide does about being one: answers invitations, and acts for a principal or for themselves again. */
@Injectable()
export class ActingService {
  constructor(
    private readonly database: Database,
    private readonly viewers: Viewers,
    private readonly mails: AideMails,
    private readonly changes: AideChanges,
  ) {}

  async invitationsFor(viewer: Viewer): Promise<RouteOutput<typeof listInvitationsAsAide>> {
    return readInvitations(this.database.reader, personOf(viewer).mail);
  }

  async answer(viewer: Viewer, id: string, accept: boolean): Promise<void> {
    const { id: personId, mail } = personOf(viewer);
    await this.database.write(async (transaction) => {
      const kept = await lockAide(transaction, id);
      if (kept.mail !== mail || kept.acceptedAt !== null) throw noSuchAide(id);
      if (accept) await refuseOfHost(transaction, kept);
      const now = new Date();
      const answer = { acceptedAt: accept ? now : null, endedAt: accept ? null : now };
      await transaction.manager.update(AideEntity, { id }, { personId, ...answer });
      const after = aideState({
        ...kept,
        acceptedAt: answer.acceptedAt?.toISOString() ?? null,
        endedAt: answer.endedAt?.toISOString() ?? null,
      });
      await this.changes.record(transaction, viewer, {
        relation: { ...kept, personId },
        entityId: id,
        what: accept ? 'accepted' : 'declined',
        detail: { before: { state: aideState(kept) }, after: { state: after } },
        isOfRights: false,
      });
      if (accept) await this.mails.send(transaction, id, ['principal:accepted']);
    });
  }

  /** Acts under a relation from now on in this session, or for oneself again. The principal hears of each new device. */
  async actFor(viewer: Viewer, id: string | null): Promise<void> {
    const { id: personId } = personOf(viewer);
    await this.database.write(async (transaction) => {
      const now = id === null ? null : await requireAide(transaction, id, personId);
      const session = await actIn(transaction, viewer.sessionId, id);
      if (!session || session.before === id) return;
      const before =
        session.before && (await transaction.manager.findOneBy(AideEntity, { id: session.before }));
      const editionId = before && before.editionId;
      if (editionId) await this.#record(transaction, viewer, { ...before, editionId }, false);
      if (now) {
        await this.#record(transaction, viewer, now, true);
        await this.#tellOfDevice(transaction, now.id, session.device);
      }
    });
    this.viewers.forget();
  }

  /** Begins or ends to act, in the journal of the edition that it is of. */
  async #record(transaction: Transaction, viewer: Viewer, of: ActsFor, begins: boolean): Promise<void> {
    const personId = personOf(viewer).id;
    const [acting, not] = [{ actingFor: of.principalId }, { actingFor: null }];
    await this.changes.record(transaction, viewer, {
      relation: { ...of, personId },
      entityId: personId,
      what: begins ? 'acts' : 'acts no more',
      detail: begins ? { before: not, after: acting } : { before: acting, after: not },
      isOfRights: true,
    });
  }

  async #tellOfDevice(transaction: Transaction, id: string, name: string): Promise<void> {
    const device = createHash('sha256').update(name).digest('hex');
    const others = await addDevice(transaction, id, device);
    if (others === null) return;
    await this.mails.send(transaction, id, [others === 0 ? 'principal:acted' : 'principal:device'], device);
  }
}

/** The relation under which somebody may act now; whoever ends it meanwhile waits, so that nobody acts on after the end. */
async function requireAide(transaction: WriteTransaction, id: string, personId: string) {
  const lock = { mode: 'pessimistic_read' } as const;
  await transaction.manager.findOne(AideEntity, { select: { id: true }, where: { id }, lock });
  const now = await findActing(transaction, id, personId);
  if (!now) throw noSuchAide(id);
  return now;
}
