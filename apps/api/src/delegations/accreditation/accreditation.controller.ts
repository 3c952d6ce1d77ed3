import { Controller } from '@nestjs/common';
import {
  accreditationHistory,
  decideAccreditation,
  foreseeDecision,
} from '@forum/contract/delegations/accreditation';
import { listDelegates, readDelegate } from '@forum/contract/delegations/delegates';
import { listMembers } from '@forum/contract/delegations/delegations';
import { readAllNeeds, readNeeds } from '@forum/contract/delegations/needs';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint, type Exchange } from '../../http/endpoint.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { requireReach } from '../delegations.repository.ts';
import { selvesOf } from '../delegates/own-decision.ts';
import { AccreditationsService } from './accreditation.service.ts';
import { NeedsRepository } from './needs.repository.ts';
import { DelegateLists } from './delegate-lists.repository.ts';

@Controller()
export class AccreditationController {
  constructor(
    private readonly lists: DelegateLists,
    private readonly accreditations: AccreditationsService,
    private readonly needs: NeedsRepository,
  ) {}

  @Endpoint(listDelegates)
  list({ query }: RouteInput<typeof listDelegates>, viewer: Admitted) {
    return this.lists.list(editionOf(viewer), selvesOf(viewer), query);
  }

  @Endpoint(readDelegate)
  read({ params }: RouteInput<typeof readDelegate>, viewer: Admitted) {
    return this.lists.one(editionOf(viewer).id, params.delegate, selvesOf(viewer));
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

  @Endpoint(foreseeDecision)
  foresee({ body }: RouteInput<typeof foreseeDecision>, viewer: Admitted) {
    return this.accreditations.foresee(viewer, body.delegates);
  }

  @Endpoint(accreditationHistory)
  history({ params }: RouteInput<typeof accreditationHistory>, viewer: Admitted) {
    return this.accreditations.history(viewer, params.delegate);
  }

  @Endpoint(readNeeds)
  needsOf({ params }: RouteInput<typeof readNeeds>, viewer: Admitted, { reply }: Exchange) {
    void reply.header('cache-control', 'no-store');
    return this.needs.of(editionOf(viewer).id, params.delegate);
  }

  @Endpoint(readAllNeeds)
  allNeeds(_: RouteInput<typeof readAllNeeds>, viewer: Admitted, { reply }: Exchange) {
    void reply.header('cache-control', 'no-store');
    return this.needs.all(editionOf(viewer).id);
  }
}
