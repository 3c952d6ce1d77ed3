import { Controller } from '@nestjs/common';
import { editCapability, listCapabilities } from '@forum/contract/matchmaking/capabilities';
import { carryOverProfile, readProfile, saveProfile, seeProfile } from '@forum/contract/matchmaking/profiles';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { CapabilitiesService } from '../capabilities/capabilities.service.ts';
import { ProfilesService } from './profiles.service.ts';

@Controller()
export class ProfilesController {
  constructor(
    private readonly profiles: ProfilesService,
    private readonly capabilities: CapabilitiesService,
  ) {}

  @Endpoint(listCapabilities)
  list({ query }: RouteInput<typeof listCapabilities>, viewer: Admitted) {
    return this.capabilities.list(viewer, query);
  }

  @Endpoint(editCapability)
  edit({ body }: RouteInput<typeof editCapability>, viewer: Admitted) {
    return this.capabilities.edit(viewer, body);
  }

  @Endpoint(readProfile)
  read({ params }: RouteInput<typeof readProfile>, viewer: Admitted) {
    return this.profiles.read(viewer, params.firm);
  }

  @Endpoint(saveProfile)
  save({ params, body }: RouteInput<typeof saveProfile>, viewer: Admitted) {
    return this.profiles.save(viewer, params.firm, body);
  }

  @Endpoint(carryOverProfile)
  carryOver({ params }: RouteInput<typeof carryOverProfile>, viewer: Admitted) {
    return this.profiles.carryOver(viewer, params.firm);
  }

  @Endpoint(seeProfile)
  see({ params }: RouteInput<typeof seeProfile>, viewer: Admitted) {
    return this.profiles.see(viewer, params.firm);
  }
}
