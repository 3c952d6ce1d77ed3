import { Controller } from '@nestjs/common';
import {
  accreditationHistory,
  decideAccreditation,
  listDelegates,
  listMembers,
} from '@forum/contract/delegations';
import { type RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { requireReach } from '../groups/groups.repository.ts';
import { Accreditations, selvesOf } from './accreditation.service.ts';
import { DelegateLists } from './delegate-lists.repository.ts';

@Controller()
export class AccreditationController {
  constructor(
    private readonly lists: DelegateLists,
    private readonly accreditations: Accreditations,
  ) {}

  @Endpoint(listDelegates)
  list({ query }: RouteInput<typeof listDelegates>, viewer: Admitted) {
    return this.lists.list(editionOf(viewer).id, selvesOf(viewer), query);
  }

  @Endpoint(listMembers)
  members({ params, query }: RouteInput<typeof listMembers>, viewer: Admitted) {
    requireReach(viewer, params.delegation);
    return this.lists.members(editionOf(viewer).id, params.delegation, query);
  }

  @Endpoint(decideAccreditation)
  decide({ body }: RouteInput<typeof decideAccreditation>, viewer: Admitted) {
    return this.accreditations.decide(viewer, body);
  }

  @Endpoint(accreditationHistory)
  history({ params }: RouteInput<typeof accreditationHistory>, viewer: Admitted) {
    return this.accreditations.history(viewer, params.delegate);
  }
}
