import { Controller } from '@nestjs/common';
import {
  findFirmToRepresent,
  readRegistration,
  saveDraft,
  submitRegistration,
  withdrawRegistration,
} from '@forum/contract/delegations/registration';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { DraftsService } from './drafts.service.ts';
import { RegistrationsService } from './registrations.service.ts';

@Controller()
export class RegistrationsController {
  constructor(
    private readonly registrations: RegistrationsService,
    private readonly drafts: DraftsService,
  ) {}

  @Endpoint(readRegistration)
  read(_: RouteInput<typeof readRegistration>, viewer: Admitted) {
    return this.registrations.read(viewer);
  }

  @Endpoint(saveDraft)
  saveDraft({ body }: RouteInput<typeof saveDraft>, viewer: Admitted) {
    return this.drafts.save(viewer, body);
  }

  @Endpoint(submitRegistration)
  submit({ body }: RouteInput<typeof submitRegistration>, viewer: Admitted) {
    return this.registrations.submit(viewer, body);
  }

  @Endpoint(findFirmToRepresent)
  findFirm({ query }: RouteInput<typeof findFirmToRepresent>, viewer: Admitted) {
    return this.registrations.firmsNamed(viewer, query.search);
  }

  @Endpoint(withdrawRegistration)
  withdraw(_: RouteInput<typeof withdrawRegistration>, viewer: Admitted) {
    return this.registrations.withdraw(viewer);
  }
}
