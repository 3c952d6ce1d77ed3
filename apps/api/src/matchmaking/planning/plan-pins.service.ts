import { Injectable } from '@nestjs/common';
import { type setPlanPin } from '@forum/contract/planning';
import { type RouteInput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { Database, violatedConstraint } from '../../database/database.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import { PlanFactsRepository } from './plan-facts.repository.ts';

type Pin = Awaited<ReturnType<PlanFactsRepository['pins']>>[number];

/** Meetings that every run keeps at their time. */
@Injectable()
export class PlanPins {
  constructor(
    private readonly database: Database,
    private readonly facts: PlanFactsRepository,
    private readonly changes: Changes,
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
    const pair: [string, string] = firmId < withFirmId ? [firmId, withFirmId] : [withFirmId, firmId];
    const write = this.database.write(async (transaction) => {
      const editionId = editionOf(viewer).id;
      const before = await this.facts.pin(transaction, editionId, pair, start);
      await this.changes.record(transaction, viewer, {
        editionId,
        streams: ['staff:organiser'],
        type: 'pin.changed',
        entityId: pair[0],
        version: 1,
        detail: { withFirmId: pair[1], before: { start: before }, after: { start } },
      });
    });
    await write.catch((error: unknown) => {
      if (!violatedConstraint(error)?.startsWith('plan_pin_')) throw error;
      throw new DomainError('not_found', { firmId, withFirmId }, 'This edition has no such firms.');
    });
    return this.list(viewer);
  }
}
