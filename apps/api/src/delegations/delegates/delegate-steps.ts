import { Injectable } from '@nestjs/common';
import { type Accreditation, keepsMeetings } from '@forum/domain/accreditation/accreditation';
import type { Transaction } from '../../database/database.ts';
import { type Author, Changes } from '../../live/changes.ts';
import { Losses } from '../../losses/losses.ts';
import { PromotionsService } from '../places/promotions.service.ts';
import { changesOf, type DelegateRecord } from './delegate-record.ts';
import { DelegateNews, type DelegateNewsKind } from './delegate-news.ts';
import { DelegatesRepository } from './delegates.repository.ts';

/** What a step makes of a delegate. */
export interface NextDelegate {
  accreditation: Accreditation;
  changedFields: readonly string[];
  /** Where they are after it; as before, if not given. */
  delegationId?: string | null;
  /** Who has moved up from the waiting list by it. */
  promoted?: readonly string[];
  news?: DelegateNewsKind | null;
  /** Whether they speak for another firm from now on, so that what they agreed for the old one ends. */
  leavesFirm?: boolean;
  detail?: { before: unknown; after: unknown };
}

/** Keeps a step of a registration with all that follows from it, in the transaction of the step. */
@Injectable()
export class DelegateSteps {
  constructor(
    private readonly delegates: DelegatesRepository,
    private readonly promotions: PromotionsService,
    private readonly news: DelegateNews,
    private readonly changes: Changes,
    private readonly losses: Losses,
  ) {}

  /** Returns the new version of the delegate. */
  async keep(
    transaction: Transaction,
    author: Author,
    before: DelegateRecord,
    next: NextDelegate,
  ): Promise<number> {
    const { accreditation, changedFields } = next;
    const version = await this.delegates.saveAccreditation(
      transaction,
      before.id,
      accreditation,
      changedFields,
    );
    if (next.news) await this.news.tell(transaction, before, version, next.news);
    await this.promotions.promote(transaction, before.editionId, next.promoted ?? []);
    const goesOut = !keepsMeetings(accreditation.state) && keepsMeetings(before.accreditation.state);
    if (goesOut || next.leavesFirm) {
      const lost = { editionId: before.editionId, delegateIds: [before.id] };
      await this.losses.settle(transaction, author, 'representatives', lost);
    }
    const delegationId = next.delegationId === undefined ? before.delegationId : next.delegationId;
    const detail = next.detail ? { detail: next.detail } : {};
    await this.changes.record(
      transaction,
      author,
      ...changesOf({ before, after: { version, delegationId, accreditation }, ...detail }),
    );
    return version;
  }
}
