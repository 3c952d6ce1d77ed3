import { Injectable } from '@nestjs/common';
import type { ChangeType, VersionedType } from '@forum/contract/live/changes';
import type { StreamName } from '@forum/domain/identity/streams';
import type { Transaction } from '../database/database.ts';
import type { Viewer } from '../http/viewer.ts';

/** One committed fact that a screen may need to know, in the streams of those who may know it. */
export type NewChange = Told & (Versioned | Named);

/** Of an entity that has a version: clients order sessions by it, and the journal keeps it. */
interface Versioned {
  type: ChangeType;
  version: number;
}

interface Named {
  type: Exclude<ChangeType, VersionedType>;
  version?: undefined;
}

interface Told {
  editionId: string;
  streams: readonly StreamName[];
  entityId: string;
  /** Shown as it is to everybody in `streams`: only for audiences that may all see it, at most 2 kB. */
  payload?: unknown;
  /** Before and after, for the audit; erasable. */
  detail?: unknown;
}

/** What the journal says of an entity that has no version of its own. */
const noVersion = 0;

/** Who did it: a viewer, or nobody when the forum itself did. */
export type Author = Pick<Viewer, 'person' | 'aide'> | null;

/** Records changes; the last statements of a write, in its own transaction. */
@Injectable()
export class Changes {
  async record(transaction: Transaction, author: Author, ...changes: NewChange[]): Promise<void> {
    if (changes.length === 0) return;
    const by = author?.aide ?? author?.person;
    await transaction.query(
      `insert into change (edition_id, streams, type, entity_id, version, person_id, acting_for, payload, detail)
       select c.edition_id, c.streams, c.type, c.entity_id, c.version, $2, $3, c.payload, c.detail
       from json_to_recordset($1::json) as c
         (edition_id uuid, streams text[], type text, entity_id uuid, version int, payload jsonb, detail jsonb)`,
      [
        JSON.stringify(
          changes.map((change) => ({
            edition_id: change.editionId,
            streams: [...new Set(change.streams)],
            type: change.type,
            entity_id: change.entityId,
            version: change.version ?? noVersion,
            payload: change.payload ?? null,
            detail: change.detail ?? null,
          })),
        ),
        by?.id ?? null,
        author?.aide ? (author.person?.id ?? null) : null,
      ],
    );
  }
}
