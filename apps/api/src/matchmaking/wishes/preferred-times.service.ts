import { Injectable } from '@nestjs/common';
import type { PreferredTimes } from '@forum/contract/matchmaking/preferred-times';
import { requirePhase } from '@forum/domain/editions/phase';
import { halfDaysOf } from '@forum/domain/meetings/halls/half-days';
import { compareInstants, isBefore } from '@forum/domain/time/instant';
import { type Interval, overlaps } from '@forum/domain/time/interval';
import { Database, type SqlReader } from '../../database/database.ts';
import { requireActsFor } from '../../firms/own-firm.ts';
import { refuseField } from '../../http/refuse-field.ts';
import { type Admitted, type EditionRef, editionOf } from '../../http/viewer.ts';
import { HallsRepository } from '../../meetings/halls/halls.repository.ts';
import { listedFirm } from '../listed-firm.repository.ts';
import { MatchmakingChanges } from '../matchmaking-changes.ts';
import { lock } from '../../database/locks.ts';
import { keepPreferred, preferredBy } from './preferred-times.repository.ts';

/** In which half days a firm would rather meet. */
@Injectable()
export class PreferredTimesOfFirmsService {
  constructor(
    private readonly database: Database,
    private readonly halls: HallsRepository,
    private readonly changes: MatchmakingChanges,
  ) {}

  async read(viewer: Admitted, firmId: string): Promise<PreferredTimes> {
    requireActsFor(viewer, firmId);
    const edition = editionOf(viewer);
    const { reader } = this.database;
    await listedFirm(reader, edition.id, firmId);
    const kept = await preferredBy(reader, edition.id, firmId);
    const halves = await this.#halves(reader, edition);
    return {
      halves: halves.map((half) => ({ ...half, preferred: kept.some((one) => overlaps(one, half)) })),
    };
  }

  /** Keeps these half days instead of those before; a start at which none begins is refused. */
  async set(viewer: Admitted, firmId: string, starts: readonly string[]): Promise<PreferredTimes> {
    const edition = editionOf(viewer);
    requirePhase(edition.phase, 'request-meeting');
    requireActsFor(viewer, firmId);
    await this.database.write(async (transaction) => {
      await listedFirm(transaction, edition.id, firmId);
      const halves = await this.#halves(transaction, edition);
      const wanted = starts.map((start, at) => {
        const half = halves.find((one) => compareInstants(one.start, start) === 0);
        if (half) return half;
        throw refuseField(
          `body.starts.${at}`,
          start,
          'begins no half day of the halls that is still to come; read the half days again and choose among them',
        );
      });
      await lock(transaction, 'wishes', firmId);
      const before = await preferredBy(transaction, edition.id, firmId);
      const after = [...new Set(wanted)];
      await keepPreferred(transaction, edition.id, firmId, after);
      await this.changes.ofFirm(transaction, viewer, 'wish.changed', {
        editionId: edition.id,
        firmId,
        detail: { before: { preferred: before }, after: { preferred: after } },
      });
    });
    return this.read(viewer, firmId);
  }

  /** Those still to come: nothing is planned in one that is past. */
  async #halves(reader: SqlReader, edition: EditionRef): Promise<Interval[]> {
    const halls = await this.halls.list(edition.id, null, reader);
    const now = new Date().toISOString();
    const halves = halfDaysOf(
      halls.flatMap(({ openings }) => openings),
      edition.zone,
    );
    return halves.filter(({ end }) => isBefore(now, end));
  }
}
