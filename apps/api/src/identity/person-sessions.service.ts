import { Injectable } from '@nestjs/common';
import type { SessionOfPerson } from '@forum/contract/identity/person-sessions';
import { instantFromMs } from '@forum/domain/time/instant';
import { IsNull, MoreThan } from 'typeorm';
import { Database } from '../database/database.ts';
import { editionOf, type Viewer } from '../http/viewer.ts';
import { SecurityEvents } from '../security-events/security-events.ts';
import { SignInSessionEntity } from './entities/sign-in-session.entity.ts';
import { Viewers } from './viewers.ts';
import { findNamed } from './people-of-edition.repository.ts';

/** By what the host names somebody: as a delegate, or as one of its own team. */
export type Named = { delegate: string } | { person: string };

/** The sessions of people of an edition, listed and ended by its host. */
@Injectable()
export class PersonSessionsService {
  constructor(
    private readonly database: Database,
    private readonly events: SecurityEvents,
    private readonly viewers: Viewers,
  ) {}

  list(viewer: Viewer, named: Named): Promise<SessionOfPerson[]> {
    return this.database.write(async (transaction) => {
      const personId = await findNamed(transaction, viewer, named);
      const goesOn = { personId, expiresAt: MoreThan(new Date()) };
      const sessions = await transaction.manager.find(SignInSessionEntity, {
        where: [
          { ...goesOn, endsAt: IsNull() },
          { ...goesOn, endsAt: MoreThan(new Date()) },
        ],
        order: { lastSeenAt: 'DESC', id: 'ASC' },
        take: 100,
      });
      return sessions.map(({ id, device, createdAt, lastSeenAt }) => ({
        id,
        device,
        createdAt: instantFromMs(createdAt.getTime()),
        lastSeenAt: instantFromMs(lastSeenAt.getTime()),
      }));
    });
  }

  /** Ends them all, on every device. */
  async end(viewer: Viewer, named: Named): Promise<void> {
    await this.database.write(async (transaction) => {
      const personId = await findNamed(transaction, viewer, named);
      await transaction.manager.delete(SignInSessionEntity, { personId });
      await this.events.record(transaction, viewer, {
        kind: 'session.ended',
        what: 'all, by the host',
        subjectId: personId,
        editionId: editionOf(viewer).id,
      });
    });
    this.viewers.forget();
  }
}
