import { Injectable } from '@nestjs/common';
import type { readStars } from '@forum/contract/programme/stars';
import type { RouteOutput } from '@forum/contract/route';
import { Database, type Transaction } from '../../database/database.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import { readHeads } from '../../live/stream-heads.repository.ts';
import { streamsOfViewer } from '../../live/streams-of-viewer.ts';
import { noSuchSession } from '../programme.repository.ts';
import { StarEntity } from '../entities/star.entity.ts';
import { addStar, isShownTo, readStarred } from './stars.repository.ts';

/** The sessions that people put into their agenda. */
@Injectable()
export class StarsService {
  constructor(
    private readonly database: Database,
    private readonly changes: Changes,
  ) {}

  /** The starred sessions that the reader may still see. */
  of(viewer: Admitted): Promise<RouteOutput<typeof readStars>> {
    const editionId = editionOf(viewer).id;
    const streams = streamsOfViewer(viewer);
    return this.database.snapshot(async (transaction) => {
      const heads = await readHeads(transaction, editionId, streams);
      const sessionIds = await readStarred(transaction, {
        editionId,
        personId: personOf(viewer).id,
        streams,
      });
      return { sessionIds, heads };
    });
  }

  /** Puts a session that the viewer sees into their agenda; twice is once. */
  async set(viewer: Admitted, sessionId: string): Promise<void> {
    const edition = editionOf(viewer);
    await this.database.write(async (transaction) => {
      await requireSeen(transaction, viewer, sessionId);
      const star = { editionId: edition.id, personId: personOf(viewer).id, sessionId };
      if (await addStar(transaction, star)) await this.#record(transaction, viewer);
    });
  }

  /** Takes a session out of the viewer's agenda, also one that they may not see any more. */
  async clear(viewer: Admitted, sessionId: string): Promise<void> {
    const edition = editionOf(viewer);
    await this.database.write(async (transaction) => {
      const star = { editionId: edition.id, personId: personOf(viewer).id, sessionId };
      const { affected } = await transaction.manager.delete(StarEntity, star);
      if (affected) await this.#record(transaction, viewer);
      else await requireSeen(transaction, viewer, sessionId);
    });
  }

  /**
   * Without who did it, and of which session: what somebody starred is theirs alone. The journal only counts, and the
   * person's aide does not learn of a session that they must not know of.
   */
  #record(transaction: Transaction, viewer: Admitted): Promise<void> {
    const { id: editionId } = editionOf(viewer);
    return this.changes.record(transaction, null, {
      editionId,
      streams: [`person:${personOf(viewer).id}`],
      type: 'star.changed',
      entityId: editionId,
    });
  }
}

async function requireSeen(transaction: Transaction, viewer: Admitted, sessionId: string): Promise<void> {
  const of = { editionId: editionOf(viewer).id, streams: streamsOfViewer(viewer) };
  if (!(await isShownTo(transaction, of, sessionId))) throw noSuchSession(sessionId);
}
