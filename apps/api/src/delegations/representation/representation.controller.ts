import { Controller } from '@nestjs/common';
import {
  confirmRepresentative,
  endRepresentative,
  listFirmPeople,
  readOwnRepresentation,
} from '@forum/contract/delegations/representation';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { RepresentationsService } from './representations.service.ts';

@Controller()
export class RepresentationController {
  constructor(private readonly representations: RepresentationsService) {}

  @Endpoint(listFirmPeople)
  list({ params }: RouteInput<typeof listFirmPeople>, viewer: Admitted) {
    return this.representations.list(viewer, params.firm);
  }

  @Endpoint(confirmRepresentative)
  confirm({ params, body }: RouteInput<typeof confirmRepresentative>, viewer: Admitted) {
    return this.representations.confirm(viewer, params.firm, params.delegate, body.reason);
  }

  @Endpoint(endRepresentative)
  end({ params, body }: RouteInput<typeof endRepresentative>, viewer: Admitted) {
    return this.representations.end(viewer, params.firm, params.delegate, body.reason);
  }

  @Endpoint(readOwnRepresentation)
  own(_: RouteInput<typeof readOwnRepresentation>, viewer: Admitted) {
    return this.representations.own(viewer);
  }
}
