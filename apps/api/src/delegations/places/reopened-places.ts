import { Injectable } from '@nestjs/common';
import { phaseAllows, type PhaseName } from '@forum/domain/editions/phase';
import type { Transaction } from '../../database/database.ts';
import { Losses } from '../../losses/losses.ts';
import { PlacesService } from './places.service.ts';
import { PromotionsService } from './promotions.service.ts';

const canBeVetted = (phase: PhaseName) => phaseAllows(phase, 'accredit').ok;

/** While nobody can be vetted, nobody moves up; when that is possible again, those who wait get the places that are free. */
@Injectable()
export class ReopenedPlaces {
  constructor(
    private readonly places: PlacesService,
    private readonly promotions: PromotionsService,
    losses: Losses,
  ) {
    losses.on('phase', {
      settle: async (transaction, _, { editionId, from, to }) => {
        if (!canBeVetted(from) && canBeVetted(to)) await this.#fillUp(transaction, editionId);
      },
    });
  }

  async #fillUp(transaction: Transaction, editionId: string): Promise<void> {
    const waitedFor = await transaction.query<{ id: string }>(
      `select distinct delegation_id as id from delegate
       where edition_id = $1 and waiting_since is not null and delegation_id is not null order by 1`,
      [editionId],
    );
    for (const { id } of waitedFor)
      await this.promotions.promote(transaction, editionId, await this.places.fillUp(transaction, id));
  }
}
