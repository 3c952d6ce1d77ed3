import { Injectable } from '@nestjs/common';
import type {
  listAllNoMeets,
  listNoMeets,
  setHostNoMeet,
  setNoMeet,
} from '@forum/contract/matchmaking/no-meets';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { Database } from '../../database/database.ts';
import { requireActsFor } from '../../firms/own-firm.ts';
import { refuseField } from '../../http/refuse-field.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { listedFirm } from '../listed-firm.repository.ts';
import { MatchingsService } from '../matching/matchings.service.ts';
import { unknownFirm } from '../matching/shown-firm.ts';
import { MatchmakingChanges } from '../matchmaking-changes.ts';
import { NoMeetsRepository } from './no-meets.repository.ts';

/** Firms that must not meet: named by one of them, or by the host; it counts in both directions and nobody else learns of it. */
@Injectable()
export class NoMeetsService {
  constructor(
    private readonly database: Database,
    private readonly noMeets: NoMeetsRepository,
    private readonly matchings: MatchingsService,
    private readonly changes: MatchmakingChanges,
  ) {}

  async ofFirm(viewer: Admitted, firmId: string): Promise<RouteOutput<typeof listNoMeets>> {
    requireActsFor(viewer, firmId);
    const editionId = editionOf(viewer).id;
    await listedFirm(this.database.reader, editionId, firmId);
    const rows = await this.noMeets.namedBy(this.database.reader, editionId, firmId);
    return rows.map(({ reason, namedAt, ...firm }) => ({ firm: unknownFirm(firm), reason, namedAt }));
  }

  async setForFirm(
    viewer: Admitted,
    firmId: string,
    { other, reason }: RouteInput<typeof setNoMeet>['body'],
  ): Promise<void> {
    requireActsFor(viewer, firmId);
    await this.#set(viewer, { firmId, otherId: other, byHost: false }, reason);
  }

  async all(viewer: Admitted): Promise<RouteOutput<typeof listAllNoMeets>> {
    return this.noMeets.all(this.database.reader, editionOf(viewer).id);
  }

  async setForHost(
    viewer: Admitted,
    { firms: [firmId, otherId], reason }: RouteInput<typeof setHostNoMeet>['body'],
  ): Promise<void> {
    await this.#set(viewer, { firmId, otherId, byHost: true }, reason);
  }

  async #set(
    viewer: Admitted,
    pair: { firmId: string; otherId: string; byHost: boolean },
    reason: string | null,
  ): Promise<void> {
    const editionId = editionOf(viewer).id;
    const named = { ...pair, editionId };
    await this.database.write(async (transaction) => {
      await listedFirm(transaction, editionId, pair.firmId);
      await listedFirm(transaction, editionId, pair.otherId);
      if (pair.firmId === pair.otherId) throw refuseField('body.other', pair.otherId, 'is the firm itself');
      if (reason === null) await this.noMeets.remove(transaction, named);
      else await this.noMeets.save(transaction, named, reason, personOf(viewer).id);
      // Without before and after: why two firms must not meet stands in one place only.
      await (pair.byHost
        ? this.changes.ofHostNoMeet(transaction, viewer, editionId)
        : this.changes.ofFirm(transaction, viewer, 'no-meet.changed', { editionId, firmId: pair.firmId }));
    });
    this.matchings.outdate(editionId);
  }
}
