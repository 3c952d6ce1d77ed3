import { Injectable } from '@nestjs/common';
import type { Role } from '@forum/domain/identity/role';
import type { Transaction } from '../../database/database.ts';
import type { Viewer } from '../../http/viewer.ts';
import { Notices } from '../../mail/notices.ts';
import { SecurityEvents } from '../../security-events/security-events.ts';
import { type Holder, holderOf } from './roles.repository.ts';

/** Finds the people to whom roles are given, who may never have signed in, tells them, and keeps who gave what. */
@Injectable()
export class RoleHolders {
  constructor(
    private readonly notices: Notices,
    private readonly events: SecurityEvents,
  ) {}

  /** The person of a mail address, who is made when nobody has signed in with it yet. */
  personOf(transaction: Transaction, address: string): Promise<Holder> {
    return holderOf(transaction, address);
  }

  /** Keeps among the events of security who gave a role to whom, or took it. */
  record(
    transaction: Transaction,
    by: Viewer,
    holder: Holder,
    change: { editionId: string; role: Role; granted: boolean },
  ): Promise<void> {
    return this.events.record(transaction, by, {
      kind: 'role',
      what: `${change.granted ? 'given' : 'taken'} ${change.role}`,
      subjectId: holder.id,
      editionId: change.editionId,
    });
  }

  /** `of` names the delegation that the role is of, when it is not the edition as a whole. */
  async tell(
    transaction: Transaction,
    holder: Holder,
    { editionId, role, of = null }: { editionId: string; role: Role; of?: string | null },
  ): Promise<void> {
    await this.notices.send(transaction, {
      kind: 'role',
      facts: { role, of },
      to: { personId: holder.id, mail: holder.mail, language: holder.language },
      editionId,
      urgency: 'bulk',
      about: undefined,
    });
  }
}
