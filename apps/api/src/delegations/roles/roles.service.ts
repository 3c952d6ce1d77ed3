import { Injectable } from '@nestjs/common';
import type { grantRole, listRoles } from '@forum/contract/delegations/roles';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { isStaffRole } from '@forum/domain/identity/role';
import { Database, type Transaction } from '../../database/database.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { AidesService } from '../../identity/aides/aides.service.ts';
import { Changes } from '../../live/changes.ts';
import { rightsOf } from '../delegates/delegate-record.ts';
import { RoleHolders } from './role-holders.ts';

const mostHolders = 1_000;

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
    return this.database.rows(
      `select json_build_object('id', p.id, 'name', p.display_name) as person, p.mail, g.role
       from role_grant g join person_in_edition p on p.edition_id = g.edition_id and p.id = g.person_id
       where g.edition_id = $1 order by g.role, p.sort_key, p.id limit ${mostHolders}`,
      [editionOf(viewer).id],
    );
  }

  /** Gives or takes a role; giving it twice changes nothing. An edition that has an organiser keeps one. */
  async grant(
    viewer: Admitted,
    { mail, role, granted }: RouteInput<typeof grantRole>['body'],
  ): Promise<void> {
    const { id: editionId } = editionOf(viewer);
    await this.database.write(async (transaction) => {
      await transaction.query('select from edition where id = $1 for no key update', [editionId]);
      const holder = await this.holders.personOf(transaction, mail);
      const changed = granted
        ? await transaction.query<{ role: string }>(
            `insert into role_grant (edition_id, person_id, role, granted_by) values ($1, $2, $3, $4)
             on conflict on constraint role_grant_pk do nothing returning role`,
            [editionId, holder.id, role, personOf(viewer).id],
          )
        : await transaction.query<{ role: string }>(
            'delete from role_grant where edition_id = $1 and person_id = $2 and role = $3 returning role',
            [editionId, holder.id, role],
          );
      if (changed.length === 0) return;
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
async function requireOrganiser(transaction: Transaction, editionId: string, last: string): Promise<void> {
  const left = await transaction.query(
    `select from role_grant where edition_id = $1 and role = 'organiser' limit 1`,
    [editionId],
  );
  if (left.length > 0) return;
  throw new DomainError(
    'role.last_organiser',
    { mail: last },
    `${last} is the last organiser of this edition. Make somebody else an organiser first.`,
  );
}
