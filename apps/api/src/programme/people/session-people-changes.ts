import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/database.ts';
import { type Author, Changes, type NewChange } from '../../live/changes.ts';
import { rightsOf } from './session-rights.repository.ts';

/** Tells what becomes of the people of sessions: the organisers who is who, and each person what they may now see. */
@Injectable()
export class SessionPeopleChanges {
  constructor(private readonly changes: Changes) {}

  /** Tells the organisers, whose screens show it, and the audit. */
  record(
    transaction: Transaction,
    author: Author,
    change: Pick<NewChange, 'editionId' | 'entityId' | 'version' | 'detail'>,
  ): Promise<void> {
    return this.changes.record(transaction, author, {
      ...change,
      streams: ['staff:organiser'],
      type: 'session-people.changed',
    });
  }

  /** Does a write that may give or take rights of these people, and tells each whose rights are others now. */
  async rightsBy<Result>(
    transaction: Transaction,
    author: Author,
    { editionId, personIds }: { editionId: string; personIds: readonly (string | null)[] },
    write: () => Promise<Result>,
  ): Promise<Result> {
    const people = [...new Set(personIds)].filter((id) => id !== null);
    const before = await rightsOf(transaction, editionId, people);
    const result = await write();
    const after = await rightsOf(transaction, editionId, people);
    const changed = people.filter((id) => before.get(id) !== after.get(id));
    await this.changes.record(
      transaction,
      author,
      ...changed.map((personId) => ({
        editionId,
        streams: [`person:${personId}` as const],
        type: 'rights.changed' as const,
        entityId: personId,
      })),
    );
    return result;
  }
}
