import { Injectable } from '@nestjs/common';
import type { editMe, listSessions, whoAmI } from '@forum/contract/identity/me';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { usableRoles } from '@forum/domain/identity/second-factor';
import { canonicalZone } from '@forum/domain/time/zoned';
import { MoreThan } from 'typeorm';
import { Database } from '../database/database.ts';
import { type Acting, noStanding, personOf, type Viewer } from '../http/viewer.ts';
import { SecurityEvents } from '../security-events/security-events.ts';
import { SignInSessionEntity } from './entities/sign-in-session.entity.ts';
import { delegationOf, editPerson, readSelf } from './me.repository.ts';
import { Viewers } from './viewers.ts';

type SelfInEdition = (RouteOutput<typeof whoAmI> & object)['editions'][number];

/** What a signed-in person sees and sets of themselves, for whomever they act. */
@Injectable()
export class MeService {
  constructor(
    private readonly database: Database,
    private readonly viewers: Viewers,
    private readonly events: SecurityEvents,
  ) {}

  /** The signed-in person with their editions; null when nobody is signed in. */
  async describe(viewer: Viewer): Promise<RouteOutput<typeof whoAmI>> {
    if (!viewer.person) return null;
    const row = await readSelf(this.database.reader, {
      personId: viewer.person.id,
      hasShownFactor: viewer.factorAt !== null,
      namedAs: viewer.acting?.principal.id ?? viewer.person.id,
      isSecretariat: viewer.secretariat,
    });
    if (!row) return null;
    const own = row.editions.map((edition) => ({
      ...edition,
      roles: [...usableRoles(edition.roles, viewer.factorAt !== null).usable],
    }));
    const { acting } = viewer;
    if (!acting) return { ...row, editions: own, actingFor: null };
    const { principal, aideId, editionSlug } = acting;
    return {
      ...row,
      actingFor: { id: principal.id, name: principal.name, aide: aideId, edition: editionSlug },
      editions: [
        ...own.filter(({ slug }) => slug !== editionSlug),
        await this.#actingEdition(viewer, acting),
      ],
    };
  }

  /** What somebody is for their principal, in the edition in which they act. */
  async #actingEdition(viewer: Viewer, { editionSlug }: Acting): Promise<SelfInEdition> {
    const standing = (await this.viewers.actingStanding(viewer)) ?? noStanding;
    const { roles, accredited, delegateId, firmId } = standing;
    return {
      slug: editionSlug,
      roles: [...roles],
      accredited,
      delegateId,
      firmId,
      delegationId: await delegationOf(this.database.reader, delegateId),
    };
  }

  /** Sets how somebody reads. */
  async edit(viewer: Viewer, change: RouteInput<typeof editMe>['body']): Promise<void> {
    const self = personOf(viewer);
    const zone = change.zone ? canonicalZone(change.zone) : change.zone;
    const { language = null, deviceZone = null } = change;
    // Kept as the device names it, so that it knows its own name again.
    if (deviceZone !== null) canonicalZone(deviceZone);
    await this.database.write(async (transaction) => {
      await editPerson(transaction, self.id, { language, zone, deviceZone });
      if (deviceZone === null) return;
      const session = { zone: canonicalZone(deviceZone) };
      await transaction.manager.update(SignInSessionEntity, { id: viewer.sessionId ?? '' }, session);
    });
  }

  async sessions(viewer: Viewer): Promise<RouteOutput<typeof listSessions>> {
    const self = personOf(viewer);
    const sessions = await this.database.read((manager) =>
      manager.find(SignInSessionEntity, {
        where: { personId: self.id, expiresAt: MoreThan(new Date()) },
        order: { lastSeenAt: 'DESC', id: 'ASC' },
        take: 100,
      }),
    );
    return sessions.map(({ id, device, createdAt, lastSeenAt }) => ({
      id,
      device,
      current: id === viewer.sessionId,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    }));
  }

  /** Ends a session of one's own; true when it was the one that asks. */
  async endSession(viewer: Viewer, which: string): Promise<boolean> {
    const self = personOf(viewer);
    const id = which === 'current' ? viewer.sessionId : which;
    const isOwn = id === viewer.sessionId;
    await this.database.write(async (transaction) => {
      const { affected } = await transaction.manager.delete(SignInSessionEntity, {
        id: id ?? '',
        personId: self.id,
      });
      if (!affected) throw new DomainError('not_found', { session: which }, 'You have no such session.');
      const event = isOwn ? ({ kind: 'sign-out' } as const) : ({ kind: 'session.ended' } as const);
      await this.events.record(transaction, viewer, { ...event, what: 'by its owner', subjectId: id });
    });
    this.viewers.forget();
    return isOwn;
  }
}
