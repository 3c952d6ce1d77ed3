import { Controller } from '@nestjs/common';
import * as availabilityContract from '@forum/contract/meetings/availability';
import * as hallsContract from '@forum/contract/meetings/halls';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { AvailabilitiesService } from '../booking/availability.service.ts';
import { HallsService } from './halls.service.ts';

@Controller()
export class HallsController {
  constructor(
    private readonly halls: HallsService,
    private readonly availabilities: AvailabilitiesService,
  ) {}

  @Endpoint(hallsContract.readHalls)
  list(_: RouteInput<typeof hallsContract.readHalls>, viewer: Admitted) {
    return this.halls.list(viewer);
  }

  @Endpoint(hallsContract.setHall)
  set({ body }: RouteInput<typeof hallsContract.setHall>, viewer: Admitted) {
    return this.halls.set(viewer, body);
  }

  @Endpoint(hallsContract.foreseeHall)
  foresee({ body }: RouteInput<typeof hallsContract.foreseeHall>, viewer: Admitted) {
    return this.halls.foresee(viewer, body);
  }

  @Endpoint(hallsContract.removeHall)
  async remove({ params }: RouteInput<typeof hallsContract.removeHall>, viewer: Admitted) {
    await this.halls.remove(viewer, params.hall);
    return { ok: true } as const;
  }

  @Endpoint(availabilityContract.readAvailability)
  availability(_: RouteInput<typeof availabilityContract.readAvailability>, viewer: Admitted) {
    return this.availabilities.read(viewer);
  }

  @Endpoint(availabilityContract.setAvailability)
  async setAvailability({ body }: RouteInput<typeof availabilityContract.setAvailability>, viewer: Admitted) {
    await this.availabilities.set(viewer, body.available);
    return { ok: true } as const;
  }
}
