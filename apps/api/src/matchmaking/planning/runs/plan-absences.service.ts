import { Injectable } from '@nestjs/common';
import type { listPlanAbsences } from '@forum/contract/matchmaking/planning/absences';
import type { RouteOutput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { Database } from '../../../database/database.ts';
import { type Admitted, editionOf } from '../../../http/viewer.ts';
import { Changes } from '../../../live/changes.ts';
import { listAbsences, removeAbsence } from '../facts/firm-absences.repository.ts';

type Absences = RouteOutput<typeof listPlanAbsences>;

/** Firms that are away, as published repairs have said: seen by the desk, and taken back by it. */
@Injectable()
export class PlanAbsencesService {
  constructor(
    private readonly database: Database,
    private readonly changes: Changes,
  ) {}

  list(viewer: Admitted): Promise<Absences> {
    return listAbsences(this.database.reader, editionOf(viewer).id, new Date().toISOString());
  }

  async remove(viewer: Admitted, id: string): Promise<Absences> {
    const { id: editionId } = editionOf(viewer);
    await this.database.write(async (transaction) => {
      if (!(await removeAbsence(transaction, editionId, id))) {
        throw new DomainError(
          'not_found',
          { absence: id },
          'There is no such absence, or it was removed already.',
        );
      }
      await this.changes.record(transaction, viewer, {
        editionId,
        streams: ['staff:organiser'],
        type: 'plan.changed',
        entityId: id,
      });
    });
    return this.list(viewer);
  }
}
