import { Controller } from '@nestjs/common';
import { grantRole, listRoles } from '@forum/contract/delegations/roles';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { RolesService } from './roles.service.ts';

const done = { ok: true } as const;

@Controller()
export class RolesController {
  constructor(private readonly roles: RolesService) {}

  @Endpoint(listRoles)
  list(_: RouteInput<typeof listRoles>, viewer: Admitted) {
    return this.roles.list(viewer);
  }

  @Endpoint(grantRole)
  async grant({ body }: RouteInput<typeof grantRole>, viewer: Admitted) {
    await this.roles.grant(viewer, body);
    return done;
  }
}
