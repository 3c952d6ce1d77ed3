import { Controller } from '@nestjs/common';
import {
  createDelegation,
  listDelegations,
  readInvitation,
  renewInvitation,
  setPlaces,
} from '@forum/contract/delegations/delegations';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../http/endpoint.ts';
import type { Admitted } from '../http/viewer.ts';
import { DelegationsService } from './delegations.service.ts';
import { InvitationsService } from './invitations.service.ts';

@Controller()
export class DelegationsController {
  constructor(
    private readonly delegations: DelegationsService,
    private readonly invitations: InvitationsService,
  ) {}

  @Endpoint(listDelegations)
  list(_: RouteInput<typeof listDelegations>, viewer: Admitted) {
    return this.delegations.list(viewer);
  }

  @Endpoint(createDelegation)
  create({ body }: RouteInput<typeof createDelegation>, viewer: Admitted) {
    return this.delegations.create(viewer, body);
  }

  @Endpoint(setPlaces)
  setPlaces({ params, body }: RouteInput<typeof setPlaces>, viewer: Admitted) {
    return this.delegations.setPlaces(viewer, params.delegation, body);
  }

  @Endpoint(renewInvitation)
  renew({ params }: RouteInput<typeof renewInvitation>, viewer: Admitted) {
    return this.invitations.renew(viewer, params.delegation);
  }

  @Endpoint(readInvitation)
  read({ params }: RouteInput<typeof readInvitation>, viewer: Admitted) {
    return this.invitations.read(viewer, params.secret);
  }
}
