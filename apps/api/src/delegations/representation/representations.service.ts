import { Injectable } from '@nestjs/common';
import type { FirmPerson, OwnRepresentation } from '@forum/contract/delegations/representation';
import { requirePhase } from '@forum/domain/editions/phase';
import { DomainError } from '@forum/domain/errors';
import { requireMayConfirm, requireMayEnd } from '@forum/domain/firms/representation';
import { Database, type Transaction, type SqlReader } from '../../database/database.ts';
import { type Admitted, editionOf, mayAll, personOf, type Viewer } from '../../http/viewer.ts';
import { refuseField } from '../../http/refuse-field.ts';
import { Changes } from '../../live/changes.ts';
import { Losses } from '../../losses/losses.ts';
import { SecurityEvents } from '../../security-events/security-events.ts';
import { joinFirm } from '../accreditation/firm-team.repository.ts';
import { refuseOwn } from '../delegates/own-decision.ts';
import { noSuchDelegate } from '../delegates/delegates.repository.ts';
import { RepresentationMails } from './representation-mails.ts';
import { RepresentationRepository, type StandingRecord } from './representation.repository.ts';

/** Who speaks for a firm: its own people confirm each other, the host confirms the first of a firm. */
@Injectable()
export class RepresentationsService {
  constructor(
    private readonly database: Database,
    private readonly repository: RepresentationRepository,
    private readonly mails: RepresentationMails,
    private readonly changes: Changes,
    private readonly losses: Losses,
    private readonly events: SecurityEvents,
  ) {}

  async list(viewer: Admitted, firmId: string): Promise<FirmPerson[]> {
    await this.#sideOf(viewer, firmId);
    return this.#people(this.database.reader, viewer, firmId);
  }

  own(viewer: Viewer): Promise<OwnRepresentation> {
    return this.repository.own(editionOf(viewer).id, personOf(viewer).id);
  }

