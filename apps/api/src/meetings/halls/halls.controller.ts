import { Controller } from '@nestjs/common';
import * as contract from '@forum/contract/meetings';
import { type RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import { type Admitted } from '../../http/viewer.ts';
import { AvailabilitiesService } from '../booking/availability.service.ts';
import { HallsService } from './halls.service.ts';

@Controller()
export class HallsController {
  constructor(
    private readonly halls: HallsService,
    private readonly availabilities: AvailabilitiesService,
  ) {}

  @Endpoint(contract.readHalls)
  list(_: RouteInput<typeof contract.readHalls>, viewer: Admitted) {
    return this.halls.list(viewer);
  }

  @Endpoint(contract.setHall)
  set({ body }: RouteInput<typeof contract.setHall>, viewer: Admitted) {
    return this.halls.set(viewer, body);
  }

  @Endpoint(contract.foreseeHall)
  foresee({ body }: RouteInput<typeof contract.foreseeHall>, viewer: Admitted) {
    return this.halls.foresee(viewer, body);
  }

  @Endpoint(contract.removeHall)
  async remove({ params }: RouteInput<typeof contract.removeHall>, viewer: Admitted) {
    await this.halls.remove(viewer, params.hall);
    return { ok: true } as const;
  }

  @Endpoint(contract.readAvailability)
  availability(_: RouteInput<typeof contract.readAvailability>, viewer: Admitted) {
    return this.availabilities.read(viewer);
  }

  @Endpoint(contract.setAvailability)
  async setAvailability({ body }: RouteInput<typeof contract.setAvailability>, viewer: Admitted) {
    await this.availabilities.set(viewer, body.available);
    return { ok: true } as const;
  }
}
