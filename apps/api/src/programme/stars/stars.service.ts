import { Injectable } from '@nestjs/common';
import type { readStars } from '@forum/contract/programme/stars';
import type { RouteOutput } from '@forum/contract/route';
import { Database, type Transaction } from '../../database/database.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import { readHeads } from '../../live/stream-heads.repository.ts';
import { streamsOfViewer } from '../../live/streams-of-viewer.ts';
import { noSuchSession } from '../programme.repository.ts';
import { isSeen, seenBy, sightOf } from '../sight.ts';

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
      const rows = await transaction.query<{ id: string }>(
        `select s.id from star x join session s on s.id = x.session_id
         where x.edition_id = $1 and x.person_id = $5 and s.removed_at is null and ${isSeen(2)} order by s.starts_at, s.id`,
        [editionId, ...seenBy(sightOf(streams)), personOf(viewer).id],
      );
      return { sessionIds: rows.map((row) => row.id), heads };
    });
  }

  /** Puts a session that the viewer sees into their agenda; twice is once. */
  async set(viewer: Admitted, sessionId: string): Promise<void> {
    const edition = editionOf(viewer);
    await this.database.write(async (transaction) => {
      await requireSeen(transaction, viewer, sessionId);
      const made = await transaction.query(
        `insert into star (edition_id, person_id, session_id) values ($1, $2, $3) on conflict do nothing returning session_id`,
        [edition.id, personOf(viewer).id, sessionId],
      );
      if (made.length > 0) await this.#record(transaction, viewer);
    });
  }

  /** Takes a session out of the viewer's agenda, also one that they may not see any more. */
  async clear(viewer: Admitted, sessionId: string): Promise<void> {
    const edition = editionOf(viewer);
    await this.database.write(async (transaction) => {
      const gone = await transaction.query(
        'delete from star where edition_id = $1 and person_id = $2 and session_id = $3 returning session_id',
        [edition.id, personOf(viewer).id, sessionId],
      );
      if (gone.length > 0) await this.#record(transaction, viewer);
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
  const [seen] = await transaction.query(
    `select s.id from session s where s.edition_id = $1 and s.id = $5 and s.removed_at is null and ${isSeen(2)}`,
    [editionOf(viewer).id, ...seenBy(sightOf(streamsOfViewer(viewer))), sessionId],
  );
  if (!seen) throw noSuchSession(sessionId);
}
