import { Injectable } from '@nestjs/common';
import type { Availability } from '@forum/contract/meetings/availability';
import { DomainError } from '@forum/domain/errors';
import { halfDaysOf } from '@forum/domain/meetings/halls/half-days';
import { intervalOf, type Interval, overlaps } from '@forum/domain/time/interval';
import { Database, type Transaction, type SqlReader } from '../../database/database.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import { HallsRepository } from '../halls/halls.repository.ts';
import { availableOfDelegate } from '../meeting-people.repository.ts';

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
      await keep(transaction, editionId, delegateId, times);
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

async function saidBy(reader: SqlReader, delegateId: string): Promise<Interval[] | null> {
  const [row] = await reader.query<{ available: Interval[] | null }>(
    `select ${availableOfDelegate} as available from delegate d where d.id = $1`,
    [delegateId],
  );
  return row?.available ?? null;
}

async function keep(
  transaction: Transaction,
  editionId: string,
  delegateId: string,
  times: readonly Interval[] | null,
): Promise<void> {
  await transaction.query('delete from availability where delegate_id = $1', [delegateId]);
  if (times === null) return;
  await transaction.query(
    `insert into availability (edition_id, delegate_id, during)
     select $1, $2, coalesce(range_agg(tstzrange(s, e)), '{}')
     from unnest($3::timestamptz[], $4::timestamptz[]) as a (s, e)`,
    [editionId, delegateId, times.map(({ start }) => start), times.map(({ end }) => end)],
  );
}
