import { Injectable } from '@nestjs/common';
import type { Aide, inviteAide, listAideActs } from '@forum/contract/identity/aides';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { requirePhase } from '@forum/domain/editions/phase';
import { DomainError } from '@forum/domain/errors';
import { aideState, openAideInvitations, requireRoomForAide } from '@forum/domain/identity/aide';
import { IsNull } from 'typeorm';
import { Database, type Transaction, type WriteTransaction } from '../../database/database.ts';
import { type EditionRef, personOf, type Viewer } from '../../http/viewer.ts';
import { Viewers } from '../viewers.ts';
import { AideChanges } from './aide-changes.ts';
import { SignInSessionEntity } from '../entities/sign-in-session.entity.ts';
import { AideMails } from './aide-mails.ts';
import {
  countInvitations,
  findPrincipal,
  findShownEdition,
  type Principal,
  readActs,
  readReach,
} from './aide-invitations.repository.ts';
import { AideEntity } from './entities/aide.entity.ts';
import {
  type KeptAide,
  lockAide,
  lockPrincipal,
  noSuchAide,
  readAides,
  refuseOfHost,
} from './aide-relations.repository.ts';
import { lock } from '../../database/locks.ts';

/** Whom somebody is to act for, and who asks for it. */
interface NewAide {
  edition: Pick<EditionRef, 'id' | 'phase'>;
  principalId: string;
  mail: string;
}

/** Who may act for whom, in one edition each: proposed, confirmed by the principal's side, accepted by the aide, ended. */
@Injectable()
export class AidesService {
  constructor(
    private readonly database: Database,
    private readonly viewers: Viewers,
    private readonly mails: AideMails,
    private readonly changes: AideChanges,
  ) {}

  /** The aides of whoever asks; ended ones too while their edition goes on, as what they did is still to be looked at. */
  of(viewer: Viewer): Promise<Aide[]> {
    return readAides(
      this.database.reader,
      `a.principal_id = $1 and (a.ended_at is null or (a.accepted_at is not null and e.phase not in ('closed', 'archived')))`,
      [personOf(viewer).id],
    );
  }

  /** Invites somebody to act for oneself. */
  async inviteOwn(
    viewer: Viewer,
    { edition: slug, mail }: RouteInput<typeof inviteAide>['body'],
  ): Promise<Aide> {
    const edition = await findShownEdition(this.database.reader, slug);
    if (!edition) throw new DomainError('not_found', { edition: slug }, `There is no edition ${slug}.`);
    return this.invite(viewer, { edition, principalId: personOf(viewer).id, mail });
  }

  /**
   * Invites somebody for a principal. The principal's own word is their confirmation, also of whom the host proposed
   * before; anybody else's waits for one. Who is invited already is not mailed again.
   */
  async invite(viewer: Viewer, { edition, principalId, mail: address }: NewAide): Promise<Aide> {
    requirePhase(edition.phase, 'register');
    const mail = address.toLowerCase();
    const byId = personOf(viewer).id;
    const isOwn = byId === principalId;
    const id = await this.database.write(async (transaction) => {
      const principal = { principalId, editionId: edition.id };
      await lockPrincipal(transaction, principal);
      await refuseOfHost(transaction, principal);
      await requirePrincipal(transaction, principal, mail, isOwn);
      const known = await transaction.manager.findOneBy(AideEntity, {
        ...principal,
        mail,
        endedAt: IsNull(),
      });
      if (known) {
        if (isOwn) await this.#confirm(transaction, viewer, await lockAide(transaction, known.id));
        return known.id;
      }
      if (isOwn) await requireRoom(transaction, principal);
      const made = transaction.manager.create(AideEntity, {
        ...principal,
        mail,
        invitedBy: byId,
        ...(isOwn ? { confirmedAt: new Date(), confirmedBy: byId } : {}),
      });
      await transaction.manager.insert(AideEntity, made);
      await this.changes.record(transaction, viewer, {
        relation: { editionId: edition.id, principalId, personId: null },
        entityId: made.id,
        what: isOwn ? 'invited' : 'proposed',
        detail: { before: null, after: { state: isOwn ? 'invited' : 'proposed' } },
        isOfRights: false,
      });
      await this.mails.send(
        transaction,
        made.id,
        isOwn
          ? ['principal:invited', 'aide:invited']
          : ['principal:proposed', 'head:proposed', 'aide:proposed'],
      );
      return made.id;
    });
    return this.one(id);
  }

  async one(id: string): Promise<Aide> {
    const [aide] = await readAides(this.database.reader, 'a.id = $1', [id]);
    if (!aide) throw noSuchAide(id);
    return aide;
  }

  /** The principal agrees to an aide whom the host proposed; twice is once. */
  async confirmOwn(viewer: Viewer, id: string): Promise<void> {
    await this.database.write(async (transaction) => {
      const kept = await lockAide(transaction, id);
      if (kept.principalId !== personOf(viewer).id) throw noSuchAide(id);
      await this.#confirm(transaction, viewer, kept);
    });
    this.viewers.forget();
  }

  /** Somebody else agrees for the principal, who is told; it is for the caller to know that they may. */
  async confirmFor(transaction: WriteTransaction, viewer: Viewer, kept: KeptAide): Promise<void> {
    await this.#confirm(transaction, viewer, kept);
    await this.mails.send(transaction, kept.id, ['principal:confirmed']);
  }

