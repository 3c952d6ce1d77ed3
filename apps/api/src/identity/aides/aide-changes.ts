import { Injectable } from '@nestjs/common';
import type { StreamName } from '@forum/domain/identity/streams';
import type { Transaction } from '../../database/database.ts';
import type { Viewer } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import { SecurityEvents } from '../../security-events/security-events.ts';
import type { KeptAide } from './aide-relations.repository.ts';

/** Something that happened between a principal and an aide. */
interface Happened {
  relation: Pick<KeptAide, 'editionId' | 'principalId' | 'personId'>;
  entityId: string;
  /** In a word of the forum's own, for the events of security. */
  what: string;
  detail: { before: unknown; after: unknown };
  /** Whether somebody may now act who could not, or no longer: their sockets follow. */
  isOfRights: boolean;
}

/** Tells and keeps what happens between principals and aides, in the journal of their edition. */
@Injectable()
export class AideChanges {
  constructor(
    private readonly changes: Changes,
    private readonly events: SecurityEvents,
  ) {}

  async record(
    transaction: Transaction,
    author: Viewer | null,
    { relation, entityId, what, detail, isOfRights }: Happened,
  ): Promise<void> {
    const { editionId, principalId, personId } = relation;
    const people = [principalId, ...(personId ? [personId] : [])];
    const streams = people.map((id): StreamName => `person:${id}`);
    const [delegation] = await transaction.query<{ id: string | null }>(
      'select delegation_id as id from delegate where edition_id = $1 and person_id = $2',
      [editionId, principalId],
    );
    const seers: StreamName[] = [
      'staff:organiser',
      ...(delegation?.id ? [`delegation:${delegation.id}` as const] : []),
    ];
    const aideChanged = { editionId, type: 'aide.changed' as const, entityId, detail };
    const rightsChanged = { editionId, type: 'rights.changed' as const, entityId: principalId };
    await this.events.record(transaction, author, { kind: 'aide', what, subjectId: principalId, editionId });
    await this.changes.record(
      transaction,
      author,
      { ...aideChanged, streams: [...streams, ...seers] },
      ...(isOfRights ? [{ ...rightsChanged, streams }] : []),
    );
  }
}
