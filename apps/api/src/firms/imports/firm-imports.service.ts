import { Injectable } from '@nestjs/common';
import type { applyFirmImport, FirmImport } from '@forum/contract/firms/imports';
import type { RouteInput } from '@forum/contract/route';
import { requirePhase } from '@forum/domain/editions/phase';
import { type ListMode, requireFirmRemovalsConfirmed } from '@forum/domain/firms/firm-difference';
import { Database, type Transaction } from '../../database/database.ts';
import { rightsOf } from '../../delegations/delegates/delegate-record.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { importLimits, withinLimits } from '../../imports/import-threads.ts';
import { importIsStale, type ProposedImport, ProposedImports } from '../../imports/proposed-imports.ts';
import { sumsOf } from '../../imports/shown-difference.ts';
import { Changes } from '../../live/changes.ts';
import { touchedOf, withTouched } from '../../losses/touched.ts';
import { threadScript } from '../../threads/thread-script.ts';
import { type ThreadPool, Threads } from '../../threads/threads.ts';
import { FirmRemovals } from '../firm-removals.ts';
import { lockFirms } from '../known-firms.repository.ts';
import { FirmImportsRepository } from './firm-imports.repository.ts';

type Script = typeof import('./firm-imports.worker.ts');
type Shown = Omit<FirmImport, 'id' | 'source' | 'state' | 'createdAt'>;

/** Imports of exhibitor lists: a difference first, then, if somebody wants it, the difference and nothing else. */
@Injectable()
export class FirmImportsService {
  readonly #threads: ThreadPool<Script>;

  constructor(
    private readonly database: Database,
    private readonly proposed: ProposedImports,
    private readonly repository: FirmImportsRepository,
    private readonly changes: Changes,
    private readonly removals: FirmRemovals,
    threads: Threads,
  ) {
    this.#threads = threads.open<Script>({ ...importLimits, script: threadScript('firm-imports') });
  }

  /** Reads a list and shows what it would change. */
  async propose(
    viewer: Admitted,
    file: Uint8Array,
    source: string,
    mode: ListMode = 'replace',
  ): Promise<FirmImport> {
    requirePhase(editionOf(viewer).phase, 'edit-edition');
    const reading = await withinLimits(this.#threads.run('read', { file, mode }));
    return this.database.write(async (transaction) =>
      asContract(await this.#propose(transaction, viewer, reading, source)),
    );
  }

  async list(viewer: Admitted): Promise<FirmImport[]> {
    return (await this.proposed.list<Shown>(editionOf(viewer).id, 'firms')).map(asContract);
  }

  /** Applies a difference that was shown, if it is still the difference; else shows what it would be now. */
  async apply(
    viewer: Admitted,
    id: string,
    { confirmRemovals }: RouteInput<typeof applyFirmImport>['body'],
  ): Promise<FirmImport> {
    const edition = editionOf(viewer);
    requirePhase(edition.phase, 'edit-edition');
    const { stale, result } = await this.database.write(async (transaction) => {
      await lockFirms(transaction);
      const { reading, print, ...shown } = await this.proposed.take<Shown>(transaction, {
        editionId: edition.id,
        subject: 'firms',
        id,
      });
      if (shown.state === 'applied') return { stale: false, result: shown };
      if (shown.state === 'discarded') return { stale: true, result: null };
      const known = await this.repository.known(transaction);
      const now = await this.#compare(transaction, edition.id, reading, known);
      if (print !== now.print) {
        await this.proposed.discard(transaction, id);
        return { stale: true, result: await this.#propose(transaction, viewer, reading, shown.source) };
      }
      requireFirmRemovalsConfirmed({ held: now.shown.held, removed: now.removedIds }, confirmRemovals);
      await this.#apply(transaction, viewer, id, now);
      await this.repository.keepListed(transaction, edition.id, now.written?.listed ?? '[]');
      await this.proposed.applied(transaction, id);
      return { stale: false, result: { ...shown, state: 'applied' as const } };
    });
    if (stale || !result) throw importIsStale(result?.id ?? null);
    return asContract(result);
  }

  async #compare(
    transaction: Transaction,
    editionId: string,
    reading: string,
    known: string | null,
  ): Promise<Compared> {
    const current = await this.repository.current(transaction, editionId);
    const compared = await withinLimits(this.#threads.run('compare', { reading, current, known }));
    const meetings = await this.removals.foresee(transaction, editionId, compared.removedIds);
    const { touched, print } = withTouched(compared.print, meetings);
    return { ...compared, print, shown: { ...compared.shown, touched } };
  }

  async #propose(
    transaction: Transaction,
    viewer: Admitted,
    reading: string,
    source: string,
  ): Promise<ProposedImport<Shown>> {
    const editionId = editionOf(viewer).id;
    const { shown, print } = await this.#compare(transaction, editionId, reading, null);
    return this.proposed.add<Shown>(transaction, {
      editionId,
      subject: 'firms',
      source,
      reading,
      print,
      difference: shown,
      by: personOf(viewer).id,
    });
  }

  async #apply(
    transaction: Transaction,
    viewer: Admitted,
    entityId: string,
    { written, removedIds, shown: { sums } }: Compared,
  ): Promise<void> {
    if (!written || sums.added + sums.changed + sums.removed === 0) return;
    const editionId = editionOf(viewer).id;
    await this.repository.add(transaction, editionId, written.added);
    await this.repository.change(transaction, editionId, written.changed);
    await this.removals.remove(transaction, viewer, editionId, removedIds);
    const back = await this.repository.representatives(transaction, editionId, idsIn(written.added));
    await this.changes.record(transaction, viewer, {
      editionId,
      streams: ['accredited'],
      type: 'firms.changed',
      entityId,
      detail: { ...sums },
    });
    await this.changes.record(
      transaction,
      viewer,
      ...back.map((personId) => rightsOf({ editionId, personId }, 0)),
    );
  }
}

const idsIn = (rows: string) => (JSON.parse(rows) as { id: string }[]).map(({ id }) => id);

/** What a thread says of a reading, with the meetings that its removals would end. */
interface Compared {
  shown: Shown;
  print: string;
  removedIds: string[];
  written: { added: string; changed: string; listed: string } | null;
}

/** An import of before its sums were kept shows all of its lists; an older one knows of no disagreement. */
const asContract = ({ difference, ...rest }: ProposedImport<Shown>): FirmImport => ({
  ...rest,
  ...{ mode: 'replace' as const, disagreeing: 0, disagreements: [] },
  ...difference,
  sums: difference.sums ?? sumsOf(difference),
  touched: difference.touched ?? touchedOf([]),
});
