import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/database.ts';
import { rightsOf } from '../delegations/delegates/delegate-record.ts';
import { type Author, Changes } from '../live/changes.ts';
import { Losses } from '../losses/losses.ts';
import type { FoundMeeting } from '../losses/touched.ts';
import { FirmImportsRepository } from './imports/firm-imports.repository.ts';

/** The one way in which firms leave an edition, by a list or by hand: what depended on them is settled with it. */
@Injectable()
export class FirmRemovals {
  constructor(
    private readonly lists: FirmImportsRepository,
    private readonly losses: Losses,
    private readonly changes: Changes,
  ) {}

  /** The meetings that would end with these firms. */
  foresee(transaction: Transaction, editionId: string, firmIds: readonly string[]): Promise<FoundMeeting[]> {
    return firmIds.length === 0
      ? Promise.resolve([])
      : this.losses.foresee(transaction, 'firms', { editionId, firmIds });
  }

  /** Takes firms out, settles what depended on them, and notifies everybody who represented one. */
  async remove(
    transaction: Transaction,
    author: Author,
    editionId: string,
    firmIds: readonly string[],
  ): Promise<void> {
    const left = await this.lists.representatives(transaction, editionId, firmIds);
    // Waits for requests that are being made, so that the effects see them.
    await this.lists.remove(transaction, editionId, firmIds);
    await this.losses.settle(transaction, author, 'firms', { editionId, firmIds });
    await this.changes.record(
      transaction,
      author,
      ...left.map((personId) => rightsOf({ editionId, personId }, 0)),
    );
  }
}
