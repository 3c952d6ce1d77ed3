import { Controller } from '@nestjs/common';
import * as contract from '@forum/contract/removals/removals';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../http/endpoint.ts';
import type { Admitted } from '../http/viewer.ts';
import { RemovalsService } from './removals.service.ts';

const done = { ok: true } as const;

@Controller()
export class RemovalsController {
  constructor(private readonly removals: RemovalsService) {}

  @Endpoint(contract.removeEdition)
  async edition(_: RouteInput<typeof contract.removeEdition>, viewer: Admitted) {
    await this.removals.edition(viewer);
    return done;
  }

  @Endpoint(contract.removeDelegation)
  async delegation({ params }: RouteInput<typeof contract.removeDelegation>, viewer: Admitted) {
    await this.removals.delegation(viewer, params.delegation);
    return done;
  }

  @Endpoint(contract.removeRoom)
  async room({ params }: RouteInput<typeof contract.removeRoom>, viewer: Admitted) {
    await this.removals.place(viewer, 'room', params.room);
    return done;
  }

  @Endpoint(contract.removeTrack)
  async track({ params }: RouteInput<typeof contract.removeTrack>, viewer: Admitted) {
    await this.removals.place(viewer, 'track', params.track);
    return done;
  }

  @Endpoint(contract.removeSession)
  async session({ params }: RouteInput<typeof contract.removeSession>, viewer: Admitted) {
    await this.removals.session(viewer, params.session);
    return done;
  }
}
