import { Injectable } from '@nestjs/common';
import type { setPlanPin } from '@forum/contract/matchmaking/planning/pins';
import type { RouteInput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { slotsOf } from '@forum/domain/meetings/halls/slots';
import { epochMs, isBefore } from '@forum/domain/time/instant';
import { Database, violatedConstraint } from '../../../database/database.ts';
import { type Admitted, editionOf } from '../../../http/viewer.ts';
import { refuseField } from '../../../http/refuse-field.ts';
import { Changes } from '../../../live/changes.ts';
import { HallsRepository } from '../../../meetings/halls/halls.repository.ts';
import { PlanFactsRepository } from '../facts/plan-facts.repository.ts';

type Pin = Awaited<ReturnType<PlanFactsRepository['pins']>>[number];

/** Meetings that every run keeps at their time. */
@Injectable()
export class PlanPinsService {
  constructor(
    private readonly database: Database,
    private readonly facts: PlanFactsRepository,
    private readonly changes: Changes,
    private readonly halls: HallsRepository,
  ) {}

  list(viewer: Admitted): Promise<Pin[]> {
    return this.facts.pins(this.database.reader, editionOf(viewer).id);
  }

  async set(
    viewer: Admitted,
    { firmId, withFirmId, start }: RouteInput<typeof setPlanPin>['body'],
  ): Promise<Pin[]> {
    if (firmId === withFirmId) {
      throw new DomainError('meeting.own_firm', { firmId }, 'A firm does not meet itself. Name two firms.');
    }
    if (start !== null) await this.#requireSlot(editionOf(viewer).id, start);
    const pair: [string, string] = firmId < withFirmId ? [firmId, withFirmId] : [withFirmId, firmId];
    const write = this.database.write(async (transaction) => {
      const editionId = editionOf(viewer).id;
      const before = await this.facts.pin(transaction, editionId, pair, start);
      await this.changes.record(transaction, viewer, {
        editionId,
        streams: ['staff:organiser'],
        type: 'pin.changed',
        entityId: pair[0],
        detail: { withFirmId: pair[1], before: { start: before }, after: { start } },
      });
    });
    await write.catch((error: unknown) => {
      if (!violatedConstraint(error)?.startsWith('plan_pin_')) throw error;
      throw new DomainError('not_found', { firmId, withFirmId }, 'This edition has no such firms.');
    });
    return this.list(viewer);
  }

  /** A meeting can be held only in a slot of a hall, and only in one that is still to come. */
  async #requireSlot(editionId: string, start: string): Promise<void> {
    const now = new Date().toISOString();
    const starts = (await this.halls.list(editionId))
      .flatMap((hall) => slotsOf(hall))
      .filter((slot) => isBefore(now, slot.start))
      .map((slot) => slot.start);
    if (starts.some((one) => epochMs(one) === epochMs(start))) return;
    const distance = (one: string) => Math.abs(epochMs(one) - epochMs(start));
    const [near] = [...starts].sort((one, other) => distance(one) - distance(other));
    throw refuseField(
      'body.start',
      start,
      near
        ? `begins no slot that is still to come; the nearest begins at ${near}`
        : 'begins no slot: no hall has one that is still to come, give it hours first',
    );
  }
}
