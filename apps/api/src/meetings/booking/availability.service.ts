import { Injectable } from '@nestjs/common';
import type { Availability } from '@forum/contract/meetings/availability';
import { DomainError } from '@forum/domain/errors';
import { halfDaysOf } from '@forum/domain/meetings/halls/half-days';
import { intervalOf, type Interval, overlaps } from '@forum/domain/time/interval';
import { Database } from '../../database/database.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import { HallsRepository } from '../halls/halls.repository.ts';
import { keepAvailability, saidBy } from './availability.repository.ts';

/** When delegates can be met. */
@Injectable()
export class AvailabilitiesService {
  constructor(
    private readonly database: Database,
    private readonly halls: HallsRepository,
    private readonly changes: Changes,
  ) {}

  /** What the viewer has said, and what of the halls' half days it leaves. */
  async read(viewer: Admitted): Promise<Availability> {
    const edition = editionOf(viewer);
    const { reader } = this.database;
    const { delegateId } = viewer.standing;
    const available = delegateId ? await saidBy(reader, delegateId) : null;
    const halls = await this.halls.list(edition.id, null, reader);
    const halves = halfDaysOf(
      halls.flatMap(({ openings }) => openings),
      edition.zone,
    );
    const isLeft = (half: Interval) => available === null || available.some((one) => overlaps(one, half));
    return { available, halves: halves.map((half) => ({ ...half, available: isLeft(half) })) };
  }

  /**
   * Keeps what the viewer says instead of what they said before.
   *
   * @param available none means never, null whenever a hall is open
   */
  async set(viewer: Admitted, available: readonly Interval[] | null): Promise<void> {
    const { delegateId } = viewer.standing;
    const { person } = viewer;
    if (!delegateId || !person) throw new DomainError('not_found', {}, 'Register in this edition first.');
    const times = available?.map(({ start, end }) => intervalOf(start, end)) ?? null;
    const editionId = editionOf(viewer).id;
    await this.database.write(async (transaction) => {
      await transaction.query('select from delegate where id = $1 for no key update', [delegateId]);
      const before = await saidBy(transaction, delegateId);
      await keepAvailability(transaction, editionId, delegateId, times);
      await this.changes.record(transaction, viewer, {
        editionId,
        streams: [`person:${person.id}`],
        type: 'availability.changed',
        entityId: delegateId,
        detail: { before: { available: before }, after: { available } },
      });
    });
  }
}
