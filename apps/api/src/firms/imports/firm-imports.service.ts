import { Injectable } from '@nestjs/common';
import { type FirmImport } from '@forum/contract/firms';
import { requirePhase } from '@forum/domain/editions/phase';
import { DomainError } from '@forum/domain/errors';
import {
  type FirmDifference,
  firmDifference,
  firmKey,
  requireFirmRemovalsConfirmed,
} from '@forum/domain/firms/firm-difference';
import { readFirms } from '@forum/interchange/firms/read-firms';
import { type ImportNote } from '@forum/interchange/reading/import-note';
import { Database, type Transaction } from '../../database/database.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { importIsStale, type ProposedImport, ProposedImports } from '../../imports/proposed-imports.ts';
import { mostShown, printOf, shownFields, sumsOf } from '../../imports/shown-difference.ts';
import { Changes } from '../../live/changes.ts';
import { lockFirms } from '../known-firms.ts';
import { FirmImportsRepository } from './firm-imports.repository.ts';
import { type CurrentFirm, type ListedFirm, listedFirms, sidesOf } from './listed-firms.ts';

type Shown = Omit<FirmImport, 'id' | 'source' | 'state' | 'createdAt'>;
type Compared = FirmDifference<CurrentFirm, ListedFirm>;

/** What was read from a list, and the print of the difference that was shown for it. */
interface Content {
  firms: ListedFirm[];
  notes: ImportNote[];
  print: string;
}

/** Imports of exhibitor lists: a difference first, then, if somebody wants it, the difference and nothing else. */
@Injectable()
export class FirmImports {
  constructor(
    private readonly database: Database,
    private readonly proposed: ProposedImports,
    private readonly repository: FirmImportsRepository,
    private readonly changes: Changes,
  ) {}

  /** Reads a list and shows what it would change. */
  async propose(viewer: Admitted, file: Uint8Array, source: string): Promise<FirmImport> {
    requirePhase(editionOf(viewer).phase, 'edit-edition');
    const { firms, report } = readFirms(file);
    if (firms.length === 0) throw nothingToImport();
    const content = { firms: listedFirms(firms), notes: report };
    return this.database.write(async (transaction) =>
      asContract(await this.#propose(transaction, viewer, content, source)),
    );
  }

  async list(viewer: Admitted): Promise<FirmImport[]> {
    return (await this.proposed.list<Shown>(editionOf(viewer).id, 'firms')).map(asContract);
  }

  /** Applies a difference that was shown, if it is still the difference; else shows what it would be now. */
  async apply(viewer: Admitted, id: string, confirmed: number | undefined): Promise<FirmImport> {
    const edition = editionOf(viewer);
    requirePhase(edition.phase, 'edit-edition');
    const { stale, result } = await this.database.write(async (transaction) => {
      await lockFirms(transaction);
      const { content, ...shown } = await this.proposed.take<Content, Shown>(transaction, {
        editionId: edition.id,
        subject: 'firms',
        id,
      });
      if (shown.state === 'applied') return { stale: false, result: shown };
      if (shown.state === 'discarded') return { stale: true, result: null };
      const { difference, print } = await this.#difference(transaction, edition.id, content);
      if (print !== content.print) {
        await this.proposed.discard(transaction, id);
        return { stale: true, result: await this.#propose(transaction, viewer, content, shown.source) };
      }
      requireFirmRemovalsConfirmed(difference, confirmed);
      await this.#apply(transaction, viewer, id, difference);
      await this.proposed.applied(transaction, id);
      return { stale: false, result: { ...shown, state: 'applied' as const } };
    });
    if (stale || !result) throw importIsStale(result?.id ?? null);
    return asContract(result);
  }

  async #difference(
    transaction: Transaction,
    editionId: string,
    { firms, notes }: Pick<Content, 'firms' | 'notes'>,
  ): Promise<{ difference: Compared; shown: Shown; print: string }> {
    const { current, incoming } = sidesOf(await this.repository.current(transaction, editionId), firms);
    const difference = firmDifference(current, incoming);
    const named = ({ name, country }: ListedFirm) => ({ name, country });
    const shown = {
      notes,
      sums: sumsOf(difference),
      added: difference.added.slice(0, mostShown).map(named),
      changed: difference.changed.slice(0, mostShown).map(({ after, fields }) => ({
        ...named(after),
        fields: shownFields(fields),
      })),
      removed: difference.removed.slice(0, mostShown).map(named),
      unchanged: difference.unchanged,
      held: difference.held,
    };
    return { difference, shown, print: printOf(difference, firmKey) };
  }

  async #propose(
    transaction: Transaction,
    viewer: Admitted,
    { firms, notes }: Pick<Content, 'firms' | 'notes'>,
    source: string,
  ): Promise<ProposedImport<Shown>> {
    const editionId = editionOf(viewer).id;
    const { shown, print } = await this.#difference(transaction, editionId, { firms, notes });
    return this.proposed.add<Content, Shown>(transaction, {
      editionId,
      subject: 'firms',
      source,
      content: { firms, notes, print },
      difference: shown,
      by: personOf(viewer).id,
    });
  }

  async #apply(
    transaction: Transaction,
    viewer: Admitted,
    entityId: string,
    { added, changed, removed }: Compared,
  ): Promise<void> {
    if (added.length + changed.length + removed.length === 0) return;
    const editionId = editionOf(viewer).id;
    await this.repository.add(transaction, editionId, added);
    await this.repository.change(
      transaction,
      editionId,
      changed.map(({ before, after }) => ({ ...after, id: before.id })),
    );
    await this.repository.remove(
      transaction,
      editionId,
      removed.map((firm) => firm.id),
    );
    await this.changes.record(transaction, viewer, {
      editionId,
      streams: ['accredited'],
      type: 'firms.changed',
      entityId,
      version: 1,
      detail: { added: added.length, changed: changed.length, removed: removed.length },
    });
  }
}

const nothingToImport = () =>
  new DomainError(
    'import.unreadable',
    { reason: 'no_entries' },
    'The list names no firm. Send a list with at least one.',
  );

/** An import of before its sums were kept shows all of its lists. */
const asContract = ({ difference, ...rest }: ProposedImport<Shown>): FirmImport => ({
  ...rest,
  ...difference,
  sums: difference.sums ?? sumsOf(difference),
});
