import { Controller } from '@nestjs/common';
import { addCapital, editCapital, listCapitals, removeCapital } from '@forum/contract/editions/capitals';
import { frontPage } from '@forum/contract/editions/front-page';
import { releaseHost, setHost, swapHosts } from '@forum/contract/editions/rotation';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { CapitalsService } from '../capitals.service.ts';
import { RotationService } from './rotation.service.ts';

const done = { ok: true } as const;

@Controller()
export class RotationController {
  constructor(
    private readonly rotation: RotationService,
    private readonly capitals: CapitalsService,
  ) {}

  @Endpoint(frontPage)
  front(_: RouteInput<typeof frontPage>, viewer: Admitted) {
    return this.rotation.frontPage(viewer);
  }

  @Endpoint(listCapitals)
  list() {
    return this.capitals.list();
  }

  @Endpoint(addCapital)
  add({ body }: RouteInput<typeof addCapital>, viewer: Admitted) {
    return this.capitals.add(viewer, body);
  }

  @Endpoint(editCapital)
  edit({ params, body }: RouteInput<typeof editCapital>, viewer: Admitted) {
    return this.capitals.edit(viewer, params.capital, body);
  }

  @Endpoint(removeCapital)
  async remove({ params }: RouteInput<typeof removeCapital>, viewer: Admitted) {
    await this.capitals.remove(viewer, params.capital);
    return done;
  }

  @Endpoint(setHost)
  set({ params, body }: RouteInput<typeof setHost>, viewer: Admitted) {
    return this.rotation.set(viewer, params.year, body);
  }

  @Endpoint(swapHosts)
  swap({ body }: RouteInput<typeof swapHosts>, viewer: Admitted) {
    return this.rotation.swap(viewer, body);
  }

  @Endpoint(releaseHost)
  release({ params }: RouteInput<typeof releaseHost>, viewer: Admitted) {
    return this.rotation.release(viewer, params.year);
  }
}
