import { Injectable } from '@nestjs/common';
import { requirePhase } from '@forum/domain/editions/phase';
import { Database } from '../../database/database.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { SessionsRepository } from '../sessions/sessions.repository.ts';
import { SessionPeopleChanges } from './session-people-changes.ts';
import { SessionPeopleRepository } from './session-people.repository.ts';

/** Who is cleared for restricted sessions, one by one. */
@Injectable()
export class ClearancesService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly people: SessionPeopleRepository,
    private readonly changes: SessionPeopleChanges,
  ) {}

  /** Clears a delegate for a session, or takes that back; what is so already stays as it is. */
  async set(viewer: Admitted, sessionId: string, delegateId: string, isCleared: boolean): Promise<void> {
    await this.database.write(async (transaction) => {
      const edition = await this.sessions.edition(transaction, editionOf(viewer).id, 'lock');
      requirePhase(edition.phase, 'edit-programme');
      const session = await this.sessions.require(transaction, edition.id, sessionId);
      const { personId } = await this.people.delegate(transaction, edition.id, delegateId);
      const isChanged = await this.changes.rightsBy(
        transaction,
        viewer,
        { editionId: edition.id, personIds: [personId] },
        () => this.people.clear(transaction, edition.id, { sessionId, delegateId, isCleared }),
      );
      if (!isChanged) return;
      await this.changes.record(transaction, viewer, {
        editionId: edition.id,
        entityId: sessionId,
        version: session.version,
        detail: { before: { delegateId, isCleared: !isCleared }, after: { delegateId, isCleared } },
      });
    });
  }
}