  /** A representative confirms one of theirs, or the host somebody by name and with a reason. */
  async confirm(
    viewer: Admitted,
    firmId: string,
    delegateId: string,
    reason: string | null,
  ): Promise<FirmPerson[]> {
    const by = await this.#sideOf(viewer, firmId);
    if (by === 'host' && reason === null)
      throw refuseField('body.reason', null, 'is needed: say how you know that they are of the firm');
    return this.#decide(viewer, firmId, delegateId, (transaction, standing) =>
      this.confirmIn(transaction, viewer, standing, { by, reason }),
    );
  }

  /** Confirms within a write that holds the firm; with an accreditation, whose mail says it too. */
  async confirmIn(
    transaction: Transaction,
    viewer: Viewer,
    standing: StandingRecord,
    { by, reason, withAccreditation = false }: Confirmation,
  ): Promise<void> {
    const edition = editionOf(viewer);
    requireMayConfirm(standing, by, { phase: edition.phase, now: new Date().toISOString() });
    const { id: personId } = personOf(viewer);
    const byHost = by === 'host';
    await this.repository.confirm(transaction, edition.id, standing, { personId, byHost, reason });
    await joinFirm(transaction, edition.id, standing.delegateId, standing.firmId);
    const decision = { by: personId, byHost, reason, withAccreditation };
    await this.mails.confirmed(transaction, edition.id, standing, decision);
    await this.#tell(transaction, viewer, standing, 'confirmed');
  }

  /** A representative ends another's standing, or turns away somebody who waits. */
  async end(viewer: Admitted, firmId: string, delegateId: string, reason: string): Promise<FirmPerson[]> {
    if ((await this.#sideOf(viewer, firmId)) === 'host')
      throw new DomainError(
        'access.denied',
        { firm: firmId },
        'Only the firm ends the standing of its people. The host can take back an accreditation.',
      );
    return this.#decide(viewer, firmId, delegateId, async (transaction, standing) => {
      requireMayEnd(standing);
      const { id: editionId } = editionOf(viewer);
      const { id: personId } = personOf(viewer);
      await this.repository.end(transaction, editionId, standing, { personId, reason });
      const lost = { editionId, delegateIds: [delegateId] };
      await this.losses.settle(transaction, viewer, 'representatives', lost);
      await this.mails.ended(transaction, editionId, standing, { by: personId, byHost: false, reason });
      await this.#tell(transaction, viewer, standing, 'ended');
    });
  }

  /** Asks the representatives of a firm about somebody who has just been accredited, where there are any. */
  async ask(transaction: Transaction, viewer: Viewer, standing: StandingRecord): Promise<void> {
    if (!standing.hasOthers || standing.state !== 'pending') return;
    await this.mails.askFirm(transaction, editionOf(viewer).id, standing);
    await this.#tell(transaction, viewer, standing, 'pending');
  }

  #decide(
    viewer: Admitted,
    firmId: string,
    delegateId: string,
    decide: (transaction: Transaction, standing: StandingRecord) => Promise<void>,
  ): Promise<FirmPerson[]> {
    const edition = editionOf(viewer);
    requirePhase(edition.phase, 'edit-edition');
    if (viewer.aide)
      throw new DomainError(
        'access.denied',
        { firm: firmId },
        'An aide cannot decide who speaks for a firm.',
      );
    return this.database.write(async (transaction) => {
      await this.repository.hold(transaction, edition.id, firmId, delegateId);
      await this.#requireStillOf(transaction, viewer, firmId);
      const standing = await this.repository.find(transaction, edition.id, firmId, delegateId);
      if (!standing) throw noSuchDelegate(delegateId);
      refuseOwn(viewer, { id: delegateId, personId: standing.personId });
      await decide(transaction, standing);
      return this.#people(transaction, viewer, firmId);
    });
  }

  /** What is remembered of a viewer may be older than the end of their own standing. */
  async #requireStillOf(transaction: Transaction, viewer: Admitted, firmId: string): Promise<void> {
    const { delegateId, firmId: own } = viewer.standing;
    if (own !== firmId) return;
    const { id: editionId } = editionOf(viewer);
    const isOne = await this.repository.isRepresentative(transaction, editionId, firmId, delegateId);
    if (!isOne) throw noSuchFirm(firmId);
  }

  /** Whether the viewer decides as one of the firm, or as the host; for others there is nothing of the kind there. */
  async #sideOf(viewer: Admitted, firmId: string): Promise<'firm' | 'host'> {
    if (viewer.standing.firmId === firmId) return 'firm';
    if (mayAll(viewer) && (await this.repository.isListed(editionOf(viewer).id, firmId))) return 'host';
    throw noSuchFirm(firmId);
  }

  #people(reader: SqlReader, viewer: Viewer, firmId: string): Promise<FirmPerson[]> {
    return this.repository.people(reader, editionOf(viewer).id, firmId, viewer.standing.delegateId);
  }

  /** The person's rights change at once on their screens; the firm and the host see it, and the directory counts again. */
  async #tell(
    transaction: Transaction,
    viewer: Viewer,
    { personId, delegateId, firmId, state }: StandingRecord,
    after: StandingRecord['state'],
  ): Promise<void> {
    const { id: editionId } = editionOf(viewer);
    const detail = { before: { firm: firmId, state }, after: { firm: firmId, state: after } };
    const streams = [`firm:${firmId}`, 'staff:organiser', 'staff:accreditation-officer'] as const;
    const told = { editionId, entityId: delegateId };
    const rights = { ...told, streams: [`person:${personId}` as const], type: 'rights.changed' as const };
    await this.events.record(transaction, viewer, {
      kind: 'representative',
      what: after,
      subjectId: personId,
      editionId,
    });
    await this.changes.record(
      transaction,
      viewer,
      { ...told, streams, type: 'representatives.changed', detail },
      ...(after === 'pending'
        ? []
        : [
            { ...rights, entityId: personId },
            { ...told, entityId: firmId, streams: ['accredited' as const], type: 'firms.changed' as const },
          ]),
    );
  }
}

interface Confirmation {
  by: 'firm' | 'host';
  reason: string | null;
  withAccreditation?: boolean;
}

const noSuchFirm = (firm: string) =>
  new DomainError('not_found', { firm }, `There is no firm ${firm} in this edition.`);
