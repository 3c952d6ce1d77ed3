import { Injectable } from '@nestjs/common';
import { type ProgrammeImport } from '@forum/contract/programme';
import { requirePhase } from '@forum/domain/editions/phase';
import { DomainError } from '@forum/domain/errors';
import {
  type ProgrammeDifference,
  programmeDifference,
  requireRemovalsConfirmed,
} from '@forum/domain/programme/difference';
import { type ImportNote } from '@forum/interchange/reading/import-note';
import { readSchedule } from '@forum/interchange/schedule/read-schedule';
import { Database, type Transaction } from '../../database/database.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { importIsStale, type ProposedImport, ProposedImports } from '../../imports/proposed-imports.ts';
import { printOf, sumsOf } from '../../imports/shown-difference.ts';
import { SessionPeopleChanges } from '../people/session-people-changes.ts';
import { type LockedEdition, SessionsRepository } from '../sessions/sessions.repository.ts';
import { ImportChanges } from './import-changes.ts';
import { incomingProgramme, type IncomingProgramme, type IncomingSession } from './incoming-programme.ts';
import {
  type CurrentItem,
  roomWarnings,
  type ShownDifference,
  shownDifference,
} from './programme-difference.ts';
import { ProgrammeImportsRepository } from './programme-imports.repository.ts';

/** What was read from a file, and the print of the difference that was shown for it. */
interface Content {
  programme: IncomingProgramme;
  notes: ImportNote[];
  print: string;
}

/** Imports of the programme: a difference first, then, if somebody wants it, the difference and nothing else. */
@Injectable()
export class ProgrammeImports {
  constructor(
    private readonly database: Database,
    private readonly proposed: ProposedImports,
    private readonly editions: SessionsRepository,
    private readonly repository: ProgrammeImportsRepository,
    private readonly changes: ImportChanges,
    private readonly people: SessionPeopleChanges,
  ) {}

  /** Reads a file and shows what it would change. */
  async propose(viewer: Admitted, file: Uint8Array, source: string): Promise<ProgrammeImport> {
    const { id, zone } = editionOf(viewer);
    const { programme: read, report } = readSchedule(file, { zone });
    return this.database.write(async (transaction) => {
      const edition = await this.editions.edition(transaction, id, '');
      requirePhase(edition.phase, 'import-programme');
      const { programme, notes } = incomingProgramme(read, edition);
      if (programme.sessions.length === 0) throw nothingToImport(edition);
      const content = { programme, notes: [...report, ...notes] };
      return asContract(await this.#propose(transaction, viewer, edition, content, source));
    });
  }

  async list(viewer: Admitted): Promise<ProgrammeImport[]> {
    const rows = await this.proposed.list<ShownDifference>(editionOf(viewer).id, 'programme');
    return rows.map(asContract);
  }

  /** Applies a difference that was shown, if it is still the difference; else shows what it would be now. */
  async apply(viewer: Admitted, id: string, confirmed: number | undefined): Promise<ProgrammeImport> {
    const editionId = editionOf(viewer).id;
    const { stale, result } = await this.database.write(async (transaction) => {
      const edition = await this.editions.edition(transaction, editionId, 'lock');
      requirePhase(edition.phase, 'import-programme');
      const taken = await this.proposed.take<Content, ShownDifference>(transaction, {
        editionId,
        subject: 'programme',
        id,
      });
      const { content, ...shown } = taken;
      if (taken.state === 'applied') return { stale: false, result: shown };
      if (taken.state === 'discarded') return { stale: true, result: null };
      const { difference, print } = await this.#difference(transaction, edition, content);
      if (print !== content.print) {
        await this.proposed.discard(transaction, id);
        const fresh = await this.#propose(transaction, viewer, edition, content, taken.source);
        return { stale: true, result: fresh };
      }
      requireRemovalsConfirmed(difference, confirmed);
      await this.#apply(transaction, viewer, edition, { id, programme: content.programme, difference });
      await this.proposed.applied(transaction, id);
      return { stale: false, result: { ...shown, state: 'applied' as const } };
    });
    if (stale || !result) throw importIsStale(result?.id ?? null);
    return asContract(result);
  }

  async #difference(
    transaction: Transaction,
    edition: LockedEdition,
    { programme, notes }: Pick<Content, 'programme' | 'notes'>,
  ) {
    const current = await this.repository.current(transaction, edition.id);
    const difference = programmeDifference(
      current.filter((item) => item.imported),
      programme.sessions,
    );
    const warnings = roomWarnings(current, programme.sessions, edition.zone);
    return {
      difference,
      shown: shownDifference(difference, { notes, warnings }),
      print: printOf(difference, (item) => item.guid),
    };
  }

  async #propose(
    transaction: Transaction,
    viewer: Admitted,
    edition: LockedEdition,
    { programme, notes }: Pick<Content, 'programme' | 'notes'>,
    source: string,
  ): Promise<ProposedImport<ShownDifference>> {
    const { shown, print } = await this.#difference(transaction, edition, { programme, notes });
    return this.proposed.add<Content, ShownDifference>(transaction, {
      editionId: edition.id,
      subject: 'programme',
      source,
      content: { programme, notes, print },
      difference: shown,
      by: personOf(viewer).id,
    });
  }

  async #apply(
    transaction: Transaction,
    viewer: Admitted,
    edition: LockedEdition,
    { id, programme, difference }: AppliedImport,
  ): Promise<void> {
    const { added, changed, removed } = difference;
    const incoming = [...added, ...changed.map(({ after }) => after)];
    if (incoming.length + removed.length === 0) return;
    const before = await this.editions.all(transaction, edition.id);
    const personIds = await this.repository.peopleWhoSpeak(transaction, edition.id);
    const written = await this.people.rightsBy(
      transaction,
      viewer,
      { editionId: edition.id, personIds },
      () => this.repository.write(transaction, edition, programme, incoming),
    );
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
  programme: IncomingProgramme;
  difference: ProgrammeDifference<CurrentItem, IncomingSession>;
}

const nothingToImport = ({ startsOn, endsOn }: LockedEdition) =>
  new DomainError(
    'import.unreadable',
    { reason: 'no_sessions' },
    `The file holds no session between ${startsOn} and ${endsOn}, when this edition takes place. Send the schedule of this edition.`,
  );

/** An import of before its sums were kept shows all of its lists. */
const asContract = ({ difference, ...rest }: ProposedImport<ShownDifference>): ProgrammeImport => ({
  ...rest,
  ...difference,
  sums: difference.sums ?? sumsOf(difference),
});
