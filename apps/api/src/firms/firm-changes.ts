import { Injectable } from '@nestjs/common';
import type { Firm } from '@forum/contract/firms/firms';
import type { Transaction } from '../database/database.ts';
import { type Author, Changes } from '../live/changes.ts';

/** Tells those who see the directory, and the firm itself, that a firm changed. */
@Injectable()
export class FirmChanges {
  constructor(private readonly changes: Changes) {}

  async record(
    transaction: Transaction,
    author: Author,
    editionId: string,
    { id, version }: Pick<Firm, 'id' | 'version'>,
    detail: { before: unknown; after: unknown },
  ): Promise<void> {
    await this.changes.record(transaction, author, {
      editionId,
      streams: ['accredited', `firm:${id}`],
      type: 'firms.changed',
      entityId: id,
      version,
      detail,
    });
  }
}
