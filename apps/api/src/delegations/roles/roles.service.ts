import { Injectable } from '@nestjs/common';
import type { grantRole, listRoles } from '@forum/contract/delegations/roles';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { isStaffRole } from '@forum/domain/identity/role';
import { Database, type WriteTransaction } from '../../database/database.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { AidesService } from '../../identity/aides/aides.service.ts';
import { Changes } from '../../live/changes.ts';
import { EditionEntity } from '../../editions/entities/edition.entity.ts';
import { RoleGrantEntity } from '../entities/role-grant.entity.ts';
import { rightsOf } from '../delegates/delegate-record.ts';
import { RoleHolders } from './role-holders.ts';
import { readRoles } from './roles.repository.ts';

/** Who holds which role in an edition. */
@Injectable()
export class RolesService {
  constructor(
    private readonly database: Database,
    private readonly holders: RoleHolders,
    private readonly aides: AidesService,
    private readonly changes: Changes,
  ) {}

  list(viewer: Admitted): Promise<RouteOutput<typeof listRoles>> {
    return readRoles(this.database.reader, editionOf(viewer).id);
  }

  /** Gives or takes a role; giving it twice changes nothing. An edition that has an organiser keeps one. */
  async grant(
    viewer: Admitted,
    { mail, role, granted }: RouteInput<typeof grantRole>['body'],
  ): Promise<void> {
    const { id: editionId } = editionOf(viewer);
    await this.database.write(async (transaction) => {
      const { manager } = transaction;
      const lock = { mode: 'for_no_key_update' } as const;
      await manager.findOne(EditionEntity, { select: { id: true }, where: { id: editionId }, lock });
      const holder = await this.holders.personOf(transaction, mail);
      const grant = { editionId, personId: holder.id, role };
      // Nobody else gives or takes roles of the edition meanwhile.
      if ((await manager.existsBy(RoleGrantEntity, grant)) === granted) return;
      if (granted) await manager.insert(RoleGrantEntity, { ...grant, grantedBy: personOf(viewer).id });
      else await manager.delete(RoleGrantEntity, grant);
      if (!granted && role === 'organiser') await requireOrganiser(transaction, editionId, holder.mail);
      await this.holders.record(transaction, viewer, holder, { editionId, role, granted });
      if (granted && isStaffRole(role)) await this.aides.endOfHost(transaction, viewer, holder.id, editionId);
      if (granted) await this.holders.tell(transaction, holder, { editionId, role });
      const news = rightsOf({ editionId, personId: holder.id }, 0);
      await this.changes.record(transaction, viewer, {
        ...news,
        streams: [...news.streams, 'staff:organiser'],
        detail: { before: { [role]: !granted }, after: { [role]: granted } },
      });
    });
  }
}

/** Refuses to have taken the role from the last who held it; the caller has locked the edition. */
async function requireOrganiser(
  { manager }: WriteTransaction,
  editionId: string,
  last: string,
): Promise<void> {
  if (await manager.existsBy(RoleGrantEntity, { editionId, role: 'organiser' })) return;
  throw new DomainError(
    'role.last_organiser',
    { mail: last },
    `${last} is the last organiser of this edition. Make somebody else an organiser first.`,
  );
}
