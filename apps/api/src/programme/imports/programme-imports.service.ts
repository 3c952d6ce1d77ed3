import { Injectable } from '@nestjs/common';
import type { applyImport, ProgrammeImport } from '@forum/contract/programme/imports';
import type { RouteInput } from '@forum/contract/route';
import { requirePhase } from '@forum/domain/editions/phase';
import { requireRemovalsConfirmed } from '@forum/domain/programme/difference';
import { requireSpeakersKnown, type SpeakerAnswer } from '@forum/domain/programme/speaker-identity';
import { Database, type Transaction } from '../../database/database.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { importLimits, withinLimits } from '../../imports/import-threads.ts';
import { importIsStale, type ProposedImport, ProposedImports } from '../../imports/proposed-imports.ts';
import { sumsOf } from '../../imports/shown-difference.ts';
import { threadScript } from '../../threads/thread-script.ts';
import { type ThreadPool, Threads } from '../../threads/threads.ts';
import { SessionPeopleChanges } from '../people/session-people-changes.ts';
import { type LockedEdition, SessionsRepository } from '../sessions/sessions.repository.ts';
import { ImportChanges } from './import-changes.ts';
import type { CurrentItem, ShownDifference } from './programme-difference.ts';
import { ProgrammeImportsRepository } from './programme-imports.repository.ts';
import type { WrittenProgramme } from './written-programme.ts';

type Confirmed = RouteInput<typeof applyImport>['body'];
type Script = typeof import('./programme-imports.worker.ts');

/** Imports of the programme: a difference first, then, if somebody wants it, the difference and nothing else. */
@Injectable()
export class ProgrammeImportsService {
  readonly #threads: ThreadPool<Script>;

  constructor(
    private readonly database: Database,
    private readonly proposed: ProposedImports,
    private readonly editions: SessionsRepository,
    private readonly repository: ProgrammeImportsRepository,
    private readonly changes: ImportChanges,
    private readonly people: SessionPeopleChanges,
    threads: Threads,
  ) {
    this.#threads = threads.open<Script>({ ...importLimits, script: threadScript('programme-imports') });
  }

  /** Reads a file and shows what it would change. */
  async propose(viewer: Admitted, file: Uint8Array, source: string): Promise<ProgrammeImport> {
    const edition = await this.editions.edition(this.database.reader, editionOf(viewer).id, '');
    requirePhase(edition.phase, 'import-programme');
    const { zone, startsOn, endsOn } = edition;
    const reading = await withinLimits(
      this.#threads.run('read', { file, edition: { zone, startsOn, endsOn } }),
    );
    return this.database.write(async (transaction) =>
      asContract(await this.#propose(transaction, viewer, edition, { reading, source })),
    );
  }

  async list(viewer: Admitted): Promise<ProgrammeImport[]> {
    const rows = await this.proposed.list<ShownDifference>(editionOf(viewer).id, 'programme');
    return rows.map(asContract);
  }

  /** Applies a difference that was shown, if it is still the difference; else shows what it would be now. */
  async apply(viewer: Admitted, id: string, confirmed: Confirmed): Promise<ProgrammeImport> {
    const editionId = editionOf(viewer).id;
    const { stale, result } = await this.database.write(async (transaction) => {
      const edition = await this.editions.edition(transaction, editionId, 'lock');
      requirePhase(edition.phase, 'import-programme');
      const { reading, print, ...shown } = await this.proposed.take<ShownDifference>(transaction, {
        editionId,
        subject: 'programme',
        id,
      });
      if (shown.state === 'applied') return { stale: false, result: shown };
      if (shown.state === 'discarded') return { stale: true, result: null };
      const now = await this.#compare(transaction, edition, reading, confirmed.speakers ?? []);
      if (print !== now.print) {
        await this.proposed.discard(transaction, id);
        const { source } = shown;
        return {
          stale: true,
          result: await this.#propose(transaction, viewer, edition, { reading, source }),
        };
      }
      requireSpeakersKnown(now.open);
      requireRemovalsConfirmed(now, confirmed.confirmRemovals);
      await this.#apply(transaction, viewer, edition, { ...now, id });
      await this.proposed.applied(transaction, id);
      return { stale: false, result: { ...shown, state: 'applied' as const } };
    });
    if (stale || !result) throw importIsStale(result?.id ?? null);
    return asContract(result);
  }

  async #compare(
    transaction: Transaction,
    { id, zone }: LockedEdition,
    reading: string,
    answers: readonly SpeakerAnswer[] | null,
  ) {
    const current = await this.repository.current(transaction, id);
    return withinLimits(this.#threads.run('compare', { reading, current, zone, answers }));
  }

  async #propose(
    transaction: Transaction,
    viewer: Admitted,
    edition: LockedEdition,
    { reading, source }: { reading: string; source: string },
  ): Promise<ProposedImport<ShownDifference>> {
    const { shown, print } = await this.#compare(transaction, edition, reading, null);
    return this.proposed.add<ShownDifference>(transaction, {
      editionId: edition.id,
      subject: 'programme',
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
    edition: LockedEdition,
    { id, written: toWrite, removed }: AppliedImport,
  ): Promise<void> {
    if (!toWrite) return;
    const before = await this.editions.all(transaction, edition.id);
    const personIds = await this.repository.peopleWhoSpeak(transaction, edition.id);
    const written = await this.people.rightsBy(
      transaction,
      viewer,
      { editionId: edition.id, personIds },
      () => this.repository.write(transaction, edition, toWrite),
    );
    await this.repository.keepTold(transaction, edition.id, toWrite.told);
    if (toWrite.count + removed.length === 0) return;
    await this.repository.remove(
      transaction,
      edition.id,
      removed.map((session) => session.id),
    );
    await this.changes.record(transaction, viewer, {
      editionId: edition.id,
      importId: id,
      before,
      written,
      removed,
    });
  }
}

interface AppliedImport {
  id: string;
  written: WrittenProgramme | null;
  removed: readonly Pick<CurrentItem, 'id' | 'audience'>[];
}

/** An import of before its sums were kept shows all of its lists; an older one knows of no disagreement. */
const asContract = ({ difference, ...rest }: ProposedImport<ShownDifference>): ProgrammeImport => ({
  ...rest,
  ...{ disagreeing: 0, disagreements: [], questions: [] },
  ...difference,
  sums: difference.sums ?? sumsOf(difference),
});
