import { Injectable } from '@nestjs/common';
import { type StreamName } from '@forum/domain/identity/streams';
import { type Transaction } from '../database/database.ts';
import { type Author, Changes } from '../live/changes.ts';

/** Something that was arranged between a principal and an aide. */
interface Arranged {
  /** Whom it concerns; the principal first. */
  personIds: readonly [string, ...(string | null)[]];
  entityId: string;
  detail: { before: unknown; after: unknown };
  /** Whether somebody may now act who could not, or no longer: their sockets follow. */
  isOfRights: boolean;
}

/**
 * Tells and keeps what is arranged between principals and aides. It holds for all editions, and each journal is of one:
 * so it stands in the journal of every edition that one of them has a part in.
 */
@Injectable()
export class AideChanges {
  constructor(private readonly changes: Changes) {}

  async record(
    transaction: Transaction,
    author: Author,
    { personIds, entityId, detail, isOfRights }: Arranged,
  ): Promise<void> {
    const people = personIds.filter((id) => id !== null);
    const editions = await transaction.query<{ id: string }>(
      `select e.id from edition e where e.phase <> 'archived' and exists (
         select from unnest($1::uuid[]) p cross join lateral standing_of(p, e.id) s
         where s.roles <> '{}' or s.delegate_id is not null)
       order by e.id`,
      [people],
    );
    const streams = people.map((id): StreamName => `person:${id}`);
    const told = editions.flatMap(({ id: editionId }) => [
      { editionId, streams, type: 'aide.changed' as const, entityId, version: 0, detail },
      ...(isOfRights
        ? [{ editionId, streams, type: 'rights.changed' as const, entityId: personIds[0], version: 0 }]
        : []),
    ]);
    await this.changes.record(transaction, author, ...told);
  }
}