  /** Ends a relation as its principal or as its aide; who acts at this moment acts for themselves from then on, on every node. */
  async endOwn(viewer: Viewer, id: string): Promise<void> {
    const self = personOf(viewer);
    await this.database.write(async (transaction) => {
      const kept = await lockAide(transaction, id);
      if (kept.principalId !== self.id && kept.personId !== self.id) throw noSuchAide(id);
      await this.end(transaction, viewer, kept);
      if (kept.personId === self.id) await this.mails.send(transaction, id, ['principal:ended']);
    });
    this.viewers.forget();
  }

  /** Somebody else ends a relation for the principal, who is told. */
  async endFor(transaction: WriteTransaction, viewer: Viewer, kept: KeptAide): Promise<void> {
    await this.end(transaction, viewer, kept);
    await this.mails.send(transaction, kept.id, ['principal:ended']);
  }

  /** Ends a relation, with every session that acts under it; what was agreed for the principal stays. */
  async end(transaction: WriteTransaction, author: Viewer | null, kept: KeptAide): Promise<void> {
    const { manager } = transaction;
    await manager.update(AideEntity, { id: kept.id }, { endedAt: new Date() });
    await manager.update(SignInSessionEntity, { aideId: kept.id }, { aideId: null });
    await this.changes.record(transaction, author, {
      relation: kept,
      entityId: kept.id,
      what: 'ended',
      detail: { before: { state: aideState(kept) }, after: { state: 'ended' } },
      isOfRights: kept.personId !== null,
    });
    if (kept.personId) await this.mails.send(transaction, kept.id, ['aide:ended']);
  }

  /** Ends all aides of somebody who now belongs to the host's team: in one edition, or in all with null. */
  async endOfHost(
    transaction: WriteTransaction,
    author: Viewer | null,
    principalId: string,
    editionId: string | null,
  ): Promise<void> {
    const ids = await transaction.manager.find(AideEntity, {
      select: { id: true },
      where: { principalId, endedAt: IsNull(), ...(editionId === null ? {} : { editionId }) },
      order: { id: 'ASC' },
    });
    for (const { id } of ids) {
      await this.end(transaction, author, await lockAide(transaction, id));
      await this.mails.send(transaction, id, ['principal:host']);
    }
  }

  /** What an aide changed for the principal who asks, newest first; reads leave no trace. */
  async actsOf(viewer: Viewer, id: string): Promise<RouteOutput<typeof listAideActs>> {
    const own = { id, principalId: personOf(viewer).id };
    if (!(await this.database.read((manager) => manager.existsBy(AideEntity, own)))) throw noSuchAide(id);
    const rows = await readActs(this.database.reader, id);
    return rows.map(({ sequence, at, type }) => ({ sequence: Number(sequence), at: at.toISOString(), type }));
  }

  async #confirm(transaction: WriteTransaction, viewer: Viewer, kept: KeptAide): Promise<void> {
    if (kept.confirmedAt !== null) return;
    await refuseOfHost(transaction, kept);
    const confirmed = { confirmedAt: new Date(), confirmedBy: personOf(viewer).id };
    await transaction.manager.update(AideEntity, { id: kept.id }, confirmed);
    await this.changes.record(transaction, viewer, {
      relation: kept,
      entityId: kept.id,
      what: 'confirmed',
      detail: {
        before: { state: 'proposed' },
        after: { state: aideState({ ...kept, confirmedAt: new Date().toISOString() }) },
      },
      isOfRights: kept.acceptedAt !== null,
    });
    await this.mails.send(transaction, kept.id, ['aide:confirmed']);
  }
}

/**
 * Refuses a principal who is the aide themselves, or has no part in the edition: who invites for themselves has to be
 * accredited, because nobody else's word may go out in a mail of the forum.
 */
async function requirePrincipal(
  transaction: Transaction,
  of: Principal,
  mail: string,
  isOwn: boolean,
): Promise<void> {
  const principal = await findPrincipal(transaction, of);
  if (principal?.mail === mail) {
    throw new DomainError(
      'request.invalid',
      { mail },
      `${mail} is the principal's own address. Name another person as aide.`,
    );
  }
  const state = principal?.state ?? '';
  if (isOwn && state !== 'accredited') {
    throw new DomainError(
      'aide.not_accredited',
      {},
      'Only who is accredited in this edition can invite an aide there. The host can propose one before.',
    );
  }
  if (['draft', 'submitted', 'accredited', 'waitlisted'].includes(state)) return;
  throw new DomainError(
    'aide.not_registered',
    {},
    'Only who is registered in this edition, or has begun to, can have an aide there. Begin the registration first.',
  );
}

/**
 * Refuses more than may be sent. The caller holds the principal, and this the firm whose representatives count together,
 * so that many at once count one another.
 */
async function requireRoom(transaction: Transaction, principal: Principal): Promise<void> {
  const { places, firmId } = await readReach(transaction, principal);
  await lock(transaction, 'aideInvitations', `${principal.editionId}:${firmId ?? principal.principalId}`);
  const sent = await countInvitations(transaction, principal, firmId);
  requireRoomForAide(sent, openAideInvitations({ places, representsFirm: firmId !== null }));
}
