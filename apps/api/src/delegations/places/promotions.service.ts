import { Injectable } from '@nestjs/common';
import { promote } from '@forum/domain/accreditation/accreditation';
import type { Transaction } from '../../database/database.ts';
import { Changes } from '../../live/changes.ts';
import { changesOf } from '../delegates/delegate-record.ts';
import { DelegateNews } from '../delegates/delegate-news.ts';
import { DelegatesRepository } from '../delegates/delegates.repository.ts';

/** Lets those move up for whom a place became free: they are vetted now, and hear of it. */
@Injectable()
export class PromotionsService {
  constructor(
    private readonly delegates: DelegatesRepository,
    private readonly news: DelegateNews,
    private readonly changes: Changes,
  ) {}

  async promote(transaction: Transaction, editionId: string, delegateIds: readonly string[]): Promise<void> {
    for (const id of delegateIds) {
      const before = await this.delegates.lock(transaction, editionId, id);
      const accreditation = promote(before.accreditation);
      const version = await this.delegates.saveAccreditation(
        transaction,
        id,
        accreditation,
        before.changedFields,
      );
      await this.news.tell(transaction, before, version, 'promoted');
      const after = { version, accreditation, delegationId: before.delegationId };
      await this.changes.record(transaction, null, ...changesOf({ before, after }));
    }
  }
}
