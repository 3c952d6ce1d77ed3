import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/database.ts';
import { type Author, Changes } from '../live/changes.ts';

interface Detail {
  before: unknown;
  after: unknown;
}

/** Tells who may know that something of the matchmaking changed. */
@Injectable()
export class MatchmakingChanges {
  constructor(private readonly changes: Changes) {}

  /** A firm's own things: its people and the secretariat hear of them, nobody else. */
  async ofFirm(
    transaction: Transaction,
    author: Author,
    type: 'profile.changed' | 'wish.changed' | 'no-meet.changed',
    {
      editionId,
      firmId,
      version,
      detail = null,
    }: {
      editionId: string;
      firmId: string;
      version?: number;
      detail?: Detail | null;
    },
  ): Promise<void> {
    await this.changes.record(transaction, author, {
      editionId,
      streams: [`firm:${firmId}`, 'staff:organiser'],
      type,
      entityId: firmId,
      ...(version === undefined ? {} : { version }),
      detail,
    });
  }

  /** Two firms that the host keeps apart: only the secretariat hears of it. */
  async ofHostNoMeet(transaction: Transaction, author: Author, editionId: string): Promise<void> {
    await this.changes.record(transaction, author, {
      editionId,
      streams: ['staff:organiser'],
      type: 'no-meet.changed',
      entityId: editionId,
    });
  }

  /** Settings or capabilities: whatever is suggested to anybody may be another. */
  async matching(transaction: Transaction, author: Author, editionId: string, detail: Detail): Promise<void> {
    await this.changes.record(transaction, author, {
      editionId,
      streams: ['accredited', 'staff:organiser'],
      type: 'matching.changed',
      entityId: editionId,
      detail,
    });
  }
}
