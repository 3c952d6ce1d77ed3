import { Injectable } from '@nestjs/common';
import type { PastPair } from '@forum/domain/matchmaking/matching/past';
import { withoutConfidential } from '@forum/domain/outcomes/ledger';
import { resultOf } from '@forum/domain/outcomes/meeting-report';
import { pastPairs } from '@forum/domain/outcomes/past-pairs';
import type { Transaction } from '../../database/database.ts';
import { LedgerRepository } from '../ledger/ledger.repository.ts';
import { PastRepository } from './past.repository.ts';

/** The past of the firms of an edition, as far as matching needs to know. */
export interface PastOfEdition {
  /** Without confidential outcomes: for whatever the host or a third firm learns something from. */
  open: PastPair[];
  /** With them: for what is told to the two firms alone. */
  toBoth: PastPair[];
}

/** Tells what firms did with each other before: met or missed each other, and what they have come to since. */
@Injectable()
export class PastService {
  constructor(
    private readonly past: PastRepository,
    private readonly ledger: LedgerRepository,
  ) {}

  async of(transaction: Transaction, editionId: string): Promise<PastOfEdition> {
    const rows = await this.past.meetings(transaction, editionId);
    const meetings = rows.map(({ from, to, reports }) => ({ from, to, result: resultOf(reports) }));
    const log = await this.ledger.ofFirmsIn(editionId, transaction);
    const now = new Date().toISOString();
    return {
      open: pastPairs(meetings, withoutConfidential(log), now),
      toBoth: pastPairs(meetings, log, now),
    };
  }
}
