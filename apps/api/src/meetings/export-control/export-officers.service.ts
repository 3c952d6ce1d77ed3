import { Injectable } from '@nestjs/common';
import type { ExportOfficer } from '@forum/contract/meetings/export-control';
import { requirePhase } from '@forum/domain/editions/phase';
import { DomainError } from '@forum/domain/errors';
import { confirmersOf, requireMayConfirmOfficer } from '@forum/domain/export-control/officers';
import { Database, type Transaction } from '../../database/database.ts';
import { RepresentationRepository } from '../../delegations/representation/representation.repository.ts';
import { FirmsRepository } from '../../firms/firms.repository.ts';
import { requireActsFor } from '../../firms/own-firm.ts';
import { refuseField } from '../../http/refuse-field.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { ExportOfficersRepository, type OfficerRecord } from './export-officers.repository.ts';
import { OfficerNews } from './officer-news.ts';

/** Who may release listed topics for a firm: named by one hand, confirmed by another. */
@Injectable()
export class ExportOfficersService {
  constructor(
    private readonly database: Database,
    private readonly firms: FirmsRepository,
    private readonly repository: ExportOfficersRepository,
    private readonly standings: RepresentationRepository,
    private readonly news: OfficerNews,
  ) {}

  async list(viewer: Admitted, firmId: string): Promise<ExportOfficer[]> {
    requireActsFor(viewer, firmId);
    return this.database.snapshot(async (transaction) => {
      await this.firms.one(transaction, editionOf(viewer).id, firmId);
      return this.#list(transaction, viewer, firmId);
    });
  }

  /**
   * An officer in office, or the host, names officers instead of those whom the same hand had named: a firm's list leaves
   * the host's alone. Whom nobody else of the firm could confirm, the host has confirmed by naming them.
   */
  name(viewer: Admitted, firmId: string, delegates: readonly string[]): Promise<ExportOfficer[]> {
    const { id: editionId } = editionOf(viewer);
    const byHost = isHost(viewer, firmId);
    const by = personOf(viewer).id;
    return this.#write(viewer, firmId, async (transaction) => {
      if (!byHost) await this.#requireInOffice(transaction, viewer);
      const people = await this.repository.representatives(transaction, editionId, firmId);
      const strange = delegates.find((id) => !people.includes(id));
      if (strange) throw refuseField('body.delegates', strange, 'is no representative of the firm');
      const named = await this.repository.name(transaction, editionId, firmId, { delegates, byHost, by });
      const alone = named.filter(
        (delegateId) => byHost && confirmersOf({ delegateId, namedBy: null }, people).length === 0,
      );
      await this.repository.confirm(transaction, editionId, firmId, alone, by);
      await this.news.named(transaction, viewer, firmId, named);
      return { officers: delegates, byHost };
    });
  }

  /** The second person: another representative, or an organiser where there is none. */
  confirm(viewer: Admitted, firmId: string, delegateId: string): Promise<ExportOfficer[]> {
    const { id: editionId } = editionOf(viewer);
    return this.#write(viewer, firmId, async (transaction) => {
      const officers = await this.repository.officers(transaction, editionId, firmId);
      const officer = officers.find((one) => one.delegateId === delegateId);
      if (!officer) throw new DomainError('not_found', { officer: delegateId }, 'Nobody named this officer.');
      const people = await this.repository.representatives(transaction, editionId, firmId);
      requireMayConfirmOfficer(asNamed(officer), people, confirmerOf(viewer, firmId));
      await this.repository.confirm(transaction, editionId, firmId, [delegateId], personOf(viewer).id);
      return { confirmed: delegateId };
    });
  }

  #write(
    viewer: Admitted,
    firmId: string,
    write: (transaction: Transaction) => Promise<object>,
  ): Promise<ExportOfficer[]> {
    requireActsFor(viewer, firmId);
    const edition = editionOf(viewer);
    requirePhase(edition.phase, 'edit-edition');
    if (viewer.aide)
      throw new DomainError('access.denied', { firm: firmId }, 'An aide cannot decide on export officers.');
    return this.database.write(async (transaction) => {
      const firm = await this.firms.one(transaction, edition.id, firmId);
      await this.standings.holdFirm(transaction, edition.id, firmId);
      await this.news.changed(transaction, viewer, firm, await write(transaction));
      return this.#list(transaction, viewer, firmId);
    });
  }

  async #requireInOffice(transaction: Transaction, viewer: Admitted): Promise<void> {
    const { delegateId, firmId } = viewer.standing;
    if (await this.repository.isInForce(transaction, editionOf(viewer).id, delegateId)) return;
    throw new DomainError(
      'export.not_entitled',
      { firm: firmId },
      'Export officers are named by an officer in office or by the host. Ask the host to name the first of your firm.',
    );
  }

  async #list(transaction: Transaction, viewer: Admitted, firmId: string): Promise<ExportOfficer[]> {
    const { id: editionId } = editionOf(viewer);
    const officers = await this.repository.officers(transaction, editionId, firmId);
    const people = await this.repository.representatives(transaction, editionId, firmId);
    const reader = confirmerOf(viewer, firmId);
    return officers.map(({ namedById, ...officer }) => {
      const confirmers = confirmersOf(asNamed({ namedById, ...officer }), people);
      const mine = reader === 'host' ? confirmers.length === 0 : confirmers.includes(reader);
      return { ...officer, canConfirm: !officer.inForce && mine && !viewer.aide };
    });
  }
}

const isHost = (viewer: Admitted, firmId: string) => viewer.standing.firmId !== firmId;

const confirmerOf = (viewer: Admitted, firmId: string) =>
  isHost(viewer, firmId) ? 'host' : (viewer.standing.delegateId ?? '');

const asNamed = ({ delegateId, namedById }: OfficerRecord) => ({ delegateId, namedBy: namedById });
