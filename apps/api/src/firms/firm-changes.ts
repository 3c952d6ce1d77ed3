import { Injectable } from '@nestjs/common';
import type { Firm } from '@forum/contract/firms/firms';
import type { Transaction } from '../database/database.ts';
import { type Author, Changes } from '../live/changes.ts';

interface FirmChange {
  editionId: string;
  firm: Pick<Firm, 'id' | 'version'>;
  detail: { before: unknown; after: unknown };
}

/** Tells those who see the directory, and the firm itself, that a firm changed. */
@Injectable()
export class FirmChanges {
  constructor(private readonly changes: Changes) {}

  async record(
    transaction: Transaction,
    author: Author,
    { editionId, firm, detail }: FirmChange,
  ): Promise<void> {
    await this.changes.record(transaction, author, {
      editionId,
      streams: ['accredited', `firm:${firm.id}`],
      type: 'firms.changed',
      entityId: firm.id,
      version: firm.version,
      detail,
    });
  }
}
