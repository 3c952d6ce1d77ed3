import { Injectable } from '@nestjs/common';
import { audienceOfSession, type StreamName } from '@forum/domain/identity/streams';
import type { Transaction } from '../../database/database.ts';
import { type Author, Changes } from '../../live/changes.ts';
import { SessionChanges } from '../sessions/session-changes.ts';
import { asSession, SessionsRepository, type StoredSession } from '../sessions/sessions.repository.ts';
import type { CurrentItem } from './programme-difference.ts';
import type { Written } from './programme-imports.repository.ts';

interface AppliedDifference {
  editionId: string;
  importId: string;
  before: readonly StoredSession[];
  written: Written;
  removed: readonly Pick<CurrentItem, 'id' | 'audience'>[];
}

/** More sessions than this at once are cheaper to read again than to be told one by one. */
const mostTold = 20;

/** Tells what an import has done: a few sessions each by itself, as when the secretariat moves them; else all at once. */
@Injectable()
export class ImportChanges {
  constructor(
    private readonly changes: Changes,
    private readonly sessionChanges: SessionChanges,
    private readonly sessions: SessionsRepository,
  ) {}

  async record(transaction: Transaction, author: Author, difference: AppliedDifference): Promise<void> {
    const { written, removed } = difference;
    if (written.showing.length === 0 && written.sessions.length + removed.length <= mostTold) {
      await this.#recordEach(transaction, author, difference);
    } else {
      await this.#recordWhole(transaction, author, difference);
    }
  }

  async #recordEach(
    transaction: Transaction,
    author: Author,
    { editionId, before, written, removed }: AppliedDifference,
  ): Promise<void> {
    const known = new Map(before.map((session) => [session.id, asSession(session)]));
    const touched = new Set(written.sessions.map(({ id }) => id));
    const now = await this.sessions.all(transaction, editionId);
    await this.sessionChanges.record(transaction, author, editionId, [
      ...now
        .filter(({ id }) => touched.has(id))
        .map((after) => ({ before: known.get(after.id) ?? null, after: asSession(after) })),
      ...removed.flatMap(({ id }) => {
        const gone = known.get(id);
        return gone ? [{ before: gone, after: null }] : [];
      }),
    ]);
  }

  /** Whoever sees one of the sessions reads the programme again, and nobody else learns that there was an import. */
  async #recordWhole(
    transaction: Transaction,
    author: Author,
    { editionId, importId, written, removed }: AppliedDifference,
  ): Promise<void> {
    const streams = new Set<StreamName>(['staff:organiser']);
    for (const session of [...written.sessions, ...written.showing, ...removed]) {
      for (const stream of audienceOfSession(session)) streams.add(stream);
    }
    await this.changes.record(transaction, author, {
      editionId,
      streams: [...streams],
      type: 'programme.replaced',
      entityId: importId,
      detail: { written: written.sessions.length, removed: removed.length },
    });
  }
}
